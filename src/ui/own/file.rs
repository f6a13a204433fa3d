//! The reader's texts as a file: written for taking along, opened and joined with what is there.

use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::{bring, stock};
use crate::boot;
use crate::own::Collection;
use crate::ui::dom::{El, button, el};
use crate::ui::site::Site;
use crate::view::joined;

/// Hands a collection to the reader, as a download.
pub fn save(name: &str, text: &str) {
    boot::save(name, "application/json", text);
}

/// Writes everything of the reader's into a file.
pub fn save_all(site: Site) {
    save(
        "crossread-collection.json",
        &stock::collection(site).write(),
    );
    site.tell("Saved as a file");
}

/// Whether bytes look like a collection, sound or not: a JSON file that names it.
pub fn is_collection(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    start.starts_with(b"{")
        && start
            .windows(11)
            .take(64)
            .any(|piece| piece == b"\"crossread\"")
}

/// Joins a collection with what is there, and says what came of it.
pub async fn join(site: Site, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let said = match Collection::read(&text) {
        Err(fault) => fault.sentence().to_owned(),
        Ok(read) => {
            let kept = site.own.held().comparisons.clone();
            let new = site.library(|library| read.new_to(library, &kept));
            let counts = [&read, &new].map(|one| (one.articles.len(), one.comparisons.len()));
            let (damaged, over) = (read.damaged, read.over.sentence("collection"));
            let is_kept = stock::keep(site, new).await;
            let joined = joined(counts, damaged, is_kept);
            let said = [Some(joined), over];
            said.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    };
    site.note(said);
}

/// A button that opens files, and calls `then` with each.
pub fn opener(
    site: Site,
    label: &str,
    accept: &str,
    then: fn(Site, Option<web_sys::FileList>),
) -> El {
    let input = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("hidden", "")
        .maybe("accept", (!accept.is_empty()).then_some(accept))
        .attr("tabindex", "-1")
        .attr("aria-label", label)
        .on("change", move |event| {
            let input: Option<HtmlInputElement> =
                event.target().and_then(|one| one.dyn_into().ok());
            if let Some(input) = input {
                then(site, input.files());
                // So that the same file can be opened again.
                input.set_value("");
            }
        });
    let field = input.get::<HtmlElement>();
    let open = button("button").text(label).on("click", move |_| {
        if let Some(field) = &field {
            field.click();
        }
    });
    el("span").child(open).child(input)
}

/// Opens collections, whatever they look like.
pub fn join_files(site: Site, files: Option<web_sys::FileList>) {
    let Some(files) = files else { return };
    let files: Vec<_> = (0..files.length())
        .filter_map(|place| files.get(place))
        .collect();
    spawn_local(async move {
        for one in files {
            match bring::bytes(&one).await {
                Ok(bytes) => join(site, &bytes).await,
                Err(trouble) => site.note(format!("{} {}", trouble.what, trouble.remedy)),
            }
        }
    });
}
