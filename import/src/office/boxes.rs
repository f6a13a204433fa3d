//! Text in boxes. In some documents, all of the text is in boxes. In others, boxes have parts of the text, but also captions,
//! lines that repeat the text in large letters, and marks such as "Draft".

use crate::clean;

/// The fewest words of a paragraph that counts as running text, if it ends in a full stop.
const RUNNING: u32 = 8;
/// The most words of a box with a picture that counts as its caption.
const CAPTION: u32 = 60;

/// The boxes of a document, in order.
#[derive(Debug, Default)]
pub(crate) struct Boxes(Vec<TextBox>);

#[derive(Debug)]
struct TextBox {
    /// How many bytes of the text come before it. `None` inside a paragraph that has not ended.
    at: Option<usize>,
    text: String,
    is_caption: bool,
}

impl Boxes {
    /// Adds a box inside the paragraph that is being read. `pictures`: whether it also has pictures.
    pub(crate) fn add(&mut self, text: String, pictures: bool) {
        if !text.is_empty() {
            let is_caption = pictures && clean::words(&text) <= CAPTION;
            self.0.push(TextBox {
                at: None,
                text,
                is_caption,
            });
        }
    }

    /// Places the boxes of the paragraph that has ended after it.
    pub(crate) fn end_paragraph(&mut self, length: usize) {
        let open = self.0.iter_mut().rev().take_while(|one| one.at.is_none());
        for one in open {
            one.at = Some(length);
        }
    }

    /// The text with the boxes that belong to it, each after the paragraph in which it is anchored, and how many words the
    /// other boxes have.
    pub(crate) fn into_text(self, text: String) -> (String, u32) {
        let words = |one: &TextBox| clean::words(&one.text);
        let boxed = self.0.iter().map(words).fold(0, u32::saturating_add);
        if boxed == 0 {
            return (text, 0);
        }
        let own = clean::line_of_any_length(&text);
        let is_laid_out_in_boxes = boxed > clean::words(&own);
        let mut out = String::new();
        let (mut done, mut left_out) = (0, 0);
        for one in self.0 {
            let repeats = own.contains(&clean::line_of_any_length(&one.text));
            let belongs = is_laid_out_in_boxes || (is_running(&one.text) && !one.is_caption);
            if repeats || !belongs {
                left_out += words(&one);
                continue;
            }
            let at = one.at.unwrap_or(text.len());
            push(&mut out, text.get(done..at).unwrap_or_default());
            done = at.max(done);
            push(&mut out, "\n\n");
            out.push_str(&one.text);
            // What follows in a list or a table is on the next line.
            if text.get(done..).is_some_and(|rest| !rest.is_empty()) {
                out.push_str("\n\n");
            }
        }
        push(&mut out, text.get(done..).unwrap_or_default());
        (out, left_out)
    }
}

/// Adds text. After a blank line, and at the beginning, no line ends are needed.
fn push(out: &mut String, text: &str) {
    let text = match out.is_empty() || out.ends_with("\n\n") {
        true => text.trim_start_matches('\n'),
        false => text,
    };
    out.push_str(text);
}

/// Whether one of its paragraphs is at least a sentence.
fn is_running(text: &str) -> bool {
    const CLOSING: [char; 8] = ['"', '”', '’', '\'', '»', ')', ']', '」'];
    const STOPS: [char; 10] = ['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔'];
    text.split('\n').any(|paragraph| {
        let end = paragraph.trim_end().trim_end_matches(CLOSING);
        end.ends_with(STOPS) && clean::words(paragraph) >= RUNNING
    })
}

#[cfg(test)]
mod tests {
    use super::Boxes;

    const SIDEBAR: &str = "The bridge was built in 1906 and has been closed twice since.";

    /// Paragraphs with their boxes in brackets; `[!` begins a box with a picture.
    fn text(marked: &str) -> (String, u32) {
        let (mut text, mut boxes) = (String::new(), Boxes::default());
        for paragraph in marked.split('|') {
            let mut parts = paragraph.split('[');
            let own = parts.next().unwrap_or_default();
            for part in parts {
                let inside = part.trim_end_matches(']');
                let plain = inside.strip_prefix('!');
                boxes.add(plain.unwrap_or(inside).to_owned(), plain.is_some());
            }
            if !own.is_empty() {
                let gap = if text.is_empty() { "" } else { "\n\n" };
                text = format!("{text}{gap}{own}");
            }
            boxes.end_paragraph(text.len());
        }
        boxes.into_text(text)
    }

    #[test]
    fn running_text_in_a_box_stands_behind_its_paragraph() {
        let own = "The board voted on Tuesday to close the bridge for good|The works begin in May";
        let (first, last) = own.split_once('|').expect("two");
        let marked = format!("{first}[{SIDEBAR}]|{last}");
        let expected = format!("{first}\n\n{SIDEBAR}\n\n{last}");
        assert_eq!(text(&marked), (expected, 0));
        let marked = format!("[{SIDEBAR}]|{first}|{last}");
        let expected = format!("{SIDEBAR}\n\n{first}\n\n{last}");
        assert_eq!(text(&marked), (expected, 0));
        let marked = format!("{first}|{last}[{SIDEBAR}]");
        let expected = format!("{first}\n\n{last}\n\n{SIDEBAR}");
        assert_eq!(text(&marked), (expected, 0));
    }

    #[test]
    fn marks_captions_and_repeated_lines_are_left_out_and_counted() {
        let own = format!("{SIDEBAR} The board voted on Tuesday to close it for good.");
        assert_eq!(text(&format!("{own}[Draft]")), (own.clone(), 1));
        let caption = "[!The old bridge at night, seen from the northern bank.]";
        assert_eq!(text(&format!("{own}{caption}")), (own.clone(), 10));
        assert_eq!(text(&format!("{own}[{SIDEBAR}]")), (own.clone(), 12));
    }

    #[test]
    fn a_document_laid_out_in_boxes_has_its_text_there() {
        let marked = format!("[Bridge stays shut]|[{SIDEBAR}]|Page 1");
        let expected = format!("Bridge stays shut\n\n{SIDEBAR}\n\nPage 1");
        assert_eq!(text(&marked), (expected, 0));
    }
}
