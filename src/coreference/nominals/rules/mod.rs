//! The rules by which nominals are resolved, a file each.

pub mod age;
pub mod apposition_before_name;
pub mod apposition_behind_name;
pub mod epithet;
pub mod named_next;
pub mod nameless;
pub mod nearest_organization;
pub mod office;
pub mod organization;
pub mod unique_role;
