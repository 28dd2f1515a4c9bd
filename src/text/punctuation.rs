//! Quotation marks, apostrophes and dashes, as the layout stage writes them.

/// Returns the mark that closes what an opening mark opens.
pub fn closing_mark(opening: &str) -> Option<&'static str> {
    match opening {
        "“" => Some("”"),
        "‘" => Some("’"),
        _ => None,
    }
}

/// Returns whether a character is a quotation mark or an apostrophe.
pub fn is_quotation_mark(character: char) -> bool {
    matches!(character, '“' | '”' | '‘' | '’' | '\'' | '"' | '`' | '«' | '»')
}

/// Returns whether a token is one character that can stand for an apostrophe.
pub fn is_apostrophe_token(token: &str) -> bool {
    let mut characters = token.chars();
    characters.next().is_some_and(is_apostrophe) && characters.next().is_none()
}

/// Returns whether a character can be an apostrophe.
pub fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

/// Returns whether a token is a dash or a hyphen.
pub fn is_dash(token: &str) -> bool {
    token == "-" || is_long_dash(token)
}

/// Returns whether a token is a dash, but not a hyphen.
pub fn is_long_dash(token: &str) -> bool {
    matches!(token, "—" | "–" | "―" | "--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_single_character_is_an_apostrophe() {
        assert!(is_apostrophe_token("’") && is_apostrophe_token("'") && !is_apostrophe_token("''"));
    }

    #[test]
    fn a_hyphen_is_a_dash_only_by_itself() {
        assert!(is_dash("-") && !is_long_dash("-") && is_long_dash("–") && !is_dash("co-op"));
    }
}
