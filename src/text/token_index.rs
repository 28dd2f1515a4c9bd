//! Indexes of tokens, and ranges of them.

use std::ops::{Add, AddAssign, Index, IndexMut, Range, Sub, SubAssign};

use crate::index::index_type;

index_type! {
    /// The index of a token in its document.
    TokenIndex
}

impl TokenIndex {
    /// The first token of a document.
    pub const FIRST: Self = Self(0);

    /// Returns the token a number of tokens before this one, if there is one.
    pub fn checked_sub(self, tokens: usize) -> Option<Self> {
        self.number().checked_sub(tokens).map(Self::new)
    }

    /// Returns the token a number of tokens before this one, or the first.
    pub fn saturating_sub(self, tokens: usize) -> Self {
        Self::new(self.number().saturating_sub(tokens))
    }

    /// Returns the token at an offset from this one, unless it is before the first.
    pub fn checked_add_signed(self, tokens: isize) -> Option<Self> {
        self.number().checked_add_signed(tokens).map(Self::new)
    }
}

impl Add<usize> for TokenIndex {
    type Output = Self;

    fn add(self, tokens: usize) -> Self {
        Self::new(self.number() + tokens)
    }
}

impl AddAssign<usize> for TokenIndex {
    fn add_assign(&mut self, tokens: usize) {
        *self = *self + tokens;
    }
}

impl Sub<usize> for TokenIndex {
    type Output = Self;

    fn sub(self, tokens: usize) -> Self {
        Self::new(self.number() - tokens)
    }
}

impl SubAssign<usize> for TokenIndex {
    fn sub_assign(&mut self, tokens: usize) {
        *self = *self - tokens;
    }
}

/// The distance of two tokens.
impl Sub for TokenIndex {
    type Output = usize;

    fn sub(self, other: Self) -> usize {
        self.number() - other.number()
    }
}

/// A half-open range of tokens, `start..end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// The first token.
    pub start: TokenIndex,
    /// The token behind the last one.
    pub end: TokenIndex,
}

impl TokenRange {
    /// Creates the range from `start` to before `end`.
    pub const fn new(start: TokenIndex, end: TokenIndex) -> Self {
        Self { start, end }
    }

    /// Creates the range of one token.
    pub fn single(token: TokenIndex) -> Self {
        Self::new(token, token + 1)
    }

    /// Returns the number of tokens.
    pub fn len(self) -> usize {
        self.end.number().saturating_sub(self.start.number())
    }

    /// Returns whether the range is empty.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Returns whether a token is in the range.
    pub fn contains(self, token: TokenIndex) -> bool {
        self.start <= token && token < self.end
    }

    /// Iterates over the tokens.
    pub fn iter(self) -> Tokens {
        Tokens(self.start.number()..self.end.number())
    }
}

impl From<Range<TokenIndex>> for TokenRange {
    fn from(range: Range<TokenIndex>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl IntoIterator for TokenRange {
    type Item = TokenIndex;
    type IntoIter = Tokens;

    fn into_iter(self) -> Tokens {
        self.iter()
    }
}

impl<T> Index<TokenRange> for Vec<T> {
    type Output = [T];

    fn index(&self, range: TokenRange) -> &[T] {
        &self[range.start.number()..range.end.number()]
    }
}

impl<T> IndexMut<TokenRange> for Vec<T> {
    fn index_mut(&mut self, range: TokenRange) -> &mut [T] {
        &mut self[range.start.number()..range.end.number()]
    }
}

impl<T> Index<TokenRange> for [T] {
    type Output = [T];

    fn index(&self, range: TokenRange) -> &[T] {
        &self[range.start.number()..range.end.number()]
    }
}

/// The tokens of a [`TokenRange`].
#[derive(Clone, Debug)]
pub struct Tokens(Range<usize>);

impl Iterator for Tokens {
    type Item = TokenIndex;

    fn next(&mut self) -> Option<TokenIndex> {
        self.0.next().map(TokenIndex::new)
    }

    fn nth(&mut self, number: usize) -> Option<TokenIndex> {
        self.0.nth(number).map(TokenIndex::new)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Tokens {
    fn next_back(&mut self) -> Option<TokenIndex> {
        self.0.next_back().map(TokenIndex::new)
    }
}

impl ExactSizeIterator for Tokens {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_yield_their_tokens_from_both_ends() {
        let range = TokenRange::new(TokenIndex::new(2), TokenIndex::new(5));
        let numbers: Vec<usize> = range.iter().map(TokenIndex::number).collect();
        assert_eq!((numbers, range.len(), range.is_empty()), (vec![2, 3, 4], 3, false));
        assert_eq!(range.iter().next_back(), Some(TokenIndex::new(4)));
        assert!(range.contains(range.start) && !range.contains(range.end));
        assert_eq!(TokenRange::new(range.end, range.start).len(), 0);
    }

    #[test]
    fn slices_are_indexed_by_tokens() {
        let words = ["a", "b", "c"];
        assert_eq!(words[TokenIndex::new(1)], "b");
        assert_eq!(words[TokenRange::new(TokenIndex::new(1), TokenIndex::new(3))], ["b", "c"]);
    }
}
