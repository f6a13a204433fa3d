//! Redraws what follows the selection, the filters and the window: marks, drawer, rulers, ribbon. It runs at most once per frame,
//! after layout, and touches only what changed.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::{Element, Event, HtmlElement};

use super::super::ids::{DRAWER, DRAWER_HOME, card_id, sentence_of};
use super::super::layout::measure;
use super::super::layout::reading::{self, LEFT, Read};
use super::super::layout::scroll_sync::Columns;
use super::super::layout::sections::{self, Target};
use super::super::pair_state::{PairState, Reveal};
use super::{marking, ribbon, ruler};
use crate::boot;
use crate::state::{Both, Side, View};
use crate::ui::browser::{
    after_paint, by_id, focus, frame, is_focus_in, next_frame, on_window, target,
};
use crate::ui::dom::{live, span};
use crate::view::{Marks, Selection};

/// What is drawn, so that the next drawing changes only what differs.
#[derive(Default)]
struct Drawn {
    /// The current marks, and the view and width in which they were added.
    last: Option<(Arc<Marks>, View, bool)>,
    /// Whether a column glides to its place, which it does not for other texts.
    glides: bool,
    /// The drawer. It is among the texts, so laying them out again removes it from the page.
    drawer: Option<HtmlElement>,
    /// The room for it in the other column.
    room: Option<HtmlElement>,
    /// What is selected, and what is shown as selected.
    selection: Option<Selection>,
    held: Vec<Element>,
    /// What the rulers were drawn for.
    rulers: ruler::Drawn,
}

/// Draws after every change, as long as the caller's owner lives.
pub fn keep(pair: PairState, columns: Columns) {
    let drawn: StoredValue<Drawn, LocalStorage> = StoredValue::new_local(Drawn::default());
    let beside = move || {
        drawn.try_update_value(|drawn| draw_beside(pair, columns, drawn));
    };
    let now = move || drawn.try_update_value(|drawn| draw(pair, columns, drawn));
    let again = frame(move || match now() {
        // The selection is painted at once; the rest, which needs measurements, comes after that frame.
        Some(true) => after_paint(beside),
        _ => beside(),
    });
    // Printing does not wait for a frame.
    on_window("beforeprint", move |_| {
        sections::finish();
        now();
        beside();
    });
    live(move || {
        let _ = (pair.marks(), pair.selection(), pair.view());
        let _ = (pair.site.narrow.get(), pair.site.level.get());
        pair.track_layout();
        again();
    });
}

/// Draws the sentences and the drawer. Returns whether the rest can wait until they have been painted.
fn draw(pair: PairState, columns: Columns, drawn: &mut Drawn) -> bool {
    // The next view will be drawn completely anyway.
    if pair.is_turning() {
        return false;
    }
    let (marks, selection, view) = (pair.marks(), pair.selection(), pair.view());
    let narrow = pair.site.narrow.get_untracked();
    let same = matches!(&drawn.last, Some((old, old_view, old_narrow))
        if Arc::ptr_eq(old, &marks) && *old_view == view && *old_narrow == narrow);
    if !same {
        sections::put_marks(|| marking::mark_page(pair));
        if view == View::Side && !narrow {
            boot::align();
        }
        drawn.rulers = Both::default();
        drawn.last = Some((marks, view, narrow));
        columns.forget();
    }
    for side in Side::BOTH {
        let held = selection.sentence(side).into_iter();
        let kin = pair.ribbons().into_iter().map(|ribbon| match side {
            Side::A => ribbon.a,
            Side::B => ribbon.b,
        });
        for index in held.chain(kin) {
            sections::place(Target::Sentence(side, index));
        }
    }
    if let Some(index) = selection.index() {
        sections::place(Target::Match(index));
    }
    hold(pair, selection, &mut drawn.held);
    place_drawer(pair, drawn, view == View::Side && !narrow);
    if pair.reveal() == Reveal::Least {
        reading::keep();
    }
    // After a link was opened, the selection is shown at once.
    let taken = drawn
        .selection
        .replace(selection)
        .is_some_and(|last| last != selection);
    drawn.glides = same;
    // With a long text, sentences and drawer are enough for one frame.
    let apart = (same && taken) || (!same && sections::is_long());
    apart && !matches!(pair.reveal(), Reveal::AtOnce | Reveal::Here(_))
}

/// Draws what depends on the positions of the sentences: the shifted column, rulers, ribbon, and the scroll position.
fn draw_beside(pair: PairState, columns: Columns, drawn: &mut Drawn) {
    if pair.is_turning() {
        return;
    }
    let (selection, view) = (pair.selection(), pair.view());
    let narrow = pair.site.narrow.get_untracked();
    sections::fit();
    measure::publish_edges();
    // With a long text, the rest is spread over the following frames, so that no frame takes long.
    let mut more = false;
    let two = view == View::Side && !narrow;
    if two {
        columns.level(selection, drawn.glides);
    }
    if view == View::Side {
        more = ruler::draw(pair, &mut drawn.rulers);
        ribbon::draw(pair, two.then(|| columns.shifts()));
    }
    let reveal = pair.reveal();
    pair.set_reveal(Reveal::No);
    let (read, had_focus) = LEFT.take();
    let read = read.filter(|_| matches!(reveal, Reveal::Here(_)));
    let side = pair.anchor();
    let element = match (reveal, read) {
        (Reveal::No, _) => None,
        (_, Some(read)) => where_read(pair, read).or_else(measure::texts),
        _ => [side, side.other()]
            .into_iter()
            .find_map(|side| measure::sentence(side, selection.sentence(side)?))
            .or_else(|| card_of(selection))
            .or_else(|| {
                drawn
                    .drawer
                    .clone()
                    .filter(|_| selection != Selection::Nothing)
            })
            .map(Element::from),
    };
    if let Some(element) = element {
        if had_focus {
            // The element that had the focus was removed with the last view. Focusing also scrolls, so it comes first.
            focus(&element.id());
        }
        match read {
            Some(read) => measure::scroll_by(element.get_bounding_client_rect().top() - read.top),
            None => measure::reveal(&element, reveal),
        }
        // What becomes visible may have another height than was estimated.
        let (tries, again): (u8, fn(u8) -> Reveal) = match reveal {
            Reveal::Here(tries) => (tries, Reveal::Here),
            Reveal::Again(tries) => (tries, Reveal::Again),
            Reveal::Least => (0, Reveal::Again),
            _ => (8, Reveal::Again),
        };
        if tries > 0 && sections::is_long() {
            pair.set_reveal(again(tries - 1));
            LEFT.set((read, false));
            more = true;
        }
    }
    if more {
        next_frame(move || pair.lay_out());
    }
    ruler::follow();
}

/// The place that was read in another view: that sentence, or the nearest match that this view shows, or the beginning of
/// the texts.
fn where_read(pair: PairState, Read { side, index, .. }: Read) -> Option<Element> {
    sections::place(Target::Sentence(side, index));
    let near = || {
        let (number, other) = pair.marks().nearest(&pair.comparing(), side, index)?;
        sections::place(Target::Match(number));
        by_id(&card_id(number)).or_else(|| measure::sentence(side.other(), other))
    };
    let element = measure::sentence(side, index).or_else(near)?;
    unfold(&element);
    Some(element.into())
}

/// Opens the fold that an element is in.
fn unfold(element: &Element) {
    if let Some(fold) = element.closest("details").ok().flatten() {
        let _ = fold.set_attribute("open", "");
    }
}

/// Shows which sentences are selected, and their other counterparts.
fn hold(pair: PairState, selection: Selection, held: &mut Vec<Element>) {
    for element in held.drain(..) {
        let _ = element
            .class_list()
            .remove_3("selected", "kin", "unmatched");
        if element.has_attribute("aria-pressed") {
            let _ = element.set_attribute("aria-pressed", "false");
        }
    }
    for ribbon in pair.ribbons().iter().filter(|ribbon| !ribbon.front) {
        for (side, index) in [(Side::A, ribbon.a), (Side::B, ribbon.b)] {
            if let Some(element) = measure::sentence(side, index) {
                let _ = element.class_list().add_1("kin");
                held.push(element.into());
            }
        }
    }
    let class = match selection {
        Selection::Unmatched(..) | Selection::Apart { .. } => "unmatched",
        _ => "selected",
    };
    for side in Side::BOTH {
        let Some(element) = selection
            .sentence(side)
            .and_then(|index| measure::sentence(side, index))
        else {
            continue;
        };
        unfold(&element);
        let _ = element.class_list().add_1(class);
        if element.has_attribute("role") {
            let _ = element.set_attribute("aria-pressed", "true");
        }
        held.push(element.into());
    }
    if let Some(card) = card_of(selection) {
        let _ = card.class_list().add_1(class);
        held.push(card.into());
    }
}

thread_local! {
    /// The highlighted elements, by class.
    static OUT: RefCell<Vec<(&'static str, Element)>> = const { RefCell::new(Vec::new()) };
}

/// Gives that class to these sentences and no others.
pub fn point_out(class: &'static str, sentences: &[(Side, &[u32])]) {
    let added = sentences.iter().flat_map(|(side, indices)| {
        let all = indices
            .iter()
            .filter(|index| sections::about(*side, **index).is_none());
        all.filter_map(|index| measure::sentence(*side, *index))
    });
    let added: Vec<(&str, Element)> = added.map(|element| (class, element.into())).collect();
    OUT.with_borrow_mut(|out| {
        out.retain(|(other, element): &(_, Element)| {
            let stays = *other != class;
            if !stays {
                let _ = element.class_list().remove_1(class);
            }
            stays
        });
        for (class, element) in &added {
            let _ = element.class_list().add_1(class);
        }
        out.extend(added);
    });
}

/// Places the drawer under the selected sentence or at the end of the match's card, or before the texts if the current view shows
/// neither. If two sentences are level, it is as wide as both columns, and the other column leaves room for it.
fn place_drawer(pair: PairState, drawn: &mut Drawn, two: bool) {
    drawn.drawer = drawn.drawer.take().or_else(|| by_id(DRAWER));
    let (Some(drawer), Some(home)) = (&drawn.drawer, by_id(DRAWER_HOME)) else {
        return;
    };
    let (selection, anchor) = (pair.selection(), pair.anchor());
    let held = |side: Side| measure::sentence(side, selection.sentence(side)?);
    let here = [anchor, anchor.other()]
        .into_iter()
        .find_map(|side| Some((side, held(side)?)));
    let card = card_of(selection);
    let at_home = here.is_none() && card.is_none();
    let parent = card.unwrap_or(home);
    let is_there = match &here {
        Some((_, sentence)) => sentence.next_element_sibling().as_ref() == Some(drawer.as_ref()),
        None => drawer.parent_element().as_ref() == Some(parent.as_ref()),
    };
    if !is_there {
        // Moving it would lose the focus.
        let focused = is_focus_in(".drawer");
        let _ = match &here {
            Some((_, sentence)) => sentence.after_with_node_1(drawer),
            None => parent.append_with_node_1(drawer),
        };
        if focused {
            focus(DRAWER);
        }
    }
    let beside = here
        .filter(|_| two)
        .and_then(|(side, sentence)| Some((side, sentence, held(side.other())?)));
    let classes = drawer.class_list();
    let from_b = matches!(beside, Some((Side::B, ..)));
    for (name, on) in [
        ("at-home", at_home),
        ("wide", beside.is_some()),
        ("from-b", from_b),
    ] {
        let _ = classes.toggle_with_force(name, on);
    }
    match beside {
        Some((_, here, there)) => {
            let made = || span("room", "").attr("aria-hidden", "true").get();
            drawn.room = drawn.room.take().or_else(made);
            if let Some(room) = &drawn.room {
                if there.next_element_sibling().as_ref() != Some(room.as_ref()) {
                    let _ = there.after_with_node_1(room);
                }
                measure::make_room(drawer, &here, &there, room);
            }
        }
        None => {
            if let Some(room) = drawn.room.take() {
                room.remove();
            }
            let _ = drawer.style().set_property("margin-top", "");
        }
    }
}

/// The card of the selected match, if the current view has cards.
fn card_of(selection: Selection) -> Option<HtmlElement> {
    by_id(&card_id(selection.index()?))
}

/// Darkens both sides of the sentence under the pointer.
pub fn near(pair: PairState, event: &Event) {
    let Some((side, index, _)) = sentence_under(event) else {
        point_out("near", &[]);
        return;
    };
    let (comparing, marks) = (pair.comparing(), pair.marks());
    let matches = marks.of(side, index).map_or(&[][..], |mark| &mark.matches);
    let others = matches
        .iter()
        .filter_map(|number| comparing.found.matches.get(*number as usize));
    let others: Vec<u32> = others
        .map(|found| match side {
            Side::A => found.b,
            Side::B => found.a,
        })
        .collect();
    point_out("near", &[(side.other(), &others), (side, &[index])]);
}

/// The sentence that an event is about.
pub fn sentence_under(event: &Event) -> Option<(Side, u32, Element)> {
    let element = target(event)?.closest(".s").ok().flatten()?;
    let (side, index) = sentence_of(&element.id())?;
    Some((side, index, element))
}
