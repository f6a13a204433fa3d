//! Several articles as one story, with all that is shown of it.

use std::rc::Rc;

use crossread_engine::overview::Length;
use crossread_engine::story::{Claim as Grouped, Place, Story as Told, Tie};
use crossread_engine::{HandLinks, Kind, Options, Reading};

use crate::protocol::{Answer, Progress, Stage, Story, Text, story};
use crate::work::{Tell, Work, known};

/// The share of reading in the work, in per cent; the rest is comparing.
const READING: usize = 30;

impl Work {
    /// The story that these texts tell; at most the first [`story::MOST_ARTICLES`] of them.
    pub(crate) fn story(
        &mut self,
        mut texts: Vec<Text>,
        options: Options,
        by_hand: &[(u32, u32, HandLinks)],
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
        let links = |a: usize, b: usize| {
            let mut of_two = by_hand.iter();
            let links = of_two.find(|one| (one.0 as usize, one.1 as usize) == (a, b));
            links.map_or_else(HandLinks::default, |one| one.2.clone())
        };
        let found = Told::with(&articles, options, &links, &mut |done, pairs| {
            tell(Progress {
                stage: Stage::Matches,
                percent: (READING + (100 - READING) * done / pairs) as u8,
            });
        });
        Answer::Story(Box::new(told(&held, options, &found)))
    }
}

/// What the page shows of it.
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
    for question in &found.questions {
        if question.claim as usize >= story::MOST_CLAIMS {
            continue;
        }
        let said = question.answers.iter().map(|answer| story::Said {
            article: answer.place.article,
            span: answer.span,
            counted: answer.counted,
            group: answer.group,
            against: answer.against,
        });
        story.questions.push(story::Question {
            claim: question.claim,
            slot: question.slot,
            answers: said.collect(),
        });
    }
    for quote in found.quotes.iter().take(story::MOST_QUOTES) {
        story.quotes.push(story::Quote {
            article: quote.place.article,
            span: quote.span,
            by: quote.by,
            verb: quote.verb.unwrap_or_default(),
            speaker: quote.speaker,
            saying: quote.saying,
            cut: quote.cut,
        });
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
            let reading = &readings[place.article as usize];
            shown.sentences.push(story::Saying {
                article: place.article,
                span: reading.sentences[place.sentence as usize].span,
                clause: claim.clause(all.len(), reading),
                wording: all.len() as u32,
                near,
            });
            all.push(place);
        }
    }
    // A sentence belongs to a group if it shares its wording with more than half of it; a chain of similar sentences is
    // not enough.
    let mut alike = vec![false; all.len() * all.len()];
    for &tie in &claim.ties {
        let tie = &ties[tie as usize];
        let place = |place: Place| all.iter().position(|one| *one == place).unwrap_or_default();
        let (a, b) = (place(tie.a), place(tie.b));
        if tie.kind != Kind::Related {
            alike[a * all.len() + b] = true;
            alike[b * all.len() + a] = true;
        }
    }
    for at in 0..all.len() {
        let (mut of_it, mut tied) = (vec![0; at], vec![0; at]);
        for (other, saying) in shown.sentences.iter().take(at).enumerate() {
            of_it[saying.wording as usize] += 1;
            tied[saying.wording as usize] += usize::from(alike[at * all.len() + other]);
        }
        if let Some(group) = (0..at).find(|&group| tied[group] * 2 > of_it[group]) {
            shown.sentences[at].wording = group as u32;
        }
    }
    shown
}
