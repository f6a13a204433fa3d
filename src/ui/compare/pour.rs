//! Places long texts piece by piece, so that the page answers in between: the first pieces at once, the
//! others in turns of a few milliseconds each. In the end all of it stands on the page, for the
//! browser's own search and for paper, which waits until the last piece is placed.
//!
//! Only a reader's own text can be long: without them, `pour_at_once` stands in its place.

use std::cell::RefCell;

use leptos::prelude::on_cleanup;

use super::desk::Desk;
use super::stage::dress;
use crate::ui::browser::later;
use crate::ui::dom::El;

/// So many pieces are placed at once: more than an article has.
const AT_ONCE: usize = 120;
/// So long a turn may take, in milliseconds.
const TURN: f64 = 10.0;

/// What is still to be placed.
struct Pour {
    id: u32,
    desk: Option<Desk>,
    into: El,
    next: usize,
    count: usize,
    make: Box<dyn Fn(usize) -> El>,
}

thread_local! {
    static WAITING: RefCell<(u32, Vec<Pour>)> = const { RefCell::new((0, Vec::new())) };
}

/// An element with the pieces numbered from 0 up to `count` after what it holds; the later ones come
/// when the page has time, as long as the caller's owner lives.
pub fn pour(
    desk: Option<Desk>,
    into: El,
    count: usize,
    make: impl Fn(usize) -> El + 'static,
) -> El {
    let first = count.min(AT_ONCE);
    let into = into.children((0..first).map(&make));
    if first < count {
        let (id, alone) = WAITING.with_borrow_mut(|(last, waiting)| {
            *last += 1;
            waiting.push(Pour {
                id: *last,
                desk,
                into: into.clone(),
                next: first,
                count,
                make: Box::new(make),
            });
            (*last, waiting.len() == 1)
        });
        on_cleanup(move || WAITING.with_borrow_mut(|(_, all)| all.retain(|pour| pour.id != id)));
        if alone {
            later(0, turn);
        }
    }
    into
}

/// Whether there is something still to be placed.
pub fn is_under_way() -> bool {
    WAITING.with_borrow(|(_, waiting)| !waiting.is_empty())
}

/// Places all that is left.
pub fn finish() {
    place(f64::INFINITY);
}

fn turn() {
    place(TURN);
    if is_under_way() {
        later(0, turn);
    }
}

/// Places pieces, one of each text in turn, until the time is over.
fn place(milliseconds: f64) {
    let start = js_sys::Date::now();
    let over = || js_sys::Date::now() - start >= milliseconds;
    let mut done = None;
    WAITING.with_borrow_mut(|(_, waiting)| {
        while !waiting.is_empty() && !over() {
            waiting.retain_mut(|pour| {
                let piece = (pour.make)(pour.next);
                if let Some(desk) = pour.desk {
                    dress(desk, &piece);
                }
                pour.into.clone().child(piece);
                pour.next += 1;
                let more = pour.next < pour.count;
                if !more {
                    done = pour.desk;
                }
                more
            });
        }
    });
    if let Some(desk) = done.filter(|_| !is_under_way()) {
        desk.lay_out();
    }
}
