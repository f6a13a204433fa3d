//! The names of sources, by rule: a short name, and two letters. The name is the publisher if one is stated; otherwise words
//! of the headline that say what it is about; otherwise the headline's beginning; otherwise the id or the file's name. A
//! source keeps both when two sources change places. The page, the documents and the command line name sources by this rule.

use crossread_article::Stated;

use crate::words::{capital, shortened};

/// The longest part of a title that is used as a name, in characters.
const LONGEST: usize = 30;
/// The longest name of a few words, in characters.
const PHRASE: usize = 24;
/// A title of more words than this is a sentence, not a headline.
const LONG: usize = 14;

/// The name of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// "EmbassyPages", "NATO Integration", "“Heavy rain fell on the…”".
    pub name: String,
    /// "Ep", "Ni", "Hr": no two sources that are shown together have the same.
    pub letters: String,
}

/// What is known about an article for its name.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    id: &'k str,
    title: &'k str,
    publisher: Option<&'k str>,
    language: Option<&'k str>,
}

impl<'k> Known<'k> {
    /// An article's id or file name, and the fields that can name it. An inferred publisher is not used as a name.
    pub fn new<S: AsRef<str>>(
        id: &'k str,
        title: Option<&'k Stated<S>>,
        publisher: Option<&'k Stated<S>>,
        language: Option<&'k Stated<S>>,
    ) -> Known<'k> {
        let value = |field: &'k Stated<S>| field.value.as_ref();
        Known {
            id,
            title: title.map_or("", value),
            publisher: publisher.filter(|one| !one.is_inferred()).map(value),
            language: language.map(value),
        }
    }
}

/// The names of sources that are shown together, in order.
pub fn sources(all: &[Known<'_>]) -> Vec<Source> {
    let names = names(all);
    let mut letters = vec![String::new(); all.len()];
    // By their ids, so that the result does not depend on the order.
    for _ in all {
        let left = (0..all.len()).filter(|&at| letters[at].is_empty());
        let next = left.min_by_key(|&at| (all[at].id, at));
        if let Some(at) = next {
            letters[at] = free_letters(&names[at], &letters);
        }
    }
    let both = names.into_iter().zip(letters);
    both.map(|(name, letters)| Source { name, letters })
        .collect()
}

/// Two sources with the same name get their titles; if these are the same too, a number.
fn names(all: &[Known<'_>]) -> Vec<String> {
    let short: Vec<String> = all.iter().map(short_name).collect();
    let again = |names: &[String], at: usize| {
        let same = |other: &String| other.eq_ignore_ascii_case(&names[at]);
        names.iter().filter(|other| same(other)).count() > 1
    };
    let by_title = |(at, one): (usize, &Known<'_>)| match again(&short, at) {
        true => title(one),
        false => short[at].clone(),
    };
    let names: Vec<String> = all.iter().enumerate().map(by_title).collect();
    let numbered = |at: usize| {
        let before = |other: &usize| {
            names[*other] == names[at] && (all[*other].id, *other) < (all[at].id, at)
        };
        (0..names.len()).filter(before).count() + 1
    };
    (0..names.len())
        .map(|at| match again(&names, at) {
            true => format!("{} ({})", names[at], numbered(at)),
            false => names[at].clone(),
        })
        .collect()
}

fn short_name(source: &Known<'_>) -> String {
    let by_title = || {
        let words = english(source)?;
        // The last words of a sentence rarely say what it is about.
        match words.ends_with('.') || words.split_whitespace().count() > LONG {
            true => matter(words),
            false => phrase(words),
        }
    };
    publisher(source)
        .or_else(by_title)
        .unwrap_or_else(|| title(source))
}

/// The title, if it is English.
fn english<'k>(source: &Known<'k>) -> Option<&'k str> {
    let tag = source.language?.get(..2)?;
    tag.eq_ignore_ascii_case("en")
        .then_some(source.title.trim())
}

/// The publisher, if it is short enough for a name.
fn publisher(source: &Known<'_>) -> Option<String> {
    let name = source.publisher?.trim();
    let fits = !name.is_empty() && name.chars().count() <= LONGEST;
    fits.then(|| name.to_owned())
}

/// English words that separate the parts of a headline: function words, verbs of saying, days and times.
const PARTING: &str = " a an the of in on at to for with by from over against because and or but nor that which who whom whose as is are \
    was were be been has have had will would can could may might must should shall they he she it its their his her him them this these \
    those not no after before during into onto about between under amid through than then when while where why how what if so via per near \
    off out up down within without since until across around among toward towards upon also yet still just only very more most says say \
    said tells told calls sees see seeks gets get goes go finds find makes make takes take gives give new next last today tomorrow \
    yesterday week month year monday tuesday wednesday thursday friday saturday sunday ";

/// The last two or three words of an English headline that are together between such words or stops, without a word in -ing
/// or -ed: usually what the headline is about. "Russia Warns Kiev Against NATO Integration": "NATO Integration".
fn phrase(title: &str) -> Option<String> {
    // The first part may be the subject of a verb.
    let mut found = None;
    let mut run: Option<Vec<&str>> = None;
    let parts = |word: &str| PARTING.contains(&format!(" {} ", word.to_ascii_lowercase()));
    for token in title.split_whitespace() {
        let word = token.trim_matches(|letter: char| !is_of_word(letter));
        let opens = !token.starts_with(is_of_word);
        let closes = !token.ends_with(is_of_word);
        if opens && let Some(run) = run.take() {
            found = name_of(&run).or(found);
        }
        if word.is_empty() || parts(word) {
            if let Some(run) = run.take() {
                found = name_of(&run).or(found);
            }
            run = Some(Vec::new());
            continue;
        }
        if let Some(run) = &mut run {
            run.push(word);
        }
        if closes {
            if let Some(run) = run.take() {
                found = name_of(&run).or(found);
            }
            run = Some(Vec::new());
        }
    }
    run.and_then(|run| name_of(&run)).or(found)
}

/// The first thing in an English sentence that is followed by *with*, *over*, *in* or *of* and a name: "NATO is finally
/// intensifying cooperation with Ukraine by promoting reforms": "Cooperation with Ukraine".
fn matter(title: &str) -> Option<String> {
    let tokens: Vec<&str> = title.split_whitespace().collect();
    let is_word = |token: &str| token.bytes().all(|byte| byte.is_ascii_alphabetic());
    let begins = |token: &str, how: fn(&u8) -> bool| token.as_bytes().first().is_some_and(how);
    let mut all = tokens.windows(3).enumerate();
    let (at, [what, how, _]) = all.find_map(|(at, three)| {
        let &[what, how, whom] = three else {
            return None;
        };
        let joins = matches!(how, "with" | "over" | "in" | "of" | "for" | "between");
        let noun = is_word(what)
            && begins(what, u8::is_ascii_lowercase)
            && what.len() > 3
            && !PARTING.contains(&format!(" {what} "))
            && ["ing", "ed", "ly"].iter().all(|end| !what.ends_with(end));
        let named = begins(whom, u8::is_ascii_uppercase);
        (joins && noun && named).then_some((at, [what, how, whom]))
    })?;
    // The whole name: up to a word that is not capitalised, or a stop.
    let mut name = vec![what, how];
    for token in &tokens[at + 2..] {
        if !begins(token, u8::is_ascii_uppercase) {
            break;
        }
        name.push(token);
        if !token.ends_with(is_of_word) {
            break;
        }
    }
    let name = name.join(" ");
    let name = name.trim_end_matches(|letter: char| !is_of_word(letter));
    (name.chars().count() <= LONGEST).then(|| capital(name))
}

fn name_of(words: &[&str]) -> Option<String> {
    let verb = |word: &&str| word.ends_with("ing") || word.ends_with("ed");
    let plain = |word: &&str| !word.bytes().all(|byte| byte.is_ascii_digit());
    let name = words.join(" ");
    let fits = (2..=3).contains(&words.len()) && name.chars().count() <= PHRASE;
    (fits && words.iter().all(plain) && !words.iter().any(verb)).then(|| capital(&name))
}

/// Whether it is a letter or a digit. In other scripts, everything that is not general punctuation counts: exact tables would
/// be larger than this file.
pub fn is_of_word(letter: char) -> bool {
    match letter {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        _ => letter.is_ascii_alphanumeric() || !letter.is_ascii(),
    }
}

/// The title's beginning in quotation marks; without a title the id or the file's name.
fn title(source: &Known<'_>) -> String {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = line(source.title);
    if title.is_empty() {
        return shortened(&line(source.id), LONGEST);
    }
    format!("“{}”", shortened(title.trim_end_matches('.'), LONGEST))
}

/// Two letters for a name that no other has: the initials of its first and last word; for one word the first two letters, or
/// its inner capital; then other letters of it, then numbers.
fn free_letters(name: &str, taken: &[String]) -> String {
    let small = |word: &&str| PARTING.contains(&format!(" {} ", word.to_ascii_lowercase()));
    let words = || {
        name.split(|letter: char| !is_of_word(letter))
            .filter(|word| !word.is_empty())
    };
    let telling: Vec<&str> = words().filter(|word| !small(word)).collect();
    let telling: Vec<&str> = if telling.is_empty() {
        words().collect()
    } else {
        telling
    };
    let Some(first) = telling.first().and_then(|word| word.chars().next()) else {
        return numbered("?", taken);
    };
    let rest: Vec<char> = telling
        .iter()
        .flat_map(|word| word.chars())
        .skip(1)
        .collect();
    let second = match telling.get(1) {
        Some(word) => word.chars().next(),
        None => {
            let inner = rest.iter().find(|letter| letter.is_ascii_uppercase());
            let has_small = rest.iter().any(char::is_ascii_lowercase);
            inner.filter(|_| has_small).or(rest.first()).copied()
        }
    };
    let head = first.to_ascii_uppercase().to_string();
    let two = |second: char| format!("{head}{}", second.to_ascii_lowercase());
    let all = second.into_iter().chain(rest).map(two);
    let mut free = all.filter(|letters| !taken.contains(letters));
    free.next().unwrap_or_else(|| numbered(&head, taken))
}

fn numbered(head: &str, taken: &[String]) -> String {
    // One more than are taken, so one of these is free.
    let all = (1..=taken.len() + 1).map(|number| format!("{head}{number}"));
    let mut free = all.filter(|letters| !taken.contains(letters));
    free.next().unwrap_or_else(|| head.to_owned())
}

#[cfg(test)]
mod tests {
    use crossread_article::Stated;

    use super::{Known, Source, sources};

    fn stated(value: &str) -> Stated {
        Stated {
            value: value.to_owned(),
            basis: "stated in the text".to_owned(),
        }
    }

    /// What sources are called of which each is an id, a title and a publisher; an empty one is not stated.
    fn called(all: &[[&str; 3]]) -> Vec<Source> {
        let fields: Vec<_> = (all.iter())
            .map(|[_, title, publisher]| (stated(title), stated(publisher)))
            .collect();
        let english = stated("en");
        let known = all
            .iter()
            .zip(&fields)
            .map(|([id, ..], (title, publisher))| {
                let given = |field: &&Stated| !field.value.is_empty();
                Known::new(
                    id,
                    Some(title).filter(given),
                    Some(publisher).filter(given),
                    Some(&english),
                )
            });
        sources(&known.collect::<Vec<_>>())
    }

    fn names(all: &[[&str; 3]]) -> Vec<String> {
        called(all).into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn a_source_goes_by_its_publisher_or_by_a_short_title() {
        let long = "Heavy rain fell on the\nvalley all day long";
        assert_eq!(
            names(&[["a", "Rain", "The Mail"], ["b", long, ""]]),
            ["The Mail", "“Heavy rain fell on the valley…”"]
        );
    }

    #[test]
    fn without_a_publisher_words_of_the_headline_name_it() {
        for (title, expected) in [
            ("Man arrested after bank robbery", "Br Bank robbery"),
            ("Council votes against the harbour plan", "Hp Harbour plan"),
            ("Storm hits coast, power lines down", "Pl Power lines"),
            (
                "The ministry says it is ending all cooperation with Rivia because of the row about visas.",
                "Cr Cooperation with Rivia",
            ),
            (
                "The council is at last building the road that it promised by repair programmes.",
                "Co “The council is at last…”",
            ),
            ("Troops at the border.", "Tb “Troops at the border”"),
            ("It rained", "Ra “It rained”"),
            (
                "Minister: I will resign next week",
                "Mi “Minister: I will resign next…”",
            ),
        ] {
            let one = &called(&[["a", title, ""]])[0];
            assert_eq!(format!("{} {}", one.letters, one.name), expected);
        }
        let title = stated("Le maire contre the bank robbery");
        let french = sources(&[Known::new("a", Some(&title), None, Some(&stated("fr")))]);
        assert_eq!(french[0].name, "“Le maire contre the bank…”");
    }

    #[test]
    fn without_a_title_the_files_name_names_it() {
        assert_eq!(names(&[["evening.txt", "", ""]]), ["evening.txt"]);
        assert_eq!(
            names(&[["a.txt", "", ""], ["a.txt", "", ""]]),
            ["a.txt (1)", "a.txt (2)"]
        );
    }

    #[test]
    fn two_letters_stand_for_a_name_and_are_no_others() {
        for (name, expected) in [
            ("Reuters", "Re"),
            ("BBC", "Bb"),
            ("EmbassyPages", "Ep"),
            ("The Morning Mail", "Mm"),
            ("The", "Th"),
            ("Ö", "Ö1"),
            ("新华社", "新华"),
            ("…", "?1"),
        ] {
            assert_eq!(called(&[["a", "Rain", name]])[0].letters, expected);
        }
        let all = ["Reuters", "Record", "Ren", "Re", "re"].map(|name| ["a", "Rain", name]);
        let mut distinct: Vec<String> = called(&all).into_iter().map(|one| one.letters).collect();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), all.len(), "{distinct:?}");
    }

    #[test]
    fn two_of_one_publisher_are_told_apart() {
        assert_eq!(
            names(&[["a", "Rain", "The Mail"], ["b", "Sun", "The Mail"]]),
            ["“Rain”", "“Sun”"]
        );
        assert_eq!(
            names(&[["a", "Rain.", "The Mail"], ["b", "Rain", "The Mail"]]),
            ["“Rain” (1)", "“Rain” (2)"]
        );
    }

    #[test]
    fn changing_places_changes_no_name_and_no_letters() {
        for (one, other) in [("Reuters", "Record"), ("The Mail", "The Mail")] {
            let (one, other) = (["m", "Rain", one], ["c", "Rain", other]);
            let (here, mut there) = (called(&[one, other]), called(&[other, one]));
            there.reverse();
            assert_eq!(here, there);
            assert_ne!(here[0].letters, here[1].letters);
            assert_ne!(here[0].name, here[1].name);
        }
        assert_eq!(called(&[]), Vec::<Source>::new());
    }

    #[test]
    fn a_publisher_that_was_concluded_is_no_name() {
        let concluded = Stated {
            value: "The Mail".to_owned(),
            basis: "inferred from the banner".to_owned(),
        };
        let title = stated("Rain");
        let known = Known::new("a", Some(&title), Some(&concluded), None);
        assert_eq!(sources(&[known])[0].name, "“Rain”");
    }
}
