//! One article as a column of paragraphs. Text is cut into sentences and runs, nothing is left out:
//! all pieces, joined, are the article's text.

use crossread_engine::{Kind, Voice};

use super::Comparing;
use super::cut::{Cutter, aside_kinds};
use super::diff::Part;
use super::header::Header;
use super::words::{count, list};
use crate::library::Article;
use crate::state::{At, Side};

/// An article to be read: `before` and pieces of every paragraph of every block, then `after`, joined
/// are its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Whose.
    pub side: Side,
    /// What stands above it.
    pub header: Header,
    /// Its paragraphs, long runs of repeats and furniture folded.
    pub blocks: Vec<Block>,
    /// White space after the last paragraph.
    pub after: String,
}

/// A paragraph, or several that are folded away.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// Paragraphs of repeats or furniture, folded until the reader opens them.
    Fold(Fold),
}

/// Paragraphs folded into one line. Open it when the hand holds a sentence in `sentences`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// What they are and how much: "repeat · 16 sentences".
    pub label: String,
    /// The first sentence, to be shown greyed before the label.
    pub teaser: String,
    /// Whose sentences.
    pub side: Side,
    /// The first sentence inside and the one past the last.
    pub sentences: (u32, u32),
    /// What is folded.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Whose text it is. In one text, B's paragraphs hold what only B has.
    pub side: Side,
    /// White space between the paragraph before and this one; not to be shown.
    pub before: String,
    /// Its sentences and what stands between them.
    pub pieces: Vec<Piece>,
    /// What it is, where all of it is a repeat or furniture: "repeat", "caption". To be greyed.
    pub label: Option<String>,
    /// Whether it goes on with a paragraph that something of B was put into (one text only).
    pub continues: bool,
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// What stands between sentences, mostly white space; shown as it is.
    Gap(String),
    /// A sentence.
    Sentence(SentencePiece),
    /// A sentence of A and its counterpart in B, as a word diff (one text only).
    Diffed(Diffed),
}

/// A sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct SentencePiece {
    /// Whose.
    pub side: Side,
    /// Which: an index into its reading's sentences, and into [`super::Marks`].
    pub index: u32,
    /// Its text, in runs.
    pub runs: Vec<Run>,
    /// What it is, where it is a repeat or furniture and does not count: "repeat of sentence 2",
    /// "caption". To be greyed.
    pub aside: Option<String>,
    /// Whose words it gives.
    pub voice: Voice,
    /// In one text: where else its counterparts stand, in words.
    pub note: Option<String>,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, as it is.
    pub text: String,
    /// Whether it lies in a passage; to be underlined.
    pub passage: bool,
    /// Whether it is furniture within a sentence of the article's own; to be greyed.
    pub aside: bool,
}

/// A sentence of A with what changed to its counterpart in B.
#[derive(Clone, Debug, PartialEq)]
pub struct Diffed {
    /// The match, an index into the comparison's matches.
    pub index: u32,
    /// The sentence of A.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
    /// The kind of match.
    pub kind: Kind,
    /// Whether it is moved.
    pub moved: bool,
    /// What selects it.
    pub at: At,
    /// The word diff.
    pub diff: Vec<Part>,
    /// Further counterparts in B that stand nowhere else in the one text: its index, and a label
    /// ("also in B, sentence 9").
    pub also: Vec<(String, SentencePiece)>,
}

/// So many lines of a text are shown before it has been read.
const UNREAD: usize = 200;

/// An article that has not been read yet, as a column: its lines as they are, and of a long text the
/// first of them.
pub fn unread(article: &Article, side: Side) -> Column {
    let lines = article.text.lines().filter(|line| !line.trim().is_empty());
    let paragraph = |line: &str| {
        Block::Paragraph(Paragraph {
            side,
            before: String::new(),
            pieces: vec![Piece::Gap(line.to_owned())],
            label: None,
            continues: false,
        })
    };
    Column {
        side,
        header: super::header::unread(article, side),
        blocks: lines.take(UNREAD).map(paragraph).collect(),
        after: String::new(),
    }
}

/// One article as a column.
pub fn column(comparing: &Comparing, side: Side) -> Column {
    let cutter = Cutter::new(comparing, side);
    let mut paragraphs = Vec::new();
    let mut last = None;
    for (index, sentence) in (0_u32..).zip(comparing.sentences(side)) {
        let gap = cutter.gap(last, Some(index));
        let opens = last.is_none_or(|before: u32| {
            let before = comparing.sentences(side).get(before as usize);
            before.map(|before| before.paragraph) != Some(sentence.paragraph)
        });
        match paragraphs.last_mut() {
            Some(Paragraph { pieces, .. }) if !opens => {
                if !gap.is_empty() {
                    pieces.push(Piece::Gap(gap.to_owned()));
                }
            }
            _ => open(&mut paragraphs, side, gap),
        }
        if let Some((paragraph, piece)) = paragraphs.last_mut().zip(cutter.sentence(index)) {
            paragraph.pieces.push(Piece::Sentence(piece));
        }
        last = Some(index);
    }
    let after = tail(&mut paragraphs, side, cutter.gap(last, None));
    Column {
        side,
        header: super::header(comparing, side),
        blocks: fold(comparing, paragraphs),
        after,
    }
}

/// Opens a paragraph after `gap`. Where the gap holds more than white space, that is a paragraph by
/// itself: nothing is left out.
pub(super) fn open(paragraphs: &mut Vec<Paragraph>, side: Side, gap: &str) {
    let before = tail(paragraphs, side, gap);
    paragraphs.push(Paragraph {
        side,
        before,
        pieces: Vec::new(),
        label: None,
        continues: false,
    });
}

/// Makes a paragraph of what `gap` holds beside white space, and gives back what white space is left.
pub(super) fn tail(paragraphs: &mut Vec<Paragraph>, side: Side, gap: &str) -> String {
    let start = gap.len() - gap.trim_start().len();
    let end = gap.trim_end().len();
    let Some(inner) = gap.get(start..end).filter(|inner| !inner.is_empty()) else {
        return gap.to_owned();
    };
    paragraphs.push(Paragraph {
        side,
        before: gap.get(..start).unwrap_or("").to_owned(),
        pieces: vec![Piece::Gap(inner.to_owned())],
        label: None,
        continues: false,
    });
    gap.get(end..).unwrap_or("").to_owned()
}

/// A paragraph of at most this many characters stays open when it stands aside alone.
const SHORT: usize = 160;

/// Labels the paragraphs that stand aside as a whole, and folds the longer runs of them.
pub(super) fn fold(comparing: &Comparing, paragraphs: Vec<Paragraph>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut run: Vec<Paragraph> = Vec::new();
    for mut paragraph in paragraphs {
        paragraph.label = label(comparing, [&paragraph]);
        let joins = run.first().is_none_or(|first| first.side == paragraph.side);
        if paragraph.label.is_none() || !joins {
            flush(comparing, &mut run, &mut blocks);
        }
        if paragraph.label.is_some() {
            run.push(paragraph);
        } else {
            blocks.push(Block::Paragraph(paragraph));
        }
    }
    flush(comparing, &mut run, &mut blocks);
    blocks
}

fn flush(comparing: &Comparing, run: &mut Vec<Paragraph>, blocks: &mut Vec<Block>) {
    let run = std::mem::take(run);
    let length = |text: &str| text.chars().count();
    let sentences: Vec<&SentencePiece> = run.iter().flat_map(asides).collect();
    let characters: usize = sentences
        .iter()
        .map(|piece| length(&text_of(&piece.runs)))
        .sum();
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
        return;
    };
    if run.len() == 1 && characters <= SHORT {
        blocks.extend(run.into_iter().map(Block::Paragraph));
        return;
    }
    blocks.push(Block::Fold(Fold {
        label: format!(
            "{} · {}",
            label(comparing, &run).unwrap_or_default(),
            count(sentences.len() as u32, "sentence", "sentences")
        ),
        teaser: text_of(&first.runs),
        side: first.side,
        sentences: (first.index, last.index + 1),
        paragraphs: run,
    }));
}

/// What these paragraphs are, where all of their sentences stand aside: "repeat", "banner and caption".
fn label<'p>(
    comparing: &Comparing,
    paragraphs: impl IntoIterator<Item = &'p Paragraph>,
) -> Option<String> {
    let mut labels: Vec<String> = Vec::new();
    for piece in paragraphs
        .into_iter()
        .flat_map(|paragraph| &paragraph.pieces)
    {
        match piece {
            Piece::Gap(gap) if gap.trim().is_empty() => {}
            Piece::Sentence(piece) if piece.aside.is_some() => {
                let sentence = comparing.sentences(piece.side).get(piece.index as usize)?;
                for kind in aside_kinds(comparing, piece.side, sentence) {
                    if !labels.contains(&kind) {
                        labels.push(kind);
                    }
                }
            }
            _ => return None,
        }
    }
    (!labels.is_empty()).then(|| list(&labels))
}

fn asides(paragraph: &Paragraph) -> impl Iterator<Item = &SentencePiece> {
    paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Sentence(piece) => Some(piece),
        Piece::Gap(_) | Piece::Diffed(_) => None,
    })
}

/// The text of runs, joined.
pub(super) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests;
