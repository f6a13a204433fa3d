//! A button that opens files.

use leptos::wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlElement, HtmlInputElement};

use super::dom::{El, button, el};

/// The types of file that the button offers first. Other files can be opened too, since the format is recognised from
/// the content.
pub const ACCEPT: &str = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mhtml,.mht,.docx,.odt,.rtf,.pdf,.epub,.eml,.vtt,.srt,.json,.zip,text/plain,text/markdown,text/html,application/pdf,application/json";

/// A button that opens files, and calls `then` with them.
pub fn opener(label: &str, accept: &str, then: impl Fn(FileList) + 'static) -> El {
    opening(el("input").attr("accept", accept), label, then)
}

/// A button that opens all files of a folder; `None` if the browser cannot open folders, as on phones.
pub fn folder_opener(label: &str, then: impl Fn(FileList) + 'static) -> Option<El> {
    let input = el("input");
    let field = input.get::<HtmlInputElement>()?;
    let knows = js_sys::Reflect::has(&field, &"webkitdirectory".into()).unwrap_or(false);
    knows.then(|| opening(input.attr("webkitdirectory", ""), label, then))
}

fn opening(input: El, label: &str, then: impl Fn(FileList) + 'static) -> El {
    let input = input
        .attr("type", "file")
        .attr("multiple", "")
        .attr("hidden", "")
        .attr("tabindex", "-1")
        .attr("aria-label", label);
    let opener = el("span").child(button("button").text(label)).child(input);
    alive(&opener, then);
    opener
}

/// Makes the button of an existing opener open files, and calls `then` with them.
pub fn alive(opener: &El, then: impl Fn(FileList) + 'static) {
    let (Some(button), Some(input)) = (opener.find("button"), opener.find("input")) else {
        return;
    };
    let field = input.get::<HtmlElement>();
    input.on("change", move |event| {
        let input: Option<HtmlInputElement> = event.target().and_then(|one| one.dyn_into().ok());
        if let Some(input) = input {
            if let Some(files) = input.files() {
                then(files);
            }
            // So that the same file can be opened again.
            input.set_value("");
        }
    });
    button.on("click", move |_| {
        if let Some(field) = &field {
            field.click();
        }
    });
}
