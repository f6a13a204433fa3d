//! From several articles, read, to their story: each two compared, the claims, and what each article tells.

use super::{Claim, Place, Tie, claims};
use crate::compare::compare;
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
        let (mut story, mut done) = (Story::default(), 0);
        let pairs = articles.len() * articles.len().saturating_sub(1) / 2;
        for (x, (a, _)) in articles.iter().enumerate() {
            for (y, (b, _)) in articles.iter().enumerate().skip(x + 1) {
                step(done, pairs);
                done += 1;
                let found = compare(a, b, options);
                story.cut_short |= found.cut_short.candidates;
                for found in found.matches {
                    let [a, b] = [(x, found.a), (y, found.b)].map(|(article, sentence)| Place {
                        article: article as u32,
                        sentence,
                    });
                    story.ties.push(Tie {
                        a,
                        b,
                        kind: found.kind,
                        strength: found.link,
                    });
                }
            }
        }
        story.claims = claims(&ranks(articles), &story.ties);
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

/// For each text how many of them come before it: a number that rests on the texts alone.
fn ranks(articles: &[(&Reading, &str)]) -> Vec<u32> {
    let mut ranks = Vec::new();
    for (_, text) in articles {
        let before = articles.iter().filter(|(_, one)| one < text);
        ranks.push(before.count() as u32);
    }
    ranks
}
