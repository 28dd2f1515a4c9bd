//! First stage: the layout of a text as it arrives, and the text as a reader reads it.
//!
//! Articles come wrapped at a width, quoted in mails, with words broken at line ends, with encoding accidents. This stage
//! makes the text that all later stages read, with one line for each paragraph, and keeps the way back to the original.
//! Each step rewrites what the steps before it left; most texts need no change, and are not copied.

mod characters;
mod composition;
mod hyphenation;
mod inserts;
mod lines;
mod lists;
mod mail;
mod marks;
mod page;
mod reading_text;
mod split_lines;
mod turns;

pub use composition::without_accents;
pub use reading_text::ReadingText;

/// Reads the layout of a text with the usual capitals.
#[cfg(any(test, feature = "training"))]
pub fn read_layout(text: &str) -> ReadingText<'_> {
    let mut reading = read_lines(text);
    read_parts(&mut reading);
    reading
}

/// Reads characters and lines, of a text with any capitals; [`read_parts`] reads the rest.
pub fn read_lines(text: &str) -> ReadingText<'_> {
    let mut reading = ReadingText::new(text);
    reading.rewrite(characters::correct_characters(reading.text()));
    reading.rewrite(mail::unquote_lines(reading.text()));
    reading.set_aside(&mail::mail_parts(reading.text()));
    reading.rewrite(lines::join_lines(reading.text()));
    reading
}

/// Reads what the lines are, and their marks, which takes a text with the usual capitals.
pub fn read_parts(reading: &mut ReadingText) {
    let inserts = inserts::find_inserts(reading.text());
    reading.set_aside_by(&inserts.lines, inserts.joins);
    reading.set_aside(&page::page_boilerplate(reading.text()));
    reading.rewrite(lists::leave_out_bullets(reading.text()));
    reading.rewrite(turns::split_turns(reading.text()));
    reading.rewrite(marks::read_marks(reading.text()));
}
