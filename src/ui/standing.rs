//! The first page as the build wrote it into `index.html` (`first`). When the program starts, it takes the page over as it is,
//! with what the reader typed and ticked until then. Whenever the page is shown again, a copy is used.

use std::cell::RefCell;

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::browser::by_id;
use super::dom::El;

/// The first page, and a copy of it.
pub struct Standing {
    first: RefCell<Option<Element>>,
    copy: Option<Element>,
}

impl Standing {
    /// The first page as it is in the document.
    pub fn new() -> Standing {
        let first: Option<Element> = by_id("first").map(Into::into);
        let copy = first.as_ref().and_then(|first| copied(first));
        // A copy would keep what was typed and ticked, so that is reset.
        let fields = copy
            .as_ref()
            .map(|copy| copy.query_selector_all("textarea, input"));
        if let Some(Ok(fields)) = fields {
            for at in 0..fields.length() {
                let Some(field) = fields.get(at) else {
                    continue;
                };
                let (name, value) = match field.node_name().as_str() {
                    "TEXTAREA" => ("value", "".into()),
                    _ => ("checked", false.into()),
                };
                let _ = js_sys::Reflect::set(&field, &name.into(), &value);
            }
        }
        Standing {
            first: RefCell::new(first),
            copy,
        }
    }

    /// The page itself the first time; then a copy.
    pub fn take(&self) -> Option<El> {
        let first = self.first.borrow_mut().take();
        first.or_else(|| copied(self.copy.as_ref()?)).map(El::of)
    }

    /// A copy of a part of it.
    pub fn part(&self, selector: &str) -> Option<El> {
        let part = self.copy.as_ref()?.query_selector(selector);
        copied(part.ok().flatten()?.as_ref()).map(El::of)
    }
}

fn copied(node: &Node) -> Option<Element> {
    node.clone_node_with_deep(true).ok()?.dyn_into().ok()
}
