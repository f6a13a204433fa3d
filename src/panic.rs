//! Tells the reader when the running program has panicked.
//!
//! After a panic in WebAssembly, the page looks alive but answers nothing. So the hook opens a dialog from
//! `index.html`. Before the program has started, `boot.js` reports failures instead.

use leptos::wasm_bindgen::{JsCast, JsValue};
use std::panic::PanicHookInfo;
use web_sys::HtmlDialogElement;

/// Makes every later panic reach the console and open the dialog.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        show(info);
    }));
}

/// Opens the dialog. Whatever is missing is passed over: a hook that panics would only hide the first panic.
fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = crate::window()?.document()?;
    // #boot is removed at the end of the start; while it is there, boot.js shows failures.
    if document.get_element_by_id("boot").is_some() {
        return None;
    }
    if let (Some(place), Some(detail)) =
        (info.location(), document.get_element_by_id("crash-detail"))
    {
        detail.set_text_content(Some(&format!(
            "For a report: {}, line {}.",
            place.file(),
            place.line()
        )));
    }
    let dialog: HtmlDialogElement = document.get_element_by_id("crash")?.dyn_into().ok()?;
    // This fails if it is already open after an earlier panic, which is fine.
    dialog.show_modal().ok()
}
