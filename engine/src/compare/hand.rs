//! Applies what a reader linked or refused by hand. The reader decides; the other matches stay as they were found.

use crate::Span;
use crate::comparison::Match;
use crate::hand::HandLinks;
use crate::options::Scope;
use crate::reading::Reading;
use crate::sort;

use super::kinds;
use super::terms::Terms;

/// The most sentences of one stretch: a reader points at one, rarely at two.
const MOST_SENTENCES: usize = 4;

/// Two sentences, of A and of B.
pub type Two = (u32, u32);

/// Adds the matches that were made and removes those that were refused. Returns the refused pairs of sentences.
/// Sentences that are not compared are not linked.
pub fn take_in(
    a: &Reading,
    b: &Reading,
    terms: &Terms,
    links: &HandLinks,
    matches: &mut Vec<Match>,
) -> Vec<Two> {
    if links.is_empty() {
        return Vec::new();
    }
    let has_words =
        |reading: &Reading, at: u32| reading.sentences[at as usize].takes_part(Scope::Full);
    let in_a = |i: u32| terms.a.takes_part(i) && has_words(a, i);
    let in_b = |j: u32| terms.b.takes_part(j) && has_words(b, j);
    let takes_part = |&(i, j): &Two| in_a(i) && in_b(j);
    let made: Vec<Two> = pairs(a, b, &links.made)
        .into_iter()
        .filter(takes_part)
        .collect();
    let mut refused = pairs(a, b, &links.refused);
    refused.retain(|two| made.binary_search(two).is_err());
    let has = |list: &[Two], found: &Match| list.binary_search(&(found.a, found.b)).is_ok();
    matches.retain(|found| !has(&made, found) && !has(&refused, found));
    let by_hand = made.iter().map(|&(i, j)| kinds::by_hand(a, b, terms, i, j));
    matches.extend(by_hand);
    let order = sort::order(matches.len(), &|at| {
        sort::pack(matches[at].a, matches[at].b)
    });
    *matches = order.into_iter().map(|at| matches[at]).collect();
    refused
}

/// The pairs of sentences of these stretches, in order, each once.
fn pairs(a: &Reading, b: &Reading, links: &[(Span, Span)]) -> Vec<Two> {
    let mut keys = Vec::new();
    for &(in_a, in_b) in links {
        for i in touched(a, in_a) {
            keys.extend(touched(b, in_b).map(|j| sort::pack(i, j)));
        }
    }
    sort::numbers(&mut keys);
    keys.dedup();
    keys.into_iter().map(sort::unpack).collect()
}

/// The sentences that a stretch touches; none if it lies beyond the text or between two sentences.
fn touched(reading: &Reading, span: Span) -> impl Iterator<Item = u32> {
    let sentences = &reading.sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let touched = sentences.iter().skip(first).take(MOST_SENTENCES);
    let count = touched.take_while(|sentence| sentence.span.start < span.end);
    (first..first + count.count()).map(|index| index as u32)
}
