//! Stretches of a text that are sorted once and looked up often.

use crossread_engine::Span;

use crate::sort;

/// What differs on one side, in bytes of its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Differing {
    /// The clashes, in order and without overlap, and with what they clash: "Number: 100,000 in EmbassyPages".
    pub(super) clashes: Vec<(Span, String)>,
    /// What the other side says differently or with another precision, and figures, dates and denials that only this side has;
    /// merged and in order.
    pub(super) values: Vec<Span>,
}

/// The spans in order, with overlapping ones merged.
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
