//! Turns the engine's answer, which holds ranges and indices, into a self-contained report.

use crossread_article::About;
use crossread_engine::facts::{Between, settle};
use crossread_engine::{self as engine, Comparison, Reading, Span, word_diff};
use crossread_wording::facts::is_told;
use crossread_wording::names::{self, Known};
use crossread_wording::topic::topic;

use crate::offsets::Offsets;
use crate::report::{
    Article, At, CutShort, Evidence, Fact, Figures, Furniture, Hunk, Kind, Match, Op, Options,
    Pair, Passage, Refused, Relation, Report, Route, Scope, Sentence, Slot, Standing, Step,
    Thresholds, VERSION, Voice,
};

/// One side of a comparison: the article's reading and its fields.
#[derive(Clone, Debug)]
pub struct Side<'r> {
    /// Its id in links and files.
    pub id: String,
    /// What is stated about it.
    pub about: About,
    /// Its text, the one that was read.
    pub text: &'r str,
    /// Its reading.
    pub reading: &'r Reading,
    /// Its furniture: byte ranges of the text, each with its kind.
    pub furniture: Vec<(Span, String)>,
}

/// The report of a comparison. `comparison` must belong to the readings of the two sides, A first. If it
/// does not, what does not fit is left out.
pub fn report(a: Side<'_>, b: Side<'_>, comparison: &Comparison) -> Report {
    let maker = Maker {
        text_a: a.text,
        text_b: b.text,
        a: a.reading,
        b: b.reading,
        offsets_a: Offsets::new(a.text),
        offsets_b: Offsets::new(b.text),
        comparison,
    };
    let mut report = Report {
        crossread: VERSION,
        options: asked(comparison.options),
        not_looked_for: not_looked_for(a.reading, b.reading),
        matches: maker.matches(),
        refused: (comparison.refused.iter())
            .map(|&(a, b)| Refused { a, b })
            .collect(),
        passages: maker.passages(),
        a: article(a, &maker.offsets_a, &comparison.a),
        b: article(b, &maker.offsets_b, &comparison.b),
        similarity: short(comparison.similarity),
        thresholds: Thresholds {
            link: short(comparison.thresholds.link),
            edited: short(comparison.thresholds.edited),
        },
        cut_short: CutShort {
            passages: comparison.cut_short.passages,
            candidates: comparison.cut_short.candidates,
        },
    };
    name_sources(&mut report);
    report
}

/// Sets the names of the two sources.
pub(crate) fn name_sources(report: &mut Report) {
    fn of(article: &Article) -> Known<'_> {
        known(&article.id, &article.about)
    }
    let named = names::sources(&[of(&report.a), of(&report.b)]);
    for (article, source) in [&mut report.a, &mut report.b].into_iter().zip(named) {
        article.name = source.name;
        article.letters = source.letters;
    }
}

/// What is known about an article for its name.
pub(crate) fn known<'k>(id: &'k str, about: &'k About) -> Known<'k> {
    let (publisher, language) = (about.publisher.as_ref(), about.language.as_ref());
    Known::new(id, about.title.as_ref(), publisher, language)
}

/// The options in their written form.
pub(crate) fn asked(options: engine::Options) -> Options {
    Options {
        min_words: options.min_words.get() as u8,
        strictness: options.strictness.step(),
        scope: match options.scope {
            engine::Scope::Own => Scope::Own,
            engine::Scope::Full => Scope::Full,
        },
    }
}

struct Maker<'r> {
    text_a: &'r str,
    text_b: &'r str,
    a: &'r Reading,
    b: &'r Reading,
    offsets_a: Offsets<'r>,
    offsets_b: Offsets<'r>,
    comparison: &'r Comparison,
}

impl Maker<'_> {
    fn matches(&self) -> Vec<Match> {
        let mut between = Between::new((self.text_a, self.a), (self.text_b, self.b));
        let found = &self.comparison.matches;
        let facts = found.iter().map(|link| between.sentences(link.a, link.b));
        let mut facts: Vec<Vec<engine::facts::Fact>> = facts.collect();
        settle(&mut facts, self.text_a, self.text_b);
        let found = found.iter().zip(&facts).enumerate();
        found
            .filter_map(|(index, (link, facts))| self.link(index, link, facts))
            .collect()
    }

    fn link(
        &self,
        index: usize,
        link: &engine::Match,
        facts: &[engine::facts::Fact],
    ) -> Option<Match> {
        let (in_a, in_b) = self.comparison.together(index)?;
        let (a, b) = (reach(self.a, in_a)?, reach(self.b, in_b)?);
        let evidence = engine::evidence(self.a, self.b, self.comparison, index)?;
        let diff = word_diff::word_diff(a.of(self.text_a), b.of(self.text_b));
        Some(Match {
            a: link.a,
            b: link.b,
            kind: kind(link.kind),
            score: short(link.score),
            link: short(link.link),
            threshold: short(link.threshold),
            route: match link.route {
                engine::Route::SameWords => Route::SameWords,
                engine::Route::Best => Route::Best,
                engine::Route::Joined => Route::Joined,
                engine::Route::Beside => Route::Beside,
                engine::Route::About => Route::About,
                engine::Route::Hand => Route::Hand,
            },
            moved: link.moved,
            evidence: self.evidence(&evidence),
            diff: diff
                .hunks
                .iter()
                .map(|hunk| Hunk {
                    op: op(hunk.op),
                    a: at(&self.offsets_a, shifted(hunk.a, a.start)),
                    b: at(&self.offsets_b, shifted(hunk.b, b.start)),
                })
                .collect(),
            facts: facts
                .iter()
                .map(|told| Fact {
                    topic: self.topic(&evidence, told),
                    ..fact(&self.offsets_a, &self.offsets_b, told)
                })
                .collect(),
        })
    }

    /// What a difference is about, in words of both.
    fn topic(&self, evidence: &engine::Evidence, told: &engine::facts::Fact) -> Option<String> {
        let texts = [self.text_a, self.text_b];
        is_told(told.slot, told.relation)
            .then(|| topic(texts, &evidence.shared, told.counted()))
            .filter(|topic| !topic.is_empty())
    }

    fn evidence(&self, evidence: &engine::Evidence) -> Evidence {
        let shared = evidence.shared.iter().map(|(a, b)| Pair {
            a: at(&self.offsets_a, *a),
            b: at(&self.offsets_b, *b),
        });
        Evidence {
            shared: shared.collect(),
            shared_words_a: evidence.shared_a,
            shared_words_b: evidence.shared_b,
            passages: evidence.passages.clone(),
            voice_a: voice(evidence.voice_a),
            voice_b: voice(evidence.voice_b),
            up: evidence.up.map(|(up, distance)| Step {
                kind: Some(kind(up)),
                distance: short(distance),
            }),
            down: Step {
                kind: evidence.down.0.map(kind),
                distance: short(evidence.down.1),
            },
        }
    }

    fn passages(&self) -> Vec<Passage> {
        let found = self.comparison.passages.iter();
        found
            .filter_map(|passage| {
                let a = run(self.a, passage.a, passage.words)?;
                let b = run(self.b, passage.b, passage.words)?;
                Some(Passage {
                    a: at(&self.offsets_a, a),
                    b: at(&self.offsets_b, b),
                    words: passage.words,
                })
            })
            .collect()
    }
}

fn article(side: Side<'_>, offsets: &Offsets<'_>, figures: &engine::Figures) -> Article {
    let sentences = side.reading.sentences.iter().map(|sentence| Sentence {
        at: at(offsets, sentence.span),
        paragraph: sentence.paragraph,
        words: sentence.words.1.saturating_sub(sentence.words.0),
        standing: match sentence.standing {
            engine::Standing::Own => Standing::Own,
            engine::Standing::Repeat(_) => Standing::Repeat,
            engine::Standing::Furniture => Standing::Furniture,
        },
        repeats: match sentence.standing {
            engine::Standing::Repeat(first) => Some(first),
            _ => None,
        },
        voice: voice(sentence.voice),
    });
    let furniture = side.furniture.iter().map(|(span, kind)| Furniture {
        at: at(offsets, *span),
        kind: kind.clone(),
    });
    Article {
        id: side.id,
        about: side.about,
        name: String::new(),
        letters: String::new(),
        text: side.text.to_owned(),
        furniture: furniture.collect(),
        sentences: sentences.collect(),
        figures: Figures {
            containment: short(figures.containment()),
            words: figures.words,
            repeat_words: figures.repeat_words,
            furniture_words: figures.furniture_words,
            verbatim_words: figures.verbatim,
            edited_words: figures.edited,
            related_words: figures.related,
            passage_words: figures.passage,
            sentences: figures.sentences,
            verbatim_sentences: figures.verbatim_sentences,
            edited_sentences: figures.edited_sentences,
            related_sentences: figures.related_sentences,
            unmatched_sentences: figures.unmatched_sentences(),
        },
    }
}

/// The bytes from a run's first word to its last.
pub fn run(reading: &Reading, first: u32, words: u32) -> Option<Span> {
    let start = reading.words.get(first as usize)?;
    let last = (first as usize + words as usize).checked_sub(1)?;
    Some(Span::new(
        start.span.start,
        reading.words.get(last)?.span.end,
    ))
}

pub(crate) fn at(offsets: &Offsets<'_>, span: Span) -> At {
    [offsets.scalars(span.start), offsets.scalars(span.end)]
}

/// A fact in its written form.
pub fn fact(a: &Offsets<'_>, b: &Offsets<'_>, fact: &engine::facts::Fact) -> Fact {
    use engine::facts;
    let about = fact.about(a.text(), b.text());
    Fact {
        about: (!about.is_empty()).then(|| about.to_owned()),
        topic: None,
        slot: slot(fact.slot),
        relation: match fact.relation {
            facts::Relation::Same => Relation::Same,
            facts::Relation::Overlaps => Relation::Overlaps,
            facts::Relation::Differs => Relation::Differs,
            facts::Relation::OnlyA => Relation::OnlyA,
            facts::Relation::OnlyB => Relation::OnlyB,
        },
        a: fact.a.map(|span| at(a, span)),
        b: fact.b.map(|span| at(b, span)),
    }
}

/// What is not looked for between two articles, in its written form.
pub fn not_looked_for(a: &Reading, b: &Reading) -> Vec<Slot> {
    let missing = engine::facts::unsought_between(a.lang, b.lang);
    missing.into_iter().map(slot).collect()
}

/// From the first of these sentences to the end of the last.
fn reach(reading: &Reading, (first, last): (u32, u32)) -> Option<Span> {
    let first = reading.sentences.get(first as usize)?.span;
    let last = reading.sentences.get(last as usize)?.span;
    Some(Span::new(first.start, last.end))
}

/// A slot in its written form.
pub fn slot(slot: engine::facts::Slot) -> Slot {
    match slot {
        engine::facts::Slot::Number => Slot::Number,
        engine::facts::Slot::Date => Slot::Date,
        engine::facts::Slot::Name => Slot::Name,
        engine::facts::Slot::Quotation => Slot::Quotation,
        engine::facts::Slot::Negation => Slot::Negation,
        engine::facts::Slot::Certainty => Slot::Certainty,
        engine::facts::Slot::Attribution => Slot::Attribution,
    }
}

fn shifted(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

pub(crate) fn kind(kind: engine::Kind) -> Kind {
    match kind {
        engine::Kind::Verbatim => Kind::Verbatim,
        engine::Kind::Edited => Kind::Edited,
        engine::Kind::Related => Kind::Related,
    }
}

fn voice(voice: engine::Voice) -> Voice {
    match voice {
        engine::Voice::Reporter => Voice::Reporter,
        engine::Voice::Mixed => Voice::Mixed,
        engine::Voice::Quoted => Voice::Quoted,
    }
}

fn op(op: word_diff::Op) -> Op {
    match op {
        word_diff::Op::Equal => Op::Equal,
        word_diff::Op::Delete => Op::Delete,
        word_diff::Op::Insert => Op::Insert,
        word_diff::Op::Replace => Op::Replace,
    }
}

/// Rounds to four decimals; more would suggest a precision that is not there. JSON keeps such numbers exactly.
pub(crate) fn short(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
