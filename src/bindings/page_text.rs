//! The text of a part of a page as a reader sees it, and the way back from
//! places in that text to places in the page.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Range, Text, Window};

/// A stretch of text that stands unbroken in one text node.
struct Piece {
    /// Its place in the text read, in UTF-16 units.
    start: u32,
    /// How long it is.
    length: u32,
    /// The node it stands in, and from which unit on.
    node: Text,
    offset: u32,
}

/// The text of an element: no scripts, no hidden parts, blanks as shown, and
/// a line end wherever a block ends.
#[wasm_bindgen]
pub struct PageText {
    document: Document,
    text: String,
    pieces: Vec<Piece>,
}

#[wasm_bindgen]
impl PageText {
    /// Reads `element` as it is now.
    ///
    /// # Errors
    ///
    /// An `Error` where the element belongs to no window.
    #[wasm_bindgen(constructor)]
    pub fn new(element: &Element) -> Result<PageText, JsError> {
        let document = element.owner_document().ok_or_else(|| JsError::new("the element belongs to no document"))?;
        let window =
            document.default_view().ok_or_else(|| JsError::new("the element's document is not shown in a window"))?;
        let mut reader = Reader { window, text: String::new(), length: 0, pieces: Vec::new(), gap: Gap::None };
        reader.read(element);
        Ok(PageText { document, text: reader.text, pieces: reader.pieces })
    }

    /// The text read.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The part of the page that shows the text from `start` to `end`, in
    /// UTF-16 units; nothing where the page shows none of it.
    pub fn range(&self, start: u32, end: u32) -> Option<Range> {
        let first = self.pieces.partition_point(|piece| piece.start + piece.length <= start);
        let last = self.pieces.partition_point(|piece| piece.start < end).checked_sub(1)?;
        let (first, last) = (self.pieces.get(first)?, &self.pieces[last]);
        if first.start > last.start {
            return None;
        }
        let range = self.document.create_range().ok()?;
        range.set_start(&first.node, first.offset + start.saturating_sub(first.start)).ok()?;
        range.set_end(&last.node, last.offset + (end - last.start).min(last.length)).ok()?;
        Some(range)
    }
}

/// What is owed before the next character.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Blank,
    LineEnd,
}

struct Reader {
    window: Window,
    text: String,
    length: u32,
    pieces: Vec<Piece>,
    gap: Gap,
}

/// What the walk through the page has yet to do; a list, since pages nest deeply.
enum Step {
    Enter(Node, bool),
    LineEnd,
    Say(&'static str),
}

impl Reader {
    fn read(&mut self, root: &Element) {
        let mut steps = vec![Step::Enter(root.clone().into(), false)];
        while let Some(step) = steps.pop() {
            match step {
                Step::LineEnd => self.gap = Gap::LineEnd,
                Step::Say(mark) => self.say(mark),
                Step::Enter(node, keeps_blanks) => {
                    if let Some(text) = node.dyn_ref::<Text>() {
                        self.read_text(text, keeps_blanks);
                    } else if let Some(element) = node.dyn_ref::<Element>() {
                        self.enter(element, element == root, &mut steps);
                    }
                }
            }
        }
    }

    fn enter(&mut self, element: &Element, is_root: bool, steps: &mut Vec<Step>) {
        let tag = element.tag_name().to_ascii_lowercase();
        if matches!(
            tag.as_str(),
            "script"
                | "style"
                | "noscript"
                | "template"
                | "textarea"
                | "select"
                | "button"
                | "iframe"
                | "svg"
                | "canvas"
                | "object"
                | "audio"
                | "video"
        ) || (tag == "who-said" && !is_root)
        {
            return;
        }
        if tag == "br" || tag == "hr" {
            self.gap = Gap::LineEnd;
            return;
        }
        let style = self.window.get_computed_style(element).ok().flatten();
        let property =
            |name: &str| style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
        let display = property("display");
        if display == "none" {
            return;
        }
        let shown = property("visibility") != "hidden" && property("visibility") != "collapse";
        let keeps_blanks =
            property("white-space-collapse").starts_with("preserve") || property("white-space").starts_with("pre");
        let block = !(display.starts_with("inline")
            || display.starts_with("ruby")
            || display == "contents"
            || display.is_empty());
        if block {
            self.gap = Gap::LineEnd;
            steps.push(Step::LineEnd);
        }
        if tag == "q" {
            // The browser draws these marks; no text node holds them.
            self.say("“");
            steps.push(Step::Say("”"));
        }
        let folded = tag == "details" && !element.has_attribute("open");
        let children = element.child_nodes();
        for at in (0..children.length()).rev() {
            let Some(child) = children.get(at) else { continue };
            let summary =
                child.dyn_ref::<Element>().is_some_and(|child| child.tag_name().eq_ignore_ascii_case("summary"));
            let hidden = (!shown && child.dyn_ref::<Text>().is_some()) || (folded && !summary);
            if !hidden {
                steps.push(Step::Enter(child, keeps_blanks));
            }
        }
    }

    fn read_text(&mut self, node: &Text, keeps_blanks: bool) {
        let mut offset = 0;
        let mut piece: Option<Piece> = None;
        for character in node.data().chars() {
            let width = character.len_utf16() as u32;
            let line_end = keeps_blanks && character == '\n';
            if line_end || (character.is_whitespace() && character != '\u{a0}') {
                let gap = if line_end { Gap::LineEnd } else { Gap::Blank };
                self.gap = self.gap.max(gap);
                // A single blank between two words breaks no stretch.
                if piece.is_some() && gap == Gap::Blank && self.gap == Gap::Blank && character == ' ' {
                    offset += width;
                    continue;
                }
            } else {
                let gap = self.gap;
                self.fill_gap();
                let unbroken = piece.as_ref().is_some_and(|piece| {
                    piece.offset + piece.length + u32::from(gap == Gap::Blank) == offset && gap <= Gap::Blank
                });
                if !unbroken {
                    self.pieces.extend(piece.take());
                    piece = Some(Piece { start: self.length, length: 0, node: node.clone(), offset });
                }
                self.text.push(character);
                self.length += width;
                if let Some(piece) = &mut piece {
                    piece.length = self.length - piece.start;
                }
            }
            offset += width;
        }
        self.pieces.extend(piece);
    }

    fn say(&mut self, mark: &'static str) {
        if mark == "”" {
            self.gap = Gap::None;
        } else {
            self.fill_gap();
        }
        self.text.push_str(mark);
        self.length += 1;
    }

    fn fill_gap(&mut self) {
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        if gap != Gap::None && !self.text.is_empty() {
            self.text.push(if gap == Gap::LineEnd { '\n' } else { ' ' });
            self.length += 1;
        }
    }
}
