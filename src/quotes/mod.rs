//! stub
pub fn is_reporting_verb(_w: &str) -> bool {
    false
}
