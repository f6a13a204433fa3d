//! What the lines above an article say: who published it, its headline, its byline, its day; and the dateline with which its
//! text begins. Newspapers all write these alike, and a text that was copied off a page or out of a mail has them on top.
//!
//! The lines that are no part of what the article tells (byline, day, publisher, address) are taken off the text, and which
//! they were is said. The headline stays, and so does the dateline, which stands inside of a sentence. In doubt a line stays.

use crate::day;
use crate::imported::LeftOut;
use crate::lower;
use crossread_article::{About, Stated};

/// What was understood, and the text without the lines that are no part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// What was understood: the headline without the publisher's name before or behind it, the day as `2026-03-14`.
    pub about: About,
    /// The lines that were taken off.
    pub left_out: Vec<LeftOut>,
    /// The text.
    pub text: String,
}

/// So many lines are looked at, of which so many may be nothing that is known.
const MOST_LINES: usize = 10;
const MOST_UNKNOWN: usize = 3;
/// A longer line is a paragraph, in characters.
const PARAGRAPH: usize = 250;
/// A longer line is no headline, in characters.
const HEADLINE: usize = 160;

/// What a line above an article is.
enum Line<'a> {
    Address,
    Byline,
    Day(String),
    /// "Source: …", or a line that is an outlet's name.
    Outlet(&'a str),
    /// "Headline: …".
    Headline(&'a str),
    /// A button of the page that it was copied from.
    Button,
}

impl Line<'_> {
    /// As it is named among what was left out.
    fn name(&self) -> &'static str {
        match self {
            Line::Address => "the address",
            Line::Byline => "the byline",
            Line::Day(_) => "the line with the date",
            Line::Outlet(_) => "the publisher’s name",
            Line::Headline(_) => "the label of the headline",
            Line::Button => "a button",
        }
    }
}

/// Reads what stands above a text, and its dateline.
#[must_use]
pub fn head(text: &str) -> Head {
    let mut head = Head::default();
    let lines: Vec<&str> = text.split('\n').collect();
    let seen = seen(&lines);
    let title = title_at(&lines, &seen);
    let mut first_unknown = None;
    for (place, line) in &seen {
        let source = lines[*place].trim();
        // A lone name is a headline where there is no other.
        let is_title = title == Some(*place);
        match line {
            Some(line) if !is_title => head.take(line, source),
            _ if is_title => {}
            _ => {
                first_unknown.get_or_insert(*place);
            }
        }
    }
    if let Some(line) = title.and_then(|place| lines.get(place))
        && head.about.title.is_none()
    {
        head.headline(line.trim(), "the first line");
    }
    head.text = kept(&lines, &seen, title);
    let begins = first_unknown.or_else(|| {
        // The lines looked at were all known, or there was none but the headline.
        let behind = seen.last().map_or(0, |(place, _)| place + 1);
        let rest = lines.iter().enumerate().skip(behind);
        rest.filter(|(_, line)| !line.trim().is_empty())
            .map(|(place, _)| place)
            .next()
    });
    if let Some(line) = begins.and_then(|place| lines.get(place)) {
        head.dateline(line.trim());
    }
    head
}

/// The lines that stand above the text, and what each is.
fn seen<'a>(lines: &[&'a str]) -> Vec<(usize, Option<Line<'a>>)> {
    let mut seen = Vec::new();
    let mut unknown = 0;
    let written = lines.iter().enumerate();
    let written = written.filter(|(_, line)| !line.trim().is_empty());
    for (place, line) in written.take(MOST_LINES) {
        let line = line.trim();
        if line.chars().count() > PARAGRAPH {
            break;
        }
        let what = what(line);
        unknown += usize::from(what.is_none());
        if unknown > MOST_UNKNOWN {
            break;
        }
        seen.push((place, what));
    }
    // What stands below the last that is known belongs to the text, but for the headline.
    let last = seen.iter().rposition(|(_, what)| what.is_some());
    seen.truncate(last.map_or(1, |last| last + 1));
    seen
}

/// Which line is the headline: the first that is nothing else, short, no sentence, and stands alone.
fn title_at(lines: &[&str], seen: &[(usize, Option<Line<'_>>)]) -> Option<usize> {
    if seen
        .iter()
        .any(|(_, what)| matches!(what, Some(Line::Headline(_))))
    {
        return None;
    }
    let alone = |at: usize, place: usize| {
        let next = lines.get(place + 1).map(|line| line.trim());
        let known = seen.get(at + 1).is_some_and(|(_, what)| what.is_some());
        next.is_some_and(str::is_empty) || known
    };
    let more = |place: usize| {
        lines
            .iter()
            .skip(place + 1)
            .any(|line| !line.trim().is_empty())
    };
    let fits = |at: usize, place: usize| {
        let line = lines.get(place).copied().unwrap_or_default().trim();
        is_headline(line) && alone(at, place) && more(place)
    };
    let first = seen.iter().position(|(_, what)| what.is_none());
    if let Some(at) = first
        && let Some((place, _)) = seen.get(at)
        && fits(at, *place)
    {
        return Some(*place);
    }
    // None is left: a name that stands first may be the headline.
    match seen.first() {
        Some((place, Some(Line::Outlet(_)))) if first.is_none() && fits(0, *place) => Some(*place),
        _ => None,
    }
}

fn is_headline(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let sentence = line.ends_with(['.', ':', ';', ',', '。', '，']);
    line.chars().count() <= HEADLINE && words <= 40 && !sentence
}

/// The text without the lines that are known. Where one went, a new paragraph begins.
fn kept(lines: &[&str], seen: &[(usize, Option<Line<'_>>)], title: Option<usize>) -> String {
    let gone = |place: usize| {
        let mut known = seen.iter().filter(|(_, what)| what.is_some());
        known.any(|(at, _)| *at == place) && title != Some(place)
    };
    let mut out = String::new();
    let mut parted = true;
    for (place, line) in lines.iter().enumerate() {
        if gone(place) || (parted && line.trim().is_empty()) {
            parted = true;
            continue;
        }
        if parted {
            out.truncate(out.trim_end_matches('\n').len());
        }
        if !out.is_empty() {
            out.push_str(if parted { "\n\n" } else { "\n" });
        }
        parted = false;
        out.push_str(line);
    }
    // The last lines can be among those that are gone.
    out.truncate(out.trim_end_matches('\n').len());
    out
}

impl Head {
    fn take(&mut self, line: &Line<'_>, source: &str) {
        let first = |field: &mut Option<Stated>, value: &str, basis: &str| {
            if field.is_none() {
                *field = understood(value, basis);
            }
        };
        match line {
            Line::Address => first(&mut self.about.url, source, "the line above the text"),
            Line::Day(day) => first(&mut self.about.date, day, "the line above the text"),
            Line::Outlet(name) => first(&mut self.about.publisher, name, "the line above the text"),
            Line::Headline(title) => first(&mut self.about.title, title, "the line above the text"),
            Line::Byline => {
                if let Some(name) = outlet_in(source) {
                    first(&mut self.about.publisher, name, "the byline");
                }
                if let Some(day) = day::in_words(source, day::Order::Unknown) {
                    first(&mut self.about.date, &day, "the byline");
                }
            }
            Line::Button => {}
        }
        let words = source.split_whitespace().count();
        self.left_out.push(LeftOut {
            what: match line {
                Line::Byline => format!("{}, ‘{source}’", line.name()),
                _ => line.name().to_owned(),
            },
            words: u32::try_from(words).unwrap_or(u32::MAX),
        });
    }

    /// A headline, and the publisher whose name stands before or behind it.
    fn headline(&mut self, line: &str, basis: &str) {
        let mut title = line;
        for sign in [" | ", " – ", " — ", " - ", " · "] {
            if let Some((before, name)) = line.rsplit_once(sign)
                && is_outlet(name.trim())
                && before.split_whitespace().count() > 1
            {
                title = before.trim();
                self.about.publisher = self
                    .about
                    .publisher
                    .take()
                    .or_else(|| understood(name, "the end of the headline"));
                break;
            }
        }
        if let Some((name, behind)) = title.split_once(": ")
            && is_outlet(name.trim())
        {
            title = behind.trim();
            self.about.publisher = self
                .about
                .publisher
                .take()
                .or_else(|| understood(name, "the beginning of the headline"));
        }
        self.about.title = understood(title, basis);
    }

    /// "BRUSSELS, 1 April 2014 (Reuters) – ": where, when, and who reported it.
    fn dateline(&mut self, line: &str) {
        const BASIS: &str = "the dateline";
        let Some(start) = before_dash(line) else {
            return;
        };
        let (start, agency) = match start.split_once('(') {
            Some((before, behind)) => match behind.split_once(')') {
                Some((name, rest)) if rest.trim().is_empty() => (before, Some(name.trim())),
                _ => return,
            },
            None => (start, None),
        };
        let mut parts = start.split(',').map(str::trim);
        let place = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let letters = || place.chars().filter(|c| c.is_alphabetic());
        let shouted = letters().count() > 2 && letters().all(char::is_uppercase);
        let dated = rest.iter().any(|part| day::is_part(part));
        let named = agency.is_some_and(is_name);
        let sound = is_name(place) && rest.iter().all(|part| is_name(part) || day::is_part(part));
        if !sound || !(shouted || dated || named) {
            return;
        }
        let place = if shouted {
            small(place)
        } else {
            place.to_owned()
        };
        self.about.place = understood(&place, BASIS);
        let day = day::in_words(&rest.join(" "), day::Order::Unknown);
        if self.about.date.is_none() {
            self.about.date = day.and_then(|day| understood(&day, BASIS));
        }
        if self.about.publisher.is_none() {
            let agency = agency.filter(|name| is_name(name));
            self.about.publisher = agency.and_then(|name| understood(name, BASIS));
        }
    }
}

/// What stands before the dash of a dateline.
pub(crate) fn before_dash(line: &str) -> Option<&str> {
    const LONGEST: usize = 70;
    let dashes = [" — ", " – ", " - ", " -- ", "— ", "—"];
    let start = dashes
        .iter()
        .filter_map(|dash| line.split_once(dash))
        .map(|(start, _)| start.trim())
        .min_by_key(|start| start.len())?;
    (!start.is_empty() && start.chars().count() <= LONGEST).then_some(start)
}

/// "NEW YORK" as "New York".
fn small(name: &str) -> String {
    let mut out = String::new();
    let mut begins = true;
    for c in name.chars() {
        if begins {
            out.push(c);
        } else {
            out.push(lower::small(c));
        }
        begins = !c.is_alphabetic();
    }
    out
}

/// What a line is, where that is known.
fn what(line: &str) -> Option<Line<'_>> {
    if is_address(line) {
        return Some(Line::Address);
    }
    if let Some((label, value)) = line.split_once(':') {
        let value = value.trim();
        let label = lower::lower(label.trim());
        if !value.is_empty() {
            match &*label {
                "headline" | "title" => return Some(Line::Headline(value)),
                "publisher" | "source" | "newspaper" | "outlet" if is_short(value) => {
                    return Some(match is_address(value) {
                        true => Line::Address,
                        false => Line::Outlet(value),
                    });
                }
                "by" | "author" | "authors" | "byline" if is_short(value) => {
                    return Some(Line::Byline);
                }
                _ => {}
            }
        }
    }
    if let Some(day) = day_line(line) {
        return Some(Line::Day(day));
    }
    if is_byline(line) {
        return Some(Line::Byline);
    }
    if is_button(line) {
        return Some(Line::Button);
    }
    let words = line.split_whitespace().count();
    (words <= 4 && is_outlet(line)).then_some(Line::Outlet(line))
}

fn is_short(value: &str) -> bool {
    value.split_whitespace().count() <= 8
}

fn is_address(line: &str) -> bool {
    let web = ["https://", "http://"].iter().any(|scheme| {
        let start = line.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && line.len() > scheme.len()
    });
    web && !line.contains(char::is_whitespace)
}

/// Whether a line says by whom or when something was written, and nothing else: "By Jane Doe - 11/18/19 11:04 PM EST".
#[cfg(feature = "read")]
pub(crate) fn is_by_or_when(line: &str) -> bool {
    let parts = line
        .split(['|', '•', '·'])
        .flat_map(|part| part.split(" - "));
    let mut parts = parts
        .map(|part| part.trim().trim_end_matches('.'))
        .filter(|part| !part.is_empty());
    let fits = |part: &str| {
        let is_when = when(part) == Some(true);
        is_when || is_byline(part)
    };
    line.chars().count() <= 160 && parts.next().is_some_and(fits) && parts.all(fits)
}

/// A line that is a day and nothing else but what newspapers write beside it.
fn day_line(line: &str) -> Option<String> {
    when(line)?.then(|| day::in_words(line, day::Order::Unknown))?
}

/// Whether a line is nothing but a day, or a time of the day, and what newspapers write beside it; nothing where it is too
/// long to be one.
fn when(line: &str) -> Option<bool> {
    const BESIDE: [&str; 34] = [
        "published",
        "updated",
        "posted",
        "last",
        "modified",
        "date",
        "first",
        "created",
        "on",
        "at",
        "of",
        "the",
        "in",
        "am",
        "pm",
        "gmt",
        "utc",
        "est",
        "edt",
        "et",
        "cet",
        "bst",
        "pst",
        "th",
        "st",
        "nd",
        "rd",
        "t",
        "z",
        "ago",
        "and",
        "um",
        "uhr",
        "issued",
    ];
    if line.chars().count() > 100 {
        return None;
    }
    let known = |word: &str| {
        let word = lower::lower(word);
        BESIDE.contains(&&*word) || day::is_weekday(&word) || day::is_month(&word)
    };
    let mut words = line
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    // "de", "del": Spanish months have it between; East Asia's signs are letters too.
    let fits = words.all(|word| known(word) || matches!(word, "de" | "del" | "年" | "月" | "日"));
    Some(fits && line.contains(|c: char| c.is_ascii_digit()))
}

/// "By Jane Doe", "By Jane Doe and John Roe, The Mail", "Jane Doe, staff writer".
fn is_byline(line: &str) -> bool {
    if line.chars().count() > 120 || line.ends_with(['.', '!', '?', ':']) {
        return false;
    }
    let lower = lower::lower(line);
    let offices = [
        "staff writer",
        "staff reporter",
        "correspondent",
        "special correspondent",
        "political correspondent",
        "senior reporter",
    ];
    let (name, sure) = match ["by ", "von ", "par ", "por "]
        .iter()
        .find(|word| lower.starts_with(*word))
    {
        Some(word) => (line.get(word.len()..).unwrap_or_default(), true),
        None => (line, false),
    };
    let office = offices.iter().any(|office| lower.ends_with(office)) && line.contains(',');
    let person = name.split([',', '|', '•', '·']).next().unwrap_or_default();
    let mut named = 0;
    for word in person.split_whitespace() {
        let begins = word.chars().next().is_some_and(char::is_uppercase);
        match word {
            _ if begins => named += 1,
            "and" | "und" | "et" | "y" | "&" | "de" | "van" | "von" | "der" | "la" | "in"
            | "bin" | "al" | "for" => {}
            _ => return false,
        }
    }
    // "By Friday" is the beginning of a sentence, or of a headline.
    let persons = (2..=9).contains(&named) || (named == 1 && is_outlet(person.trim()));
    persons && (sure || office)
}

/// What stands on buttons beside an article, and is copied with it.
fn is_button(line: &str) -> bool {
    const BUTTONS: [&str; 14] = [
        "share",
        "save",
        "print",
        "email",
        "comments",
        "copy link",
        "share this",
        "share this article",
        "advertisement",
        "listen to this article",
        "add to favorites",
        "follow",
        "subscribe",
        "sign in",
    ];
    let lower = lower::lower(line);
    let minutes = ["min read", "mins read", "minute read", "minutes read"];
    let read = minutes.iter().any(|read| {
        let number = lower.strip_suffix(read).map(str::trim);
        number.is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    });
    read || BUTTONS.contains(&&*lower)
}

/// The outlet behind the comma of a byline.
fn outlet_in(byline: &str) -> Option<&str> {
    let mut parts = byline.split([',', '|', '•', '·', '(', ')']).skip(1);
    parts.find(|part| is_outlet(part.trim())).map(str::trim)
}

/// Whether a line is the name of an outlet: a known one, or two to five words with capitals of which the last or, after "The"
/// and "Daily", the first says so.
fn is_outlet(name: &str) -> bool {
    const KNOWN: [&str; 30] = [
        "reuters",
        "ap",
        "afp",
        "associated press",
        "the associated press",
        "agence france-presse",
        "bbc",
        "cnn",
        "npr",
        "dpa",
        "tass",
        "itar-tass",
        "interfax",
        "ukrinform",
        "unian",
        "ukrainska pravda",
        "ria novosti",
        "xinhua",
        "al jazeera",
        "dw",
        "deutsche welle",
        "euronews",
        "politico",
        "bloomberg",
        "the guardian",
        "the economist",
        "le monde",
        "el país",
        "der spiegel",
        "the independent",
    ];
    const LAST: [&str; 32] = [
        "post",
        "times",
        "news",
        "herald",
        "tribune",
        "guardian",
        "gazette",
        "journal",
        "mail",
        "telegraph",
        "press",
        "observer",
        "standard",
        "chronicle",
        "star",
        "sun",
        "courier",
        "express",
        "mirror",
        "record",
        "dispatch",
        "examiner",
        "inquirer",
        "globe",
        "bulletin",
        "echo",
        "argus",
        "zeitung",
        "rundschau",
        "anzeiger",
        "radio",
        "pages",
    ];
    const NO_NAME: [&str; 14] = [
        "breaking", "latest", "top", "related", "more", "world", "local", "good", "bad", "fake",
        "sports", "no", "your", "our",
    ];
    let lower = lower::lower(name);
    if KNOWN.contains(&&*lower) {
        return true;
    }
    if !is_name(name) {
        return false;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let [first, .., last] = words[..] else {
        return false;
    };
    let says = LAST.contains(&last) || first == "daily" || words.get(1) == Some(&"daily");
    words.len() <= 5 && says && !NO_NAME.contains(&first)
}

/// One to five words with capitals, and nothing between them but "of" and the like.
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = |word: &str| {
        matches!(
            word,
            "of" | "and" | "the" | "de" | "du" | "la" | "le" | "am" | "an" | "der" | "di"
        )
    };
    let capital = |word: &str| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c == '&')
    };
    let sound = |word: &str| {
        word.chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-' | '&'))
    };
    let mut begins = words.first().is_some_and(|word| capital(word));
    for word in &words {
        begins = begins && sound(word) && (capital(word) || small(word));
    }
    begins && words.len() <= 5
}

/// A value on one line of at most 300 characters, or nothing where nothing is left of it.
fn understood(value: &str, basis: &str) -> Option<Stated> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let value: String = words.join(" ").chars().take(300).collect();
    (!value.is_empty()).then(|| Stated {
        value,
        basis: basis.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::head;
    use proptest::prelude::*;

    /// What was understood, and how the text begins.
    fn said(text: &str) -> String {
        let head = head(text);
        let fields = [
            ("title", &head.about.title),
            ("by", &head.about.publisher),
            ("on", &head.about.date),
            ("in", &head.about.place),
            ("at", &head.about.url),
        ];
        let mut out: Vec<String> = Vec::new();
        for (name, field) in fields {
            out.extend(
                field
                    .as_ref()
                    .map(|field| format!("{name} {}", field.value)),
            );
        }
        let lines = head.text.lines().filter(|line| !line.is_empty());
        let begins = lines.map(|line| line.split(' ').next().unwrap_or_default());
        out.push(begins.collect::<Vec<_>>().join(" / "));
        out.join("; ")
    }

    const LEAD: &str = "The rain fell all night over the whole city, officials said on Tuesday, and nobody slept.\n\nThen it stopped.\n";

    #[test]
    fn the_lines_above_an_article_are_understood() {
        for (above, understood) in [
            ("", "The / Then"),
            ("Rain at last\n\n", "title Rain at last; Rain / The / Then"),
            (
                "Rain at last\n\nBy Jane Doe\n\n13 March 2025\n\n",
                "title Rain at last; on 2025-03-13; Rain / The / Then",
            ),
            (
                "Rain at last\nBy Jane Doe and John Roe, The Harbour Post\nPublished: March 13, 2025 at 6:40 pm GMT\n\n",
                "title Rain at last; by The Harbour Post; on 2025-03-13; Rain / The / Then",
            ),
            (
                "The Harbour Post\n\nRain at last\nThe river has risen by two metres.\n\nBy Jane Doe\n3 min read\nShare\n\n",
                "by The Harbour Post; Rain / The / The / Then",
            ),
            (
                "The Harbour Post\n\nRain at last\n\nThe river has risen by two metres.\n\nBy Jane Doe\n3 min read\nShare\n\n",
                "title Rain at last; by The Harbour Post; Rain / The / The / Then",
            ),
            (
                "Rain at last | Harbour Post\n\n",
                "title Rain at last; by Harbour Post; Rain / The / Then",
            ),
            (
                "Harbour Post: Rain at last\n\n",
                "title Rain at last; by Harbour Post; Harbour / The / Then",
            ),
            (
                "https://example.org/rain\nHeadline: Rain at last\nSource: Harbour Post\nDate: 2025-03-13\n\n",
                "title Rain at last; by Harbour Post; on 2025-03-13; at https://example.org/rain; The / Then",
            ),
            ("Jane Doe, political correspondent\n\n", "The / Then"),
            // A name that stands alone on top may be the headline.
            (
                "Storm over the Times\n\n",
                "title Storm over the Times; Storm / The / Then",
            ),
            (
                "Morning Star\n\n",
                "title Morning Star; Morning / The / Then",
            ),
        ] {
            assert_eq!(said(&format!("{above}{LEAD}")), understood, "{above}");
        }
    }

    #[test]
    fn nothing_is_left_of_the_empty_lines_below_what_is_gone() {
        for text in ["Rain\n\nBy Jane Doe", "Rain\n\n2025-03-13\n"] {
            assert_eq!(head(text).text, "Rain");
        }
    }

    #[test]
    fn a_dateline_says_where_when_and_who() {
        for (dateline, understood) in [
            ("BRUSSELS (Reuters) - ", "by Reuters; in Brussels"),
            ("BRUSSELS, April 1 (Reuters) — ", "by Reuters; in Brussels"),
            (
                "NEW YORK, April 1, 2014 (AP) — ",
                "by AP; on 2014-04-01; in New York",
            ),
            ("KYIV, Ukraine — ", "in Kyiv"),
            ("Kyiv, 3 March 2025 – ", "on 2025-03-03; in Kyiv"),
            (
                "Merrow Quay (Harbour Post) - ",
                "by Harbour Post; in Merrow Quay",
            ),
            ("The mayor – ", ""),
            ("Paris – ", ""),
            ("He said (again) – ", ""),
        ] {
            let text = format!(
                "{dateline}the rain fell all night over the whole city.\n\nThen it stopped."
            );
            let first = text.split(' ').next().unwrap_or_default();
            let parts = [understood, first].map(str::to_owned).into_iter();
            let said_of = parts
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; ");
            assert_eq!(said(&text), format!("{said_of} / Then"), "{dateline}");
            let below = said(&format!("Rain at last\n\n{text}"));
            assert!(
                below.starts_with("title Rain at last") && below.contains(understood),
                "{below}"
            );
        }
    }

    #[test]
    fn sentences_that_look_like_a_head_stay() {
        for stays in [
            "By Friday the river had risen.\n\nNobody slept.",
            "By the time they came, it rained.\n\nNobody slept.",
            "On 13 March 2025 the river rose.\n\nNobody slept.",
            "It rained. Source: the river.\n\nNobody slept.",
            "The Mail and the Post reported rain.\n\nNobody slept.",
        ] {
            let head = head(stays);
            assert_eq!(
                (&*head.text, head.left_out.len(), head.about.title),
                (stays, 0, None)
            );
        }
    }

    #[test]
    fn what_was_taken_off_is_said() {
        let head = head("Rain\n\nBy Jane Doe\n\nIt rained.");
        let said: Vec<(&str, u32)> = head
            .left_out
            .iter()
            .map(|one| (&*one.what, one.words))
            .collect();
        assert_eq!(said, [("the byline, ‘By Jane Doe’", 3)]);
        assert_eq!(head.text, "Rain\n\nIt rained.");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "([A-Z][a-z]{0,5}|By|:|,|\\(|\\)| |\n|—|2025|March|Post|é){0,60}") {
            let head = head(&text);
            let count = |text: &str| text.split_whitespace().count();
            let out: usize = head.left_out.iter().map(|one| one.words as usize).sum();
            prop_assert_eq!(count(&head.text) + out, count(&text));
            let mut lines = text.lines();
            for kept in head.text.lines().filter(|line| !line.is_empty()) {
                prop_assert!(lines.any(|line| line == kept), "{kept}");
            }
        }

        #[test]
        fn any_text_has_a_head(text in any::<String>()) {
            let _ = head(&text);
        }
    }
}
