//! Several articles as one story, with all that is shown of it.

use std::rc::Rc;

use crossread_engine::story::{Claim as Grouped, Place, Story as Told, Tie};
use crossread_engine::{Options, Reading};

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
        let mut held = Vec::new();
        for (at, (text, lang)) in texts.iter().zip(langs).enumerate() {
            tell(Progress {
                stage: Stage::ReadingA,
                percent: (READING * at / texts.len()) as u8,
            });
            held.push(self.read(text, lang, texts.len()));
        }
        let mut articles: Vec<(&Reading, &str)> = Vec::new();
        for (reading, text) in held.iter().zip(&texts) {
            articles.push((reading, &text.text));
        }
        let found = Told::new(&articles, options, &mut |done, pairs| {
            tell(Progress {
                stage: Stage::Matches,
                percent: (READING + (100 - READING) * done / pairs) as u8,
            });
        });
        Answer::Story(Box::new(told(&held, options, &found)))
    }
}

/// What is shown of it.
fn told(readings: &[Rc<Reading>], options: Options, found: &Told) -> Story {
    let mut story = Story {
        options,
        cut_short: found.cut_short,
        spread: found.spread(readings.len()),
        ..Story::default()
    };
    for claim in found.claims.iter().take(story::MOST_CLAIMS) {
        story.claims.push(shown(readings, &found.ties, claim));
    }
    for (place, reading) in readings.iter().enumerate() {
        let telling = found.telling(place, reading, options.scope);
        let mut teller = story::Teller {
            length: Length::of(reading),
            told: telling.told,
            near: telling.near,
            alone: telling.alone.len() as u32,
            ..story::Teller::default()
        };
        for &index in telling.alone.iter().take(story::MOST_APART) {
            teller.apart.push(reading.sentences[index as usize].span);
        }
        story.articles.push(teller);
    }
    story
}

fn shown(readings: &[Rc<Reading>], ties: &[Tie], claim: &Grouped) -> story::Claim {
    let mut shown = story::Claim {
        articles: claim.articles,
        opposed: claim.is_opposed(ties),
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
        let &Tie {
            a, b, kind, linked, ..
        } = &ties[tie as usize];
        let [a, b] = [a, b].map(|place| {
            let at = all.iter().position(|one| *one == place).unwrap_or_default();
            let strongest = &mut shown.sentences[at].kind;
            *strongest = (*strongest).max(Some(kind));
            at as u32
        });
        if linked {
            shown.links.push((a, b, kind));
        }
    }
    shown
}
