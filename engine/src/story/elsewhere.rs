//! Finds answers in sentences that no fact ties to those of a question. An article can give a number in words that share too
//! little with the others' (*tens of thousands still remain*). It answers the question if it counts the same thing and can be
//! the same number as an existing answer. Otherwise it is taken to be about something else.

use super::questions::{Answer, Question};
use super::{Place, Tie};
use crate::facts::{Count, Finder, Slot};
use crate::reading::Reading;
use crate::values::{Likeness, Value};
use crate::{Span, Standing, sort};

/// From this number on, two articles do not share a number by chance; a smaller one counts only in sentences that are tied.
const LARGE: f64 = 100.0;
/// A word for a number whose range is wider than this, from one end to the other, fits anything.
const WIDE: f64 = 10.0;

/// The counts of all articles; each sentence is read on first use.
struct Shelf<'t> {
    articles: &'t [(&'t Reading, &'t str)],
    finders: Vec<Option<Finder>>,
    counts: Vec<Vec<Option<Vec<Count>>>>,
}

impl<'t> Shelf<'t> {
    fn new(articles: &'t [(&'t Reading, &'t str)]) -> Self {
        let room = |(reading, _): &(&Reading, &str)| vec![None; reading.sentences.len()];
        Shelf {
            articles,
            finders: articles.iter().map(|_| None).collect(),
            counts: articles.iter().map(room).collect(),
        }
    }

    /// The counts of a sentence; none where there is no such sentence.
    fn of(&mut self, place: Place) -> &[Count] {
        let (article, index) = (place.article as usize, place.sentence as usize);
        let Some(&(reading, text)) = self.articles.get(article) else {
            return &[];
        };
        let Some(sentence) = reading.sentences.get(index) else {
            return &[];
        };
        let read = || Finder::new(reading.lang).written(reading.day);
        let finder = self.finders[article].get_or_insert_with(read);
        let counts = &mut self.counts[article][index];
        counts.get_or_insert_with(|| {
            let said = finder.read(text, sentence.span, &reading.quotations);
            let before = index
                .checked_sub(1)
                .and_then(|at| reading.sentences.get(at));
            let before = before
                .filter(|one| one.paragraph == sentence.paragraph)
                .map(|one| finder.read(text, one.span, &reading.quotations));
            said.counts(before.as_ref())
        })
    }
}

/// A number of an article that answers a question.
struct Candidate {
    place: Place,
    value: Value,
    counted: Span,
}

/// Adds to the questions about a number what the other articles say.
pub(super) fn elsewhere(articles: &[(&Reading, &str)], ties: &[Tie], questions: &mut [Question]) {
    let mut shelf = Shelf::new(articles);
    // A number answers only one question.
    let all = questions.iter().flat_map(|one| &one.answers);
    let mut taken: Vec<(u32, usize)> = all.map(|one| (one.place.article, one.span.start)).collect();
    for question in questions.iter_mut().filter(|one| one.slot == Slot::Number) {
        let Some((noun, needle)) = noun(&mut shelf, question) else {
            continue;
        };
        let values = values(&mut shelf, question);
        let mut tied: Option<Vec<u64>> = None;
        let before = question.answers.len();
        for article in 0..articles.len() as u32 {
            let mut answers = question.answers.iter().take(before);
            if answers.any(|one| one.place.article == article) {
                continue;
            }
            let mut best: Option<((bool, bool), Candidate)> = None;
            for place in mentioning(articles, article, &needle) {
                for count in shelf.of(place) {
                    let thing = count.things.iter().find(|thing| thing.noun == noun);
                    let at = (article, count.value.span.start);
                    let (Some(thing), Some(like)) = (thing, compatible(&values, &count.value))
                    else {
                        continue;
                    };
                    let tied = tied.get_or_insert_with(|| neighbours(ties, question));
                    let is_tied = tied.binary_search(&key(place)).is_ok();
                    let large = count.value.number().is_some_and(|one| one.low >= LARGE);
                    let rank = (like != Likeness::Same, !is_tied);
                    let is_better = best.as_ref().is_none_or(|best| rank < best.0);
                    if (large || is_tied) && is_better && !taken.contains(&at) {
                        let found = Candidate {
                            place,
                            value: count.value,
                            counted: thing.span,
                        };
                        best = Some((rank, found));
                    }
                }
            }
            if let Some((_, found)) = best {
                taken.push((article, found.value.span.start));
                add(&mut shelf, question, &found);
            }
        }
        let answers = &question.answers;
        let order = sort::order(answers.len(), &|at| {
            let one = &answers[at];
            sort::pack(one.place.article, one.span.start as u32)
        });
        question.answers = order.into_iter().map(|at| question.answers[at]).collect();
        question.clash |= question.answers.iter().any(|one| one.against != 0);
    }
}

/// What most of a question's answers count, as a stem, and the beginning of the word for it.
fn noun(shelf: &mut Shelf<'_>, question: &Question) -> Option<(u64, String)> {
    let mut nouns: Vec<(u64, u32, Place, Span)> = Vec::new();
    for answer in &question.answers {
        let counts = shelf.of(answer.place);
        let count = counts.iter().find(|one| one.value.span == answer.span);
        let Some(thing) = count.and_then(|one| one.things.first()) else {
            continue;
        };
        match nouns.iter_mut().find(|one| one.0 == thing.noun) {
            Some(one) => one.1 += 1,
            None => nouns.push((thing.noun, 1, answer.place, thing.span)),
        }
    }
    let most = nouns.iter().map(|one| one.1).max()?;
    let (noun, _, place, span) = nouns.into_iter().find(|one| one.1 == most)?;
    let &(_, text) = shelf.articles.get(place.article as usize)?;
    let word = span.of(text).to_ascii_lowercase();
    Some((noun, word.trim_end_matches('s').to_owned()))
}

fn values(shelf: &mut Shelf<'_>, question: &Question) -> Vec<Value> {
    let mut values = Vec::new();
    for answer in &question.answers {
        let counts = shelf.of(answer.place);
        let count = counts.iter().find(|one| one.value.span == answer.span);
        values.extend(count.map(|one| one.value));
    }
    values
}

/// The sentences of an article that have the word, or follow one that has it.
fn mentioning<'t>(
    articles: &'t [(&'t Reading, &'t str)],
    article: u32,
    needle: &str,
) -> Vec<Place> {
    let Some(&(reading, text)) = articles.get(article as usize) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut before = None;
    for (sentence, one) in (0..).zip(&reading.sentences) {
        // The standard string search would be larger than all of this.
        let words = one.span.of(text).as_bytes();
        let mut all = words.windows(needle.len().max(1));
        let has = all.any(|word| word.eq_ignore_ascii_case(needle.as_bytes()));
        let follows = before == Some(one.paragraph);
        if (has || follows) && one.standing == Standing::Own {
            found.push(Place { article, sentence });
        }
        before = has.then_some(one.paragraph);
    }
    found
}

/// How a number relates to the nearest of these; `None` if it fits none of them.
fn compatible(values: &[Value], value: &Value) -> Option<Likeness> {
    let number = value.number()?;
    if number.high > WIDE * number.low {
        return None;
    }
    let all = values.iter().filter_map(|one| one.likeness(value));
    let near = |like: &Likeness| *like != Likeness::Differs;
    all.filter(near).min_by_key(|like| *like != Likeness::Same)
}

/// A sentence as a number.
fn key(place: Place) -> u64 {
    sort::pack(place.article, place.sentence)
}

/// The sentences that are tied to one of a question's, as numbers in order.
fn neighbours(ties: &[Tie], question: &Question) -> Vec<u64> {
    let mut of_it: Vec<u64> = question.answers.iter().map(|one| key(one.place)).collect();
    sort::numbers(&mut of_it);
    let mut found = Vec::new();
    for tie in ties {
        for (one, other) in [(tie.a, tie.b), (tie.b, tie.a)] {
            if of_it.binary_search(&key(one)).is_ok() {
                found.push(key(other));
            }
        }
    }
    sort::numbers(&mut found);
    found
}

/// Adds an answer: with equal ones, or as a new one that clashes with all that it differs from.
fn add(shelf: &mut Shelf<'_>, question: &mut Question, found: &Candidate) {
    let mut like: Vec<(u32, Likeness)> = Vec::new();
    for answer in &question.answers {
        let counts = shelf.of(answer.place);
        let count = counts.iter().find(|one| one.value.span == answer.span);
        let likeness = count.and_then(|one| one.value.likeness(&found.value));
        like.extend(likeness.map(|likeness| (answer.group, likeness)));
    }
    let same = like.iter().find(|one| one.1 == Likeness::Same);
    let bit = |group: u32| 1_u64.checked_shl(group).unwrap_or(0);
    let last = question.answers.iter().map(|one| one.group).max();
    let group = same.map_or(last.map_or(0, |last| last + 1), |same| same.0);
    let mut against = 0;
    for answer in &mut question.answers {
        let clashes = like.contains(&(answer.group, Likeness::Differs));
        match same {
            Some(_) if answer.group == group => against |= answer.against,
            None if clashes => {
                answer.against |= bit(group);
                against |= bit(answer.group);
            }
            _ => {}
        }
    }
    question.answers.push(Answer {
        place: found.place,
        span: found.value.span,
        counted: Some(found.counted),
        group,
        against,
    });
}
