//! Turns a request into its answer. It keeps its readings, so that the same texts are compared with other
//! options without reading them again.

use std::rc::Rc;

use crossread_engine::facts::{Between, settle};
use crossread_engine::fold::Nfkc;
use crossread_engine::overview::Length;
use crossread_engine::word_diff::reading_diff;
use crossread_engine::{
    Comparison, Lang, Reading, Reasons, Source, Span, Step, compare_with, lang,
};

use crate::nothing::nothing;
use crate::protocol::{
    self, Answer, Ask, Detail, Fact, Found, Pair, Progress, ReadArticle, Stage, Text, is_heavy,
};

/// Called with the progress of the work.
pub type Tell<'t> = &'t mut dyn FnMut(Progress);

/// The number of readings that are kept: two pairs, so that going back to the previous one is quick.
const KEPT: usize = 4;

/// The state of a worker, with the last readings.
pub struct Work {
    nfkc: Box<dyn Fn(&str) -> String>,
    /// Whether it has the engine's rules for languages other than English.
    pub(crate) knows_all: bool,
    /// The latest last.
    kept: Vec<(Text, Rc<Reading>)>,
}

impl Work {
    /// `nfkc` brings a word to Unicode normalization form KC: the browser's, or elsewhere the engine's.
    pub fn new(nfkc: impl Fn(&str) -> String + 'static) -> Work {
        Work {
            nfkc: Box::new(nfkc),
            knows_all: cfg!(feature = "heavy"),
            kept: Vec::new(),
        }
    }

    /// A worker with all languages, for the build.
    #[cfg(feature = "shipped")]
    pub fn of_the_build() -> Work {
        Work {
            knows_all: true,
            ..Work::new(crossread_engine::fold::nfkc)
        }
    }

    /// The answer to a request.
    pub fn answer(&mut self, ask: Ask, tell: Tell<'_>) -> Answer {
        match ask {
            Ask::Compare(pair) | Ask::CompareInParts(pair) => {
                self.with(&pair, tell, |a, b, tell| {
                    Answer::Found(Box::new(found(&pair, a, b, tell)))
                })
            }
            Ask::Matches(pair) => self.with(&pair, tell, |a, b, _| {
                let found = compare_with(a, b, pair.options, &pair.links, &mut |_| ());
                let matches = found.matches.into_iter();
                Answer::Matches(
                    matches
                        .map(|found| (found.a, found.b, found.kind))
                        .collect(),
                )
            }),
            Ask::Between(pair, sentences) => self.with(&pair, tell, |a, b, _| {
                Answer::Between(between(&pair, a, b, &sentences))
            }),
            #[cfg(feature = "heavy")]
            Ask::Export(export) => self.with(&export.pair, tell, |a, b, tell| {
                let found = in_stages(&export.pair, a, b, tell);
                Answer::Document(crate::document::write(&export, a, b, &found))
            }),
            #[cfg(not(feature = "heavy"))]
            Ask::Export(_) => Answer::Heavy,
            #[cfg(feature = "story")]
            Ask::Story(texts, options, by_hand) => self.story(texts, options, &by_hand, tell),
            #[cfg(feature = "bring")]
            Ask::Import(_) => Answer::NotMine,
        }
    }

    /// Reads both texts and continues with them, if this program has their languages.
    fn with(
        &mut self,
        pair: &Pair,
        tell: Tell<'_>,
        then: impl FnOnce(&Reading, &Reading, Tell<'_>) -> Answer,
    ) -> Answer {
        let Some(langs) = known(&[&pair.a, &pair.b], self.knows_all) else {
            return Answer::Heavy;
        };
        tell(at(Stage::ReadingA, 0));
        let a = self.read(&pair.a, langs[0], KEPT);
        tell(at(Stage::ReadingB, 15));
        let b = self.read(&pair.b, langs[1], KEPT);
        tell(at(Stage::Passages, 30));
        then(&a, &b, tell)
    }

    /// The reading of a text, which is kept; at least `with` readings are kept.
    pub(crate) fn read(&mut self, text: &Text, lang: Lang, with: usize) -> Rc<Reading> {
        let place = self.kept.iter().position(|(kept, _)| kept == text);
        let entry = match place {
            Some(place) => self.kept.remove(place),
            None => (text.clone(), Rc::new(reading(text, lang, &*self.nfkc))),
        };
        let read = Rc::clone(&entry.1);
        self.kept.push(entry);
        let too_many = self.kept.len().saturating_sub(with.max(KEPT));
        self.kept.drain(..too_many);
        read
    }
}

/// The languages of texts; `None` if one of them needs the heavy program, and this is not it.
pub(crate) fn known(texts: &[&Text], knows_all: bool) -> Option<Vec<Lang>> {
    let lang = |text: &&Text| {
        let (lang, light) = match text.stated() {
            Some(lang) => (lang, !is_heavy(lang)),
            None => {
                let lang = lang::detect(&text.text);
                // The light program recognises English, and no other language.
                (lang, lang == Lang::English)
            }
        };
        (knows_all || light).then_some(lang)
    };
    texts.iter().map(lang).collect()
}

/// Reads a text.
fn reading(text: &Text, lang: Lang, nfkc: Nfkc<'_>) -> Reading {
    let source = Source::new(&text.text, lang).with_furniture(&text.furniture);
    Reading::with(source, nfkc).written(text.written())
}

fn at(stage: Stage, percent: u8) -> Progress {
    Progress { stage, percent }
}

fn in_stages(pair: &Pair, a: &Reading, b: &Reading, tell: Tell<'_>) -> Comparison {
    compare_with(a, b, pair.options, &pair.links, &mut |step| {
        tell(match step {
            Step::Passages => at(Stage::Matches, 40),
            Step::Matches => at(Stage::Counting, 70),
            Step::Figures => at(Stage::Details, 75),
        });
    })
}

/// The comparison of two readings, with all that is shown of it.
fn found(pair: &Pair, a: &Reading, b: &Reading, tell: Tell<'_>) -> Found {
    let comparison = in_stages(pair, a, b, tell);
    let passages = comparison.passages.iter().map(|passage| {
        let place = |reading, first| place(reading, first, passage.words);
        (place(a, passage.a), place(b, passage.b))
    });
    let passages = passages.collect();
    let details = details(pair, a, b, &comparison, tell);
    Found {
        nothing: nothing(pair, a, b, &comparison),
        a: sheet(a),
        b: sheet(b),
        comparison,
        passages,
        details,
    }
}

/// The place of that many words from `first` on.
fn place(reading: &Reading, first: u32, words: u32) -> Span {
    let word = |index: u32| reading.words.get(index as usize);
    let last = (first + words).checked_sub(1).and_then(word);
    let ends = word(first).zip(last);
    ends.map_or_else(Span::default, |(first, last)| {
        Span::new(first.span.start, last.span.end)
    })
}

fn sheet(reading: &Reading) -> ReadArticle {
    ReadArticle {
        sentences: reading.sentences.clone(),
        length: Length::of(reading),
    }
}

/// The text of a sentence; empty if there is none.
fn sentence<'t>(reading: &Reading, text: &'t Text, index: u32) -> &'t str {
    let sentence = reading.sentences.get(index as usize);
    sentence.map_or("", |sentence| sentence.span.of(&text.text))
}

/// The details of these sentences of A and B, match or not.
fn between(
    pair: &Pair,
    a: &Reading,
    b: &Reading,
    sentences: &[(u32, u32)],
) -> Vec<protocol::Between> {
    let mut facts = Between::new((&pair.a.text, a), (&pair.b.text, b));
    let of_two = |&(i, j): &(u32, u32)| {
        let (one, other) = (sentence(a, &pair.a, i), sentence(b, &pair.b, j));
        protocol::Between {
            hunks: reading_diff(one, other).hunks,
            facts: facts.sentences(i, j).iter().map(Fact::from).collect(),
        }
    };
    sentences.iter().map(of_two).collect()
}

fn details(
    pair: &Pair,
    a: &Reading,
    b: &Reading,
    comparison: &Comparison,
    tell: Tell<'_>,
) -> Vec<Detail> {
    let reasons = Reasons::new(a, b, comparison);
    let mut between = Between::new((&pair.a.text, a), (&pair.b.text, b));
    let total = comparison.matches.len();
    let mut said = 75;
    let mut report = |done: usize| {
        let percent = 75 + (done * 25 / total.max(1)) as u8;
        if percent > said {
            said = percent;
            tell(at(Stage::Details, percent));
        }
    };
    let mut facts = Vec::with_capacity(total);
    for (index, found) in comparison.matches.iter().enumerate() {
        report(index / 2);
        facts.push(between.sentences(found.a, found.b));
    }
    settle(&mut facts, &pair.a.text, &pair.b.text);
    let found = comparison.matches.iter().zip(&facts).enumerate();
    found
        .filter_map(|(index, (found, facts))| {
            report((total + index) / 2);
            let one = sentence(a, &pair.a, found.a);
            let other = sentence(b, &pair.b, found.b);
            Some(Detail {
                hunks: reading_diff(one, other).hunks,
                evidence: reasons.of(index)?,
                facts: facts.iter().map(Fact::from).collect(),
            })
        })
        .collect()
}
