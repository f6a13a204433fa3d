//! The styles of a document: which of the styles that every program knows (a title, a heading) each of them is, or comes from.

use std::collections::BTreeMap;

/// So many styles may stand between one and the one it comes from.
const FAR: usize = 20;

/// A document's styles, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Their names, in lower case.
    names: BTreeMap<String, String>,
    /// The ids of the styles that they come from.
    bases: BTreeMap<String, String>,
}

impl Styles {
    /// Says a style's name.
    pub(super) fn name(&mut self, id: &str, name: &str) {
        self.names.insert(id.to_owned(), name.to_lowercase());
    }

    /// Says from which style another comes.
    pub(super) fn base(&mut self, id: &str, base: &str) {
        self.bases.insert(id.to_owned(), base.to_owned());
    }

    /// The name of a style, in lower case. If it comes from one that every program knows, the name of that. A style without a
    /// name is called by its id.
    pub(super) fn of(&self, id: &str) -> String {
        let mut from = id;
        let mut own = None;
        for _ in 0..FAR {
            let name = self.names.get(from).cloned();
            let name = name.unwrap_or_else(|| from.to_ascii_lowercase());
            let known = ["title", "subtitle", "heading", "toc "];
            if known.iter().any(|start| name.starts_with(start)) {
                return name;
            }
            own = own.or(Some(name));
            match self.bases.get(from) {
                Some(base) => from = base,
                None => break,
            }
        }
        own.unwrap_or_default()
    }
}
