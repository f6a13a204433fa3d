//! Joins the paragraphs of all formats into one text. The kind of each decides whether a blank line or a line end comes
//! before it.

use crate::bounds;

/// What a paragraph was in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Running text, a heading, a quotation.
    Body,
    /// A list item or a line of one. Next to other items of its list it is a line, not a paragraph.
    Item,
    /// A table's cell.
    Cell,
}

/// The paragraphs of a document, in order.
#[derive(Debug, Default)]
pub(crate) struct Paragraphs {
    text: String,
    last: Option<Kind>,
    /// The paragraph that is being written.
    open: String,
}

impl Paragraphs {
    /// Adds text to the open paragraph. White space collapses to one space, as all these formats require;
    /// non-breaking spaces stay.
    pub(crate) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                let spaced = self.open.is_empty() || self.open.ends_with([' ', '\n', '\t']);
                if !spaced {
                    self.open.push(' ');
                }
            } else {
                self.open.push(c);
            }
        }
    }

    /// Adds text to the open paragraph, as it is.
    pub(crate) fn push_raw(&mut self, text: &str) {
        self.open.push_str(text);
    }

    /// Ends the open paragraph's line.
    pub(crate) fn line_break(&mut self) {
        let end = self.open.trim_end_matches(' ').len();
        self.open.truncate(end);
        self.open.push('\n');
    }

    /// Ends the open paragraph, which is of this kind, and returns its text.
    pub(crate) fn end(&mut self, kind: Kind) -> Option<&str> {
        let open = std::mem::take(&mut self.open);
        let paragraph = open.trim_matches([' ', '\n', '\t']);
        if paragraph.is_empty() {
            return None;
        }
        let beside = self.last == Some(kind) && kind != Kind::Body;
        if self.last.is_some() {
            self.text.push_str(if beside { "\n" } else { "\n\n" });
        }
        self.last = Some(kind);
        let start = self.text.len();
        self.text.push_str(paragraph);
        Some(&self.text[start..])
    }

    /// How many bytes the ended paragraphs have together.
    pub(crate) fn length(&self) -> usize {
        self.text.len()
    }

    /// Separates two lists, or two tables, that follow each other.
    pub(crate) fn gap(&mut self) {
        if self.last.is_some() {
            self.last = Some(Kind::Body);
        }
    }

    /// Whether the text is longer than that of any real document.
    pub(crate) fn is_too_long(&self) -> bool {
        self.text.len() + self.open.len() > bounds::TEXT_OUT
    }

    /// The whole text.
    pub(crate) fn finish(mut self) -> String {
        self.end(Kind::Body);
        self.text
    }
}
