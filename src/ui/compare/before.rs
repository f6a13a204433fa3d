//! What the page shows of two shipped articles when it opens, as a file: `assets/pair.js` draws it while the program is still on
//! its way. The functions that make the page write it down, so there is one source of its markup.
//!
//! A file is JSON. An element is a list: its name, with its classes after a dot (`span.disc of-a`), its other attributes and
//! properties of its style (`--…`) if it has any, then texts and elements. What nobody sees or hears before the program has come
//! is left out.

use std::fmt::Write as _;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;

use super::asking::Asking;
use super::drawer;
use super::ids::sentence_id;
use super::paint::marking::mark_one;
use super::pair_state::PairState;
use super::{bar, differs, framed, side, texts_and_figures};
use crate::state::{Digest, Side, State, write};
use crate::ui::dom::written::{Element, Node};
use crate::ui::dom::{classed, el};
use crate::ui::site::Site;
use crate::view::{Comparing, Selection, document_title};

/// Classes of what takes no room, is empty until something is measured, or is opened by a button.
const LEFT_OUT: [&str; 6] = ["on-paper", "strip", "ribbon", "slip", "pop", "sheet"];

/// The files of a pair.
pub struct Before {
    /// The page as it opens.
    pub page: String,
    /// What opens under a selected match, for links to it.
    pub held: String,
}

/// What the page shows first of a comparison with the usual options.
pub fn before(found: Comparing) -> Option<Before> {
    // Nothing that is written down follows what it reads.
    let _zone = SpecialNonReactiveZone::enter();
    let comparing = &Arc::new(found);
    let site = Site::start(|_| ());
    let articles = &comparing.articles;
    let state = State::default().compare(&articles.a.id, &articles.b.id);
    site.go(state.clone());
    site.newcomer.set(true);
    let asking = Asking::known(site, Arc::clone(comparing));
    let pair = PairState::new(site, asking, || ())?;
    let (head, slots) = bar::bar(site);
    bar::fill(&slots, pair);
    let inside = classed("div", "inside").children(texts_and_figures(pair, asking));
    let [title, page] = framed(site, el("div"), inside);
    let page = page.written();
    mark(pair, &page);

    let mut file = File::default();
    file.text(
        "title",
        &site.library(|library| document_title(library, &state)),
    );
    file.text("digest", &digest(comparing));
    file.list("head", [head.written()]);
    file.list("main", [title.written(), page]);
    // On a phone it stands in the place of the second text.
    if comparing.is_without_a_match() {
        file.list("other", []);
    } else {
        file.list("other", [side::other(pair, comparing).written()]);
    }
    // Where the reader chose the other sort of marks.
    site.differing.update(|on| *on = !*on);
    file.list("key", [differs::key(pair).written()]);
    Some(Before {
        page: file.done(),
        held: held(site, asking, comparing)?,
    })
}

/// Marks each sentence of the page.
fn mark(pair: PairState, page: &Element) {
    let (comparing, marks) = (pair.comparing(), pair.marks());
    for element in page.all() {
        let class = element.get_attribute("class").unwrap_or_default();
        if class.split_whitespace().any(|name| name == "s") {
            mark_one(&comparing, &marks, &element);
        }
    }
}

/// By what a link says of it: the two sentences of a match, what else answers them, where it stands among all, and what the
/// drawer says.
fn held(site: Site, asking: Asking, comparing: &Arc<Comparing>) -> Option<String> {
    let mut file = File::default();
    let state = site.state_now();
    for index in 0..comparing.found.matches.len() as u32 {
        let at = comparing.at_match(index)?;
        let state = state.clone().with_at(Some(at));
        site.go(state.clone());
        let pair = PairState::new(site, asking, || ())?;
        let Selection::Match { a, b, .. } = pair.selection() else {
            continue;
        };
        let query = write(&state);
        let (_, at) = query.split_once("&at=")?;
        let drawer = drawer::inside(pair, pair.drawer()?);
        let ids = |a, b| [sentence_id(Side::A, a), sentence_id(Side::B, b)];
        let kin = pair.ribbons().into_iter().filter(|ribbon| !ribbon.front);
        let kin: Vec<String> = kin.flat_map(|ribbon| ids(ribbon.a, ribbon.b)).collect();
        let place = pair.marks().position(pair.selection());
        let texts = ids(a, b).into_iter().chain([kin.join(" "), place]);
        let inside = drawer.into_iter().map(|one| Node::Element(one.written()));
        file.nodes(at, texts.map(Node::Text).chain(inside));
    }
    site.go(state);
    Some(file.done())
}

fn digest(comparing: &Comparing) -> String {
    Digest::of(comparing.text(Side::A), comparing.text(Side::B)).to_string()
}

/// An object of JSON.
#[derive(Default)]
struct File(String);

impl File {
    fn name(&mut self, name: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        quote(name, &mut self.0);
        self.0.push(':');
    }

    fn text(&mut self, name: &str, text: &str) {
        self.name(name);
        quote(text, &mut self.0);
    }

    fn list<const COUNT: usize>(&mut self, name: &str, all: [Element; COUNT]) {
        self.nodes(name, all.into_iter().map(Node::Element));
    }

    fn nodes(&mut self, name: &str, all: impl Iterator<Item = Node>) {
        self.name(name);
        self.0.push('[');
        for (at, node) in all.enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            put(&node, &mut self.0);
        }
        self.0.push(']');
    }

    fn done(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }
}

fn put(node: &Node, out: &mut String) {
    let element = match node {
        Node::Text(text) => return quote(text, out),
        Node::Element(element) => element,
    };
    out.push('[');
    let class = element.get_attribute("class").unwrap_or_default();
    match class.trim() {
        "" => quote(element.tag(), out),
        class => quote(&format!("{}.{class}", element.tag()), out),
    }
    let is_sentence = class.split_whitespace().any(|name| name == "s");
    let mut all = File::default();
    for (name, value) in element.attributes() {
        // What a sentence says to who points at it, and on paper; where only the program puts the focus.
        let is_later = matches!(
            (&*name, &*value),
            ("title" | "data-n", _) | ("tabindex", "-1")
        );
        if name != "class" && !(is_sentence && is_later) {
            all.text(&name, &value);
        }
    }
    if !all.0.is_empty() {
        out.push(',');
        out.push_str(&all.done());
    }
    // Texts that follow each other are one.
    let mut text = String::new();
    for node in element.nodes() {
        match node {
            Node::Text(more) => text.push_str(&more),
            Node::Element(inner) if is_left_out(&inner) || is_silent(&inner) => {}
            node @ Node::Element(_) => {
                put_text(&mut text, out);
                out.push(',');
                put(&node, out);
            }
        }
    }
    put_text(&mut text, out);
    out.push(']');
}

fn put_text(text: &mut String, out: &mut String) {
    if !text.is_empty() {
        out.push(',');
        quote(text, out);
        text.clear();
    }
}

fn is_left_out(element: &Element) -> bool {
    let class = element.get_attribute("class").unwrap_or_default();
    let hidden = element.get_attribute("hidden").is_some() || element.tag() == "dl";
    hidden
        || class
            .split_whitespace()
            .any(|name| LEFT_OUT.contains(&name))
}

/// Whether it is for a screen reader, and says nothing.
fn is_silent(element: &Element) -> bool {
    element.get_attribute("class").as_deref() == Some("aloud")
        && element.text_content().unwrap_or_default().is_empty()
}

/// Text as JSON has it.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter < ' ' => {
                let _ = write!(out, "\\u{:04x}", letter as u32);
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::dom::{aloud, span};

    #[test]
    fn an_element_is_its_name_its_attributes_and_what_it_holds() {
        let made = classed("p", "para")
            .text("Rain ")
            .text("“fell”, \"they\" said\n")
            .child(
                span("s moved", "")
                    .attr("id", "a0")
                    .attr("tabindex", "-1")
                    .child(aloud(""))
                    .text("Twice."),
            )
            .child(aloud("No"))
            .child(span("strip", "No."))
            .child(el("div").attr("hidden", "").text("No."));
        let mut out = String::new();
        put(&Node::Element(made.written()), &mut out);
        assert_eq!(
            out,
            r#"["p.para","Rain “fell”, \"they\" said\u000a",["span.s moved",{"id":"a0"},"Twice."],["bdi.aloud","No"]]"#
        );
    }
}
