//! Ordered tables of named rules, and which rule decided.

/// A named rule of an ordered table; the first that gives an answer decides (the sieves of Lee et al.,
/// Computational Linguistics 2013).
pub struct Rule<F> {
    /// The name in explanations.
    pub name: &'static str,
    /// Returns an answer, or `None` to leave the decision to the next rule.
    pub apply: F,
}

/// The rule that decided, and those before it in its table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decision {
    /// The names of the rules in order, up to the one that decided.
    names: &'static [&'static str],
}

impl Decision {
    /// Creates the decision of the rule with this number in a table of rules with these names.
    pub fn new(names: &'static [&'static str], number: usize) -> Self {
        Self { names: &names[..=number.min(names.len() - 1)] }
    }

    /// Returns the name of the rule.
    pub fn rule(&self) -> &'static str {
        self.names.last().copied().unwrap_or_default()
    }

    /// Returns the names of the rules before it, none of which had an answer.
    pub fn passed(&self) -> &'static [&'static str] {
        self.names.split_last().map_or(&[], |(_, passed)| passed)
    }
}

/// Evaluates to the names of a table's rules, as a constant.
macro_rules! names_of {
    ($table:ident) => {{
        const NAMES: [&str; $table.len()] = {
            let mut names = [""; $table.len()];
            let mut number = 0;
            while number < $table.len() {
                names[number] = $table[number].name;
                number += 1;
            }
            names
        };
        &NAMES
    }};
}

pub(crate) use names_of;
