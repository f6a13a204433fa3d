//! Places long texts in sections, so that the page can respond in between. All sections exist from the start, with an
//! estimated height. The visible one is filled at once, the others in turns of a few milliseconds, the nearest first.
//! The browser lays out only visible sections (`content-visibility` in style/texts.css). Its own search still finds
//! text in the others, and they are printed.
//!
//! Only a reader's own text can be long, so the program without them uses `at_once`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::on_cleanup;
use leptos::wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement};

use super::super::Place;
use super::{Pieces, PutMarks, Target};
use crate::state::Side;
use crate::ui::browser::{is_narrow, later};
use crate::ui::dom::{El, classed};

/// A text of at most so many lines has one section. Articles are shorter.
const SHORT: f64 = 260.0;
/// The minimum of lines in a section, roughly: what a browser lays out in a few milliseconds.
const SECTION: f64 = 36.0;
/// The maximum of sections of a text, roughly: in each frame, the browser checks whether each of them becomes visible.
const SECTIONS: f64 = 600.0;
/// The longest time of a turn, in milliseconds.
const TURN: f64 = 10.0;

/// A text on the page.
struct Text {
    id: u32,
    put_marks: PutMarks,
    holder: El,
    pieces: Box<dyn Pieces>,
    /// For each piece, the number of lines before it; last, the number of all lines.
    before: Vec<f64>,
    sections: Vec<Section>,
    /// Its width when the height of a line was last measured, in pixels.
    fitted: i32,
}

struct Section {
    element: El,
    /// Its first piece, and the one past its last.
    pieces: (usize, usize),
    is_filled: bool,
    is_marked: bool,
    /// Whether it is laid out.
    is_seen: Rc<Cell<bool>>,
}

impl Section {
    fn is_due(&self) -> bool {
        !(self.is_filled && self.is_marked)
    }

    /// Whether it contains the drawer, or the room for it. Then its height does not tell the height of its lines.
    fn is_open(&self) -> bool {
        let element = self.element.get::<Element>();
        element.is_some_and(|element| {
            let open = element.query_selector(".drawer,.room");
            open.is_ok_and(|open| open.is_some())
        })
    }
}

thread_local! {
    static TEXTS: RefCell<(u32, Vec<Text>)> = const { RefCell::new((0, Vec::new())) };
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// An element with all pieces in it, as long as the caller's owner lives. Most pieces of a long text are added when
/// the page is idle. `section` makes the element that holds them, or some of them.
pub fn build(
    put_marks: Option<PutMarks>,
    section: impl Fn() -> El,
    pieces: impl Pieces + 'static,
) -> El {
    let mut before = vec![0.0];
    let line = if is_narrow() { 38.0 } else { 64.0 };
    let mut total = 0.0;
    for at in 0..pieces.count() {
        total += pieces.lines(at, line);
        before.push(total);
    }
    let whole = |element: El| Section {
        element,
        pieces: (0, pieces.count()),
        is_filled: false,
        is_marked: false,
        is_seen: Rc::new(Cell::new(true)),
    };
    let (holder, mut sections) = if total <= SHORT {
        let only = whole(section());
        (only.element.clone(), vec![only])
    } else {
        let holder = classed("div", "long");
        let sections = divided(&before, &section);
        let all = sections.iter().map(|section| section.element.clone());
        (holder.children(all), sections)
    };
    if let Some(first) = sections.first_mut()
        && (total <= SHORT || !pieces.waits())
    {
        fill(first, &pieces);
    }
    let Some(put_marks) = put_marks else {
        return holder;
    };
    let id = TEXTS.with_borrow_mut(|(last, texts)| {
        *last += 1;
        texts.push(Text {
            id: *last,
            put_marks,
            holder: holder.clone(),
            pieces: Box::new(pieces),
            before,
            sections,
            fitted: 0,
        });
        *last
    });
    on_cleanup(move || {
        let gone = TEXTS.with_borrow_mut(|(_, texts)| {
            let place = texts.iter().position(|text| text.id == id)?;
            Some(texts.remove(place))
        });
        drop(gone);
    });
    go_on();
    holder
}

/// The sections of a text that has so many lines before each of its pieces.
fn divided(before: &[f64], section: &impl Fn() -> El) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut first = 0;
    let least = SECTION.max(before.last().copied().unwrap_or_default() / SECTIONS);
    for at in 1..before.len() {
        let lines = before[at] - before[first];
        if lines < least && at + 1 < before.len() {
            continue;
        }
        let is_seen = Rc::new(Cell::new(false));
        let seen = Rc::clone(&is_seen);
        let element = section().on("contentvisibilityautostatechange", move |event| {
            let skipped = js_sys::Reflect::get(event, &JsValue::from_str("skipped"));
            seen.set(!skipped.is_ok_and(|skipped| skipped.is_truthy()));
            if seen.get() {
                now();
            }
        });
        if let Some(html) = element.get::<HtmlElement>() {
            let _ = html.class_list().add_1("section");
            let lines = (lines * 10.0).round() as u32;
            let lines = format!("{}.{}", lines / 10, lines % 10);
            let _ = html.style().set_property("--lines", &lines);
        }
        sections.push(Section {
            element,
            pieces: (first, at),
            is_filled: false,
            is_marked: false,
            is_seen,
        });
        first = at;
    }
    sections
}

fn fill(section: &mut Section, pieces: &dyn Pieces) {
    if !std::mem::replace(&mut section.is_filled, true) {
        let (first, end) = section.pieces;
        let all = (first..end).filter_map(|at| pieces.make(at));
        let _ = section.element.clone().children(all);
    }
}

impl Text {
    /// Fills a section and puts its marks on.
    fn finish(&mut self, at: usize) {
        let pieces = &*self.pieces;
        if let Some(section) = self.sections.get_mut(at) {
            fill(section, pieces);
            let is_marked = std::mem::replace(&mut section.is_marked, true);
            if let Some(element) = section.element.get()
                && !is_marked
            {
                (self.put_marks)(&element);
            }
        }
    }

    /// The unfinished section that is nearest to the visible part, and how far it is from it.
    fn next(&self) -> Option<(usize, usize)> {
        let seen = || {
            let all = self.sections.iter().enumerate();
            all.filter(|(_, section)| section.is_seen.get())
        };
        let first = seen().next().map_or(0, |(at, _)| at);
        let last = seen().next_back().map_or(0, |(at, _)| at);
        let due = self.sections.iter().enumerate();
        due.filter(|(_, section)| section.is_due())
            .map(|(at, _)| (first.saturating_sub(at).max(at.saturating_sub(last)), at))
            .min()
    }

    /// Whether a part of it is laid out.
    fn is_seen(&self) -> bool {
        self.sections.iter().any(|section| section.is_seen.get())
    }

    /// The section of a piece.
    fn section_of(&self, piece: usize) -> Option<usize> {
        let at = self
            .sections
            .partition_point(|section| section.pieces.1 <= piece);
        (at < self.sections.len()).then_some(at)
    }

    /// Tells the sections that are not laid out yet how high a line is, if that is known.
    fn fit(&mut self) {
        let Some(holder) = self.holder.get::<HtmlElement>() else {
            return;
        };
        let width = holder.client_width();
        if self.sections.len() < 2 || self.fitted == width {
            return;
        }
        let (mut pixels, mut lines) = (0.0, 0.0);
        for section in self
            .sections
            .iter()
            .filter(|section| section.is_filled && section.is_seen.get() && !section.is_open())
        {
            let element = section.element.get::<HtmlElement>();
            pixels += element.map_or(0.0, |element| f64::from(element.offset_height()));
            lines += self.before[section.pieces.1] - self.before[section.pieces.0];
        }
        if pixels > 0.0 && lines > 0.0 {
            self.fitted = width;
            let hundredths = (pixels / lines * 100.0).round() as u32;
            let height = format!("{}.{:02}px", hundredths / 100, hundredths % 100);
            let _ = holder.style().set_property("--line", &height);
        }
    }
}

fn texts<T>(then: impl FnOnce(&mut Vec<Text>) -> T) -> T {
    TEXTS.with_borrow_mut(|(_, texts)| then(texts))
}

/// Continues with unfinished sections when the page is idle.
fn go_on() {
    if !AT_WORK.replace(true) {
        later(0, turn);
    }
}

fn turn() {
    let start = js_sys::Date::now();
    AT_WORK.set(false);
    while work() {
        if js_sys::Date::now() - start >= TURN {
            go_on();
            return;
        }
    }
}

/// Finishes the next section. False if none is left.
fn work() -> bool {
    texts(|texts| {
        let due = texts.iter().enumerate();
        let due = due
            .filter_map(|(text, one)| Some((one.next()?, text)))
            .min();
        if let Some(((_, at), text)) = due {
            texts[text].finish(at);
        }
        due.is_some()
    })
}

/// Finishes the visible sections at once.
fn now() {
    texts(|texts| {
        // A text that waits for an idle page also waits until it is known to be visible.
        let ready = |text: &&mut Text| !text.pieces.waits() || text.is_seen();
        for text in texts.iter_mut().filter(ready) {
            while let Some((0, at)) = text.next() {
                text.finish(at);
            }
        }
    });
}

/// Places everything that is left.
pub fn finish() {
    while work() {}
}

/// Places something before the rest, if it is not on the page yet.
pub fn place(target: Target) {
    texts(|texts| {
        for text in texts {
            let piece = text.pieces.find(target);
            if let Some(at) = piece.and_then(|piece| text.section_of(piece)) {
                text.finish(at);
            }
        }
    });
}

/// Changes the marks with the function that each text was placed with, at once on the visible part. `all` would change them on
/// the whole page.
pub fn put_marks(_all: impl FnOnce()) {
    texts(|texts| {
        for section in texts.iter_mut().flat_map(|text| &mut text.sections) {
            section.is_marked = false;
        }
    });
    now();
    go_on();
}

/// Whether a text on the page has sections, so that its real height may differ from the estimate.
pub fn is_long() -> bool {
    texts(|texts| texts.iter().any(|text| text.sections.len() > 1))
}

/// Called when something was laid out: improves the estimate for the rest.
pub fn fit() {
    texts(|texts| texts.iter_mut().for_each(Text::fit));
}

/// The distance of an element's section from the top of its column, in pixels.
pub fn above(element: &Element) -> f64 {
    let section = element.closest(".section").ok().flatten();
    let section = section.filter(|section| section != element);
    let html = section
        .and_then(|section| js_sys::wasm_bindgen::JsCast::dyn_into::<HtmlElement>(section).ok());
    html.map_or(0.0, |section| f64::from(section.offset_top()))
}

/// The approximate position of a sentence in its column, without making the browser lay out what is not visible;
/// `None` if it is visible, or the text is short.
pub fn about(side: Side, index: u32) -> Option<Place> {
    texts(|texts| {
        texts.iter().find_map(|text| {
            let piece = text.pieces.find(Target::Sentence(side, index))?;
            let section = text.sections.get(text.section_of(piece)?)?;
            if section.is_seen.get() {
                return None;
            }
            let element = section.element.get::<HtmlElement>()?;
            let (top, height) = (
                f64::from(element.offset_top()),
                f64::from(element.offset_height()),
            );
            let [first, end] = [section.pieces.0, section.pieces.1].map(|at| text.before[at]);
            let at = |lines: f64| top + height * (lines - first) / (end - first).max(0.1);
            Some(Place {
                top: at(text.before[piece]),
                bottom: at(text.before[piece + 1]),
            })
        })
    })
}
