//! The two boxes in which a comparison of own texts begins: the reader pastes texts, or drops or opens files, and presses
//! Compare. They are on the library page, and on the compare page if no pair is chosen, in both programs. The build wrote them
//! (`first`); this module adds their behaviour. Typed text is kept as long as the tab is open.

use leptos::wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList, HtmlTextAreaElement};

use super::browser;
use super::dom::{El, el, live, value_of};
use super::opener;
use super::own;
use super::site::Site;
use crate::address;
use crate::own::draft::address_fault;
use crate::view::{Begun, Two, begin};

const IDS: [&str; 2] = ["begin-a", "begin-b"];

/// A copy of the first page's boxes. `given`: the articles that are chosen beside them.
pub fn boxes(site: Site, given: impl Fn() -> Two + Copy + 'static) -> El {
    let boxes = site.standing.part(".begin");
    let boxes = boxes.unwrap_or_else(|| el("section"));
    alive(site, &boxes, given);
    boxes
}

/// Makes the existing boxes accept texts and files.
pub fn alive(site: Site, boxes: &El, given: impl Fn() -> Two + Copy + 'static) {
    browser::on_window("dragover", |event| {
        // Without this, the browser would open a dropped file instead of the page.
        if files(event).is_some() {
            event.prevent_default();
        }
    });
    browser::on_window("drop", move |event| {
        let Some(files) = files(event) else { return };
        event.prevent_default();
        let onto = browser::target(event).and_then(|one| one.closest(".box").ok().flatten());
        let second = onto.is_some_and(|one| {
            one.query_selector("#begin-b")
                .is_ok_and(|one| one.is_some())
        });
        own::open_begun(site, files, usize::from(second));
    });
    // The tab alone remembers what stands there.
    browser::on_window("beforeunload", move |event| {
        let [one, other] = site.typed.texts();
        if !(one.is_empty() && other.is_empty() || address::is_loading()) {
            event.prevent_default();
        }
    });
    // What the first program left for the other.
    live(move || {
        if own::is_read(site) {
            own::resume(site);
        }
    });
    for side in 0..IDS.len() {
        one(site, boxes, side);
    }
    if let Some(compare) = boxes.find(".strong") {
        compare.on("click", move |_| press(site, &given()));
    }
    if let Some(open) = boxes.find(".opener") {
        opener::alive(&open, move |files| own::open_begun(site, files, 0));
    }
    if let Some(acts) = boxes.find(".go") {
        acts.child(own::progress(site));
    }
}

fn one(site: Site, boxes: &El, side: usize) {
    let id = IDS[side];
    let field = boxes.find(&format!("#{id}"));
    let fault = boxes.find(&format!("#{id}-fault"));
    let Some((field, fault)) = field.zip(fault) else {
        return;
    };
    // What was typed before the program started.
    let typed = field.get::<HtmlTextAreaElement>().map(|one| one.value());
    if let Some(typed) = typed.filter(|typed| !typed.is_empty()) {
        site.typed.take(side, &typed);
    }
    field
        .live_flag("aria-invalid", move || !site.typed.said(side).is_empty())
        .live_value(move || {
            let [one, other] = site.typed.filled();
            if side == 0 { one } else { other }
        })
        .on("input", move |event| {
            own::warm();
            let text = value_of(event);
            site.typed.take(side, &text);
            let fault = address_fault(&text);
            if !fault.is_empty() {
                site.say(fault);
            }
        });
    fault.live_text(move || site.typed.said(side));
}

/// Compares, or says below each box what is missing and moves the focus to the first such box.
fn press(site: Site, given: &Two) {
    let [one, other] = site.typed.texts();
    match begin([&one, &other], given) {
        Ok([Begun::Article(a), Begun::Article(b)]) => site.go(site.state_now().compare(&a, &b)),
        Ok(parts) => own::compare_begun(site, parts, given),
        Err(faults) => {
            for (side, fault) in faults.into_iter().enumerate() {
                site.typed.fault(side, fault);
            }
            if let Some(side) = faults.iter().position(|fault| !fault.is_empty()) {
                site.say(faults[side]);
                browser::focus(IDS[side]);
            }
        }
    }
}

/// The files that are dragged or dropped; `None` for text.
fn files(event: &Event) -> Option<FileList> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let any = data.types().iter().any(|kind| kind == "Files");
    data.files().filter(|_| any)
}
