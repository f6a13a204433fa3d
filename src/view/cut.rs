//! Cuts one article's text into sentences and runs. Every character is in exactly one gap or run; joined, they are
//! the text.

use crossread_engine::{Sentence, Span, Standing};

use super::block::{Run, SentencePiece};
use super::comparing::Comparing;
use super::spans::{Differing, meeting};
use super::words::list;
use crate::sort;
use crate::state::Side;

/// One side's text, ready to be cut.
pub(super) struct Cutter<'c> {
    comparing: &'c Comparing,
    side: Side,
    /// The places of passages, merged and in order.
    passages: &'c [Span],
    /// The places of furniture that does not count, merged and in order.
    asides: &'c [Span],
    /// What differs from the other side.
    differing: &'c Differing,
}

impl<'c> Cutter<'c> {
    pub(super) fn new(comparing: &'c Comparing, side: Side) -> Cutter<'c> {
        Cutter::marking(comparing, side, comparing.marked(side).0)
    }

    /// The same with other stretches instead of passages, merged and in order.
    pub(super) fn marking(
        comparing: &'c Comparing,
        side: Side,
        passages: &'c [Span],
    ) -> Cutter<'c> {
        let asides = comparing.marked(side).1;
        Cutter {
            comparing,
            side,
            passages,
            asides,
            differing: comparing.differing(side),
        }
    }

    /// The text between sentence `before` and sentence `after`, or the ends of the text.
    pub(super) fn gap(&self, before: Option<u32>, after: Option<u32>) -> Span {
        let span = |index: u32| self.at(index).map(|sentence| sentence.span);
        let start = before.and_then(span).map_or(0, |span| span.end);
        let length = self.comparing.text(self.side).len();
        let end = after.and_then(span).map_or(length, |span| span.start);
        Span::new(start, end.max(start))
    }

    /// Sentence `index` in runs.
    pub(super) fn sentence(&self, index: u32) -> Option<SentencePiece> {
        let sentence = self.at(index)?;
        let aside = self
            .comparing
            .is_aside(sentence)
            .then(|| aside_label(self.comparing, self.side, sentence));
        Some(SentencePiece {
            side: self.side,
            index,
            runs: self.runs(sentence.span, aside.is_some()),
            aside,
            voice: sentence.voice,
            note: None,
        })
    }

    fn at(&self, index: u32) -> Option<&'c Sentence> {
        self.comparing.sentences(self.side).get(index as usize)
    }

    /// The text of `span`, cut where a passage, furniture or a difference begins or ends. A sentence that is
    /// furniture as a whole is not cut for furniture again.
    fn runs(&self, span: Span, aside: bool) -> Vec<Run> {
        let text = self.comparing.text(self.side);
        let asides = if aside { &[] } else { self.asides };
        let mut cuts = vec![span.start as u64, span.end as u64];
        let clash = |span: Span| {
            let clashes = &self.differing.clashes;
            let first = clashes.partition_point(|(other, _)| other.end <= span.start);
            let rest = clashes.get(first..).unwrap_or_default().iter();
            rest.take_while(move |(other, _)| other.start < span.end)
        };
        let clashes = clash(span).map(|(other, _)| *other);
        for marked in meeting(self.passages, span)
            .chain(meeting(asides, span))
            .chain(meeting(&self.differing.values, span))
            .chain(clashes)
        {
            cuts.extend([marked.start as u64, marked.end as u64]);
        }
        cuts.retain(|&cut| {
            let cut = cut as usize;
            span.start <= cut && cut <= span.end && text.is_char_boundary(cut)
        });
        sort::numbers(&mut cuts);
        cuts.dedup();
        cuts.windows(2)
            .map(|ends| Span::new(ends[0] as usize, ends[1] as usize))
            .map(|run| Run {
                text: run.of(text).to_owned(),
                passage: meeting(self.passages, run).next().is_some(),
                aside: meeting(asides, run).next().is_some(),
                value: meeting(&self.differing.values, run).next().is_some(),
                clash: clash(run).next().map(|(_, with)| with.clone()),
            })
            .collect()
    }
}

/// The label of a repeat or furniture: "repeat of sentence 2", "caption".
pub(super) fn aside_label(comparing: &Comparing, side: Side, sentence: &Sentence) -> String {
    match sentence.standing {
        Standing::Repeat(first) => format!("repeat of sentence {}", first + 1),
        Standing::Own | Standing::Furniture => list(&furniture_labels(comparing, side, sentence)),
    }
}

/// The kind of a repeat or furniture: "repeat", "caption".
pub(super) fn aside_kinds(comparing: &Comparing, side: Side, sentence: &Sentence) -> Vec<String> {
    match sentence.standing {
        Standing::Repeat(_) => vec!["repeat".to_owned()],
        Standing::Own | Standing::Furniture => furniture_labels(comparing, side, sentence),
    }
}

fn furniture_labels(comparing: &Comparing, side: Side, sentence: &Sentence) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for piece in &comparing.articles.of(side).furniture {
        if Span::new(piece.start, piece.end).meets(sentence.span)
            && !labels.iter().any(|label| *label == piece.label)
        {
            labels.push(piece.label.to_string());
        }
    }
    if labels.is_empty() {
        labels.push("furniture".to_owned());
    }
    labels
}
