//! The colors of reports on a terminal.

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;

/// The style of each part of a report; all are plain where colors are off.
pub struct Palette {
    title: Style,
    speaker: Style,
    heading: Style,
    note: Style,
    doubt: Style,
}

impl Palette {
    /// No colors.
    pub const PLAIN: Self = Self {
        title: Style::new(),
        speaker: Style::new(),
        heading: Style::new(),
        note: Style::new(),
        doubt: Style::new(),
    };

    const COLORS: Self = Self {
        title: Style::new().bold().underline(),
        speaker: AnsiColor::Cyan.on_default().bold(),
        heading: Style::new().bold(),
        note: Style::new().dimmed(),
        doubt: AnsiColor::Yellow.on_default(),
    };

    /// The colors for standard output, by the user's choice and by what its terminal and NO_COLOR say.
    pub fn for_standard_output(choice: ColorChoice) -> Self {
        let has_colors = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never,
        };
        if has_colors { Self::COLORS } else { Self::PLAIN }
    }

    /// The name of a file.
    pub fn title(&self, text: &str) -> String {
        painted(self.title, text)
    }

    /// The name of a speaker.
    pub fn speaker(&self, text: &str) -> String {
        painted(self.speaker, text)
    }

    /// A heading.
    pub fn heading(&self, text: &str) -> String {
        painted(self.heading, text)
    }

    /// What is of less interest than the words around it.
    pub fn note(&self, text: &str) -> String {
        painted(self.note, text)
    }

    /// What may be wrong.
    pub fn doubt(&self, text: &str) -> String {
        painted(self.doubt, text)
    }
}

/// A text in a style, without control characters, which could change what the terminal shows.
fn painted(style: Style, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{}{style:#}", printable(text)) }
}

/// A text without control characters.
pub fn printable(text: &str) -> String {
    text.chars().filter(|character| !character.is_control()).collect()
}
