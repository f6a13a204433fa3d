//! Compares two articles as often as needed. They are read once, and their common terms are computed once for all
//! options. The comparer keeps the texts too, so that a range cannot be cut out of the wrong one.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use crate::compare::{Reasons, Terms, compare_by, matches_by};
use crate::comparison::{Comparison, Evidence, Kind, Match};
use crate::facts::{Between, Fact};
use crate::fold::Nfkc;
use crate::hand::HandLinks;
use crate::options::{Options, Scope, Strictness};
use crate::reading::{Reading, Sentence, Source};
use crate::values::Day;
use crate::word_diff::{WordDiff, word_diff};

/// An article: its text and its reading. A clone shares both.
#[derive(Clone, Debug)]
pub struct Article(Arc<Read>);

#[derive(Clone, Debug)]
struct Read {
    text: String,
    reading: Reading,
}

impl Article {
    /// Reads an article, and keeps its text.
    #[cfg(feature = "normalization")]
    pub fn new(source: Source<'_>) -> Article {
        Article::with(source, &crate::fold::nfkc)
    }

    /// The same with a normalization function of the caller's.
    pub fn with(source: Source<'_>, nfkc: Nfkc<'_>) -> Article {
        Article(Arc::new(Read {
            text: source.text.to_owned(),
            reading: Reading::with(source, nfkc),
        }))
    }

    /// The same article, written on that day, or in that month or year. A *Friday* in it is resolved from this date
    /// when facts are compared.
    ///
    /// ```
    /// use crossread_engine::facts::{Relation, Slot};
    /// use crossread_engine::values::Day;
    /// use crossread_engine::{Article, Comparer, Options};
    ///
    /// let one = Article::from("The ministers of all the member states met in Oslo on Friday.");
    /// let other = Article::from("The ministers of the member states met in Oslo on May 30.");
    /// let comparer = Comparer::new(one.written(Day::from_iso("2014-05-31")), other.written(Day::from_iso("2014-06-02")));
    /// let found = comparer.compare(Options::default());
    /// let facts = found.matches().next().expect("a match").facts();
    /// let date = facts.iter().find(|fact| fact.slot == Slot::Date).expect("a date");
    /// assert_eq!(date.relation, Relation::Same);
    /// ```
    pub fn written(self, day: Option<Day>) -> Article {
        let read = Arc::unwrap_or_clone(self.0);
        Article(Arc::new(Read {
            reading: read.reading.written(day),
            ..read
        }))
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Its reading.
    pub fn reading(&self) -> &Reading {
        &self.0.reading
    }
}

#[cfg(feature = "normalization")]
impl From<Source<'_>> for Article {
    fn from(source: Source<'_>) -> Article {
        Article::new(source)
    }
}

/// A text without furniture, in the language that it seems to be in ([`lang::detect`](crate::lang::detect)).
#[cfg(feature = "normalization")]
impl From<&str> for Article {
    fn from(text: &str) -> Article {
        Article::new(Source::new(text, crate::lang::detect(text)))
    }
}

/// Two articles that can be compared with any options.
///
/// ```
/// use crossread_engine::{Comparer, Kind, Options, Strictness};
///
/// let comparer = Comparer::new(
///     "The ministers suspended all military cooperation with Moscow. It rained.",
///     "Nobody slept. Military cooperation with Moscow was suspended by the ministers.",
/// );
/// let found = comparer.compare(Options::default());
/// let link = found.matches().next().expect("a match");
/// assert_eq!(link.kind(), Kind::Edited);
/// assert_eq!(link.a(), "The ministers suspended all military cooperation with Moscow.");
/// assert_eq!(link.b(), "Military cooperation with Moscow was suspended by the ministers.");
/// assert_eq!(link.evidence().shared.len(), 5);
///
/// // Again, without reading anything anew.
/// let strict = Options::default().with_strictness(Strictness::Strictest);
/// assert_eq!(comparer.compare(strict).matches().count(), 1);
/// ```
pub struct Comparer {
    a: Article,
    b: Article,
    /// By scope: the terms of each article's own text, and of all of it.
    own: OnceLock<Terms>,
    full: OnceLock<Terms>,
}

impl Comparer {
    /// Takes A and B, in that order: texts, [`Source`]s, or [`Article`]s that were read before.
    pub fn new(a: impl Into<Article>, b: impl Into<Article>) -> Comparer {
        Comparer {
            a: a.into(),
            b: b.into(),
            own: OnceLock::new(),
            full: OnceLock::new(),
        }
    }

    /// A.
    pub fn a(&self) -> &Article {
        &self.a
    }

    /// B.
    pub fn b(&self) -> &Article {
        &self.b
    }

    /// The comparison by these options: the same as [`compare`](crate::compare()) gives.
    pub fn compare(&self, options: Options) -> Compared<'_> {
        self.compare_with(options, &HandLinks::default())
    }

    /// The same with what a reader linked or refused by hand.
    pub fn compare_with(&self, options: Options, links: &HandLinks) -> Compared<'_> {
        let terms = || self.terms(options.scope);
        Compared {
            comparer: self,
            comparison: compare_by(
                self.a.reading(),
                self.b.reading(),
                options,
                links,
                terms,
                &mut |_| (),
            ),
        }
    }

    /// Only the matches that [`Comparer::compare`] would give at that strictness, with less work.
    pub fn matches(&self, strictness: Strictness, scope: Scope) -> Vec<Match> {
        let (a, b) = (self.a.reading(), self.b.reading());
        let none = HandLinks::default();
        matches_by(a, b, self.terms(scope), strictness, &none).matches
    }

    fn terms(&self, scope: Scope) -> &Terms {
        let kept = match scope {
            Scope::Own => &self.own,
            Scope::Full => &self.full,
        };
        kept.get_or_init(|| Terms::new(self.a.reading(), self.b.reading(), scope))
    }
}

/// A comparison together with its articles.
pub struct Compared<'c> {
    comparer: &'c Comparer,
    comparison: Comparison,
}

impl Compared<'_> {
    /// The comparison, as plain data.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The same, without the articles.
    pub fn into_comparison(self) -> Comparison {
        self.comparison
    }

    /// The matches, by sentence of A, then of B.
    pub fn matches(&self) -> impl Iterator<Item = Matched<'_>> {
        let Comparer { a, b, .. } = self.comparer;
        let reasons = Rc::new(Reasons::new(a.reading(), b.reading(), &self.comparison));
        let between = Between::new((a.text(), a.reading()), (b.text(), b.reading()));
        let between = Rc::new(RefCell::new(between));
        self.comparison.matches.iter().filter_map(move |found| {
            Some(Matched {
                found,
                a: Side::new(a, found.a)?,
                b: Side::new(b, found.b)?,
                reasons: Rc::clone(&reasons),
                between: Rc::clone(&between),
            })
        })
    }
}

/// A sentence with its text.
struct Side<'c> {
    sentence: &'c Sentence,
    text: &'c str,
}

impl<'c> Side<'c> {
    fn new(article: &'c Article, index: u32) -> Option<Side<'c>> {
        let sentence = article.reading().sentences.get(index as usize)?;
        Some(Side {
            sentence,
            text: sentence.span.of(article.text()),
        })
    }
}

/// A match with its texts, its diff and its evidence.
pub struct Matched<'c> {
    found: &'c Match,
    a: Side<'c>,
    b: Side<'c>,
    reasons: Rc<Reasons<'c>>,
    between: Rc<RefCell<Between<'c>>>,
}

impl<'c> Matched<'c> {
    /// The text of A's sentence.
    pub fn a(&self) -> &'c str {
        self.a.text
    }

    /// The text of B's sentence.
    pub fn b(&self) -> &'c str {
        self.b.text
    }

    /// A's sentence and B's: their places, and whose words they give.
    pub fn sentences(&self) -> (&'c Sentence, &'c Sentence) {
        (self.a.sentence, self.b.sentence)
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.found.kind
    }

    /// The match as plain data: its score, its rule, whether it is moved.
    pub fn data(&self) -> &'c Match {
        self.found
    }

    /// What changed from A's sentence to B's; its ranges are in [`Matched::a`] and [`Matched::b`].
    pub fn diff(&self) -> WordDiff {
        word_diff(self.a.text, self.b.text)
    }

    /// What the two sentences say alike and differently; its ranges are in the articles' texts.
    pub fn facts(&self) -> Vec<Fact> {
        let mut between = self.between.borrow_mut();
        between.sentences(self.found.a, self.found.b)
    }

    /// Why the two are a match; its ranges are in the articles' texts.
    pub fn evidence(&self) -> Evidence {
        self.reasons
            .why(self.found, self.a.sentence, self.b.sentence)
    }
}
