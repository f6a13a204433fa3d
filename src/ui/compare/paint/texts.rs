//! Paragraphs and sentences, placed. The text is laid out once for a comparison. Marks and selection are added
//! afterwards (`redraw`), so that selecting a sentence changes only few elements.

use std::sync::Arc;

use super::super::ids::{flow_id, sentence_id, title_id};
use super::super::layout::sections::{self, Pieces, PutMarks, Target};
use super::super::pickers::disc;
use crate::state::Side;
use crate::ui::dom::{El, aloud, classed, el, lang, span};
use crate::view::{
    Block, Comparing, Diffed, Fold, Header, Laid, Op, Paragraph, Part, Piece, Run, SentencePiece,
    Whole, coloured,
};

/// An article: its heading, its text, and what is known about it.
pub fn column(mark: Option<PutMarks>, header: &Header, pieces: impl Pieces + 'static) -> El {
    let language = header.lang.clone();
    let section = move || classed("div", "text").maybe("lang", lang(&language));
    let flow = classed("div", "flow")
        .id(flow_id(header.side))
        .children(heading(header))
        .child(sections::build(mark, section, pieces))
        .children(about(header));
    classed("article", "column")
        .attr("aria-labelledby", title_id(header.side))
        .child(flow)
}

/// The heading of an article: its source and its title.
pub fn heading(header: &Header) -> [El; 2] {
    let facts = header.facts().map(|fact| el("bdi").text(fact));
    let by = classed("p", &format!("by {}", coloured(header.side)))
        .child(disc(header.side, &header.source.letters))
        .child(span("name", &header.source.name).attr("dir", "auto"))
        .children(facts);
    let title = classed("h2", "headline")
        .id(title_id(header.side))
        .attr("tabindex", "-1")
        .attr("dir", "auto")
        .maybe("lang", lang(&header.lang))
        .child(aloud(&format!("{}: ", header.source.name)))
        .text(&header.title);
    [by, title]
}

/// What is known about an article, with its basis, in a fold; `None` before the article has been read.
pub fn about(header: &Header) -> Option<El> {
    let details = header.details.iter().flat_map(|detail| {
        let basis = (!detail.basis.is_empty()).then(|| el("small").text(&detail.basis));
        [
            el("dt").text(&detail.label),
            el("dd")
                .child(el("bdi").text(&detail.value))
                .children(basis),
        ]
    });
    let source = header.url.as_ref().map(|url| {
        el("a")
            .attr("href", url)
            .attr("rel", "noreferrer")
            .text("Where it was taken from")
    });
    let summary = el("summary")
        .text("About this article")
        .child(aloud(&format!(": {}", header.source.name)));
    (!header.details.is_empty()).then(|| {
        classed("details", "known")
            .child(summary)
            .child(el("dl").children(details))
            .children(source)
    })
}

/// Paragraphs and folds, cut when they are placed.
pub struct Text {
    comparing: Arc<Comparing>,
    laid: Arc<Laid>,
}

impl Text {
    /// A text of a comparison.
    pub fn new(comparing: &Arc<Comparing>, whole: Whole) -> Text {
        Text {
            laid: comparing.laid(whole),
            comparing: Arc::clone(comparing),
        }
    }
}

impl Pieces for Text {
    fn count(&self) -> usize {
        self.laid.outline.len()
    }

    fn make(&self, at: usize) -> Option<El> {
        let block_at = self.laid.outline.block(&self.comparing, at);
        let names = self.comparing.names();
        block_at.as_ref().map(|one| block(one, names))
    }

    fn lines(&self, at: usize, line: f64) -> f64 {
        self.laid.outline.lines(&self.comparing, at, line)
    }

    fn find(&self, target: Target) -> Option<usize> {
        let Target::Sentence(side, index) = target else {
            return None;
        };
        self.laid.place(&self.comparing, side, index)
    }
}

/// A few paragraphs that are already cut.
pub struct Few(pub Vec<Block>);

impl Pieces for Few {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn make(&self, at: usize) -> Option<El> {
        self.0.get(at).map(|one| block(one, ["", ""]))
    }
}

/// A part of a text; `names`: the names of the two sources, for a word diff in it.
fn block(block: &Block, names: [&str; 2]) -> El {
    match block {
        Block::Paragraph(one) => paragraph(one, names),
        Block::Fold(one) => fold(one, names),
    }
}

fn fold(fold: &Fold, names: [&str; 2]) -> El {
    let summary = el("summary")
        .child(span("teaser", &fold.teaser).attr("dir", "auto"))
        .child(span("tag", &fold.label));
    classed("details", "fold")
        .child(summary)
        .children(fold.paragraphs.iter().map(|one| paragraph(one, names)))
}

fn paragraph(paragraph: &Paragraph, names: [&str; 2]) -> El {
    let mut class = String::from("para");
    if paragraph.label.is_some() {
        class.push_str(" greyed");
    }
    if paragraph.continues {
        class.push_str(" continues");
    }
    let tagged = paragraph.label.is_none();
    let start = classed("p", &class)
        .attr("data-side", paragraph.side.letter())
        .attr("dir", "auto");
    let pieces = paragraph
        .pieces
        .iter()
        .fold(start, |into, piece| match piece {
            Piece::Gap(text) => into.text(text),
            Piece::Sentence(one) => sentence(into, one, tagged),
            Piece::Diffed(one) => diffed(into, one, names),
        });
    tag(pieces, paragraph.label.as_deref())
}

/// A label after a text.
fn tag(into: El, label: Option<&str>) -> El {
    match label {
        Some(label) => into.text(" ").child(span("tag", label)),
        None => into,
    }
}

/// A sentence. `tagged`: whether a repeat or furniture gets a label of its own.
fn sentence(into: El, sentence: &SentencePiece, tagged: bool) -> El {
    let class = match sentence.aside {
        Some(_) => "s greyed",
        None => "s",
    };
    let text = span(class, "")
        .id(&sentence_id(sentence.side, sentence.index))
        .child(aloud(""));
    let into = into.child(runs(text, &sentence.runs));
    let into = tag(into, sentence.aside.as_deref().filter(|_| tagged));
    tag(into, sentence.note.as_deref())
}

/// Runs of a sentence: passages and differences are marked, furniture is greyed, clashes are marked and explained when hovered.
pub fn runs(into: El, runs: &[Run]) -> El {
    let mut clash: Option<(&str, El)> = None;
    for run in runs {
        // A clash may span several runs, but has one sign.
        clash = match (&run.clash, clash) {
            (Some(with), Some((last, mark))) if last == with => Some((with, mark)),
            (Some(with), _) => {
                let mark = span("clash", "").attr("title", with);
                into.clone().child(mark.clone());
                Some((with, mark))
            }
            (None, _) => None,
        };
        let place = clash
            .as_ref()
            .map_or_else(|| into.clone(), |(_, mark)| mark.clone());
        let marks = [
            (run.passage, "passage"),
            (run.value, "value"),
            (run.aside, "greyed"),
        ];
        let mut class = String::new();
        for (_, name) in marks.iter().filter(|(on, _)| *on) {
            class.push_str(name);
            class.push(' ');
        }
        match class.is_empty() {
            true => words(place, &run.text),
            false => place.child(words(span(&class, ""), &run.text)),
        };
    }
    into
}

/// Text of an article. A line may also break at a no-break space between words, which page layout programs leave in texts:
/// otherwise a short word before a chain of such words would be alone on its line. A number stays with what follows it.
fn words(into: El, text: &str) -> El {
    const CHAIN: char = '\u{a0}';
    let mut rest = text;
    let mut into = into;
    while let Some((before, after)) = rest.split_once(CHAIN) {
        into = into.text(before).text("\u{a0}");
        if !before.ends_with(|last: char| last.is_ascii_digit()) {
            into = into.child(el("wbr"));
        }
        rest = after;
    }
    into.text(rest)
}

/// A sentence of A with what changed in it, or unchanged if B tells it in other words; and the sentences of B that belong to it.
fn diffed(into: El, diffed: &Diffed, names: [&str; 2]) -> El {
    let class = match diffed.diff.is_empty() {
        true => "s",
        false => "s changed",
    };
    let text = span(class, "")
        .id(&sentence_id(Side::A, diffed.a))
        .child(aloud(""));
    let into = into.child(match diffed.diff.is_empty() {
        true => runs(text, &diffed.own),
        false => parts(text, &diffed.diff, names),
    });
    diffed.also.iter().fold(into, |into, (label, piece)| {
        let of_b = sentence(span("with of-b", ""), piece, false);
        tag(into, Some(label)).text(" ").child(of_b)
    })
}

/// A word diff in reading size. `tag`: the language of A's text; `names`: the names of the two sources.
pub fn diff(changes: &[Part], tag: &str, names: [&str; 2]) -> El {
    let into = classed("div", "diff").attr("dir", "auto");
    parts(into.maybe("lang", lang(tag)), changes, names)
}

/// A word diff: what only A has is struck through, what only B has is underlined. Both also have a sign, and a word
/// for screen readers.
fn parts(into: El, parts: &[Part], names: [&str; 2]) -> El {
    let [only_a, only_b] = names.map(|name| format!("only in {name}: "));
    parts.iter().fold(into, |into, part| match part.op {
        Op::Equal => into.text(&part.a),
        Op::Delete => change(into, "del", &only_a, &part.a),
        Op::Insert => change(into, "ins", &only_b, &part.b),
        Op::Replace => {
            let into = change(into, "del", &only_a, &part.a);
            change(into, "ins", &only_b, &part.b)
        }
    })
}

fn change(into: El, name: &str, heard: &str, text: &str) -> El {
    let (before, words, after) = trimmed(text);
    into.text(before)
        .child(el(name).child(aloud(heard)).text(words))
        .text(after)
}

/// White space at the ends is left outside the mark: a struck-through space looks like a dash.
pub fn trimmed(text: &str) -> (&str, &str, &str) {
    let words = text.trim();
    let start = text.len() - text.trim_start().len();
    let part = |range| text.get(range).unwrap_or("");
    (part(0..start), words, part(start + words.len()..text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_stands_outside_of_a_mark() {
        let parts = |text| {
            let (before, words, after) = trimmed(text);
            format!("{before}[{words}]{after}")
        };
        assert_eq!(parts(" the\u{a0}ministers "), " [the\u{a0}ministers] ");
        assert_eq!(parts("word"), "[word]");
        assert_eq!(parts("  "), "  []");
    }
}
