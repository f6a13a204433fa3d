//! The codec between an address and a [`State`]. Any string gives a state, and notices about what was not
//! understood. Defaults are not written. Unknown keys are kept.

use crossread_engine::{Kind, MinWords, Scope};

use super::percent::{decode, encode, tidy};
use super::{
    At, ByHand, Digest, Key, Kinds, Notice, Only, Order, Page, State, Unknown, View, Voices,
};

/// The most bytes of an id in a link. The longest existing ids have a third of it.
const LONGEST_ID: usize = 200;

/// The most bytes of a collection's address in a link.
const LONGEST_ADDRESS: usize = 2_000;

/// The most bytes of all ids of a story in a link. A real story needs a third of it.
const LONGEST_IDS: usize = 4_800;

/// The most bytes of all unknown parts of a link. If there are more, they are not kept.
const MOST_UNKNOWN: usize = 4_000;

/// A parsed query string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// What it says.
    pub state: State,
    /// What of it was not understood.
    pub notices: Vec<Notice>,
}

/// Reads a query string, with or without its `?`.
pub fn parse(query: &str) -> Parsed {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut state = State::default();
    let mut notices = Vec::new();
    let mut unknown = Vec::new();
    let mut known: Vec<(Key, String)> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let Some(key) = Key::from_name(&decode(name)) else {
            unknown.push(tidy(part));
            continue;
        };
        let value = decode(value);
        match known.iter().find(|(before, _)| *before == key) {
            None => known.push((key, value)),
            Some((_, first)) if *first == value || notices.contains(&Notice::Twice(key)) => {}
            Some(_) => notices.push(Notice::Twice(key)),
        }
    }
    let mut page = None;
    for (key, value) in known {
        if value.is_empty() {
            continue;
        }
        if key == Key::Page {
            page = page_of(&value);
        }
        if set(&mut state, key, &value).is_none() {
            notices.push(Notice::BadValue { key, value });
        }
    }
    state.page = page.unwrap_or_else(|| implied(&state));
    let bytes: usize = unknown.iter().map(String::len).sum();
    if bytes <= MOST_UNKNOWN {
        state.unknown = Unknown(unknown);
    }
    Parsed { state, notices }
}

/// The query string of a state, with its `?`; empty if everything is the default.
pub fn write(state: &State) -> String {
    let known = Key::ALL.into_iter().filter_map(|key| {
        let value = get(state, key)?;
        Some(format!("{}={}", key.name(), encode(&value)))
    });
    let parts: Vec<String> = known.chain(state.unknown.0.iter().cloned()).collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("?{}", parts.join("&"))
}

/// The page that an address without a page is about.
fn implied(state: &State) -> Page {
    if state.a.is_empty() && state.b.is_empty() {
        Page::Library
    } else {
        Page::Compare
    }
}

/// Sets the value of `key`; `None` if it was not understood.
fn set(state: &mut State, key: Key, value: &str) -> Option<()> {
    match key {
        // The implied page is only known when everything has been read, so `parse` sets it.
        Key::Page => {
            page_of(value)?;
        }
        Key::Set => state.set = short(value, LONGEST_ADDRESS)?,
        Key::A => state.a = short(value, LONGEST_ID)?,
        Key::B => state.b = short(value, LONGEST_ID)?,
        Key::Of => state.of = short(value, LONGEST_IDS)?,
        Key::Without => state.without = short(value, LONGEST_ID)?,
        Key::Order if value == TOLD => state.order = Order::Told,
        Key::Order if value == TIME => state.order = Order::Time,
        Key::Order => state.order = Order::Of(short(value, LONGEST_ID)?),
        Key::Only => state.only = one_of(&[Only::Here, Only::All], only_name, value)?,
        Key::View if value == READ => state.reads = true,
        Key::View => state.view = one_of(&View::ALL, view_name, value)?,
        Key::At => state.at = Some(at_of(value)?),
        Key::Hand => state.by_hand = ByHand::parse(value)?,
        Key::Min => state.options.min_words = MinWords::new(number(value)?.try_into().ok()?)?,
        Key::Strict => state.options.strictness = value.parse().ok()?,
        Key::Kinds => state.kinds = kinds_of(value)?,
        Key::Text => {
            state.options.scope = one_of(&[Scope::Own, Scope::Full], scope_name, value)?;
        }
        Key::Voice => state.voices = one_of(&Voices::ALL, voices_name, value)?,
        Key::Digest => state.digest = Some(Digest::parse(value)?),
    }
    Some(())
}

/// The value of `key`; `None` for the default.
fn get(state: &State, key: Key) -> Option<String> {
    let plain = State::default();
    let options = &state.options;
    match key {
        Key::Page => (state.page != implied(state)).then(|| page_name(state.page).to_owned()),
        Key::Set => (!state.set.is_empty()).then(|| state.set.clone()),
        Key::A => (!state.a.is_empty()).then(|| state.a.clone()),
        Key::B => (!state.b.is_empty()).then(|| state.b.clone()),
        Key::Of => (!state.of.is_empty()).then(|| state.of.clone()),
        Key::Without => (!state.without.is_empty()).then(|| state.without.clone()),
        Key::Order => match &state.order {
            Order::Clashes => None,
            Order::Told => Some(TOLD.to_owned()),
            Order::Time => Some(TIME.to_owned()),
            Order::Of(id) => Some(id.clone()),
        },
        Key::Only => (state.only != plain.only).then(|| only_name(state.only).to_owned()),
        Key::View if state.reads => Some(READ.to_owned()),
        Key::View => (state.view != plain.view).then(|| view_name(state.view).to_owned()),
        Key::At => state.at.map(at_text),
        Key::Hand => (!state.by_hand.is_empty()).then(|| state.by_hand.to_string()),
        Key::Min => (options.min_words != plain.options.min_words)
            .then(|| options.min_words.get().to_string()),
        Key::Strict => (options.strictness != plain.options.strictness)
            .then(|| options.strictness.name().to_owned()),
        Key::Kinds => (state.kinds != plain.kinds).then(|| kinds_text(state.kinds)),
        Key::Text => {
            (options.scope != plain.options.scope).then(|| scope_name(options.scope).to_owned())
        }
        Key::Voice => (state.voices != plain.voices).then(|| voices_name(state.voices).to_owned()),
        Key::Digest => state.digest.map(|digest| digest.to_string()),
    }
}

/// The value, if it is not longer than that.
fn short(value: &str, most: usize) -> Option<String> {
    (value.len() <= most).then(|| value.to_owned())
}

fn one_of<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str, value: &str) -> Option<T> {
    all.iter().copied().find(|&one| name(one) == value)
}

/// A number written in digits and nothing else.
fn number(digits: &str) -> Option<u32> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(())?;
    digits.parse().ok()
}

fn page_of(value: &str) -> Option<Page> {
    one_of(&Page::ALL, page_name, value)
}

fn page_name(page: Page) -> &'static str {
    match page {
        Page::Library => "library",
        Page::Compare => "compare",
        Page::Story => "story",
        Page::Add => "add",
        Page::Privacy => "privacy",
    }
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Side => "side",
        View::One => "one",
        View::Shared => "shared",
    }
}

/// The value of `order` for what was told first.
const TIME: &str = "time";

/// The value of `order` for what most tell first.
const TOLD: &str = "told";

/// The value of `view` for an article that is read.
const READ: &str = "read";

fn only_name(only: Only) -> &'static str {
    match only {
        Only::Any => "",
        Only::Here => "here",
        Only::All => "all",
    }
}

fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Own => "own",
        Scope::Full => "all",
    }
}

fn voices_name(voices: Voices) -> &'static str {
    match voices {
        Voices::All => "all",
        Voices::Quoted => "quoted",
        Voices::Reporter => "reporter",
    }
}

fn at_of(value: &str) -> Option<At> {
    let (a, b) = value.split_once('.')?;
    match (a, b) {
        ("", "") => None,
        (a, "") => Some(At::A(number(a)?)),
        ("", b) => Some(At::B(number(b)?)),
        (a, b) => Some(At::Pair(number(a)?, number(b)?)),
    }
}

fn at_text(at: At) -> String {
    match at {
        At::Pair(a, b) => format!("{a}.{b}"),
        At::A(a) => format!("{a}."),
        At::B(b) => format!(".{b}"),
    }
}

const NO_KINDS: &str = "none";

fn kinds_of(value: &str) -> Option<Kinds> {
    let none = Kinds {
        verbatim: false,
        edited: false,
        related: false,
    };
    if value == NO_KINDS {
        return Some(none);
    }
    value.split('.').try_fold(none, |kinds, name| {
        Some(kinds.with(name.parse().ok()?, true))
    })
}

fn kinds_text(kinds: Kinds) -> String {
    let shown: Vec<&str> = Kind::ALL
        .into_iter()
        .filter(|kind| kinds.has(*kind))
        .map(Kind::name)
        .collect();
    if shown.is_empty() {
        return NO_KINDS.to_owned();
    }
    shown.join(".")
}

#[cfg(test)]
mod tests;
