//! What is read from a document of any format: its paragraphs, its title, its text boxes, and what is left out. The text of a
//! box is a draft of its own, which is added to the draft around it.

use super::boxes::Boxes;
use super::{Aside, TITLE_STYLE};
use crate::paragraphs::{Kind, Paragraphs};

/// The basis of a title that has no title style.
const FIRST_HEADING: &str = "the first heading";

/// The title of a document, and its basis.
pub(super) type Shown = Option<(String, &'static str)>;

/// A paragraph that can be a document's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// It has the style for titles.
    Title,
    /// It is a heading of the first level.
    First,
}

impl Heading {
    /// From the English name of a style, in lower case, with or without spaces.
    pub(super) fn of_style(name: &str) -> Option<Self> {
        match name {
            "title" => Some(Self::Title),
            "heading 1" | "heading1" | "heading_20_1" => Some(Self::First),
            _ => None,
        }
    }

    fn basis(self) -> &'static str {
        match self {
            Self::Title => TITLE_STYLE,
            Self::First => FIRST_HEADING,
        }
    }
}

/// A document or a text box, as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) paragraphs: Paragraphs,
    pub(super) aside: Aside,
    boxes: Boxes,
    title: Shown,
}

impl Draft {
    /// Ends the paragraph. The first title counts, and without one the first heading.
    pub(super) fn end_paragraph(&mut self, kind: Kind, heading: Option<Heading>) {
        let text = self.paragraphs.end(kind).map(str::to_owned);
        self.end_boxes();
        let (Some(heading), Some(text)) = (heading, text) else {
            return;
        };
        let is_better = match &self.title {
            Some((_, known)) => heading == Heading::Title && *known != TITLE_STYLE,
            None => true,
        };
        if is_better {
            self.title = Some((text, heading.basis()));
        }
    }

    /// Adds the boxes that were read since the last paragraph after what was read so far.
    pub(super) fn end_boxes(&mut self) {
        self.boxes.end_paragraph(self.paragraphs.length());
    }

    /// Adds a box inside the paragraph that is being read. Returns whether it had text.
    pub(super) fn add_box(&mut self, inside: Draft) -> bool {
        let (title, text, aside) = inside.finish();
        self.title = self.title.take().or(title);
        self.aside.add(&aside);
        let has_text = !text.is_empty();
        self.boxes.add(text, aside.images > 0);
        has_text
    }

    /// The title, the text with its boxes, and what was left out.
    pub(super) fn finish(self) -> (Shown, String, Aside) {
        let (text, left_out) = self.boxes.into_text(self.paragraphs.finish());
        let mut aside = self.aside;
        aside.boxes += left_out;
        (self.title, text, aside)
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Heading};
    use crate::paragraphs::Kind;

    #[test]
    fn a_title_by_its_style_counts_more_than_a_heading_before_it() {
        let mut draft = Draft::default();
        for (text, style) in [
            ("It rained.", "normal"),
            ("The vote", "heading 1"),
            ("Bridge stays shut", "title"),
            ("A second title", "title"),
        ] {
            draft.paragraphs.push_raw(text);
            draft.end_paragraph(Kind::Body, Heading::of_style(style));
        }
        let (title, _, _) = draft.finish();
        assert_eq!(title.expect("a title").0, "Bridge stays shut");
    }
}
