//! Stretches of a text that are sorted once and looked up often.

use crossread_engine::Span;

use crate::sort;

/// What of a side differs from the other, in bytes of its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Differing {
    /// What clashes, in order and without overlap, and with what: "Number: 100,000 in EmbassyPages".
    pub(super) clashes: Vec<(Span, String)>,
    /// What the other says otherwise or more or less exactly, and figures, dates and denials of this side alone; merged and in
    /// order.
    pub(super) values: Vec<Span>,
}

/// In order, and those that overlap made one.
pub(super) fn merged(spans: &[Span]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for at in sort::order(spans.len(), &|at| spans[at].start as u64) {
        let span = spans[at];
        if span.is_empty() {
            continue;
        }
        match out.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

/// Those of `spans` (merged) that have a byte in `span`.
pub(super) fn meeting(spans: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = spans.partition_point(|other| other.end <= span.start);
    spans
        .iter()
        .skip(first)
        .copied()
        .take_while(move |other| other.start < span.end)
        .filter(move |other| other.meets(span))
}
