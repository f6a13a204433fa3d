//! From several articles, read, to their story: each two compared, the claims, and what each article tells.

use std::collections::HashMap;

use super::{Claim, Place, Tie, claims};
use crate::compare::{Reasons, compare_with, content_stems};
use crate::comparison::{Kind, Match, Route};
use crate::facts::{Between, Fact};
use crate::hand::HandLinks;
use crate::lang::Stemming;
use crate::options::{Options, Scope};
use crate::reading::Reading;

/// Several articles as one story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The matches of each two.
    pub ties: Vec<Tie>,
    /// The claims that they make.
    pub claims: Vec<Claim>,
    /// Whether a comparison was cut short, so that matches can be missing.
    pub cut_short: bool,
}

/// What one article tells of a story: how many of its sentences say a claim, how many come near one, and which have no
/// counterpart in any other article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// Sentences that say a claim.
    pub told: u32,
    /// Sentences that are near one.
    pub near: u32,
    /// The others that take part, as indices.
    pub alone: Vec<u32>,
}

impl Story {
    /// The story that these articles tell, each with its text, by which equal ties are ranked. `step` hears before each
    /// comparison how many have been made, and of how many.
    pub fn new(
        articles: &[(&Reading, &str)],
        options: Options,
        step: &mut dyn FnMut(usize, usize),
    ) -> Story {
        Story::with(articles, options, &|_, _| HandLinks::default(), step)
    }

    /// The same with what a reader linked or refused by hand: `links` gives it for two of the articles by their
    /// places, the lower first.
    pub fn with(
        articles: &[(&Reading, &str)],
        options: Options,
        links: &dyn Fn(usize, usize) -> HandLinks,
        step: &mut dyn FnMut(usize, usize),
    ) -> Story {
        let count = articles.len();
        let all = (0..count).flat_map(|x| (x + 1..count).map(move |y| (x, y)));
        let pairs = count * count.saturating_sub(1) / 2;
        let compared = all.enumerate().map(|(done, (x, y))| {
            step(done, pairs);
            Story::compared(articles, (x, y), options, &links(x, y))
        });
        Story::of(articles, compared)
    }

    /// The matches of two of the articles, by their places in the list, and whether the comparison was cut short.
    pub fn compared(
        articles: &[(&Reading, &str)],
        (x, y): (usize, usize),
        options: Options,
        links: &HandLinks,
    ) -> (Vec<Tie>, bool) {
        let (Some(&(a, of_a)), Some(&(b, of_b))) = (articles.get(x), articles.get(y)) else {
            return Default::default();
        };
        let compared = compare_with(a, b, options, links, &mut |_| ());
        let reasons = Reasons::new(a, b, &compared);
        let mut between = Between::new((of_a, a), (of_b, b));
        let tie = |(index, found): (usize, &Match)| {
            let [a, b] = [(x, found.a), (y, found.b)].map(|(article, sentence)| Place {
                article: article as u32,
                sentence,
            });
            let same = found.kind == Kind::Verbatim;
            let by_hand = found.route == Route::Hand;
            let facts = between.sentences(found.a, found.b);
            Tie {
                a,
                b,
                kind: found.kind,
                // A reader's word comes first.
                strength: if by_hand { 1.0 } else { found.link },
                opposed: !same && facts.iter().any(Fact::is_denial),
                loose: !same && !by_hand && reasons.is_one_phrase(index),
            }
        };
        let ties = compared.matches.iter().enumerate().map(tie).collect();
        (ties, compared.cut_short.candidates)
    }

    /// The story that the matches of some of the pairs make. Where pairs are left out, claims are told by fewer.
    pub fn of(
        articles: &[(&Reading, &str)],
        compared: impl IntoIterator<Item = (Vec<Tie>, bool)>,
    ) -> Story {
        let mut story = Story::default();
        for (ties, cut_short) in compared {
            story.ties.extend(ties);
            story.cut_short |= cut_short;
        }
        let mut kin = Kin::new(articles);
        story.claims = claims(&ranks(articles), &story.ties, &mut |a, b| kin.are(a, b));
        story
    }

    /// How many claims stand in so many of that many articles, by that number.
    pub fn spread(&self, articles: usize) -> Vec<u32> {
        let mut spread = vec![0; articles + 1];
        for claim in &self.claims {
            spread[claim.articles as usize] += 1;
        }
        spread
    }

    /// What the article in that place tells.
    pub fn telling(&self, article: usize, reading: &Reading, scope: Scope) -> Telling {
        let mut telling = Telling::default();
        let mut has_counterpart = vec![false; reading.sentences.len()];
        for claim in &self.claims {
            for (count, places) in [
                (&mut telling.told, &claim.places),
                (&mut telling.near, &claim.near),
            ] {
                for place in places {
                    if place.article as usize == article {
                        *count += 1;
                        has_counterpart[place.sentence as usize] = true;
                    }
                }
            }
        }
        for (index, sentence) in reading.sentences.iter().enumerate() {
            if !has_counterpart[index] && sentence.takes_part(scope) {
                telling.alone.push(index as u32);
            }
        }
        telling
    }
}

/// Which sentences share words, linked or not.
struct Kin<'r> {
    articles: &'r [(&'r Reading, &'r str)],
    stemming: Vec<Stemming>,
    /// The stems of sentences that were asked about, without function words.
    stems: HashMap<Place, Vec<String>>,
}

/// So many stems two sentences share that are akin.
const KIN: usize = 2;

impl<'r> Kin<'r> {
    fn new(articles: &'r [(&'r Reading, &'r str)]) -> Self {
        Kin {
            articles,
            stemming: (articles.iter())
                .map(|(reading, _)| Stemming::new(reading.lang))
                .collect(),
            stems: HashMap::new(),
        }
    }

    fn are(&mut self, a: Place, b: Place) -> bool {
        for place in [a, b] {
            let article = place.article as usize;
            let of = self.articles.get(article).zip(self.stemming.get(article));
            if let Some(((reading, _), stemming)) = of {
                let stems = || content_stems(reading, place.sentence, stemming);
                self.stems.entry(place).or_insert_with(stems);
            }
        }
        let [Some(a), Some(b)] = [a, b].map(|place| self.stems.get(&place)) else {
            return false;
        };
        a.iter().filter(|stem| b.contains(stem)).take(KIN).count() == KIN
    }
}

/// For each text how many of them come before it: a number that rests on the texts alone.
fn ranks(articles: &[(&Reading, &str)]) -> Vec<u32> {
    let mut ranks = Vec::new();
    for (_, text) in articles {
        let before = articles.iter().filter(|(_, one)| one < text);
        ranks.push(before.count() as u32);
    }
    ranks
}
