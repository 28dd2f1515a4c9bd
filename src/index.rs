//! Distinct types for the indexes of tokens, mentions, quotes and entities, so that they cannot be confused, in 32 bits.

/// Defines an index type for one kind of item, by which vectors and slices can be indexed. With `optional` behind the name, an
/// `Option` of it takes no more memory.
macro_rules! index_type {
    ($(#[$attribute:meta])* $name:ident) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Creates the index of the item with this number, counted from 0.
            pub const fn new(number: usize) -> Self {
                Self(number as u32)
            }

            /// Returns the number of the item, counted from 0.
            pub const fn number(self) -> usize {
                self.0 as usize
            }
        }

        crate::index::index_operators!($name);
    };
    ($(#[$attribute:meta])* $name:ident optional) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::num::NonZeroU32);

        impl $name {
            /// Creates the index of the item with this number, counted from 0.
            pub const fn new(number: usize) -> Self {
                Self(std::num::NonZeroU32::MIN.saturating_add(number as u32))
            }

            /// Returns the number of the item, counted from 0.
            pub const fn number(self) -> usize {
                self.0.get() as usize - 1
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new(0)
            }
        }

        crate::index::index_operators!($name);
    };
}

/// Lets vectors and slices be indexed by a type.
macro_rules! index_operators {
    ($name:ident) => {
        impl $name {
            /// Iterates over items with their indexes.
            pub fn enumerate<T>(items: &[T]) -> impl DoubleEndedIterator<Item = (Self, &T)> + ExactSizeIterator {
                items.iter().enumerate().map(|(number, item)| (Self::new(number), item))
            }
        }

        impl<T> std::ops::Index<$name> for Vec<T> {
            type Output = T;

            fn index(&self, index: $name) -> &T {
                &self[index.number()]
            }
        }

        impl<T> std::ops::IndexMut<$name> for Vec<T> {
            fn index_mut(&mut self, index: $name) -> &mut T {
                &mut self[index.number()]
            }
        }

        impl<T> std::ops::Index<$name> for [T] {
            type Output = T;

            fn index(&self, index: $name) -> &T {
                &self[index.number()]
            }
        }

        impl<T> std::ops::IndexMut<$name> for [T] {
            fn index_mut(&mut self, index: $name) -> &mut T {
                &mut self[index.number()]
            }
        }
    };
}

pub(crate) use {index_operators, index_type};
