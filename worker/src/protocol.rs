//! What page and worker say to each other: plain data, and its bytes. Everything that the page shows of
//! a comparison is in the answer, so that the page itself has nothing to work out.
//!
//! A new ask is a variant of [`Ask`], one of [`Answer`], and an arm in [`crate::work`]. The bytes are
//! postcard's (<https://postcard.jamesmunns.com/wire-format>); both sides are built together, so that
//! they need no versions.

use crossread_article::About;
use crossread_engine::facts::{self, InBoth, Relation, Slot};
use crossread_engine::hash::fnv1a;
use crossread_engine::overview::Length;
use crossread_engine::values::Day;
use crossread_engine::word_diff::Hunk;
use crossread_engine::{
    Comparison, Evidence, HandLinks, Kind, Lang, Options, Sentence, Span, Strictness,
};
#[cfg(feature = "parts")]
use crossread_engine::{Match, Passage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[cfg(feature = "story")]
pub mod story;
#[cfg(feature = "story")]
pub use story::Story;

/// What the engine needs of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Its text.
    pub text: String,
    /// Its language, a BCP 47 tag; if none is stated, it is guessed.
    pub language: Option<String>,
    /// The day it was written, as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. A *Friday* in the text is
    /// resolved with it.
    pub date: Option<String>,
    /// The stretches that are furniture, in bytes.
    pub furniture: Vec<Span>,
}

impl Text {
    /// The language stated.
    pub fn stated(&self) -> Option<Lang> {
        self.language.as_deref().map(Lang::from_tag)
    }

    /// The day it was written.
    pub fn written(&self) -> Option<Day> {
        self.date.as_deref().and_then(Day::from_iso)
    }
}

/// Two articles, and how to compare them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The first article.
    pub a: Text,
    /// The second article.
    pub b: Text,
    /// The options.
    pub options: Options,
    /// What the reader linked or refused.
    pub links: HandLinks,
}

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// The comparison, with all that is shown of it: [`Answer::Found`].
    Compare(Pair),
    /// Only which sentences would match: [`Answer::Matches`].
    Matches(Pair),
    /// Details of sentences of A and B that are not a match, by their numbers: [`Answer::Between`].
    Between(Pair, Vec<(u32, u32)>),
    /// The comparison as a document: [`Answer::Document`]. The light program never gets it, and does not contain the
    /// code to read it.
    Export(
        #[cfg_attr(
            all(target_arch = "wasm32", not(feature = "heavy")),
            serde(deserialize_with = "unread")
        )]
        Box<Export>,
    ),
    /// The same as [`Ask::Compare`], for texts of any length: before the answer come parts of it (`Word::Part`),
    /// which the page can read quickly one by one.
    CompareInParts(Pair),
    /// What several articles say, and what only one says: [`Answer::Story`]. With what the reader linked or refused in two
    /// of them, by their positions, the lower first.
    #[cfg(feature = "story")]
    Story(Vec<Text>, Options, Vec<(u32, u32, HandLinks)>),
    /// What the reader opened or pasted, as an article: [`Answer::Imported`]. The last, since not every
    /// program has it.
    #[cfg(feature = "bring")]
    Import(Bringing),
}

/// What the reader brings.
#[cfg(feature = "bring")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bringing {
    /// A file. Its bytes go beside the request, so that they are transferred and not copied.
    File {
        /// Its name.
        name: String,
        /// The media type that the browser gives; empty for none.
        media_type: String,
        /// The encoding that the reader chose; `None` to detect it.
        encoding: Option<String>,
    },
    /// The content of the clipboard.
    Paste {
        /// Its text.
        plain: String,
        /// Its rich form.
        html: String,
    },
}

impl Ask {
    /// Whether it is known in advance that only the heavy program can answer.
    pub fn is_heavy(&self) -> bool {
        let heavy = |text: &Text| text.stated().is_some_and(is_heavy);
        match self {
            Ask::Compare(pair)
            | Ask::CompareInParts(pair)
            | Ask::Matches(pair)
            | Ask::Between(pair, _) => heavy(&pair.a) || heavy(&pair.b),
            #[cfg(feature = "story")]
            Ask::Story(texts, ..) => texts.iter().any(heavy),
            Ask::Export(_) => true,
            #[cfg(feature = "bring")]
            Ask::Import(_) => false,
        }
    }
}

/// Whether the light program lacks the engine's rules for a language.
pub fn is_heavy(lang: Lang) -> bool {
    !matches!(lang, Lang::English | Lang::Other)
}

/// A request for a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// What is compared.
    pub pair: Pair,
    /// What is known about the first article.
    pub a: Described,
    /// What is known about the second article.
    pub b: Described,
    /// The format.
    pub format: Format,
    /// The address that shows the comparison, if others can open it.
    pub link: Option<String>,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// How many matches the page shows: its filters hide some, and the document has them all.
    pub shown: u32,
    /// The numbers of both sources' colours on the page.
    pub colours: [u8; 2],
}

/// An empty request, since this program has no code to read it. It is the last of its message, so the rest can stay unread.
#[cfg(all(target_arch = "wasm32", not(feature = "heavy")))]
fn unread<'d, D: serde::Deserializer<'d>>(_: D) -> Result<Box<Export>, D::Error> {
    Ok(Box::default())
}

/// A kind of document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// As `docs/format.md` describes it.
    #[default]
    Json,
    /// To read and edit.
    Markdown,
    /// A self-contained page.
    Html,
    /// The matches, one per row.
    Csv,
}

/// What a document says about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Described {
    /// Its id in links and files.
    pub id: String,
    /// What is stated about it.
    pub about: About,
    /// What each piece of its furniture is, in the order of [`Text::furniture`].
    pub furniture: Vec<String>,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Ask::Compare`].
    Found(Box<Found>),
    /// To [`Ask::Matches`]: sentence of A, sentence of B and kind, in A's order.
    Matches(Vec<(u32, u32, Kind)>),
    /// To [`Ask::Between`], in its order.
    Between(Vec<Between>),
    /// To [`Ask::Export`].
    Document(String),
    /// The heavy program is needed: a text turned out to be in one of its languages.
    Heavy,
    /// To [`Ask::Story`].
    #[cfg(feature = "story")]
    Story(Box<Story>),
    /// To [`Ask::Import`]: the articles of a file, one in most, or why there is none.
    #[cfg(feature = "bring")]
    Imported(Result<Vec<crossread_import::Piece>, crossread_import::ImportError>),
    /// To [`Ask::Import`] from a program that is not the importer.
    #[cfg(feature = "bring")]
    NotMine,
}

/// A comparison with all that is shown of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The first article, read.
    pub a: ReadArticle,
    /// The second article, read.
    pub b: ReadArticle,
    /// What the engine found, and what was cut short.
    pub comparison: Comparison,
    /// The place of each passage in A and in B, in bytes.
    pub passages: Vec<(Span, Span)>,
    /// The details of each match.
    pub details: Vec<Detail>,
    /// The answer if there is no match.
    pub nothing: Option<Box<Nothing>>,
}

/// The answer about two articles without a match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {
    /// The sentences that come closest, closest first.
    pub closest: Vec<Close>,
    /// The names in both, first those that both have often.
    pub names: Vec<InBoth>,
    /// How many matches looser steps would have, up to the first that has any; empty if none was tried.
    pub looser: Vec<(Strictness, u32)>,
}

/// Two of the closest sentences that are not a match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Close {
    /// The sentence of A, an index into its sentences.
    pub a: u32,
    /// The sentence of B.
    pub b: u32,
    /// The words that both have, in bytes of A and of B.
    pub shared: Vec<(Span, Span)>,
}

#[cfg(feature = "parts")]
impl Answer {
    /// The answer with its parts, which came before it.
    pub fn joined(mut self, parts: Vec<Part>) -> Answer {
        if let Answer::Found(found) = &mut self {
            parts.into_iter().for_each(|part| found.join(part));
        }
        self
    }
}

/// A part of a comparison: the next entries of each of its lists.
#[cfg(feature = "parts")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Sentences of the first article.
    pub a: Vec<Sentence>,
    /// Sentences of the second.
    pub b: Vec<Sentence>,
    /// Matches.
    pub matches: Vec<Match>,
    /// Their details.
    pub details: Vec<Detail>,
    /// Passages.
    pub shared: Vec<Passage>,
    /// Their places.
    pub passages: Vec<(Span, Span)>,
}

#[cfg(feature = "parts")]
impl Found {
    /// Takes a part out, with at most that many entries of each list; `None` if nothing is left.
    pub fn part(&mut self, most: usize) -> Option<Part> {
        fn taken<T>(list: &mut Vec<T>, most: usize) -> Vec<T> {
            let rest = list.split_off(most.min(list.len()));
            std::mem::replace(list, rest)
        }
        let part = Part {
            a: taken(&mut self.a.sentences, most),
            b: taken(&mut self.b.sentences, most),
            matches: taken(&mut self.comparison.matches, most),
            details: taken(&mut self.details, most),
            shared: taken(&mut self.comparison.passages, most),
            passages: taken(&mut self.passages, most),
        };
        (part != Part::default()).then_some(part)
    }

    /// Puts a part back, after those that were put back before.
    pub fn join(&mut self, part: Part) {
        self.a.sentences.extend(part.a);
        self.b.sentences.extend(part.b);
        self.comparison.matches.extend(part.matches);
        self.details.extend(part.details);
        self.comparison.passages.extend(part.shared);
        self.passages.extend(part.passages);
    }
}

/// What the page shows of an article that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadArticle {
    /// Its sentences, in order, without overlap.
    pub sentences: Vec<Sentence>,
    /// How long it is.
    pub length: Length,
}

impl ReadArticle {
    /// The sentence that holds the byte `offset`, or the next one after it, or the last.
    pub fn sentence_at(&self, offset: usize) -> Option<u32> {
        let after = self.sentences.partition_point(|s| s.span.end <= offset);
        let last = self.sentences.len().checked_sub(1)?;
        Some(after.min(last) as u32)
    }
}

/// The details of a match.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    /// What changed, in bytes of the two sentences.
    pub hunks: Vec<Hunk>,
    /// Why it is a match.
    pub evidence: Evidence,
    /// What the two sentences say alike and differently.
    pub facts: Vec<Fact>,
}

/// The details of two sentences that are not a match.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Between {
    /// What changed, in bytes of the two sentences.
    pub hunks: Vec<Hunk>,
    /// What they say alike and differently.
    pub facts: Vec<Fact>,
}

/// One thing that two sentences say, alike or not: its place, not its value, so that a page shows it in the sources'
/// own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about.
    pub slot: Slot,
    /// How the two sides relate.
    pub relation: Relation,
    /// Where A says it, in bytes of A's text, and where B does.
    pub places: (Option<Span>, Option<Span>),
    /// For numbers, where A and B name what is counted.
    pub counted: (Option<Span>, Option<Span>),
}

impl From<&facts::Fact> for Fact {
    fn from(fact: &facts::Fact) -> Fact {
        Fact {
            slot: fact.slot,
            relation: fact.relation,
            places: (fact.a, fact.b),
            counted: fact.counted(),
        }
    }
}

/// How far the work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done now.
    pub stage: Stage,
    /// How much of all is done, 0 to 100, by the time that the stages take in a long comparison.
    pub percent: u8,
}

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Words, sentences and paragraphs of the first article; the file that is imported.
    ReadingA,
    /// The same of the second.
    ReadingB,
    /// Runs of words that both have.
    Passages,
    /// Sentences that belong together.
    Matches,
    /// The figures.
    Counting,
    /// What changed in each match, and why it is one.
    Details,
}

/// From the page: a request and its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Its number, which is in the replies.
    pub id: u32,
    /// What is asked.
    pub ask: Ask,
}

/// From the worker: about the request of that number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The number of the request.
    pub id: u32,
    /// The message.
    pub word: Word,
}

/// A message of a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Word {
    /// The progress; more will follow.
    Progress(Progress),
    /// The answer; nothing comes after it.
    Answer(Answer),
    /// A part of the answer that will follow.
    #[cfg(feature = "parts")]
    Part(Box<Part>),
}

/// The bytes of a message.
pub fn write<T: Serialize>(message: &T) -> Vec<u8> {
    // Writing into memory cannot fail; empty bytes would be read as no message.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// The message of these bytes; `None` if they are not one.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// The answer about two texts as a file: a digest of the bytes and of the texts, then the bytes.
pub fn seal(answer: &Answer, a: &str, b: &str) -> Vec<u8> {
    let bytes = write(answer);
    let mut sealed = digest(a, b, &bytes).to_le_bytes().to_vec();
    sealed.extend(bytes);
    sealed
}

/// The answer in such a file; `None` if it is damaged, or about other texts than these.
pub fn unseal(sealed: &[u8], a: &str, b: &str) -> Option<Answer> {
    let (digest_there, bytes) = sealed.split_first_chunk()?;
    (u64::from_le_bytes(*digest_there) == digest(a, b, bytes)).then(|| read(bytes))?
}

/// Protects against accidents, not against forgery: FNV-1a, 64 bits, over both texts and the bytes, separated by a
/// byte that no text contains.
fn digest(a: &str, b: &str, bytes: &[u8]) -> u64 {
    let all = [a.as_bytes(), &[0xff], b.as_bytes(), &[0xff], bytes];
    fnv1a(all.into_iter().flatten().copied())
}
