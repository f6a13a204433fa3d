//! The code that reads links: the address, the texts in its fragment, and a collection's file. Anybody may have
//! written them. Whatever they contain, what is understood stays the same when it is written and read again, within
//! the bounds.

use super::odd::text;
use super::truths::hold;
use super::{Case, Fault, files_of};
use crate::chance::Chance;
use crossread_collection::bounds::{
    ADDRESS, BOTH_TITLES, IN_COLLECTION, IN_LINK, LINK, NAME, TITLE,
};
use crossread_collection::{Article, Collection, is_own};
use crossread_site::library::{Library, Origin};
use crossread_site::own::{link_payload, merge, press, shared};
use crossread_site::state::{State, parse, resolve, step, write};
use std::sync::LazyLock;

/// The longest address that a link may become: all of its values have bounds.
const LONGEST: usize = 16_000;

/// Which reader it is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// A query string.
    Address,
    /// A fragment, as it is in an address.
    Fragment,
    /// The JSON that a fragment unpacks to.
    Unpacked,
    /// A collection's file.
    Collection,
}

/// Something that a link or a collection says.
#[derive(Clone, Debug)]
pub struct Link {
    kind: Kind,
    text: Vec<char>,
}

/// Pieces of addresses.
const IN_ADDRESS: &[&str] = &[
    "?",
    "&",
    "=",
    ".",
    "_",
    "-",
    "%",
    "%20",
    "%2",
    "%zz",
    "%C3%A9",
    "%00",
    "+",
    "#",
    "a=",
    "b=",
    "page=",
    "of=",
    "without=",
    "view=",
    "at=",
    "hand=",
    "min=",
    "strict=",
    "kinds=",
    "text=",
    "voice=",
    "d=",
    "library",
    "compare",
    "story",
    "add",
    "privacy",
    "side",
    "one",
    "shared",
    "verbatim",
    "edited",
    "related",
    "none",
    "loose",
    "loosest",
    "own",
    "all",
    "quoted",
    "reporter",
    "abcdwxyz",
    "own-a",
    "own-b",
    "nato-suspends-cooperation",
    "nato-warns-on-recognition",
    "120.88",
    "0.0",
    ".7",
    "-3.2",
    "4294967295.4294967295",
    "99999999999",
    "5",
    "12",
    "&a=x",
    "&b=y",
    "&page=story",
    "utm_source=mail",
    "<script>",
    "\u{202e}",
    "é",
    "\0",
    "😀",
    " ",
];

/// Pieces of JSON as collections have it.
const IN_JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud83d\\ude00",
    "\\udc00",
    "\\n",
    "null",
    "true",
    "-1",
    "0",
    "1e9",
    "18446744073709551616",
    "\"crossread\":\"collection\"",
    "\"crossread\":1",
    "\"version\":1",
    "\"version\":2",
    "\"articles\":[",
    "\"comparisons\":[",
    "\"id\":\"own-a\"",
    "\"id\":\"own-\"",
    "\"id\":\"nato\"",
    "\"title\":{\"value\":\"Rain\",\"basis\":\"\"}",
    "\"title\":7",
    "\"publisher\":{\"value\":\"The Quay\"}",
    "\"date\":{\"value\":\"2026-03-14\"}",
    "\"date\":{\"value\":\"soon\"}",
    "\"url\":{\"value\":\"https://a.example/\"}",
    "\"url\":{\"value\":\"javascript:hit()\"}",
    "\"language\":{\"value\":\"uk\"}",
    "\"added\":5",
    "\"added\":-5",
    "\"text\":\"It rained.\"",
    "\"text\":\" \"",
    "\"text\":\"\"",
    "\"link\":\"?a=own-a&b=own-b\"",
    "\"link\":\"\"",
    "\"link\":\"?a=%\"",
    "{\"text\":\"Snow.\"}",
    "\u{202e}",
    "\u{feff}",
    "[[[[[[[[",
    "]]]]]]]]",
];

/// The inputs that are kept, of each kind.
static KEPT: LazyLock<Vec<Link>> = LazyLock::new(|| {
    let files = files_of("bench/corpus/links").into_iter();
    files
        .flat_map(|(name, bytes)| {
            let kind = match name.split('.').next() {
                Some("addresses") => Kind::Address,
                Some("fragments") => Kind::Fragment,
                Some("unpacked") => Kind::Unpacked,
                _ => Kind::Collection,
            };
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let lines = text.lines().map(|line| Link {
                kind,
                text: line.chars().collect(),
            });
            lines.collect::<Vec<Link>>()
        })
        .collect()
});

impl Case for Link {
    fn new(seed: u64) -> Link {
        let mut chance = Chance::new(seed);
        let mut link = if chance.happens(0.4) && !KEPT.is_empty() {
            chance.one_of(&KEPT).clone()
        } else {
            made(&mut chance)
        };
        if chance.happens(0.7) {
            damage(&mut link, &mut chance);
        }
        link
    }

    fn kept() -> Vec<Link> {
        KEPT.clone()
    }

    fn check(&self) -> Result<(), Fault> {
        let text: String = self.text.iter().collect();
        match self.kind {
            Kind::Address => check_address(&text),
            Kind::Fragment => check_fragment(&text),
            Kind::Unpacked => check_unpacked(&text),
            Kind::Collection => check_collection(&text),
        }
    }

    fn lengths(&self) -> Vec<usize> {
        vec![self.text.len()]
    }

    fn without(&self, _text: usize, from: usize, to: usize) -> Link {
        let mut less = self.clone();
        less.text.drain(from..to);
        less
    }

    fn shown(&self) -> String {
        format!("{:?} {:?}", self.kind, self.text.iter().collect::<String>())
    }
}

fn made(chance: &mut Chance) -> Link {
    let kind = *chance.one_of(&[
        Kind::Address,
        Kind::Address,
        Kind::Fragment,
        Kind::Unpacked,
        Kind::Collection,
    ]);
    let list = if kind == Kind::Address {
        IN_ADDRESS
    } else {
        IN_JSON
    };
    let pieces: String = (0..chance.below(40))
        .map(|_| *chance.one_of(list))
        .collect();
    let text = match kind {
        Kind::Address if chance.happens(0.02) => pieces + &"x".repeat(chance.below(9_000)),
        Kind::Address => pieces,
        // Well-formed where they were not damaged: the mark fits.
        Kind::Fragment if chance.happens(0.4) => {
            let page = format!("{{\"url\":\"https://a.example/\",\"html\":\"<p>Snow.\",{pieces}}}");
            press::write(page.as_bytes(), page.as_bytes())
        }
        Kind::Fragment => link_payload::write(pieces.as_bytes(), pieces.as_bytes()),
        Kind::Unpacked => format!(
            "[{{\"text\":\"{}\"}},{{{pieces}}}]",
            text(chance).replace(['"', '\\', '\n', '\r', '\t', '\0', '\u{c}'], " ")
        ),
        Kind::Collection => format!(
            "{{\"crossread\":\"collection\",\"version\":1,\"articles\":[{{\"text\":\"Snow.\"}},{{{pieces}}}]}}"
        ),
    };
    Link {
        kind,
        text: text.chars().collect(),
    }
}

/// Takes characters out, puts pieces in, repeats a part.
fn damage(link: &mut Link, chance: &mut Chance) {
    let list = if link.kind == Kind::Address {
        IN_ADDRESS
    } else {
        IN_JSON
    };
    let text = &mut link.text;
    for _ in 0..chance.between(1, 5) {
        let at = chance.below(text.len() + 1);
        let to = chance.between(at, text.len().min(at + 30));
        match chance.below(5) {
            0 => drop(text.drain(at..to)),
            1 => {
                let part = text[at..to].to_vec();
                text.splice(at..at, part);
            }
            2 => {
                let part: Vec<char> = text[at..to].to_vec();
                let times = chance.below(30);
                text.splice(at..at, part.repeat(times));
            }
            3 => {
                let piece: Vec<char> = chance.one_of::<&str>(list).chars().collect();
                text.splice(at..to, piece);
            }
            _ => {
                let piece: Vec<char> = chance.one_of::<&str>(list).chars().collect();
                text.splice(at..at, piece);
            }
        }
    }
}

/// The shipped articles and one of the reader's own.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut library = Library::shipped();
    let one = r#"{"crossread":"collection","version":1,"articles":[{"id":"own-a","text":"It rained. It rained all night."}]}"#;
    for (article, added) in Collection::read(one, &merge::link)
        .unwrap_or_default()
        .articles
    {
        library.put(article, Origin::Kept, added);
    }
    library
});

fn check_address(query: &str) -> Result<(), Fault> {
    let parsed = parse(query);
    let written = write(&parsed.state);
    hold(
        written.len() <= LONGEST,
        "an address is longer than its bounds",
    )?;
    let again = parse(&written);
    hold(
        again.state == parsed.state,
        "an address comes back otherwise",
    )?;
    hold(
        again.notices.is_empty(),
        "the site does not understand its own address",
    )?;
    hold(
        write(&again.state) == written,
        "an address is written in two ways",
    )?;
    hold(
        parsed.state.swapped().swapped() == parsed.state,
        "swapped twice is not as it was",
    )?;
    let resolved = resolve(&parsed.state, &LIBRARY);
    for notice in parsed.notices.iter().chain(&resolved.notices) {
        let sentence = notice.sentence();
        hold(
            !sentence.is_empty() && sentence.len() < 2_000,
            "a notice says nothing, or too much",
        )?;
        hold(
            !sentence.contains(char::is_control),
            "a notice has control characters",
        )?;
    }
    step(&State::default(), &parsed.state);
    // The same words, as a share sheet could send them.
    let sheet = shared::draft(query, &written, query);
    hold(
        sheet.is_none_or(|sheet| sheet.title().value.chars().count() <= TITLE),
        "a shared title is too long",
    )
}

/// A page that a press brings, and what another tab might say.
fn check_page(fragment: &str) -> Result<(), Fault> {
    match press::read(fragment) {
        None => Ok(()),
        Some(Err(fault)) => hold(!fault.sentence().is_empty(), "a fault says nothing"),
        Some(Ok(payload)) => {
            hold(
                payload.bytes <= link_payload::MOST_BYTES,
                "a page unpacks to more than the bound",
            )?;
            match press::open(&payload, &payload.packed) {
                Ok(page) => hold(
                    page.url.is_empty() || page.url.starts_with("http"),
                    "a page has an address that is none of the web",
                ),
                Err(fault) => hold(!fault.sentence().is_empty(), "a fault says nothing"),
            }
        }
    }
}

fn check_fragment(fragment: &str) -> Result<(), Fault> {
    check_page(fragment)?;
    let read = link_payload::read(fragment);
    hold(
        read.is_none() || link_payload::is_payload(fragment),
        "a fragment carries texts and is not known for it",
    )?;
    match read {
        None => Ok(()),
        Some(Err(fault)) => hold(!fault.sentence().is_empty(), "a fault says nothing"),
        Some(Ok(payload)) => {
            hold(
                payload.bytes <= link_payload::MOST_BYTES,
                "a link unpacks to more than the bound",
            )?;
            match payload.open(&payload.packed) {
                Ok(unpacked) => check_articles(&unpacked.articles, IN_LINK),
                Err(fault) => hold(!fault.sentence().is_empty(), "a fault says nothing"),
            }
        }
    }
}

fn check_unpacked(plain: &str) -> Result<(), Fault> {
    if let Some(word) = press::Word::read(plain) {
        hold(
            press::Word::read(&word.write()).as_ref() == Some(&word),
            "a word to another tab comes back otherwise",
        )?;
    }
    let fragment = link_payload::write(plain.as_bytes(), plain.as_bytes());
    let Some(Ok(payload)) = link_payload::read(&fragment) else {
        return Err("the site does not read its own link".into());
    };
    hold(
        payload.packed == plain.as_bytes(),
        "a link comes back otherwise",
    )?;
    let Ok(unpacked) = payload.open(&payload.packed) else {
        return Ok(());
    };
    check_articles(&unpacked.articles, IN_LINK)?;
    // As it would be shared again.
    let plain = link_payload::plain(&unpacked.articles);
    let fragment = link_payload::write(&plain, &plain);
    let again = match link_payload::read(&fragment) {
        Some(Ok(payload)) => payload.open(&plain).ok(),
        _ => None,
    };
    hold(
        again.is_some_and(|again| again.articles == unpacked.articles),
        "what a link carried comes back otherwise",
    )
}

fn check_collection(file: &str) -> Result<(), Fault> {
    let read = match Collection::read(file, &merge::link) {
        Ok(read) => read,
        Err(fault) => return hold(!fault.sentence().is_empty(), "a fault says nothing"),
    };
    check_articles(&read.articles, IN_COLLECTION)?;
    hold(
        read.comparisons.len() <= IN_COLLECTION,
        "a collection has more comparisons than the bound",
    )?;
    for comparison in &read.comparisons {
        hold(
            comparison.title.chars().count() <= BOTH_TITLES
                && comparison.link.len() <= LINK.max(LONGEST),
            "a comparison is longer than the bounds",
        )?;
        hold(
            write(&parse(&comparison.link).state) == comparison.link,
            "the link of a comparison is not as the site writes it",
        )?;
    }
    let again = Collection::read(&read.write(), &merge::link)
        .map_err(|_| "the site does not read its own collection")?;
    hold(
        (&again.articles, &again.comparisons) == (&read.articles, &read.comparisons)
            && again.damaged == 0,
        "a collection comes back otherwise",
    )?;
    // The second time, nothing new is added.
    let mut library = LIBRARY.clone();
    let mut new = merge::new_to(&read, &library, &Collection::default(), "7f");
    for (article, added) in std::mem::take(&mut new.articles) {
        hold(
            library.get(&article.id).is_none(),
            "a new article has the id of another",
        )?;
        library.put(article, Origin::Kept, added);
    }
    let more = merge::new_to(&read, &library, &new, "7f");
    hold(
        more.articles.is_empty(),
        "taken in twice, a collection adds texts",
    )?;
    hold(
        more.comparisons.is_empty(),
        "taken in twice, a collection adds comparisons",
    )?;
    hold(
        more.names.is_empty(),
        "taken in twice, a collection adds names",
    )
}

fn check_articles(articles: &[(Article, u64)], most: usize) -> Result<(), Fault> {
    hold(articles.len() <= most, "more articles than the bound")?;
    for (article, _) in articles {
        hold(
            is_own(&article.id),
            "an article has an id that is none of the reader's",
        )?;
        hold(!article.text.trim().is_empty(), "an article has no text")?;
        let fields = [
            (Some(&article.title), TITLE),
            (article.publisher.as_ref(), NAME),
            (article.date.as_ref(), NAME),
            (article.place.as_ref(), NAME),
            (article.url.as_ref(), ADDRESS),
            (article.language.as_ref(), NAME),
        ];
        for (field, most) in fields {
            let Some(field) = field else { continue };
            hold(
                field.value.chars().count() <= most,
                "a field is longer than its bound",
            )?;
            hold(!field.value.is_empty(), "a field is empty")?;
        }
    }
    Ok(())
}
