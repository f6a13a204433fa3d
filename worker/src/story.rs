//! Several articles as one story: each two of them compared, and the claims that stand in more than one.

use std::rc::Rc;

use crossread_engine::story::{Claim as Grouped, Place, Tie, claims};
use crossread_engine::{Options, Reading, compare};

use crate::overview::Length;
use crate::protocol::{Answer, Progress, Stage, Story, Text, story};
use crate::work::{Tell, Work, known};

/// So much of all the work is reading, in per cent; the rest is comparing.
const READING: usize = 30;

impl Work {
    /// The story that these texts tell; only the first [`story::MOST_ARTICLES`] of them.
    pub(crate) fn story(
        &mut self,
        mut texts: Vec<Text>,
        options: Options,
        tell: Tell<'_>,
    ) -> Answer {
        texts.truncate(story::MOST_ARTICLES);
        let all: Vec<&Text> = texts.iter().collect();
        let Some(langs) = known(&all, self.knows_all) else {
            return Answer::Heavy;
        };
        let mut readings = Vec::new();
        for (at, (text, lang)) in texts.iter().zip(langs).enumerate() {
            tell(Progress {
                stage: Stage::ReadingA,
                percent: (READING * at / texts.len()) as u8,
            });
            readings.push(self.read(text, lang, texts.len()));
        }
        let (ties, cut_short) = ties(&readings, options, tell);
        let grouped = claims(&ranks(&texts), &ties);
        Answer::Story(Box::new(told(
            &readings, options, &ties, &grouped, cut_short,
        )))
    }
}

/// For each text how many of them come before it: a number that rests on the texts alone.
fn ranks(texts: &[Text]) -> Vec<u32> {
    let mut ranks = Vec::new();
    for text in texts {
        let before = texts.iter().filter(|one| one.text < text.text);
        ranks.push(before.count() as u32);
    }
    ranks
}

/// The matches of each two, and whether any comparison was cut short.
fn ties(readings: &[Rc<Reading>], options: Options, tell: Tell<'_>) -> (Vec<Tie>, bool) {
    let (mut ties, mut cut_short, mut done) = (Vec::new(), false, 0);
    let pairs = readings.len() * readings.len().saturating_sub(1) / 2;
    for (x, a) in readings.iter().enumerate() {
        for (y, b) in readings.iter().enumerate().skip(x + 1) {
            tell(Progress {
                stage: Stage::Matches,
                percent: (READING + (100 - READING) * done / pairs) as u8,
            });
            done += 1;
            let found = compare(a, b, options);
            cut_short |= found.cut_short.candidates;
            for found in found.matches {
                let [a, b] = [(x, found.a), (y, found.b)].map(|(article, sentence)| Place {
                    article: article as u32,
                    sentence,
                });
                ties.push(Tie {
                    a,
                    b,
                    kind: found.kind,
                    strength: found.link,
                });
            }
        }
    }
    (ties, cut_short)
}

/// What is shown of it.
fn told(
    readings: &[Rc<Reading>],
    options: Options,
    ties: &[Tie],
    claims: &[Grouped],
    cut_short: bool,
) -> Story {
    let mut story = Story {
        options,
        cut_short,
        spread: vec![0; readings.len() + 1],
        ..Story::default()
    };
    // The sentences of each article that are told, and those that come near it.
    let mut taken: Vec<[Vec<u32>; 2]> = vec![Default::default(); readings.len()];
    for claim in claims {
        story.spread[claim.articles as usize] += 1;
        for (near, places) in [&claim.places, &claim.near].into_iter().enumerate() {
            for place in places {
                taken[place.article as usize][near].push(place.sentence);
            }
        }
        if story.claims.len() < story::MOST_CLAIMS {
            story.claims.push(shown(readings, ties, claim));
        }
    }
    for (reading, taken) in readings.iter().zip(&taken) {
        let [told, near] = taken;
        let mut teller = story::Teller {
            length: Length::of(reading),
            told: told.len() as u32,
            near: near.len() as u32,
            ..story::Teller::default()
        };
        let mut has_counterpart = vec![false; reading.sentences.len()];
        for &sentence in taken.iter().flatten() {
            has_counterpart[sentence as usize] = true;
        }
        for (sentence, has_counterpart) in reading.sentences.iter().zip(has_counterpart) {
            if !has_counterpart && sentence.takes_part(options.scope) {
                teller.alone += 1;
                if teller.apart.len() < story::MOST_APART {
                    teller.apart.push(sentence.span);
                }
            }
        }
        story.articles.push(teller);
    }
    story
}

fn shown(readings: &[Rc<Reading>], ties: &[Tie], claim: &Grouped) -> story::Claim {
    let mut shown = story::Claim {
        articles: claim.articles,
        ..story::Claim::default()
    };
    let mut all: Vec<Place> = Vec::new();
    for (near, places) in [(false, &claim.places), (true, &claim.near)] {
        for &place in places {
            let sentences = &readings[place.article as usize].sentences;
            shown.sentences.push(story::Saying {
                article: place.article,
                sentence: place.sentence,
                span: sentences[place.sentence as usize].span,
                kind: None,
                near,
            });
            all.push(place);
        }
    }
    for &tie in &claim.ties {
        let Tie { a, b, kind, .. } = ties[tie as usize];
        let [a, b] = [a, b].map(|place| {
            let at = all.iter().position(|one| *one == place).unwrap_or_default();
            let strongest = &mut shown.sentences[at].kind;
            *strongest = (*strongest).max(Some(kind));
            at as u32
        });
        shown.links.push((a, b, kind));
    }
    shown
}
