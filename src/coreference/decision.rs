//! Which rule of a table decided.

/// A named rule of an ordered table; the first that gives an answer decides (the sieves of Lee et al.,
/// Computational Linguistics 2013).
pub struct Rule<F> {
    /// The name by which explanations call it.
    pub name: &'static str,
    /// Gives an answer, or passes.
    pub apply: F,
}

/// The rule that decided, by its place in its table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decision {
    /// The names of the rules, in their order, up to the one that decided.
    names: &'static [&'static str],
}

impl Decision {
    /// The rule with this number of a table decided, whose rules have these names.
    pub fn new(names: &'static [&'static str], number: usize) -> Self {
        Self { names: &names[..=number.min(names.len() - 1)] }
    }

    /// The name of the rule.
    pub fn rule(&self) -> &'static str {
        self.names.last().copied().unwrap_or_default()
    }

    /// The rules that passed before it, in their order.
    pub fn passed(&self) -> &'static [&'static str] {
        self.names.split_last().map_or(&[], |(_, passed)| passed)
    }
}

/// The names of a table's rules, as a constant.
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
