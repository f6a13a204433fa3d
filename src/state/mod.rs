//! The meaning of a link. A [`State`] is everything about the page that the address holds. `parse` and
//! `write` are its codec, `resolve` looks up the articles in the library, and `step` decides whether a change
//! is a new history entry. No browser is needed here.
//!
//! | step | function | from | to |
//! |---|---|---|---|
//! | read an address | [`parse`] | a query string | a [`State`] and [`Notice`]s |
//! | write an address | [`write`] | a [`State`] | a query string |
//! | find the articles | [`resolve`] | a [`State`], the library | a [`Resolved`] |
//! | go there | [`step`] | two [`State`]s | a [`Step`] |

mod by_hand;
mod codec;
mod digest;
mod key;
#[cfg(not(feature = "own"))]
mod no_story;
mod notice;
mod percent;
mod quoted;
mod resolve;
mod step;
#[cfg(feature = "own")]
mod story;

pub use by_hand::{ByHand, Said};
pub use codec::{Parsed, parse, write};
pub use digest::Digest;
pub use key::Key;
#[cfg(not(feature = "own"))]
use no_story as story;
pub use notice::{NOT_ALL, Notice};
pub(crate) use percent::decode as decode_percent;
pub use resolve::{Resolved, Subject, resolve};
pub use step::{Step, step};
pub use story::StoryNotice;
#[cfg(feature = "own")]
pub use story::{cast, cast_own, cast_with};

use crossread_engine::{Kind, MinWords, Options, Scope, Strictness};

use crate::own::is_own;

/// One of the two articles of a pair. A is the first, on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The first article.
    A,
    /// The second article.
    B,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Side; 2] = [Side::A, Side::B];

    /// The other side.
    pub fn other(self) -> Side {
        match self {
            Side::A => Side::B,
            Side::B => Side::A,
        }
    }

    /// Its letter: "A" or "B".
    pub fn letter(self) -> &'static str {
        match self {
            Side::A => "A",
            Side::B => "B",
        }
    }
}

/// A value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Both<T> {
    /// A's.
    pub a: T,
    /// B's.
    pub b: T,
}

impl<T> Both<T> {
    /// The one of that side.
    pub fn of(&self, side: Side) -> &T {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// The same made for each side.
    pub fn each(mut make: impl FnMut(Side) -> T) -> Both<T> {
        Both {
            a: make(Side::A),
            b: make(Side::B),
        }
    }
}

/// A page of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The articles there are.
    #[default]
    Library,
    /// Two articles compared.
    Compare,
    /// Several articles as one story: what more than one of them says.
    Story,
    /// The page where a text of the reader's is added or edited; when edited, `a` is its id.
    Add,
    /// What stays in the browser, and what leaves it.
    Privacy,
}

impl Page {
    /// All pages there are.
    pub const ALL: [Page; 5] = [
        Page::Library,
        Page::Compare,
        Page::Story,
        Page::Add,
        Page::Privacy,
    ];
}

/// A way of showing a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Both texts in two columns.
    #[default]
    Side,
    /// One text in A's order, with what changed in place.
    One,
    /// Only what both share.
    Shared,
}

impl View {
    /// All views, in the order in which the page offers them.
    pub const ALL: [View; 3] = [View::Side, View::One, View::Shared];
}

/// The order of a story's rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The rows that clash most first.
    #[default]
    Clashes,
    /// The rows that most articles tell first.
    Told,
    /// The rows that were told first, by the dates of the articles.
    Time,
    /// As the article of that id tells them; what it does not tell comes last.
    Of(String),
}

/// What is highlighted in an article with the others in its margin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Only {
    /// Everything alike.
    #[default]
    Any,
    /// What only this article tells.
    Here,
    /// What all of them tell.
    All,
}

/// The selection, as offsets into the texts in Unicode scalar values. It selects the sentences that contain
/// these offsets. In a link: `120.88`, `120.` or `.88`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum At {
    /// A sentence of A and a sentence of B.
    Pair(u32, u32),
    /// A sentence of A without a counterpart.
    A(u32),
    /// A sentence of B without a counterpart.
    B(u32),
}

impl At {
    /// The offset into that side's text, where one is given.
    pub fn of(self, side: Side) -> Option<u32> {
        match (self, side) {
            (At::Pair(a, _) | At::A(a), Side::A) => Some(a),
            (At::Pair(_, b) | At::B(b), Side::B) => Some(b),
            _ => None,
        }
    }

    /// The same with A and B swapped.
    pub fn swapped(self) -> At {
        match self {
            At::Pair(a, b) => At::Pair(b, a),
            At::A(a) => At::B(a),
            At::B(b) => At::A(b),
        }
    }
}

/// Which kinds of match are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kinds {
    /// Whether verbatim matches are.
    pub verbatim: bool,
    /// Whether edited matches are.
    pub edited: bool,
    /// Whether related matches are.
    pub related: bool,
}

impl Default for Kinds {
    fn default() -> Self {
        Kinds {
            verbatim: true,
            edited: true,
            related: true,
        }
    }
}

impl Kinds {
    /// Whether that kind is shown.
    pub fn has(self, kind: Kind) -> bool {
        match kind {
            Kind::Verbatim => self.verbatim,
            Kind::Edited => self.edited,
            Kind::Related => self.related,
        }
    }

    /// The same with that kind turned on or off.
    pub fn with(mut self, kind: Kind, shown: bool) -> Kinds {
        match kind {
            Kind::Verbatim => self.verbatim = shown,
            Kind::Edited => self.edited = shown,
            Kind::Related => self.related = shown,
        }
        self
    }
}

/// Which matches are shown, by whose words they give. Every match is either `Quoted` or `Reporter`, never
/// both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Voices {
    /// All.
    #[default]
    All,
    /// Those with words in quotation marks on one side or on both.
    Quoted,
    /// Those in the reporters' own words on both sides.
    Reporter,
}

impl Voices {
    /// All choices, in the order in which the page offers them.
    pub const ALL: [Voices; 3] = [Voices::All, Voices::Quoted, Voices::Reporter];
}

/// What a link says. Every value is a valid one; ids need not be known to the library.
///
/// Change it with struct update or by field, then hand it to the address: [`step`] says whether that
/// is a new history entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// The page.
    pub page: Page,
    /// The address of the static collection that its articles are in, as typed; empty for none.
    pub set: String,
    /// The id of the first article, as typed; empty where none is chosen.
    pub a: String,
    /// The id of the second article, as typed; empty where none is chosen.
    pub b: String,
    /// The ids of the articles of a story, as typed, joined by `.`; empty where none are named, which means those
    /// that ship with the site.
    pub of: String,
    /// The id of the article whose omissions a story shows; empty if none is chosen.
    pub without: String,
    /// The order of a story's rows.
    pub order: Order,
    /// Whether one article of a story is shown with the others in its margin: the one that [`State::at`] names.
    pub reads: bool,
    /// What is highlighted in it.
    pub only: Only,
    /// The way of showing the pair.
    pub view: View,
    /// What is selected; in a story the position of an article, and an offset into its text.
    pub at: Option<At>,
    /// What the reader linked or refused by hand.
    pub by_hand: ByHand,
    /// Passage length, strictness, and whether repeats and furniture are compared.
    pub options: Options,
    /// Which kinds of match are shown.
    pub kinds: Kinds,
    /// Whose words the matches shown give.
    pub voices: Voices,
    /// The digest of both texts that a copied link carries.
    pub digest: Option<Digest>,
    /// The parts that the site does not know, unchanged. Only [`parse`] fills it.
    pub unknown: Unknown,
}

/// Parts of an address that the site does not use, kept in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Unknown(Vec<String>);

impl Unknown {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl State {
    /// Whether it is about the article of that id.
    pub fn names(&self, id: &str) -> bool {
        self.a == id || self.b == id || self.of.split('.').any(|one| one == id)
    }

    /// The library page; unknown parts are kept.
    pub fn library(&self) -> State {
        State {
            unknown: self.unknown.clone(),
            ..State::default()
        }
    }

    /// A page that is about no pair.
    pub fn turned_to(&self, page: Page) -> State {
        State {
            page,
            ..self.library()
        }
    }

    /// The page of several articles as one story. The reader's links in two of them are kept.
    pub fn story(&self) -> State {
        let story = self.turned_to(Page::Story);
        if self.by_hand.is_empty() {
            return story;
        }
        State {
            a: self.a.clone(),
            b: self.b.clone(),
            by_hand: self.by_hand.clone(),
            ..story
        }
    }

    /// The page on which a text of the reader's is edited.
    pub fn edit(&self, id: &str) -> State {
        State {
            a: id.to_owned(),
            ..self.turned_to(Page::Add)
        }
    }

    /// The compare page of a pair: options, filters and view stay; the selection, links by hand and the digest are
    /// dropped.
    pub fn compare(&self, a: &str, b: &str) -> State {
        State {
            page: Page::Compare,
            a: a.to_owned(),
            b: b.to_owned(),
            of: String::new(),
            without: String::new(),
            order: Order::default(),
            reads: false,
            only: Only::default(),
            at: None,
            by_hand: ByHand::default(),
            digest: None,
            ..self.clone()
        }
    }

    /// The same pair the other way round, with the selection.
    pub fn swapped(&self) -> State {
        State {
            a: self.b.clone(),
            b: self.a.clone(),
            at: self.at.map(At::swapped),
            by_hand: self.by_hand.swapped(),
            digest: self.digest.map(Digest::swapped),
            ..self.clone()
        }
    }

    /// The same with this selected, or nothing.
    pub fn with_at(&self, at: Option<At>) -> State {
        State { at, ..self.clone() }
    }

    /// The same with this said by hand.
    pub fn with_by_hand(&self, by_hand: ByHand) -> State {
        State {
            by_hand,
            ..self.clone()
        }
    }

    /// The same with this least passage length.
    pub fn with_min_words(&self, min_words: MinWords) -> State {
        let mut state = self.clone();
        state.options.min_words = min_words;
        state
    }

    /// The same this strict.
    pub fn with_strictness(&self, strictness: Strictness) -> State {
        let mut state = self.clone();
        state.options.strictness = strictness;
        state
    }

    /// The same with repeats and furniture in (`Scope::Full`) or out.
    pub fn with_scope(&self, scope: Scope) -> State {
        let mut state = self.clone();
        state.options.scope = scope;
        state
    }

    /// The state of a copied link: this, with the digest of both texts. It has no digest of a reader's own text, since the
    /// host could use it to recognise a known text.
    pub fn to_copy(&self, texts: Digest) -> State {
        let is_own = [&self.a, &self.b].into_iter().any(|id| is_own(id));
        State {
            digest: (!is_own).then_some(texts),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Digest, parse};

    #[test]
    fn a_swap_takes_selection_and_digest_along() {
        let swapped = parse("?a=x&b=y&at=1.2&hand=-1.2_3.0&d=aaaabbbb")
            .state
            .swapped();
        assert_eq!(
            super::write(&swapped),
            "?a=y&b=x&at=2.1&hand=0.3_-2.1&d=bbbbaaaa"
        );
        assert_eq!(
            super::write(&parse("?a=x&b=y&at=1.").state.swapped()),
            "?a=y&b=x&at=.1"
        );
    }

    #[test]
    fn a_collection_stays_with_its_pairs_and_with_nothing_else() {
        let state = parse("?page=story&set=archive&of=set-x.set-y").state;
        let pair = state.compare("set-x", "set-y");
        assert_eq!(super::write(&pair), "?set=archive&a=set-x&b=set-y");
        assert_eq!(
            super::write(&pair.swapped()),
            "?set=archive&a=set-y&b=set-x"
        );
        assert_eq!(super::write(&pair.story()), "?page=story");
        assert_eq!(super::write(&pair.library()), "");
    }

    #[test]
    fn what_was_linked_by_hand_goes_along_to_the_story() {
        let story = |query: &str| super::write(&parse(query).state.story());
        assert_eq!(story("?a=x&b=y&view=one&at=1.2"), "?page=story");
        assert_eq!(
            story("?a=x&b=y&hand=1.2&at=1.2"),
            "?page=story&a=x&b=y&hand=1.2"
        );
    }

    #[test]
    fn a_copied_link_carries_a_digest() {
        let copied = parse("?a=x&b=y")
            .state
            .to_copy(Digest::of("It rained.", "It poured."));
        let written = super::write(&copied);
        assert_eq!(written.len(), "?a=x&b=y&d=12345678".len());
        assert_eq!(parse(&written).state, copied);
        assert_ne!(
            written,
            super::write(&copied.to_copy(Digest::of("It rained!", "It poured.")))
        );
        // A digest would reveal a reader's own text if it is a known one.
        let own = parse("?a=own-x&b=y")
            .state
            .to_copy(Digest::of("It rained.", "It poured."));
        assert_eq!(own.digest, None);
    }
}
