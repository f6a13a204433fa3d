//! What a report says, in plain words: the finding, the figures, the reasons for a match. Every writer takes its
//! sentences from here, so that all documents use the same words.

use crossread_engine::facts;
use crossread_engine::{self as engine, Strictness};
use crossread_wording::words::{date, decimal, percent};
use crossread_wording::{self as wording, Finding, Found, at_step, finding::shares, named};

use crate::report::{Article, Figures, Kind, Match, Report, Route, Scope, Standing, Stated, Voice};
use crate::view::Which;

pub use crossread_wording::CAUTION;

/// Where and when a document was made. It is not part of the report: the same comparison saved on another day is the
/// same report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The address that shows the comparison, if it was made on the site.
    pub link: Option<String>,
    /// The day, `YYYY-MM-DD`.
    pub day: Option<String>,
    /// How many of its matches the page showed, if it was made on the site: filters may hide some, but a document has
    /// them all.
    pub shown: Option<u32>,
    /// The colours of the two sources, A first, as numbers of the page's colours: `None` gives the first two.
    pub colours: Option<[u8; 2]>,
}

/// How the figures are counted, in sentences.
pub const COUNTED: &str = "“Shared in total” is the share of an article’s words that are in a match or a passage with the other, so it is given both ways. Text that an article repeats, and furniture \
such as banners and captions, is set apart and not counted, unless the full text was asked for. \
A match links two sentences: verbatim, the same words; edited, the same sentence reworded; related, \
about the same thing in other words. A passage is a run of the same words in both, whatever their case, \
punctuation and typography. A sentence without a match has no counterpart.";

/// The meaning of a kind of match.
pub fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "the same words",
        Kind::Edited => "reworded",
        Kind::Related => "about the same thing",
    }
}

/// The options, in a sentence or two.
pub fn settings(report: &Report) -> String {
    let options = report.options;
    format!(
        "Compared {} (the steps go from loosest, which finds most, to strictest, which is surest); a passage has {} words or more; {}.",
        at_step(strictness(report)),
        options.min_words,
        match options.scope {
            Scope::Own => "repeats and furniture are left out",
            Scope::Full => "repeats and furniture are counted too",
        }
    )
}

fn strictness(report: &Report) -> Strictness {
    Strictness::from_step(report.options.strictness).unwrap_or_default()
}

/// A sentence if the page's filters hid matches.
pub fn filtered(report: &Report, origin: &Origin) -> Option<String> {
    let all = report.matches.len();
    let shown = origin.shown? as usize;
    (shown < all).then(|| {
        format!(
            "{} in this document; the page it was saved from showed {shown} of them, by its filters.",
            if all == 1 {
                "The one match is".to_owned()
            } else {
                format!("All {all} matches are")
            }
        )
    })
}

/// Whether an address is that of a page, so that a link may lead there.
pub fn is_page(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// The names of the two, A first.
pub fn names(report: &Report) -> [&str; 2] {
    [&report.a.name, &report.b.name]
}

/// The title of an article, or its id.
pub fn title(article: &Article) -> &str {
    let title = article.about.title.as_ref();
    title.map_or(&article.id, |title| &title.value)
}

/// Publisher and date, each with "not stated" or "inferred" if that is so.
pub fn byline(article: &Article) -> String {
    published(&article.about.publisher, &article.about.date)
}

/// What to say about an article besides its name: title, publisher and date, unless the name says them.
pub fn beside_name(article: &Article) -> String {
    let (name, title, about) = (&article.name, title(article), &article.about);
    let is_name = |field: &Option<Stated>| field.as_ref().is_some_and(|one| one.value == *name);
    let mut said = Vec::new();
    if name != title && *name != format!("“{title}”") {
        said.push(title.to_owned());
    }
    if !is_name(&about.publisher) {
        said.push(stated(&about.publisher, "publisher"));
    }
    said.push(stated(&about.date, "date"));
    said.join(" · ")
}

/// Publisher and date, from these two fields only.
pub fn published(publisher: &Option<Stated>, day: &Option<Stated>) -> String {
    let [publisher, day] = [stated(publisher, "publisher"), stated(day, "date")];
    format!("{publisher}, {day}")
}

/// A publisher or a date, with "not stated" or "inferred" if that is so.
fn stated(field: &Option<Stated>, what: &str) -> String {
    match field {
        None => format!("{what} not stated"),
        Some(stated) if stated.is_inferred() => format!("{} (inferred)", date(&stated.value)),
        Some(stated) => date(&stated.value),
    }
}

/// The first sentence if nothing matches, so that there is no difference to begin with.
pub fn headline(report: &Report) -> String {
    named(&said(report, &found(report)).headline, names(report))
}

/// How much of the wording is shared: what was found, how much of each is in the other, where it is and what has no
/// counterpart; then the passages.
pub fn shared(report: &Report) -> String {
    let found = found(report);
    let Finding {
        headline, detail, ..
    } = said(report, &found);
    let mut said = Vec::new();
    if !report.matches.is_empty() {
        said.push(headline);
    }
    if !report.matches.is_empty() || !report.passages.is_empty() {
        said.push(shares(&found));
    }
    if !detail.is_empty() {
        said.push(detail);
    }
    // Without a match the headline itself is about the passages.
    if !report.matches.is_empty() {
        let min = found.min_words;
        said.push(match found.longest {
            0 => format!("No run of {min} words or more is in both."),
            longest => format!(
                "{} of {min} words or more; the longest has {longest}.",
                counted(report.passages.len(), "passage", "passages")
            ),
        });
    }
    named(&said.join(" "), names(report))
}

fn said(report: &Report, found: &Found) -> Finding {
    wording::finding(found, Which::BOTH.map(|which| lies(report, which)))
}

/// The figures from which the finding is made.
fn found(report: &Report) -> Found {
    let counts = |figures: &Figures| wording::Counts {
        verbatim: figures.verbatim_sentences,
        edited: figures.edited_sentences,
        related: figures.related_sentences,
        all: figures.sentences,
        shared_words: shared_words(figures),
        words: figures.words,
    };
    let mut cut_short = engine::CutShort::default();
    cut_short.passages = report.cut_short.passages;
    cut_short.candidates = report.cut_short.candidates;
    Found {
        a: counts(&report.a.figures),
        b: counts(&report.b.figures),
        moved: report.matches.iter().filter(|found| found.moved).count() as u32,
        passages: report.passages.len() as u32,
        longest: report.passages.iter().map(|p| p.words).max().unwrap_or(0),
        min_words: u32::from(report.options.min_words),
        strictness: strictness(report),
        scope: report.options.scope.into(),
        cut_short,
    }
}

/// The part of that side that contains its matches.
fn lies(report: &Report, which: Which) -> Option<wording::Part> {
    let (article, of): (_, fn(&Match) -> u32) = match which {
        Which::A => (&report.a, |found| found.a),
        Which::B => (&report.b, |found| found.b),
    };
    let mut matched = vec![false; article.sentences.len()];
    for found in &report.matches {
        if let Some(one) = matched.get_mut(of(found) as usize) {
            *one = true;
        }
    }
    let own = article.sentences.iter().zip(matched);
    let own = own.filter(|(sentence, _)| {
        report.options.scope == Scope::Full || sentence.standing == Standing::Own
    });
    let own: Vec<(u32, bool)> = own
        .map(|(sentence, matched)| (sentence.words, matched))
        .collect();
    wording::lies(&own)
}

/// Words in a match or a passage.
fn shared_words(figures: &Figures) -> u32 {
    let parts = [
        figures.verbatim_words,
        figures.edited_words,
        figures.related_words,
        figures.passage_words,
    ];
    parts.into_iter().fold(0, u32::saturating_add)
}

/// Sentences about what does not count in the figures, what the reader linked or refused, and what was cut short.
pub fn notes(report: &Report) -> Vec<String> {
    let mut notes = Vec::new();
    for article in [&report.a, &report.b] {
        let figures = &article.figures;
        let parts = [
            (figures.repeat_words, "that it repeats"),
            (figures.furniture_words, "of furniture"),
        ];
        let parts = parts.iter().filter(|(n, _)| *n > 0);
        let parts: Vec<String> = parts
            .map(|(n, what)| format!("{} {what}", counted(*n as usize, "word", "words")))
            .collect();
        if !parts.is_empty() && report.options.scope == Scope::Own {
            let (name, parts) = (&article.name, parts.join(" and "));
            notes.push(format!("Left out of {name}: {parts}."));
        }
    }
    let by_hand = report.matches.iter().filter(|found| is_by_hand(found));
    notes.extend(wording::by_hand(
        by_hand.count() as u32,
        report.refused.len() as u32,
    ));
    notes.extend(said(report, &found(report)).cut_short);
    notes.extend(not_looked_for(report));
    notes
}

/// The facts that were not looked for in these languages; `None` if all were, or if there is no match.
fn not_looked_for(report: &Report) -> Option<String> {
    let slots: Vec<facts::Slot> = report
        .not_looked_for
        .iter()
        .map(|&slot| slot.into())
        .collect();
    let tag =
        |article: &Article| (article.about.language.as_ref()).map(|stated| stated.value.clone());
    let one_language = tag(&report.a) == tag(&report.b);
    let told = crossread_wording::facts::not_looked_for(&slots, one_language);
    told.filter(|_| !report.matches.is_empty())
}

/// The figures, row by row: name, A's value, B's value.
pub fn figures(report: &Report) -> Vec<[String; 3]> {
    let (a, b) = (&report.a.figures, &report.b.figures);
    let row = |what: &str, a: u32, b: u32| [what.to_owned(), a.to_string(), b.to_string()];
    vec![
        [
            "Shared in total".into(),
            percent(shared_words(a), a.words),
            percent(shared_words(b), b.words),
        ],
        row("Words counted", a.words, b.words),
        row(
            "Words in verbatim matches",
            a.verbatim_words,
            b.verbatim_words,
        ),
        row("Words in edited matches", a.edited_words, b.edited_words),
        row("Words in related matches", a.related_words, b.related_words),
        row("Words only in passages", a.passage_words, b.passage_words),
        row("Words repeated", a.repeat_words, b.repeat_words),
        row("Words of furniture", a.furniture_words, b.furniture_words),
        row("Sentences counted", a.sentences, b.sentences),
        row(
            "Verbatim sentences",
            a.verbatim_sentences,
            b.verbatim_sentences,
        ),
        row("Edited sentences", a.edited_sentences, b.edited_sentences),
        row(
            "Related sentences",
            a.related_sentences,
            b.related_sentences,
        ),
        row(
            "Sentences without a counterpart",
            a.unmatched_sentences,
            b.unmatched_sentences,
        ),
    ]
}

fn is_by_hand(found: &Match) -> bool {
    found.route == Route::Hand
}

/// A match's kind with its score, whether it is moved, and whether the reader made it: "edited, score 0.63, moved,
/// by hand".
pub fn label(found: &Match) -> String {
    let moved = if found.moved { ", moved" } else { "" };
    let by_hand = if is_by_hand(found) { ", by hand" } else { "" };
    let (kind, score) = (found.kind.name(), decimal(found.score, 2));
    format!("{kind}, score {score}{moved}{by_hand}")
}

/// Why it is a match, in sentences.
pub fn why(found: &Match, names: [&str; 2]) -> String {
    let mut said = Vec::new();
    let [link, threshold] = [found.link, found.threshold].map(|value| decimal(value, 2));
    said.push(match found.route {
        Route::SameWords => "Both sentences have the same words in the same order.".to_owned(),
        Route::Best => format!(
            "Each is the other’s best link, of strength {link}; the threshold was {threshold}."
        ),
        Route::Joined => format!(
            "One article says in two sentences what the other says in one; what this one adds links them, with strength {link}; the threshold was {threshold}."
        ),
        Route::Beside => format!(
            "They are beside another match, with a link of strength {link}; the threshold there was {threshold}."
        ),
        Route::About => format!(
            "By their words, neighbouring sentences and positions, both are probably about the same thing: {link}, where 1 is certain; {threshold} was needed."
        ),
        Route::Hand => "The reader linked these two by hand.".to_owned(),
    });
    let evidence = &found.evidence;
    if let Some(up) = evidence.up.filter(|_| !is_by_hand(found)) {
        said.push(format!(
            "Its score is {} short of {} and {} above {}.",
            decimal(up.distance, 2),
            up.kind.map_or("the next kind", Kind::name),
            decimal(evidence.down.distance, 2),
            evidence.down.kind.map_or("no match", Kind::name),
        ));
    }
    for (name, voice) in names.into_iter().zip([evidence.voice_a, evidence.voice_b]) {
        match voice {
            Voice::Reporter => {}
            Voice::Mixed => said.push(format!("The sentence of {name} quotes in part.")),
            Voice::Quoted => said.push(format!("The sentence of {name} is a quotation.")),
        }
    }
    said.join(" ")
}

/// `1 match`, `2 matches`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
