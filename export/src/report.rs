//! The types of a report: one comparison with both its texts, as written to JSON and read back.
//! `docs/format.md` describes the format. A change that old programs would misread must raise
//! [`VERSION`].

pub use crossread_article::{About, Stated};
use crossread_engine::facts;
use serde::{Deserialize, Serialize};

/// The version of the format, in every report under the key `crossread`.
pub const VERSION: u32 = 1;

/// A half-open range `[start, end]` in Unicode scalar values of one article's text.
pub type At = [usize; 2];

/// A comparison of two articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The version of the format: [`VERSION`].
    pub crossread: u32,
    /// The options of the comparison.
    pub options: Options,
    /// The first article.
    pub a: Article,
    /// The second article.
    pub b: Article,
    /// How similar the two are as a whole, 0 to 1.
    pub similarity: f64,
    /// The thresholds that were used.
    pub thresholds: Thresholds,
    /// The facts that were not looked for in the languages of these two. Older reports do not have this.
    #[serde(default)]
    pub not_looked_for: Vec<Slot>,
    /// The matches, by sentence of A, then of B.
    pub matches: Vec<Match>,
    /// Sentences that the reader refused as a match, by sentence of A, then of B. Older reports have none.
    #[serde(default)]
    pub refused: Vec<Refused>,
    /// The passages, by place in A, then in B.
    pub passages: Vec<Passage>,
    /// What was left out because a bound on the work was reached.
    pub cut_short: CutShort,
}

/// The options of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// The shortest passage, in words, 3 to 12.
    pub min_words: u8,
    /// How strict matching is, 1 (loosest) to 5 (strictest); 3 is the default.
    pub strictness: u8,
    /// Which text was compared.
    pub scope: Scope,
}

/// Which text was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Each article's own text, without repeats and furniture.
    Own,
    /// All of it.
    Full,
}

impl From<Scope> for crossread_engine::Scope {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Own => crossread_engine::Scope::Own,
            Scope::Full => crossread_engine::Scope::Full,
        }
    }
}

/// One of the two articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its id: that of the library, or its file's name.
    pub id: String,
    /// What is stated about it.
    #[serde(flatten)]
    pub about: About,
    /// Its name beside the other: its publisher, or a short title. Older reports do not have it; [`from_json`] fills
    /// it in.
    ///
    /// [`from_json`]: crate::from_json
    #[serde(default)]
    pub name: String,
    /// The two letters for the name, as on the page.
    #[serde(default)]
    pub letters: String,
    /// Its text, all of it.
    pub text: String,
    /// The furniture in the text.
    pub furniture: Vec<Furniture>,
    /// Its sentences, in order, without overlap.
    pub sentences: Vec<Sentence>,
    /// Its figures.
    pub figures: Figures,
}

/// A banner, a caption and the like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Its place.
    pub at: At,
    /// What it is: banner, breadcrumb, caption, credit, headline copy or date line.
    pub kind: String,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its place.
    pub at: At,
    /// The number of its paragraph, from 0.
    pub paragraph: u32,
    /// How many words it has.
    pub words: u32,
    /// Its standing in its article.
    pub standing: Standing,
    /// For a repeat: the sentence that said it first. Otherwise `None`.
    pub repeats: Option<u32>,
    /// Whose words it gives.
    pub voice: Voice,
}

/// The standing of a sentence in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Its own text.
    Own,
    /// Said before, in the same article.
    Repeat,
    /// Not the article's text.
    Furniture,
}

/// Whose words a sentence gives, by its quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// No word is in quotation marks.
    Reporter,
    /// Some do.
    Mixed,
    /// All do.
    Quoted,
}

/// The figures of one side, in words and sentences.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// The share of this article's words that are in a match or a passage with the other, 0 to 1.
    pub containment: f64,
    /// Words that are compared.
    pub words: u32,
    /// Words left out as repeats.
    pub repeat_words: u32,
    /// Words left out as furniture.
    pub furniture_words: u32,
    /// Words in a verbatim match.
    pub verbatim_words: u32,
    /// Words in an edited match and in no verbatim one.
    pub edited_words: u32,
    /// Words in a related match only.
    pub related_words: u32,
    /// Words in a passage and in no match.
    pub passage_words: u32,
    /// Sentences that are compared.
    pub sentences: u32,
    /// Sentences whose strongest match is verbatim.
    pub verbatim_sentences: u32,
    /// Sentences whose strongest match is edited.
    pub edited_sentences: u32,
    /// Sentences whose strongest match is related.
    pub related_sentences: u32,
    /// Sentences without a match.
    #[serde(rename = "unique_sentences")]
    pub unmatched_sentences: u32,
}

/// The thresholds of a comparison, each 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// The strength from which the best link of two sentences is a match.
    pub link: f64,
    /// The score from which a match is edited rather than related.
    pub edited: f64,
}

/// One thing that two sentences say, alike or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its subject.
    pub slot: Slot,
    /// How its two sides relate.
    pub relation: Relation,
    /// Where A says it.
    pub a: Option<At>,
    /// Where B says it.
    pub b: Option<At>,
    /// For a number, the counted thing: "troops".
    pub about: Option<String>,
    /// What the difference is about, in words of both sentences: "Russian troops". Only in a match of a report, and only for
    /// what is listed as a difference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
}

/// The subject of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the engine's own, where each is described")]
pub enum Slot {
    Number,
    Date,
    Name,
    Quotation,
    Negation,
    Certainty,
    Attribution,
}

/// How the two sides of a fact relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// They say the same.
    Same,
    /// They are compatible: one is coarser or finer, or they share a part.
    Overlaps,
    /// They say different things of one thing.
    Differs,
    /// Only A says it.
    OnlyA,
    /// Only B says it.
    OnlyB,
}

impl Slot {
    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Slot::Number => "number",
            Slot::Date => "date",
            Slot::Name => "name",
            Slot::Quotation => "quotation",
            Slot::Negation => "negation",
            Slot::Certainty => "certainty",
            Slot::Attribution => "attribution",
        }
    }
}

impl Relation {
    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Relation::Same => "same",
            Relation::Overlaps => "overlaps",
            Relation::Differs => "differs",
            Relation::OnlyA => "only_a",
            Relation::OnlyB => "only_b",
        }
    }
}

impl From<Slot> for facts::Slot {
    fn from(slot: Slot) -> Self {
        match slot {
            Slot::Number => facts::Slot::Number,
            Slot::Date => facts::Slot::Date,
            Slot::Name => facts::Slot::Name,
            Slot::Quotation => facts::Slot::Quotation,
            Slot::Negation => facts::Slot::Negation,
            Slot::Certainty => facts::Slot::Certainty,
            Slot::Attribution => facts::Slot::Attribution,
        }
    }
}

impl From<Relation> for facts::Relation {
    fn from(relation: Relation) -> Self {
        match relation {
            Relation::Same => facts::Relation::Same,
            Relation::Overlaps => facts::Relation::Overlaps,
            Relation::Differs => facts::Relation::Differs,
            Relation::OnlyA => facts::Relation::OnlyA,
            Relation::OnlyB => facts::Relation::OnlyB,
        }
    }
}

/// How a sentence of A and a sentence of B are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The same words.
    Verbatim,
    /// The same sentence reworded.
    Edited,
    /// About the same thing, in other words.
    Related,
}

impl Kind {
    /// All kinds, strongest first.
    pub const ALL: [Kind; 3] = [Kind::Verbatim, Kind::Edited, Kind::Related];

    /// Its name, in the format and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Verbatim => "verbatim",
            Kind::Edited => "edited",
            Kind::Related => "related",
        }
    }
}

/// The rule that linked two sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// The same words in the same order.
    SameWords,
    /// The best link of both sentences.
    Best,
    /// One side says in two sentences what the other says in one.
    Joined,
    /// It is beside another match.
    Beside,
    /// Both are likely about the same thing; strength and threshold are probabilities.
    About,
    /// The reader linked them by hand; the threshold is 0.
    Hand,
}

/// A link between a sentence of A and a sentence of B.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// The sentence of A, from 0.
    pub a: u32,
    /// The sentence of B, from 0.
    pub b: u32,
    /// How they are alike.
    pub kind: Kind,
    /// How much of their words they share, by weight, 0 to 1.
    pub score: f64,
    /// The strength of the link, 0 to 1.
    pub link: f64,
    /// The threshold that the link passed.
    pub threshold: f64,
    /// The rule that linked them.
    pub route: Route,
    /// Whether its place in the order of the two articles differs from that of the other matches.
    pub moved: bool,
    /// Why it is a match.
    pub evidence: Evidence,
    /// The changes from A's sentence to B's, covering both; if several sentences belong together, covering all of them.
    pub diff: Vec<Hunk>,
    /// What the two sentences say alike and differently. Older reports have none.
    #[serde(default)]
    pub facts: Vec<Fact>,
}

/// A sentence of A and one of B that the reader refused as a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The sentence of A, from 0.
    pub a: u32,
    /// The sentence of B, from 0.
    pub b: u32,
}

/// Why two sentences are a match.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The shared words, in A's order.
    pub shared: Vec<Pair>,
    /// How many words of A's sentence have an equal in B's.
    pub shared_words_a: u32,
    /// How many words of B's sentence have an equal in A's.
    pub shared_words_b: u32,
    /// The passages that are in both sentences, from 0.
    pub passages: Vec<u32>,
    /// Whose words A's sentence gives.
    pub voice_a: Voice,
    /// Whose words B's sentence gives.
    pub voice_b: Voice,
    /// The next kind up, and how much score is missing for it; `None` for verbatim.
    pub up: Option<Step>,
    /// The next kind down (`None` as its kind: no match), and how much may be lost before it.
    pub down: Step,
}

/// One word and its places in A and in B.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// In A.
    pub a: At,
    /// In B.
    pub b: At,
}

/// How far a match is from another kind.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The other kind; `None`: no match.
    pub kind: Option<Kind>,
    /// How far, in score.
    pub distance: f64,
}

/// One stretch of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hunk {
    /// How it changed.
    pub op: Op,
    /// Its place in A's text.
    pub a: At,
    /// Its place in B's text.
    pub b: At,
}

/// How a stretch changed from A to B.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// The same characters, white space aside.
    Equal,
    /// Only in A.
    Delete,
    /// Only in B.
    Insert,
    /// Other words in B than in A.
    Replace,
}

/// A maximal run of the same words in both articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Its place in A.
    pub a: At,
    /// Its place in B.
    pub b: At,
    /// How many words it has.
    pub words: u32,
}

/// What was left out because a bound on the work was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CutShort {
    /// There are more passages than are listed.
    pub passages: bool,
    /// A match that rests only on very frequent words can be missing.
    pub candidates: bool,
}
