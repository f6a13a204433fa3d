//! Building blocks of the story page: what all its parts share, a section with its name, a note, a source's disc, lists that
//! are filled in turns.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::own::Naming;
use crate::state::{At, Only, Order, State};
use crate::ui::browser::later;
use crate::ui::dom::{El, aloud, classed, el, live, span};
use crate::ui::site::Site;
use crate::view::{Given, Head, Row, Sign, Telling, given_name};

/// With at most so many articles, all pairs are beside the finding; with more, they come after the table.
pub const FEW: usize = 8;

/// What was found, with the sources' names.
#[derive(Clone)]
pub struct Shown {
    /// The site.
    pub site: Site,
    /// What was found.
    pub telling: Arc<Telling>,
    /// The sources.
    pub heads: Rc<Vec<Head>>,
    /// All rows of the table, those that clash most first.
    pub rows: Rc<Vec<Row>>,
    /// The names that the editor gave to rows.
    pub names: Rc<Vec<Naming>>,
}

impl Shown {
    /// The name that somebody gave to a row (tracked).
    pub fn given(&self, row: &Row) -> Option<Given> {
        self.site.own.changed.track();
        let held = self.site.own.held();
        given_name(&self.telling, row, &held.names, &self.names)
    }

    /// The source at that position.
    pub fn head(&self, place: usize) -> &Head {
        static NONE: Head = Head::NONE;
        self.heads.get(place).unwrap_or(&NONE)
    }

    /// A source's two letters on its colour, with its name for screen readers.
    pub fn disc(&self, place: usize) -> El {
        let head = self.head(place);
        span("who", "")
            .child(disc(head).attr("title", &head.name))
            .child(aloud(&head.name))
    }

    /// The same of several.
    pub fn discs(&self, places: &[usize]) -> El {
        let all = places.iter().enumerate().map(|(at, &place)| {
            let between = (at > 0).then(|| aloud(", "));
            span("", "").children(between).child(self.disc(place))
        });
        span("discs", "").children(all)
    }

    /// A source's disc and its name.
    pub fn named(&self, place: usize) -> El {
        let head = self.head(place);
        span("named", "")
            .child(disc(head))
            .child(span("", &head.name).attr("dir", "auto"))
    }
}

/// Two letters on a colour. It is decoration, since the name is beside it.
pub fn disc(head: &Head) -> El {
    classed("span", &format!("disc {}", head.disc))
        .text(&head.letters)
        .attr("aria-hidden", "true")
}

/// How answers relate: a sign, and a word for screen readers.
pub fn sign(sign: Sign) -> El {
    classed("span", sign.class())
        .child(span("", sign.mark()).attr("aria-hidden", "true"))
        .child(aloud(sign.word()))
        .attr("title", sign.word())
}

/// A sentence in pieces: what answers something is marked.
pub fn marked(pieces: &[(String, bool)], lang: &str) -> El {
    let piece = |(text, answers): &(String, bool)| match answers {
        true => el("b").text(text),
        false => span("", text),
    };
    el("p")
        .attr("dir", "auto")
        .maybe("lang", crate::ui::dom::lang(lang))
        .children(pieces.iter().map(piece))
}

/// A section with its name as a heading.
pub fn part(id: &str, name: &str) -> El {
    el("section")
        .attr("aria-labelledby", id)
        .child(el("h2").id(id).text(name))
}

/// A sentence in small print.
pub fn note(text: &str) -> El {
    classed("p", "note").text(text)
}

/// A part of the state that something on the page depends on.
#[derive(Clone, Copy)]
pub enum Part {
    /// Whether the page shows one article.
    Reads,
    /// The order of the rows.
    Order,
    /// What is open.
    At,
    /// Which article is shown, and what is highlighted in it.
    Reading,
}

impl Part {
    fn of(self, state: &State) -> (bool, Order, Option<At>, Only) {
        let mut part = (false, Order::default(), None, Only::default());
        match self {
            Part::Reads => part.0 = state.reads,
            Part::Order => part.1 = state.order.clone(),
            Part::At => part.2 = state.at,
            Part::Reading => (part.2, part.3) = (state.at, state.only),
        }
        part
    }
}

/// A trigger that fires whenever that part of the state changes, and only then.
pub fn turned(site: Site, part: Part) -> Trigger {
    let (trigger, held) = (Trigger::new(), StoredValue::new_local(None));
    live(move || {
        let now = Some(site.with(|state| part.of(state)));
        if held.with_value(|held| *held != now) {
            held.set_value(now);
            trigger.notify();
        }
    });
    trigger
}

/// The longest time of a turn, in milliseconds.
const TURN: f64 = 10.0;

/// Puts `count` elements into a holder, as many at a time as a short turn allows, so that the page can respond in between.
pub fn fill_in_turns(holder: El, count: usize, make: impl Fn(usize) -> El + 'static) -> El {
    fill_from(holder.clone(), 0, count, Box::new(make), Owner::current());
    holder
}

/// The same from one of the elements on.
pub fn fill_rest_in_turns(
    holder: El,
    from: usize,
    count: usize,
    make: impl Fn(usize) -> El + 'static,
) {
    if from < count {
        fill_from(holder, from, count, Box::new(make), Owner::current());
    }
}

/// The same at once, for printing.
pub fn fill_at_once(holder: El, count: usize, make: impl Fn(usize) -> El) -> El {
    holder.children((0..count).map(make))
}

fn fill_from(
    holder: El,
    from: usize,
    count: usize,
    make: Box<dyn Fn(usize) -> El>,
    owner: Option<Owner>,
) {
    let began = js_sys::Date::now();
    let mut at = from;
    while at < count && (at == from || js_sys::Date::now() - began < TURN) {
        holder.clone().child(make(at));
        at += 1;
    }
    if at < count {
        later(0, move || {
            let there = holder.get::<web_sys::Element>();
            if there.is_some_and(|there| there.is_connected())
                && let Some(owner) = owner
            {
                owner
                    .clone()
                    .with(|| fill_from(holder, at, count, make, Some(owner.clone())));
            }
        });
    }
}
