//! What sources are called, by rule: a short name, two letters for its disc. The name is the publisher where one is stated,
//! else words of the headline that name its matter, else the headline's beginning. Both are an article's own: they stay when
//! two articles change places.

use std::sync::Arc;

use super::words::{capital, shortened};
use crate::library::{Article, Library, Origin};
use crate::state::{Both, Side, State};

/// So much of a title is a name, in characters.
const LONGEST: usize = 30;
/// So long may a name of a few words be, in characters.
const PHRASE: usize = 24;
/// So many colours there are; then they come again, with a ring for a disc.
const COLOURS: usize = 5;

/// What a source goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// "EmbassyPages", "NATO Integration", "“Heavy rain fell on the…”".
    pub name: String,
    /// "Ep", "Ni", "Hr": no two of those that stand together have the same.
    pub letters: String,
}

/// What the two go by.
pub fn sources(articles: &Both<Arc<Article>>) -> Both<Source> {
    let mut both = of_several(&[&articles.a, &articles.b]).into_iter();
    Both {
        a: both.next().unwrap_or_default(),
        b: both.next().unwrap_or_default(),
    }
}

/// What the two go by that an address names; nothing for one that is not there.
pub fn chosen(library: &Library, state: &State) -> Both<Option<Source>> {
    let [a, b] = [library.get(&state.a), library.get(&state.b)];
    let there: Vec<&Arc<Article>> = a.into_iter().chain(b).collect();
    let mut all = of_several(&there).into_iter();
    Both {
        a: a.and_then(|_| all.next()),
        b: b.and_then(|_| all.next()),
    }
}

/// What several go by that stand together, in their order.
pub fn of_several(articles: &[&Arc<Article>]) -> Vec<Source> {
    let names = names(articles);
    let mut letters = vec![String::new(); articles.len()];
    // By their ids, so that it does not hang on their order who has to give way.
    for _ in articles {
        let left = (0..articles.len()).filter(|&at| letters[at].is_empty());
        let next = left.min_by_key(|&at| (&articles[at].id, at));
        if let Some(at) = next {
            letters[at] = free_letters(&names[at], &letters);
        }
    }
    let both = names.into_iter().zip(letters);
    both.map(|(name, letters)| Source { name, letters })
        .collect()
}

/// Two of one name go by their titles; where these are the same too, by a number.
fn names(articles: &[&Arc<Article>]) -> Vec<String> {
    let short: Vec<String> = articles.iter().map(|one| short_name(one)).collect();
    let again = |names: &[String], at: usize| {
        let same = |other: &String| other.eq_ignore_ascii_case(&names[at]);
        names.iter().filter(|other| same(other)).count() > 1
    };
    let by_title = |(at, one): (usize, &&Arc<Article>)| match again(&short, at) {
        true => title(one),
        false => short[at].clone(),
    };
    let names: Vec<String> = articles.iter().enumerate().map(by_title).collect();
    let numbered = |at: usize| {
        let before = |other: &usize| {
            names[*other] == names[at] && (&articles[*other].id, *other) < (&articles[at].id, at)
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

fn short_name(article: &Article) -> String {
    publisher(article)
        .or_else(|| phrase(article))
        .unwrap_or_else(|| title(article))
}

/// The publisher, where it is stated and short enough to be a name.
fn publisher(article: &Article) -> Option<String> {
    let stated = article.publisher.as_ref()?;
    let name = stated.value.trim();
    let fits = !name.is_empty() && name.chars().count() <= LONGEST;
    (fits && !stated.basis.starts_with("inferred")).then(|| name.to_owned())
}

/// English words between which a headline falls into parts: small ones, verbs of saying, days and times.
const PARTING: &str = " a an the of in on at to for with by from over against because and or but nor that which who whom whose as is are \
    was were be been has have had will would can could may might must should shall they he she it its their his her him them this these \
    those not no after before during into onto about between under amid through than then when while where why how what if so via per near \
    off out up down within without since until across around among toward towards upon also yet still just only very more most says say \
    said tells told calls sees see seeks gets get goes go finds find makes make takes take gives give new next last today tomorrow \
    yesterday week month year monday tuesday wednesday thursday friday saturday sunday ";

/// The last two or three words of an English headline that stand together between small words or stops and hold no verb of
/// ending -ing or -ed: mostly what the headline is about. "Russia Warns Kiev Against NATO Integration": "NATO Integration".
fn phrase(article: &Article) -> Option<String> {
    let language = article.language.as_ref()?;
    if !language
        .value
        .get(..2)
        .is_some_and(|tag| tag.eq_ignore_ascii_case("en"))
    {
        return None;
    }
    // The first part may begin with a verb's subject, and holds it.
    let mut found = None;
    let mut run: Option<Vec<&str>> = None;
    let parts = |word: &str| PARTING.contains(&format!(" {} ", word.to_ascii_lowercase()));
    for token in article.title.value.split_whitespace() {
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

fn name_of(words: &[&str]) -> Option<String> {
    let verb = |word: &&str| word.ends_with("ing") || word.ends_with("ed");
    let plain = |word: &&str| !word.bytes().all(|byte| byte.is_ascii_digit());
    let name = words.join(" ");
    let fits = (2..=3).contains(&words.len()) && name.chars().count() <= PHRASE;
    (fits && words.iter().all(plain) && !words.iter().any(verb)).then(|| capital(&name))
}

/// Whether it is a letter or a digit. Of other scripts, whatever is no general punctuation: the tables that know it would weigh
/// more than all of this file.
fn is_of_word(letter: char) -> bool {
    match letter {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        _ => letter.is_ascii_alphanumeric() || !letter.is_ascii(),
    }
}

fn title(article: &Article) -> String {
    let line: Vec<&str> = article.title.value.split_whitespace().collect();
    let line = line.join(" ");
    format!("“{}”", shortened(line.trim_end_matches('.'), LONGEST))
}

/// Two letters for a name that none of the others has: the initials of its first and last word, of one word the first two, or
/// its inner capital; then others of its letters, then numbers.
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
    // One more than there are: one of these is free.
    let all = (1..=taken.len() + 1).map(|number| format!("{head}{number}"));
    let mut free = all.filter(|letters| !taken.contains(letters));
    free.next().unwrap_or_else(|| head.to_owned())
}

/// The classes that give the two their colours: "a-0 b-3", with "a-ring" where the first's disc has a ring. A colour is an
/// article's own: the shipped ones have theirs by their place in the library, the reader's in the order in which they were added.
pub fn colours(library: &Library, a: &str, b: &str) -> String {
    let number = |id: &str| -> usize {
        if library.origin(id) == Origin::Shipped {
            let place = library.shipped_ones().position(|one| one.id == id);
            return place.unwrap_or(0);
        }
        // They stand newest first.
        let place = library.own_ones().position(|one| one.id == id);
        library.own_ones().count() - place.map_or(0, |place| place + 1)
    };
    let (one, other) = (number(a), number(b));
    let colour = |number: usize| number % COLOURS;
    let mut rings = [one, other].map(|number| (number / COLOURS).min(2));
    // One that ships and one of the reader's may have the same colour: the reader's has the ring.
    if a != b && colour(one) == colour(other) && rings[0] == rings[1] {
        let which = usize::from(library.origin(a) == Origin::Shipped);
        rings[which] = (rings[which] + 1) % 3;
    }
    let ring = |side: char, ring: usize| match ring {
        0 => String::new(),
        1 => format!(" {side}-ring"),
        _ => format!(" {side}-rings"),
    };
    format!(
        "a-{} b-{}{}{}",
        colour(one),
        colour(other),
        ring('a', rings[0]),
        ring('b', rings[1])
    )
}

/// The class of what has the colour of that side's source.
pub fn coloured(side: Side) -> &'static str {
    match side {
        Side::A => "of-a",
        Side::B => "of-b",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Source, colours, of_several, sources};
    use crate::library::{Article, Library, Origin};
    use crate::state::Both;
    use crate::view::testing::{article, stated};

    fn of(title: &str, publisher: &str) -> Arc<Article> {
        with_id("a", title, publisher)
    }

    fn with_id(id: &'static str, title: &str, publisher: &str) -> Arc<Article> {
        Arc::new(Article {
            title: stated(title),
            publisher: (!publisher.is_empty()).then(|| stated(publisher)),
            ..article(id, "")
        })
    }

    fn said(a: Arc<Article>, b: Arc<Article>) -> (String, String) {
        let both = sources(&Both { a, b });
        (both.a.name, both.b.name)
    }

    fn name(title: &str) -> String {
        let all = of_several(&[&of(title, "")]);
        format!("{} {}", all[0].letters, all[0].name)
    }

    #[test]
    fn a_source_goes_by_its_publisher_or_by_a_short_title() {
        let (a, b) = said(
            of("Rain", "The Mail"),
            of("Heavy rain fell on the\nvalley all day long", ""),
        );
        assert_eq!(a, "The Mail");
        assert_eq!(b, "“Heavy rain fell on the valley…”");
    }

    #[test]
    fn without_a_publisher_words_of_the_headline_name_it() {
        for (title, expected) in [
            ("Man arrested after bank robbery", "Br Bank robbery"),
            ("Council votes against the harbour plan", "Hp Harbour plan"),
            ("Storm hits coast, power lines down", "Pl Power lines"),
            ("Troops at the border.", "Tb “Troops at the border”"),
            ("It rained", "Ra “It rained”"),
            (
                "Minister: I will resign next week",
                "Mi “Minister: I will resign next…”",
            ),
        ] {
            assert_eq!(name(title), expected);
        }
        let mut french = (*of("Le maire contre the bank robbery", "")).clone();
        french.language = Some(stated("fr"));
        assert_eq!(
            of_several(&[&Arc::new(french)])[0].name,
            "“Le maire contre the bank…”"
        );
    }

    #[test]
    fn two_letters_stand_for_a_name_and_are_no_others() {
        let letters = |publisher: &str| of_several(&[&of("Rain", publisher)])[0].letters.clone();
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
            assert_eq!(letters(name), expected);
        }
        let all = ["Reuters", "Record", "Ren", "Re", "re"];
        let all: Vec<Arc<Article>> = all.iter().map(|name| of("Rain", name)).collect();
        let all = of_several(&all.iter().collect::<Vec<_>>());
        let letters: Vec<&str> = all.iter().map(|one| &*one.letters).collect();
        let mut distinct = letters.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), all.len(), "{letters:?}");
    }

    #[test]
    fn two_of_one_publisher_are_told_apart() {
        let (a, b) = said(of("Rain", "The Mail"), of("Sun", "The Mail"));
        assert_eq!((&*a, &*b), ("“Rain”", "“Sun”"));
        let (a, b) = said(of("Rain.", "The Mail"), of("Rain", "The Mail"));
        assert_eq!((&*a, &*b), ("“Rain” (1)", "“Rain” (2)"));
    }

    #[test]
    fn changing_places_changes_no_name_and_no_letters() {
        for (one, other) in [("Reuters", "Record"), ("The Mail", "The Mail")] {
            let (one, other) = (with_id("m", "Rain", one), with_id("c", "Rain", other));
            let here = sources(&Both {
                a: one.clone(),
                b: other.clone(),
            });
            let there = sources(&Both { a: other, b: one });
            assert_eq!((&here.a, &here.b), (&there.b, &there.a));
            assert_ne!(here.a.letters, here.b.letters);
            assert_ne!(here.a.name, here.b.name);
        }
        assert_eq!(of_several(&[]), Vec::<Source>::new());
    }

    #[test]
    fn a_publisher_that_was_concluded_is_no_name() {
        let mut one = article("a", "");
        one.publisher = Some(crate::library::Stated {
            value: "The Mail".into(),
            basis: "inferred from the banner".into(),
        });
        let (a, _) = said(Arc::new(one), of("Sun", ""));
        assert_eq!(a, "“The a”");
    }

    #[test]
    fn a_colour_is_an_articles_own() {
        let ids = ["r0", "r1", "r2", "r3", "r4", "r5"];
        let mut library = Library::new(ids.map(|id| article(id, "Rain.")));
        for (id, added) in [("own-b", 7), ("own-a", 5)] {
            library.put(article(id, "Rain."), Origin::Kept, added);
        }
        assert_eq!(colours(&library, "r1", "r4"), "a-1 b-4");
        assert_eq!(colours(&library, "r4", "r1"), "a-4 b-1");
        assert_eq!(colours(&library, "r0", "r5"), "a-0 b-0 b-ring");
        assert_eq!(colours(&library, "own-a", "own-b"), "a-0 b-1");
        assert_eq!(colours(&library, "r0", "own-a"), "a-0 b-0 b-ring");
        assert_eq!(colours(&library, "own-a", "r0"), "a-0 b-0 a-ring");
        assert_eq!(colours(&library, "own-a", "r5"), "a-0 b-0 b-ring");
        // A newer text changes nothing.
        library.put(article("own-c", "Rain."), Origin::Kept, 9);
        assert_eq!(colours(&library, "own-a", "own-b"), "a-0 b-1");
    }
}
