//! Each speaker's words across the articles. One report quotes a whole sentence, another a part of it, a third uses other
//! words. Quotations of a speaker that share most of their words are one statement, and the others are compared with the
//! longest of them.

use crate::facts::{Given, Spoken, common, spoken};
use crate::reading::Reading;
use crate::{Span, sort};

use super::Place;

/// A quotation in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quote {
    /// The sentence.
    pub place: Place,
    /// The words, without their marks, in bytes of the article's text.
    pub span: Span,
    /// Where the article names the speaker.
    pub by: Span,
    /// The verb of saying, if the sentence has one.
    pub verb: Option<Span>,
    /// The speaker's number, equal for names that are taken for one speaker.
    pub speaker: u32,
    /// The statement's number, equal for quotations of the same statement.
    pub saying: u32,
    /// How it relates to the first quotation of its statement.
    pub cut: Cut,
}

/// How a quotation relates to the longest one of its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Cut {
    /// It is the longest, or has the same words.
    Whole,
    /// It leaves words out.
    Shortened,
    /// It has other words.
    Altered,
}

/// The most quotations of a speaker that are compared with each other.
const MOST: usize = 100;
/// The most words of a quotation that are compared.
const WORDS: usize = 80;
/// From this share of the shorter one's words on, which both have in order, two quotations are one statement.
const ALIKE: f64 = 0.6;

/// The quotations of these articles whose speakers are named: first the speakers that most articles quote, and for each
/// first the statements that most articles have.
pub(super) fn speech(articles: &[(&Reading, &str)]) -> Vec<Quote> {
    let mut all: Vec<(u32, Spoken)> = Vec::new();
    for (article, (reading, text)) in (0..).zip(articles) {
        let of_it = spoken(text, reading, article);
        all.extend(of_it.into_iter().map(|one| (article, one)));
    }
    tell_apart(&mut all);
    // By speaker, the longest first.
    let order = sort::ordered(
        all.len(),
        &[
            &|at| all[at].1.by.key,
            &|at| !(all[at].1.words.len() as u64),
            &|at| sort::pack(all[at].0, all[at].1.span.start as u32),
        ],
    );
    let mut speakers: Vec<Vec<Vec<(usize, Cut)>>> = Vec::new();
    let mut last = None;
    let mut seen = 0;
    for at in order {
        let key = all[at].1.by.key;
        if last != Some(key) {
            speakers.push(Vec::new());
            (last, seen) = (Some(key), 0);
        }
        seen += 1;
        let Some(sayings) = speakers.last_mut().filter(|_| seen <= MOST) else {
            continue;
        };
        let held = |saying: &Vec<(usize, Cut)>| {
            let (first, _) = saying.first()?;
            against(&all[at].1.words, &all[*first].1.words)
        };
        let found = (0..sayings.len()).find_map(|place| Some((place, held(&sayings[place])?)));
        match found {
            Some((place, cut)) => sayings[place].push((at, cut)),
            None => sayings.push(vec![(at, Cut::Whole)]),
        }
    }
    let told = |list: &mut dyn Iterator<Item = usize>| {
        let mut articles: Vec<u32> = list.map(|at| all[at].0).collect();
        sort::distinct(&mut articles);
        articles.len() as u64
    };
    let first = |list: &mut dyn Iterator<Item = usize>| {
        let places = list.map(|at| sort::pack(all[at].0, all[at].1.span.start as u32));
        places.min().unwrap_or(0)
    };
    let flat = |at: usize| speakers[at].iter().flatten().map(|one| one.0);
    let by_tellers = sort::ordered(
        speakers.len(),
        &[&|at| !told(&mut flat(at)), &|at| first(&mut flat(at))],
    );
    let mut quotes = Vec::new();
    let mut number = 0;
    for (speaker, at) in (0..).zip(by_tellers) {
        let sayings = &speakers[at];
        let of = |at: usize| sayings[at].iter().map(|one| one.0);
        let order = sort::ordered(
            sayings.len(),
            &[&|at| !told(&mut of(at)), &|at| first(&mut of(at))],
        );
        for at in order {
            for &(at, cut) in &sayings[at] {
                let (article, one) = &all[at];
                quotes.push(Quote {
                    place: Place {
                        article: *article,
                        sentence: one.sentence,
                    },
                    span: one.span,
                    by: one.by.name,
                    verb: one.verb,
                    speaker,
                    saying: number,
                    cut,
                });
            }
            number += 1;
        }
    }
    quotes
}

/// Gives speakers with the same last name and different first names different keys. A speaker with only the last name is the one
/// known person of that name, or nobody if there are several.
fn tell_apart(all: &mut [(u32, Spoken)]) {
    let keys: Vec<u64> = all.iter().map(|one| one.1.by.key).collect();
    let order = sort::order(keys.len(), &|at| keys[at]);
    for of_one in order.chunk_by(|&one, &other| keys[one] == keys[other]) {
        // For each person the first names, as they were given.
        let mut people: Vec<Vec<Given>> = Vec::new();
        for &at in of_one {
            let given = all[at].1.by.given;
            if given.is_unknown() {
                continue;
            }
            let is_it = |one: &Vec<Given>| one.iter().any(|known| known.meets(given));
            let mut one = vec![given];
            people.retain_mut(|other| {
                let same = is_it(other);
                if same {
                    one.append(other);
                }
                !same
            });
            people.push(one);
        }
        if people.len() < 2 {
            continue;
        }
        for &at in of_one {
            let by = &mut all[at].1.by;
            let person = people.iter().position(|one| one.contains(&by.given));
            by.key = by.key.wrapping_add(person.map_or(0, |at| at as u64 + 1));
        }
    }
}

/// How a quotation relates to a longer one; `None` if they are not the same statement.
fn against(one: &[(u64, bool)], longer: &[(u64, bool)]) -> Option<Cut> {
    if one == longer {
        return Some(Cut::Whole);
    }
    let one = &one[..one.len().min(WORDS)];
    let longer = &longer[..longer.len().min(WORDS)];
    // A word or two is a shortened version only if it occurs there exactly.
    if longer.windows(one.len()).any(|cut| cut == one) {
        return Some(Cut::Shortened);
    }
    let weight = one.iter().map(|word| if word.1 { 2.0 } else { 1.0 });
    let share = common(one, longer) / weight.sum::<f64>();
    match share {
        share if one.len() < 3 || share < ALIKE => None,
        share if share > 0.999 => Some(Cut::Shortened),
        _ => Some(Cut::Altered),
    }
}

#[cfg(test)]
mod tests {
    use super::Cut;
    use crate::lang::Lang;
    use crate::reading::{Reading, Source};

    fn read(text: &str) -> Reading {
        Reading::new(Source {
            text,
            lang: Lang::English,
            furniture: &[],
        })
    }

    #[test]
    fn a_speakers_words_are_the_same_shortened_or_altered() {
        let texts = [
            "“Unfortunately, I cannot confirm that the army is leaving the valley,” General Anna Berg said.",
            "General Berg told reporters that she “cannot confirm that the army is leaving”.",
            "“I cannot confirm that their army is leaving our valley,” Berg warned. A baker said “we heard the guns”.",
            "“Unfortunately, I cannot confirm that the army is leaving the valley,” Ms Berg said.",
        ];
        let readings = texts.map(read);
        let articles: Vec<_> = readings.iter().zip(texts).collect();
        let quotes = super::speech(&articles);
        let said: Vec<_> = quotes
            .iter()
            .map(|one| (one.place.article, one.speaker, one.saying, one.cut))
            .collect();
        assert_eq!(
            said,
            [
                (0, 0, 0, Cut::Whole),
                (3, 0, 0, Cut::Whole),
                (2, 0, 0, Cut::Altered),
                (1, 0, 0, Cut::Shortened),
                (2, 1, 1, Cut::Whole),
            ]
        );
        let verb = quotes[2].verb.map(|verb| verb.of(texts[2]));
        assert_eq!(verb, Some("warned"));
    }

    #[test]
    fn two_of_one_last_name_are_told_apart_by_their_first_names() {
        let texts = [
            "Mayor Anna Berg came to the lock. “The lock is sound,” Berg said. Her cousin, the farmer Jon Berg, was there too. \
             “The lock is rotten,” Jon Berg said. “I told them so,” Berg said.",
            "“The lock is sound, whatever they say,” Berg said. Anna Berg has been the mayor for a year.",
            "“The lock is rotten,” Jon Peter Berg said.",
            "“The lock is sound,” Mayor Berg said.",
        ];
        let readings = texts.map(read);
        let articles: Vec<_> = readings.iter().zip(texts).collect();
        let quotes = super::speech(&articles);
        let said: Vec<_> = quotes
            .iter()
            .map(|one| {
                let article = one.place.article;
                (one.speaker, article, one.span.of(texts[article as usize]))
            })
            .collect();
        assert_eq!(
            said,
            [
                (0, 1, "The lock is sound, whatever they say"),
                (0, 0, "The lock is sound"),
                (1, 0, "The lock is rotten"),
                (1, 2, "The lock is rotten"),
                (1, 0, "I told them so"),
                (2, 3, "The lock is sound"),
            ]
        );
    }
}
