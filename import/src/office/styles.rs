//! The styles of a document: which of the styles that every program knows (a title, a heading) each of them is, or comes from.

use std::collections::BTreeMap;

/// So many styles may stand between one and the one it comes from.
const FAR: usize = 20;

/// A document's styles, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    /// In lower case. Empty if it has none besides its id.
    name: String,
    /// The id of the style it comes from.
    base: String,
}

impl Styles {
    /// Says a style's name.
    pub(super) fn name(&mut self, id: &str, name: &str) {
        self.0.entry(id.to_owned()).or_default().name = name.to_lowercase();
    }

    /// Says from which style another comes.
    pub(super) fn base(&mut self, id: &str, base: &str) {
        base.clone_into(&mut self.0.entry(id.to_owned()).or_default().base);
    }

    /// The name of a style, in lower case. If it comes from one that every program knows, the name of that. A style that the
    /// document does not have is called by its id.
    pub(super) fn of(&self, id: &str) -> String {
        let name = |id: &str| {
            let known = self.0.get(id).map(|style| style.name.clone());
            known
                .filter(|name| !name.is_empty())
                .unwrap_or_else(|| id.to_ascii_lowercase())
        };
        let mut from = id;
        for _ in 0..FAR {
            let name = name(from);
            let known = ["title", "subtitle", "heading", "toc "];
            if known.iter().any(|start| name.starts_with(start)) {
                return name;
            }
            match self.0.get(from) {
                Some(style) if !style.base.is_empty() => from = &style.base,
                _ => break,
            }
        }
        name(id)
    }
}
