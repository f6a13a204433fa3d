//! The two boxes in which a comparison of own texts begins: the reader pastes texts, or drops or opens files, and presses
//! Compare. They are on the library page, and on the compare page if no pair is chosen, in both programs. Typed text is kept
//! as long as the tab is open.

use leptos::wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, FileList};

use super::browser;
use super::dom::{El, button, classed, el, live, span, value_of};
use super::opener::{ACCEPT, opener};
use super::own;
use super::site::Site;
use crate::view::{Begun, Two, begin, box_fault};

const IDS: [&str; 2] = ["begin-a", "begin-b"];

/// The boxes, with what can be done. `given`: the articles that are chosen beside them.
pub fn boxes(site: Site, given: impl Fn() -> Two + Copy + 'static) -> El {
    browser::on_window("dragover", |event| {
        // Without this a drop would open the file in place of the page.
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
    // What the first program left to the other.
    live(move || {
        if own::is_read(site) {
            own::resume(site);
        }
    });
    let compare = button("button strong")
        .text("Compare")
        .on("click", move |_| press(site, &given()));
    let stays = classed("p", "stays").text("Your texts stay in this browser.");
    let acts = classed("div", "go")
        .child(compare)
        .child(opener("Open files…", ACCEPT, move |files| {
            own::open_begun(site, files, 0)
        }))
        .child(span("drop", "or drop them here"))
        .child(stays)
        .child(own::progress(site));
    classed("section", "begin")
        .attr("aria-label", "Compare texts of your own")
        .child(one(
            site,
            0,
            "One report",
            "Paste a text here. Headline, date and source are picked out for you.",
        ))
        .child(one(
            site,
            1,
            "The other",
            "Paste the other text here, or choose one of the articles.",
        ))
        .child(acts)
}

fn one(site: Site, side: usize, label: &str, hint: &str) -> El {
    let id = IDS[side];
    let fault_id = format!("{id}-fault");
    let field = el("textarea")
        .id(id)
        .attr("dir", "auto")
        .attr("placeholder", hint)
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-describedby", &fault_id)
        .live_flag("aria-invalid", move || !site.typed.said(side).is_empty())
        .live_value(move || {
            let [one, other] = site.typed.filled();
            if side == 0 { one } else { other }
        })
        .on("input", move |event| {
            own::warm();
            let text = value_of(event);
            site.typed.take(side, &text);
            let fault = box_fault(&text);
            if !fault.is_empty() {
                site.say(fault);
            }
        });
    let fault = classed("p", "fault").id(&fault_id);
    classed("div", "box")
        .child(el("label").attr("for", id).text(label))
        .child(field)
        .child(fault.live_text(move || site.typed.said(side)))
}

/// Compares, or says beneath each box what it lacks and leads to the first that does.
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

/// The files that are dragged or dropped; none where it is text.
fn files(event: &Event) -> Option<FileList> {
    let data = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let any = data.types().iter().any(|kind| kind == "Files");
    data.files().filter(|_| any)
}
