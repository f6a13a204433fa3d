//! Several articles as one story: each two of them compared, and the claims that stand in more than one.

use std::rc::Rc;

use crossread_engine::story::{Claim as Grouped, Place, Tie, claims};
use crossread_engine::{Options, Reading, Span, compare};

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
    let before = |text: &Text| texts.iter().filter(|one| one.text < text.text).count();
    texts.iter().map(|text| before(text) as u32).collect()
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
            let place = |article: usize, sentence| Place {
                article: article as u32,
                sentence,
            };
            ties.extend(found.matches.iter().map(|found| Tie {
                a: place(x, found.a),
                b: place(y, found.b),
                kind: found.kind,
                strength: found.link,
            }));
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
    let mut spread = vec![0; readings.len() + 1];
    let mut articles: Vec<story::Teller> = Vec::new();
    for reading in readings {
        articles.push(story::Teller {
            length: Length::of(reading),
            ..story::Teller::default()
        });
    }
    let mut taken: Vec<Vec<bool>> = readings
        .iter()
        .map(|reading| vec![false; reading.sentences.len()])
        .collect();
    for claim in claims {
        if let Some(number) = spread.get_mut(claim.articles as usize) {
            *number += 1;
        }
        for (places, near) in [(&claim.places, false), (&claim.near, true)] {
            for place in places {
                let article = place.article as usize;
                taken[article][place.sentence as usize] = true;
                if near {
                    articles[article].near += 1;
                } else {
                    articles[article].told += 1;
                }
            }
        }
    }
    for ((teller, reading), taken) in articles.iter_mut().zip(readings).zip(&taken) {
        for (sentence, taken) in reading.sentences.iter().zip(taken) {
            if !taken && sentence.takes_part(options.scope) {
                teller.alone += 1;
                if teller.apart.len() < story::MOST_APART {
                    teller.apart.push(sentence.span);
                }
            }
        }
    }
    let most = claims.iter().take(story::MOST_CLAIMS);
    Story {
        options,
        claims: most.map(|claim| shown(readings, ties, claim)).collect(),
        articles,
        spread,
        cut_short,
    }
}

fn shown(readings: &[Rc<Reading>], ties: &[Tie], claim: &Grouped) -> story::Claim {
    let within: Vec<&Tie> = claim.ties.iter().map(|&at| &ties[at as usize]).collect();
    let all = claim.places.iter().chain(&claim.near);
    let sentences = all.enumerate().map(|(at, &place)| {
        let sentence = readings[place.article as usize]
            .sentences
            .get(place.sentence as usize);
        let kinds = within
            .iter()
            .filter(|tie| tie.a == place || tie.b == place)
            .map(|tie| tie.kind);
        story::Saying {
            article: place.article,
            sentence: place.sentence,
            span: sentence.map_or_else(Span::default, |sentence| sentence.span),
            kind: kinds.max(),
            near: at >= claim.places.len(),
        }
    });
    let number = |place: Place| {
        let mut all = claim.places.iter().chain(&claim.near);
        all.position(|&one| one == place).unwrap_or_default() as u32
    };
    story::Claim {
        sentences: sentences.collect(),
        links: within
            .iter()
            .map(|tie| (number(tie.a), number(tie.b), tie.kind))
            .collect(),
        articles: claim.articles,
    }
}
