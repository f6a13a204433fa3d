//! Several articles as one story: the claims that two or more of them tell, for another program, and the figures from
//! which its sentences are made.

use std::collections::{BTreeMap, BTreeSet};

use crossread_article::About;
use crossread_engine::facts::Between;
use crossread_engine::story as engine;
use crossread_wording::names;
use crossread_wording::story::fullest;
use serde::{Deserialize, Serialize};

use crate::json::written;
use crate::make::{Side, asked, at, fact, kind, known};
use crate::offsets::Offsets;
use crate::report::{At, Fact, Kind, Options, VERSION};

/// Several articles as one story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// The version of the format: [`VERSION`].
    pub crossread: u32,
    /// What was asked.
    pub options: Options,
    /// The articles, in the order given.
    pub articles: Vec<Teller>,
    /// The claims that two or more of them tell, those told by most first.
    pub claims: Vec<Claim>,
    /// Who is quoted with what, the speakers that most articles quote first.
    #[serde(default)]
    pub speakers: Vec<Speaker>,
    /// Whether matches can be missing, because the texts are so long that a bound on the work was reached.
    pub cut_short: bool,
}

/// An article of a story, and what it tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teller {
    /// Its id in the library, or its file's name.
    pub id: String,
    /// Its name beside the others, as on the page.
    #[serde(default)]
    pub name: String,
    /// The two letters for the name, as on the page.
    #[serde(default)]
    pub letters: String,
    /// What is stated of it.
    #[serde(flatten)]
    pub about: About,
    /// How many of its sentences say a claim.
    pub told: u32,
    /// How many say none but come near what another article says.
    pub near: u32,
    /// The other compared sentences: those without a counterpart in any other article.
    pub alone: Vec<Sentence>,
    /// What it leaves out: the claims that two or more others tell and it does not, as indices into the story's claims,
    /// those told by most first. A sentence of it can still come near one of them.
    #[serde(default)]
    pub omissions: Vec<u32>,
}

/// What two or more articles tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// How many articles tell it.
    pub articles: u32,
    /// The sentences that say it, by article and place, followed by those that come near it.
    pub sentences: Vec<Saying>,
    /// The links between them.
    pub links: Vec<Link>,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The speaker's name, from the article that gives it most fully.
    pub name: String,
    /// In how many articles the speaker is quoted.
    pub articles: u32,
    /// What the speaker says, first what most articles quote: each with its quotations, the longest first.
    pub sayings: Vec<Vec<Quotation>>,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Its article, from 0.
    pub article: u32,
    /// Its sentence in its article, from 0.
    pub sentence: u32,
    /// Its place in its article's text, without its marks.
    pub at: At,
    /// Its words.
    pub text: String,
    /// The article's name for the speaker there, or its last one before.
    pub by: String,
    /// The verb of saying, if the sentence has one.
    pub verb: Option<String>,
    /// How it relates to the longest quotation of the statement.
    pub cut: Cut,
}

/// How a quotation relates to the longest one of its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// It is that one, or has the same words.
    Whole,
    /// It leaves words out.
    Shortened,
    /// It has other words.
    Altered,
}

impl From<Cut> for engine::Cut {
    fn from(cut: Cut) -> engine::Cut {
        match cut {
            Cut::Whole => engine::Cut::Whole,
            Cut::Shortened => engine::Cut::Shortened,
            Cut::Altered => engine::Cut::Altered,
        }
    }
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its sentence in its article, from 0.
    pub sentence: u32,
    /// Its place in its article's text.
    pub at: At,
    /// Its words.
    pub text: String,
}

/// A sentence that says a claim, or comes near it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// Its article, from 0.
    pub article: u32,
    /// Its sentence in its article, from 0.
    pub sentence: u32,
    /// Its place in its article's text.
    pub at: At,
    /// Its words.
    pub text: String,
    /// Whether it only comes near the claim: it says none, but shares a little with one of its sentences.
    pub near: bool,
}

/// Two sentences of a claim that are tied to each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The one, an index into the claim's sentences.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How they are alike.
    pub kind: Kind,
    /// Whether the comparison of the two articles links them; otherwise a clause of each says the same.
    #[serde(default)]
    pub linked: bool,
    /// What the two sentences say alike and differently.
    pub facts: Vec<Fact>,
}

/// The claims that two or more others tell and the article does not.
fn left_out(found: &engine::Story, article: u32) -> Vec<u32> {
    let (most, list) = (
        found.claims.iter().map(|claim| claim.articles).max(),
        &found.claims,
    );
    let omitted = |told: u32| {
        (0..).zip(list).filter(move |(_, claim)| {
            let mut places = claim.places.iter();
            claim.articles == told && places.all(|place| place.article != article)
        })
    };
    let by_most = (2..=most.unwrap_or(0)).rev().flat_map(omitted);
    by_most.map(|(number, _)| number).collect()
}

/// The quotations by speaker and saying.
fn speakers(sides: &[Side<'_>], offsets: &[Offsets<'_>], quotes: &[engine::Quote]) -> Vec<Speaker> {
    let one = |quote: &engine::Quote| {
        let article = quote.place.article as usize;
        let (side, offsets) = (sides.get(article)?, offsets.get(article)?);
        let words = |span: crossread_engine::Span| span.of(side.text).trim().to_owned();
        Some(Quotation {
            article: quote.place.article,
            sentence: quote.place.sentence,
            at: at(offsets, quote.span),
            text: words(quote.span),
            by: words(quote.by),
            verb: quote.verb.map(words).filter(|verb| !verb.is_empty()),
            cut: match quote.cut {
                engine::Cut::Whole => Cut::Whole,
                engine::Cut::Shortened => Cut::Shortened,
                engine::Cut::Altered => Cut::Altered,
            },
        })
    };
    let of_one = quotes.chunk_by(|one, other| one.speaker == other.speaker);
    let speaker = of_one.map(|quotes| {
        let sayings = quotes.chunk_by(|one, other| one.saying == other.saying);
        let sayings: Vec<Vec<Quotation>> = sayings
            .map(|saying| saying.iter().filter_map(one).collect())
            .collect();
        let all = || sayings.iter().flatten();
        let articles: BTreeSet<u32> = all().map(|one| one.article).collect();
        Speaker {
            name: fullest(all().map(|one| &*one.by)),
            articles: articles.len() as u32,
            sayings,
        }
    });
    speaker.collect()
}

impl Story {
    /// The story that these articles tell, compared with these options.
    pub fn new(sides: &[Side<'_>], options: crossread_engine::Options) -> Story {
        let read: Vec<_> = sides.iter().map(|side| (side.reading, side.text)).collect();
        Story::of(
            sides,
            options,
            &engine::Story::new(&read, options, &mut |_, _| ()),
        )
    }

    /// The same, if the articles were compared already.
    pub fn of(
        sides: &[Side<'_>],
        options: crossread_engine::Options,
        found: &engine::Story,
    ) -> Story {
        let read: Vec<_> = sides.iter().map(|side| (side.reading, side.text)).collect();
        let offsets: Vec<Offsets<'_>> = read.iter().map(|(_, text)| Offsets::new(text)).collect();
        let sentence = |article: usize, sentence: u32| {
            let (side, offsets) = (sides.get(article)?, offsets.get(article)?);
            let span = side.reading.sentences.get(sentence as usize)?.span;
            Some(Sentence {
                sentence,
                at: at(offsets, span),
                text: span.of(side.text).to_owned(),
            })
        };
        let sources = names::sources(
            &sides
                .iter()
                .map(|side| known(&side.id, &side.about))
                .collect::<Vec<_>>(),
        );
        let articles = sides
            .iter()
            .zip(sources)
            .enumerate()
            .map(|(place, (side, source))| {
                let telling = found.telling(place, side.reading, options.scope);
                let alone = telling.alone.iter();
                Teller {
                    id: side.id.clone(),
                    name: source.name,
                    letters: source.letters,
                    about: side.about.clone(),
                    told: telling.told,
                    near: telling.near,
                    alone: alone.filter_map(|&index| sentence(place, index)).collect(),
                    omissions: left_out(found, place as u32),
                }
            });
        let saying = |near: bool| {
            move |place: &engine::Place| {
                let of = sentence(place.article as usize, place.sentence)?;
                Some(Saying {
                    article: place.article,
                    sentence: of.sentence,
                    at: of.at,
                    text: of.text,
                    near,
                })
            }
        };
        let mut between: BTreeMap<(u32, u32), Between<'_>> = BTreeMap::new();
        let mut facts = |tie: &engine::Tie| -> Option<Vec<Fact>> {
            let (a, b) = (tie.a.article as usize, tie.b.article as usize);
            let (one, other) = (sides.get(a)?, sides.get(b)?);
            let (at_a, at_b) = (offsets.get(a)?, offsets.get(b)?);
            let both = || Between::new((one.text, one.reading), (other.text, other.reading));
            let both = between
                .entry((tie.a.article, tie.b.article))
                .or_insert_with(both);
            let told = both.sentences(tie.a.sentence, tie.b.sentence);
            Some(told.iter().map(|told| fact(at_a, at_b, told)).collect())
        };
        let claims = found.claims.iter().map(|claim| {
            let places: Vec<_> = claim.places.iter().chain(&claim.near).collect();
            let index = |place| places.iter().position(|one| **one == place);
            let link = |tie: &u32| {
                let tie = found.ties.get(*tie as usize)?;
                let (a, b) = index(tie.a).zip(index(tie.b))?;
                Some(Link {
                    a,
                    b,
                    kind: kind(tie.kind),
                    linked: tie.linked,
                    facts: facts(tie)?,
                })
            };
            let told = claim.places.iter().filter_map(saying(false));
            Claim {
                articles: claim.articles,
                sentences: told
                    .chain(claim.near.iter().filter_map(saying(true)))
                    .collect(),
                links: claim.ties.iter().filter_map(link).collect(),
            }
        });
        Story {
            crossread: VERSION,
            options: asked(options),
            claims: claims.collect(),
            articles: articles.collect(),
            speakers: speakers(sides, &offsets, &found.quotes),
            cut_short: found.cut_short,
        }
    }

    /// The story as JSON, with one line for each sentence of a claim, and a line end at the end.
    pub fn json(&self) -> String {
        written(self, 4)
    }

    /// What was found, in the words of the story page: the finding, and what was looked at.
    pub fn finding(&self) -> [String; 2] {
        use crossread_wording::story::{Told, detail, headline};
        let mut spread = vec![0; self.articles.len() + 1];
        for claim in &self.claims {
            if let Some(claims) = spread.get_mut(claim.articles as usize) {
                *claims += 1;
            }
        }
        let sum = |of: fn(&Teller) -> u32| self.articles.iter().map(of).sum();
        let told = Told {
            articles: self.articles.len() as u32,
            spread: &spread,
            told: sum(|one| one.told),
            near: sum(|one| one.near),
            alone: sum(|one| one.alone.len() as u32),
            scope: self.options.scope.into(),
            cut_short: self.cut_short,
        };
        [headline(&told), detail(&told, None)]
    }
}
