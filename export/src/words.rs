//! What a report says, in plain words: the finding, the figures, why a match is one. Every writer
//! takes its sentences from here, so that no two documents tell it differently.

use crate::report::{Article, Kind, Match, Report, Route, Scope, Stated, Voice};

/// Where and when a document was made. It is no part of the report: the same comparison saved on
/// another day is the same report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The address that shows the comparison, where it was made on the site.
    pub link: Option<String>,
    /// The day, `YYYY-MM-DD`.
    pub day: Option<String>,
}

/// The line that stands near the figures in every document.
pub const CAUTION: &str = "Overlap cannot show who copied whom: both may have used a third source.";

/// How the figures are counted, in sentences.
pub const COUNTED: &str = "Containment is the share of an article's words that stand in a match or \
a passage with the other, so it is given both ways. Text that an article repeats, and furniture \
such as banners and captions, stands apart and is not counted, unless the full text was asked for. \
A match links two sentences: verbatim, the same words; edited, the same sentence reworded; related, \
the same claim in other words. A passage is a run of the same words in both, whatever their case, \
punctuation and typography. What has no match is unique.";

/// What the kind of a match means.
pub fn meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Verbatim => "the same words",
        Kind::Edited => "the same sentence reworded",
        Kind::Related => "the same claim in other words",
    }
}

/// What was asked, in a sentence or two.
pub fn settings(report: &Report) -> String {
    let options = report.options;
    format!(
        "Compared by strictness {} of 5, where 1 finds most and 5 is surest; a passage has {} words or more; {}.",
        options.strictness,
        options.min_words,
        match options.scope {
            Scope::Own => "repeats and furniture are left out",
            Scope::Full => "repeats and furniture are counted too",
        }
    )
}

/// Whether an address is one of a page, so that a link may lead there.
pub fn is_page(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// What to call an article: its title, or its id.
pub fn name(article: &Article) -> &str {
    article
        .title
        .as_ref()
        .map_or(&article.id, |title| &title.value)
}

/// Publisher and date, each with "not stated" or "inferred" where that is so.
pub fn byline(article: &Article) -> String {
    let say = |field: &Option<Stated>, what: &str| match field {
        None => format!("{what} not stated"),
        Some(stated) if stated.basis.starts_with("inferred") => {
            format!("{} (inferred)", stated.value)
        }
        Some(stated) => stated.value.clone(),
    };
    format!(
        "{}, {}",
        say(&article.publisher, "publisher"),
        say(&article.date, "date")
    )
}

/// The finding: one or more sentences.
pub fn finding(report: &Report) -> Vec<String> {
    let min = report.options.min_words;
    if report.matches.is_empty() && report.passages.is_empty() {
        return vec![format!(
            "Nothing in common was found: no sentence of A matches one of B, and no run of {min} words or more stands in both."
        )];
    }
    let (a, b) = (&report.a.figures, &report.b.figures);
    let mut said = vec![format!(
        "Of A, {} is in B; of B, {} is in A.",
        percent(a.containment),
        percent(b.containment)
    )];
    said.push(if report.matches.is_empty() {
        "No sentence of A matches one of B.".into()
    } else {
        let count = |kind: Kind| report.matches.iter().filter(|m| m.kind == kind).count();
        let kinds = Kind::ALL.map(|kind| (count(kind), kind.name()));
        let told = kinds.iter().filter(|(n, _)| *n > 0);
        let told: Vec<String> = told.map(|(n, name)| format!("{n} {name}")).collect();
        let moved = report.matches.iter().filter(|m| m.moved).count();
        let moved = match moved {
            0 => String::new(),
            n => format!("; {n} moved"),
        };
        format!(
            "{}: {}{moved}.",
            counted(report.matches.len(), "match", "matches"),
            told.join(", ")
        )
    });
    said.push(match report.passages.iter().map(|p| p.words).max() {
        None => format!("No run of {min} words or more stands in both."),
        Some(longest) => format!(
            "{} of {min} words or more; the longest has {longest}.",
            counted(report.passages.len(), "passage", "passages")
        ),
    });
    said
}

/// What does not take part in the figures, and what was cut short: sentences, or none.
pub fn notes(report: &Report) -> Vec<String> {
    let mut notes = Vec::new();
    for (letter, article) in [("A", &report.a), ("B", &report.b)] {
        let figures = &article.figures;
        let parts = [
            (figures.repeat_words, "that it says again"),
            (figures.furniture_words, "of furniture"),
        ];
        let parts = parts.iter().filter(|(n, _)| *n > 0);
        let parts: Vec<String> = parts
            .map(|(n, what)| format!("{} {what}", counted(*n as usize, "word", "words")))
            .collect();
        if !parts.is_empty() && report.options.scope == Scope::Own {
            notes.push(format!("Left out of {letter}: {}.", parts.join(" and ")));
        }
    }
    if report.options.scope == Scope::Full {
        notes.push("Repeats and furniture are counted too.".into());
    }
    if report.cut_short.passages {
        notes.push("There are more passages than are listed.".into());
    }
    if report.cut_short.candidates {
        notes.push("Very frequent words proposed no links: a match that rests on them alone can be missing.".into());
    }
    notes
}

/// The figures, row by row: what, of A, of B.
pub fn figures(report: &Report) -> Vec<[String; 3]> {
    let (a, b) = (&report.a.figures, &report.b.figures);
    let row = |what: &str, a: u32, b: u32| [what.to_owned(), a.to_string(), b.to_string()];
    vec![
        [
            "Containment".into(),
            format!("{} is in B", percent(a.containment)),
            format!("{} is in A", percent(b.containment)),
        ],
        row("Words counted", a.words, b.words),
        row(
            "Words in verbatim matches",
            a.verbatim_words,
            b.verbatim_words,
        ),
        row("Words in edited matches", a.edited_words, b.edited_words),
        row("Words in related matches", a.related_words, b.related_words),
        row("Words in passages alone", a.passage_words, b.passage_words),
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
        row("Unique sentences", a.unique_sentences, b.unique_sentences),
    ]
}

/// A match's kind with its score, and whether it is moved: "edited, score 0.63, moved".
pub fn label(found: &Match) -> String {
    let moved = if found.moved { ", moved" } else { "" };
    format!("{}, score {:.2}{moved}", found.kind.name(), found.score)
}

/// Why a match is one, in sentences.
pub fn why(found: &Match) -> String {
    let mut said = Vec::new();
    let (link, threshold) = (found.link, found.threshold);
    said.push(match found.route {
        Route::SameWords => "Both sentences have the same words in the same order.".to_owned(),
        Route::Best => format!(
            "Each is the other's best link, of strength {link:.2}; the threshold was {threshold:.2}."
        ),
        Route::Joined => format!(
            "One article says in two sentences what the other says in one; what this one adds links them, with strength {link:.2}; the threshold was {threshold:.2}."
        ),
        Route::Beside => format!(
            "They stand beside another match, with a link of strength {link:.2}; the threshold there was {threshold:.2}."
        ),
    });
    let evidence = &found.evidence;
    if let Some(up) = evidence.up {
        said.push(format!(
            "In score it is {:.2} short of {} and {:.2} above {}.",
            up.distance,
            up.kind.map_or("the next kind", Kind::name),
            evidence.down.distance,
            evidence.down.kind.map_or("no match", Kind::name),
        ));
    }
    for (letter, voice) in [("A", evidence.voice_a), ("B", evidence.voice_b)] {
        match voice {
            Voice::Reporter => {}
            Voice::Mixed => said.push(format!("{letter}'s sentence quotes in part.")),
            Voice::Quoted => said.push(format!("{letter}'s sentence is a quotation.")),
        }
    }
    said.join(" ")
}

/// A share in whole percent, never rounded to nothing or to all.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if share <= 0.0 {
        "0%".into()
    } else if percent < 1.0 {
        "less than 1%".into()
    } else if share < 1.0 && percent > 99.0 {
        "more than 99%".into()
    } else {
        format!("{percent:.0}%")
    }
}

/// `1 match`, `2 matches`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_share_is_never_rounded_to_nothing_or_to_all() {
        let told = [0.0, 0.0004, 0.01, 0.125, 0.5, 0.994, 0.996, 1.0].map(percent);
        let expected = [
            "0%",
            "less than 1%",
            "1%",
            "12%",
            "50%",
            "more than 99%",
            "more than 99%",
            "100%",
        ];
        assert_eq!(told, expected);
    }
}
