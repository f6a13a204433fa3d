//! The arguments, what they mean, and the help texts.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use crossread_engine::{MinWords, Options, Scope, Strictness};

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  done, but some of the input is faulty: `check` found faults, or lines of --jsonl
     were answered with an error
  2  the command line was not understood
  3  an input could not be read or is faulty, or the output could not be written";

const COMPARE_HELP: &str = "\
Examples:
  crossread compare morning.txt evening.txt
      What the two share, to read in the terminal. Words only in the first are
      in [-…-], words only in the second in {+…+}.

  crossread compare assets/articles/russia-warns-kiev.md - < other.txt
      Articles of the library have front matter: title, publisher, date, and
      what of the text is furniture. `-` is standard input.

  crossread compare a.txt b.txt --format html > compared.html
      A self-contained page, to keep or to send.

  crossread compare a.txt b.txt --format json | jq '.matches[].kind'
      The report that the site exports. docs/format.md describes it.

  crossread compare --jsonl < pairs.jsonl > answers.jsonl
      One pair a line: {\"id\": \"…\", \"lang\": \"en\", \"a\": \"<text>\", \"b\": \"<text>\"}
      One answer a line, in the same order: sentences, pairs, passages, similarity
      and diff, over the full texts, repeats included. A line that cannot be used is
      answered with {\"id\": …, \"error\": \"…\"}, and the rest continue.

Places in JSON are half-open ranges of Unicode scalar values (code points).";

const MATRIX_HELP: &str = "\
Examples:
  crossread matrix assets/articles > overlap.csv
      Every pair of articles in a folder, for a spreadsheet.

  crossread matrix *.txt --format json
      The same as JSON. docs/format.md describes it.

  crossread matrix archive.jsonl --format jsonl --out overlap.jsonl
      Articles from JSON Lines, one a line: {\"id\": \"…\", \"text\": \"…\"}, with title, publisher, date,
      url and language where they are known. One pair a line is written. If the
      run is interrupted, the same command continues and writes no pair twice.

Of up to 64 articles, every pair is compared. Of more, an index finds the pairs that share
rare words or phrases, and only those are compared. The number passed over is printed.

One row a pair: the words that are counted, containment both ways (the share of one
article's words that are in the other), similarity, matches by kind, and passages.";

const STORY_HELP: &str = "\
Examples:
  crossread story assets/articles
      All articles of a folder as one story: which claims they tell and how many of them
      tell each, the sentences that say it, and how much is in only one article.

  crossread story monday.txt tuesday.txt - --json < wednesday.txt
      The same as JSON. docs/format.md describes it.

  crossread story *.txt --links by-hand.jsonl
      With sentences that a reader linked or refused. A line of that file:
      {\"a\": \"monday.txt\", \"b\": \"tuesday.txt\", \"made\": [[[0, 20], [5, 30]]], \"refused\": []}

Of more than 64 articles, an index finds the pairs that share rare words or phrases, and
only those are compared; --exhaustive compares all.

A claim is a group of linked sentences of two or more articles. They are about the same
thing, but need not agree. docs/method.md says how they are grouped.";

const INDEX_HELP: &str = "\
Examples:
  crossread index archive --out archive.index
      All articles of a folder in one file. `near` searches it in milliseconds; `matrix`,
      `story`, `export` and `index` read it like a folder.

A saved index is checked when it is read. docs/scale.md describes it.";

const NEAR_HELP: &str = "\
Examples:
  crossread near today.txt --in archive.index
      The articles of the archive that are similar to today's: how much of each is in the other.

  crossread near today.txt --in archive --json
      The same from a folder, which takes as long as reading it, as JSON.

At most 64 articles are compared, those that share most rare words and phrases.";

const FINGERPRINTS_HELP: &str = "\
Example:
  crossread fingerprints < articles.jsonl
      One article a line: {\"text\": \"…\"}, with lang where it is known. One answer a line:
      {\"sentences\": [[words, [stems]]], \"phrases\": […]}, stems and phrases as signed
      64-bit numbers. spark/ makes an index of them.";

const EXPORT_HELP: &str = "\
Examples:
  crossread export --passim archive > articles.jsonl
  passim articles.jsonl reuse
      passim leaves out what is reused within a series: that is the publisher here.

  crossread export --collection archive > texts.json
      A collection, which the site opens like one that it saved itself. Up to 5,000 articles;
      furniture is not marked in it.";

const COLLECTION_HELP: &str = "\
Examples:
  crossread collection build archive archive.set
      A static collection in the folder archive.set: small files, which a program reads from any
      host. They hold each article, the articles most similar to it, the claims that it
      shares with others, and an index of words. Nothing runs on the host.

  crossread collection check archive.set
      Checks that every file of it is there and undamaged.

docs/set.md describes the files.";

const CLUSTERS_HELP: &str = "\
Example:
  crossread clusters reuse --in archive
      The passages of each cluster, with their places in the articles.";

const FACTS_HELP: &str = "\
Examples:
  crossread facts assets/articles/russia-warns-kiev.md
      Each number, date, name, quotation, denial, doubt and speaker with the number of its
      sentence, then who is quoted, and with which words.

  crossread facts morning.txt --json
      The same as JSON, with places. docs/facts.md says what is looked for.";

const READ_HELP: &str = "\
Examples:
  crossread read page.html
      The article in a saved page: its title, publisher, date and text, where each was
      found, and what was left out.

  crossread read *.pdf letter.docx --json
      One object a line for each file: {\"file\": \"…\", \"ok\": {…}}, or with \"err\" what is
      wrong and what would help. docs/import.md describes it.

  crossread read book.epub feed.json pages.zip
      Every article of files that hold several: the chapters of an e-book, the items of
      a feed, the files of an archive. book.epub#3 is the third chapter alone.

What can be read: saved web pages (HTML, MHTML), PDF, DOCX, ODT, RTF, e-mails (EML), subtitles
(VTT, SRT), e-books (EPUB), articles in JSON (JSON Feed, WordPress, schema.org), archives (ZIP),
Markdown, plain text in any encoding, and article files. The other commands open the same files.";

const CHECK_HELP: &str = "\
Example:
  crossread check assets/articles
      What the site's build checks: front matter, ids, and furniture that is in the
      text. Each fault is reported with file, line and what to do.";

/// Compare how sources tell the same story.
///
/// Finds the sentences that two articles share, word for word, reworded, or about the same thing in
/// other words; the passages that run through both; and what exactly changed. Overlap cannot show
/// who copied whom: both may have used a third source.
#[derive(Debug, Parser)]
#[command(name = "crossread", version, after_help = EXIT_CODES, max_term_width = 90)]
pub(crate) struct Args {
    /// When to use colours; `auto` means in a terminal, unless NO_COLOR is set.
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare two articles, or many pairs with --jsonl
    #[command(after_long_help = COMPARE_HELP)]
    Compare(CompareArgs),
    /// Compare every pair of many articles
    #[command(after_long_help = MATRIX_HELP)]
    Matrix(MatrixArgs),
    /// Read several articles as one story: the claims that two or more of them tell
    #[command(after_long_help = STORY_HELP)]
    Story(StoryArgs),
    /// Put many articles into one file, in which `near` finds similar ones
    #[command(after_long_help = INDEX_HELP)]
    Index(IndexArgs),
    /// Find the articles that are similar to one
    #[command(after_long_help = NEAR_HELP)]
    Near(NearArgs),
    /// Write the fingerprints of articles, for programs that have their own index
    #[command(after_long_help = FINGERPRINTS_HELP)]
    Fingerprints,
    /// Write articles for other programs
    #[command(after_long_help = EXPORT_HELP)]
    Export(ExportArgs),
    /// Write many articles as small files, which programs read from any host without a server
    #[command(subcommand, after_long_help = COLLECTION_HELP)]
    Collection(CollectionCommand),
    /// Read the clusters of reused passages that passim found
    #[command(after_long_help = CLUSTERS_HELP)]
    Clusters(ClustersArgs),
    /// List what one article says: numbers, dates, names, quotations and their speakers
    #[command(after_long_help = FACTS_HELP)]
    Facts(FactsArgs),
    /// Read any file as the page does: its article, or why there is none
    #[command(after_long_help = READ_HELP)]
    Read(ReadArgs),
    /// Check a folder of article files
    #[command(after_long_help = CHECK_HELP)]
    Check(CheckArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CompareArgs {
    /// The first article: a file, or `-` for standard input
    #[arg(required_unless_present = "jsonl")]
    pub(crate) a: Option<String>,
    /// The second article: a file, or `-` for standard input
    #[arg(required_unless_present = "jsonl")]
    pub(crate) b: Option<String>,
    /// What to write
    #[arg(long, short, default_value = "text", conflicts_with = "jsonl")]
    pub(crate) format: Format,
    /// Read pairs from standard input, one JSON object per line, and answer each on a line
    #[arg(long, conflicts_with_all = ["a", "b", "full"])]
    pub(crate) jsonl: bool,
    /// With --jsonl, answer only with the figures of a matrix row, as `matrix` counts them
    #[arg(long, requires = "jsonl")]
    pub(crate) figures: bool,
    /// The shortest passage, in words, 3 to 12 [default: 5; with --jsonl: 8]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(3..=12))]
    pub(crate) min_words: Option<u8>,
    #[command(flatten)]
    pub(crate) how: How,
    /// Count repeats and furniture too
    #[arg(long)]
    pub(crate) full: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct MatrixArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,
    /// What to write
    #[arg(long, short, default_value = "csv")]
    pub(crate) format: MatrixFormat,
    #[command(flatten)]
    pub(crate) comparing: Comparing,
    /// Compare every pair, however many articles there are
    #[arg(long)]
    pub(crate) exhaustive: bool,
    /// Write into this file rather than to standard output. If the run is interrupted, the same command continues
    /// where it stopped (CSV and JSON Lines)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: Option<std::path::PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct StoryArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) comparing: Comparing,
    /// Compare every pair, however many articles there are
    #[arg(long)]
    pub(crate) exhaustive: bool,
    /// What a reader linked or refused by hand: a file of JSON Lines
    #[arg(long, value_name = "FILE")]
    pub(crate) links: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct IndexArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,
    /// The file to write
    #[arg(long, short, value_name = "FILE")]
    pub(crate) out: std::path::PathBuf,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NearArgs {
    /// The article: a file, or `-` for standard input
    pub(crate) file: String,
    /// Where to look: a saved index, a folder of files, or JSON Lines (.jsonl)
    #[arg(long = "in", value_name = "INDEX")]
    pub(crate) within: String,
    /// How many articles to list at most
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) most: u8,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) comparing: Comparing,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,
    /// As passim reads them: JSON Lines with id, series and text
    #[arg(long, required_unless_present = "collection")]
    pub(crate) passim: bool,
    /// As the site opens them: a collection, one JSON file
    #[arg(long, conflicts_with = "passim")]
    pub(crate) collection: bool,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CollectionCommand {
    /// Write a static collection of a folder's articles, or of an index's
    Build(BuildArgs),
    /// Check that every file of a static collection is there and undamaged
    Check {
        /// Its folder
        #[arg(value_name = "FOLDER")]
        at: std::path::PathBuf,
    },
}

#[derive(Debug, ClapArgs)]
pub(crate) struct BuildArgs {
    /// The articles: a folder, JSON Lines (.jsonl), or a saved index
    #[arg(value_name = "FOLDER|INDEX")]
    pub(crate) articles: String,
    /// The folder to write into: a new one, an empty one, or that of a static collection, which is replaced
    pub(crate) out: std::path::PathBuf,
    /// The title of the collection [default: the name of what it was made from]
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ClustersArgs {
    /// What passim wrote: its folder, the folder `out.json` in it, or a file of JSON Lines
    #[arg(value_name = "OUTPUT")]
    pub(crate) file: String,
    /// The articles that passim read, to check the places
    #[arg(long = "in", value_name = "ARTICLES")]
    pub(crate) within: Option<String>,
    #[command(flatten)]
    pub(crate) form: Form,
}

/// The articles of a command that takes many.
#[derive(Debug, ClapArgs)]
pub(crate) struct Articles {
    /// The articles: files, folders of files, JSON Lines (.jsonl), saved indexes
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<String>,
}

/// The form in which an answer is written.
#[derive(Debug, ClapArgs)]
pub(crate) struct Form {
    /// What to write
    #[arg(long, short, default_value = "text")]
    format: StoryFormat,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

impl Form {
    /// Whether it is for another program.
    pub(crate) fn is_json(&self) -> bool {
        self.json || self.format == StoryFormat::Json
    }
}

/// Options of the commands that compare many articles.
#[derive(Debug, ClapArgs)]
pub(crate) struct Comparing {
    /// The shortest passage, in words, 3 to 12
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(3..=12))]
    min_words: u8,
    #[command(flatten)]
    how: How,
    /// Count repeats and furniture too
    #[arg(long)]
    full: bool,
}

impl Comparing {
    /// The engine's options.
    pub(crate) fn options(&self) -> Options {
        self.how.options(self.min_words, scope(self.full))
    }

    /// The language that was given.
    pub(crate) fn lang(&self) -> Option<&str> {
        self.how.lang()
    }
}

/// The language in which texts are read.
#[derive(Debug, ClapArgs)]
pub(crate) struct Language {
    /// The language of the texts, as a BCP 47 tag such as `en`; otherwise what the front matter
    /// says, or a guess
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<String>,
}

impl Language {
    /// The tag that was given.
    pub(crate) fn tag(&self) -> Option<&str> {
        self.lang.as_deref()
    }
}

/// Options of all commands that compare.
#[derive(Debug, ClapArgs)]
pub(crate) struct How {
    /// How strict matching is, from 1 (loosest), which finds most, to 5 (strictest), which is surest; by
    /// number or by name
    #[arg(long, value_name = "STEP", default_value_t = Strictness::Normal, value_parser = strictness)]
    strictness: Strictness,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct FactsArgs {
    /// The article: a file, or `-` for standard input
    pub(crate) file: String,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) language: Language,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ReadArgs {
    /// The files, or `-` for standard input
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<String>,
    /// Write JSON, one object a line for each file
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// The folder of article files
    #[arg(value_name = "DIR")]
    pub(crate) dir: std::path::PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// To read in a terminal
    Text,
    /// The versioned report, with both texts
    Json,
    /// For notes and wikis
    Markdown,
    /// A self-contained page
    Html,
    /// The matches as a table
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatrixFormat {
    /// For a spreadsheet
    Csv,
    /// For another program: one document
    Json,
    /// For another program: one pair a line
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StoryFormat {
    /// To read in a terminal
    Text,
    /// For another program
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    pub(crate) fn choice(self) -> anstream::ColorChoice {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}

impl How {
    /// The language that was given.
    pub(crate) fn lang(&self) -> Option<&str> {
        self.language.tag()
    }

    /// The engine's options.
    pub(crate) fn options(&self, min_words: u8, scope: Scope) -> Options {
        Options::default()
            .with_min_words(MinWords::clamped(min_words))
            .with_strictness(self.strictness)
            .with_scope(scope)
    }
}

/// Which text is compared.
pub(crate) fn scope(full: bool) -> Scope {
    if full { Scope::Full } else { Scope::Own }
}

/// A strictness, by its number or its name.
fn strictness(typed: &str) -> Result<Strictness, String> {
    let by_number = typed.parse().ok().and_then(Strictness::from_step);
    match by_number {
        Some(strictness) => Ok(strictness),
        None => typed
            .parse()
            .map_err(|error| format!("{error}, or a number from 1 to 5")),
    }
}

/// A language tag; only its form is checked.
fn language(typed: &str) -> Result<String, String> {
    if crossread_article::is_language_tag(typed) {
        return Ok(typed.to_owned());
    }
    Err("expected a BCP 47 tag, such as `en`, `uk` or `pt-BR`".into())
}
