//! The news agency that an article credits: as its publisher, in its dateline (*BRUSSELS (Reuters) –*), in its byline, or in a
//! line of credit at its end (*The Associated Press contributed to this report.*). Two articles that credit one agency need not
//! be two origins. The credit of a picture does not count for the text.

use crate::library::Article;

/// Agencies: the name of each on the page, and how articles name it, in lower case.
const AGENCIES: [(&str, &[&str]); 14] = [
    ("Reuters", &["reuters", "thomson reuters"]),
    ("AP", &["ap", "associated press", "the associated press"]),
    (
        "AFP",
        &["afp", "agence france-presse", "agence france presse"],
    ),
    ("dpa", &["dpa", "deutsche presse-agentur"]),
    ("PA", &["pa", "pa media", "press association"]),
    ("UPI", &["upi", "united press international"]),
    ("EFE", &["efe", "agencia efe"]),
    ("ANSA", &["ansa"]),
    ("Xinhua", &["xinhua"]),
    ("TASS", &["tass", "itar-tass"]),
    ("Interfax", &["interfax"]),
    ("Kyodo", &["kyodo", "kyodo news"]),
    ("Bloomberg", &["bloomberg", "bloomberg news"]),
    ("CP", &["the canadian press", "canadian press"]),
];

/// The words of a credit line.
const CREDITING: [&str; 9] = [
    "contributed",
    "reporting by",
    "reported by",
    "writing by",
    "with files from",
    "with material from",
    "with reporting from",
    "source:",
    "wire service",
];

/// The number of lines at the beginning that can hold a dateline or a byline, and at the end that can hold a credit.
const LINES: usize = 6;
/// A byline or a credit line is no longer than this, in bytes.
const BYLINE: usize = 60;
const CREDIT: usize = 240;

/// The agency that an article credits.
pub(super) fn credit(article: &Article) -> Option<&'static str> {
    let publisher = article.publisher.as_ref();
    let published = publisher.and_then(|name| named(name.value.trim(), &str::eq));
    published.or_else(|| {
        let lines: Vec<&str> = lines(article).collect();
        let first = lines.iter().take(LINES);
        let last = lines.iter().rev().take(LINES);
        let opens = first.clone().find_map(|line| dateline(line));
        let byline = || first.clone().find_map(|line| byline(line));
        opens
            .or_else(byline)
            .or_else(|| last.clone().find_map(|line| closing(line)))
    })
}

/// The lines of its own text, and furniture that is marked as a credit.
fn lines(article: &Article) -> impl Iterator<Item = &str> {
    let mut at = 0;
    article.text.split('\n').filter_map(move |line| {
        let start = at;
        at += line.len() + 1;
        let is_apart = article.furniture.iter().any(|piece| {
            piece.start <= start && start + line.len() <= piece.end && piece.label != "credit"
        });
        (!is_apart && !line.trim().is_empty()).then_some(line.trim())
    })
}

/// The agency with that name.
fn named(text: &str, is_it: &dyn Fn(&str, &str) -> bool) -> Option<&'static str> {
    let text = text.to_ascii_lowercase();
    let mut all = AGENCIES.iter();
    let found = all.find(|(_, forms)| forms.iter().any(|form| is_it(&text, form)));
    found.map(|(name, _)| *name)
}

/// *BRUSSELS (Reuters) –* at the beginning of a line.
fn dateline(line: &str) -> Option<&'static str> {
    let (before, rest) = line.split_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    let is_place = before.len() < BYLINE && !before.contains(['.', '?', '!', '"', '“']);
    let dashed = behind.trim_start().starts_with(['-', '–', '—']);
    (is_place && dashed).then(|| named(inside.trim(), &str::eq))?
}

/// *By Reuters*, *Associated Press*, *By ANNA BERG, Associated Press*: a separate line.
fn byline(line: &str) -> Option<&'static str> {
    if line.len() > BYLINE || line.ends_with(['.', '?', '!', '”', '"']) {
        return None;
    }
    let bare = line
        .strip_prefix("By ")
        .or_else(|| line.strip_prefix("From "));
    let last = bare.and_then(|bare| bare.rsplit([',', '|', '/']).next());
    [Some(line), bare, last]
        .into_iter()
        .flatten()
        .find_map(|text| named(text.trim(), &str::eq))
}

/// *The Associated Press contributed to this report.*, *(Reporting by Anna Berg, Reuters)*, *— Reuters*.
fn closing(line: &str) -> Option<&'static str> {
    let is_mark = |c: char| matches!(c, '(' | ')' | '[' | ']' | '—' | '–' | '-' | '.' | '©' | ' ');
    if let Some(name) = named(line.trim_matches(is_mark), &str::eq) {
        return Some(name);
    }
    let low = line.to_ascii_lowercase();
    let credits = line.len() <= CREDIT && CREDITING.iter().any(|word| low.contains(word));
    let holds = |text: &str, form: &str| {
        let mut at = text.match_indices(form);
        at.any(|(at, _)| {
            let is_end = |byte: Option<u8>| !byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
            let bytes = text.as_bytes();
            is_end(at.checked_sub(1).map(|at| bytes[at]))
                && is_end(bytes.get(at + form.len()).copied())
        })
    };
    credits.then(|| named(line, &holds))?
}

#[cfg(test)]
mod tests {
    use super::credit;
    use crate::view::testing::{article, stated};

    fn of(text: &str) -> &'static str {
        credit(&article("rain", text)).unwrap_or("none")
    }

    #[test]
    fn an_agency_is_credited_in_dateline_byline_or_last_line() {
        assert_eq!(
            of("Rain\n\nBRUSSELS, April 1 (Reuters) – It rained."),
            "Reuters"
        );
        assert_eq!(of("Rain\n\nHARROW (AP) — It rained."), "AP");
        assert_eq!(
            of("Rain\nBy ANNA BERG, Associated Press\n\nIt rained."),
            "AP"
        );
        assert_eq!(of("Rain\nAgence France-Presse\n\nIt rained."), "AFP");
        assert_eq!(
            of("It rained.\n\nIt poured.\n\nThe Associated Press contributed to this report."),
            "AP"
        );
        assert_eq!(
            of("It rained.\n\n(Reporting by Anna Berg for Reuters)"),
            "Reuters"
        );
        assert_eq!(of("It rained.\n\n— dpa"), "dpa");
    }

    #[test]
    fn what_only_names_one_credits_none() {
        for text in [
            "It rained, Reuters reported.",
            "The agency (AP) said so.\n\nIt rained.",
            "It rained.\n\nA map contributed to the panic.",
            "It rained.\n\nThe reporting by the paper was apt.",
            "Reuters is an agency.\n\nIt rained.",
        ] {
            assert_eq!(of(text), "none", "{text}");
        }
        let mut photo = article("rain", "Rain\nA flood, March 31. Reuters\n\nIt rained.");
        assert_eq!(credit(&photo), None);
        photo.publisher = Some(stated("Reuters"));
        assert_eq!(credit(&photo), Some("Reuters"));
    }
}
