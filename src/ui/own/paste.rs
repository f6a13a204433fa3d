//! Pastes rich text: the importer makes paragraphs of it and leaves its furniture out. The browser itself pastes
//! plain text.

use crossread_worker::protocol::Bringing;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement};

use super::{entries, importer};
use crate::own::draft::Draft;
use crate::own::imported;
use crate::ui::browser;
use crate::ui::site::Site;

/// Handles a paste into the text's field, if it is rich text.
pub fn paste(site: Site, key: u32, event: &Event) {
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data else { return };
    let [html, plain] =
        ["text/html", "text/plain"].map(|kind| data.get_data(kind).unwrap_or_default());
    if html.is_empty() {
        // A field would take seconds to lay the text out.
        if entries::is_long(&plain) && entries::fill(site, key, &imported::pasted(&plain)) {
            event.prevent_default();
            site.own.listed.notify();
        }
        return;
    }
    event.prevent_default();
    spawn_local(async move {
        let what = "what you pasted".to_owned();
        let bringing = Bringing::Paste {
            plain: plain.clone(),
            html,
        };
        let read = match importer::import(site, what, bringing, None).await {
            None => return,
            Some(Ok(read)) => match read.into_iter().find_map(|piece| piece.read.ok()) {
                Some(read) => imported::draft(read),
                None => return,
            },
            // As the browser would have pasted it; if there is no plain text, that is said.
            Some(Err(trouble)) if plain.is_empty() => {
                site.note(format!("{} {}", trouble.what, trouble.remedy));
                return;
            }
            Some(Err(_)) => Draft {
                text: plain,
                ..Draft::default()
            },
        };
        insert(site, key, read);
    });
}

/// Inserts it at the cursor; an empty draft also gets the other fields.
fn insert(site: Site, key: u32, read: Draft) {
    let id = format!("sheet-{key}-text");
    if entries::fill(site, key, &read) {
        site.own.listed.notify();
        browser::next_frame(move || browser::focus(&id));
        return;
    }
    let field = browser::by_id(&id).and_then(|one| one.dyn_into::<HtmlTextAreaElement>().ok());
    let Some(field) = field else { return };
    if field.set_range_text(&read.text).is_ok()
        && let Ok(event) = Event::new_with_event_init_dict("input", &bubbling())
    {
        let end = field.selection_start().ok().flatten().unwrap_or(0) + field_units(&read.text);
        let _ = field.set_selection_range(end, end);
        let _ = field.dispatch_event(&event);
    }
}

/// The length of a text in UTF-16 units, in which a field counts.
fn field_units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

fn bubbling() -> web_sys::EventInit {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    init
}
