//! Checks which file of the workspace uses which. Files that use one another in a circle can only be read and changed
//! together, so no circle is allowed. In the site, `ui` uses `view` and `view` uses `state`, never
//! the other way.
//!
//! A module and the modules inside it count as one. Tests are left out.

use crate::rules::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The site's layers, from the top (`ui`) to the one that depends on no other.
const LAYERS: [&str; 3] = ["ui", "view", "state"];

/// A module: its crate's folder (empty for the site), then the names down to it.
type Module = Vec<String>;

/// The faults in the dependencies between these files.
pub fn faults(sources: &[Source]) -> Vec<String> {
    let files: BTreeMap<Module, &Source> = sources
        .iter()
        .filter_map(|source| Some((module(&source.name)?, source)))
        .collect();
    let arrows: BTreeMap<&Module, BTreeSet<&Module>> = files
        .iter()
        .map(|(at, source)| (at, uses(at, &source.text, &files)))
        .collect();
    let name = |module: &Module| files[module].name.as_str();
    let mut faults = Vec::new();
    for circle in circles(&arrows) {
        let names: Vec<&str> = circle.iter().map(|module| name(module)).collect();
        faults.push(format!(
            "{} use one another in a circle; move what both need to a file of its own",
            names.join(", ")
        ));
    }
    for (from, targets) in &arrows {
        for to in targets {
            if let (Some(low), Some(high)) = (layer(from), layer(to))
                && low > high
            {
                faults.push(format!(
                    "{} uses {}: `{}` knows nothing of `{}`",
                    name(from),
                    name(to),
                    LAYERS[low],
                    LAYERS[high]
                ));
            }
        }
    }
    faults
}

/// The module of a file; `None` for a test or a file that is not a crate's module.
fn module(name: &str) -> Option<Module> {
    let (folder, inside) = match name.strip_prefix("src/") {
        Some(inside) => ("", inside),
        None => name.split_once("/src/")?,
    };
    let inside = inside.strip_suffix(".rs")?;
    let mut parts: Vec<&str> = inside.split('/').collect();
    if folder.contains('/') || matches!(parts.last(), Some(&("tests" | "testing"))) {
        return None;
    }
    if matches!(parts.last(), Some(&("mod" | "lib" | "main"))) {
        parts.pop();
    }
    Some(
        [folder]
            .into_iter()
            .chain(parts)
            .map(str::to_owned)
            .collect(),
    )
}

/// The layer of the site that a module lies in.
fn layer(module: &Module) -> Option<usize> {
    let [folder, layer, ..] = module.as_slice() else {
        return None;
    };
    let place = LAYERS.iter().position(|name| name == layer)?;
    folder.is_empty().then_some(place)
}

/// The other files that a file uses.
fn uses<'f>(at: &Module, text: &str, files: &'f BTreeMap<Module, &Source>) -> BTreeSet<&'f Module> {
    let code = code(text);
    let mut paths = Vec::new();
    for (place, _) in code.match_indices("use ") {
        let begins = code[..place]
            .chars()
            .next_back()
            .is_none_or(|before| !is_word(before));
        if let Some((tree, _)) = code[place + 4..].split_once(';')
            && begins
        {
            branches(tree, &[], &mut paths);
        }
    }
    for head in ["crate::", "super::"] {
        for (place, _) in code.match_indices(head) {
            let end = code[place..]
                .find(|c| !is_word(c) && c != ':')
                .map_or(code.len(), |end| place + end);
            paths.push(code[place..end].split("::").map(str::to_owned).collect());
        }
    }
    paths
        .iter()
        .filter_map(|path| target(at, path, files))
        .filter(|to| !to.starts_with(at) && !at.starts_with(to))
        .collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A file's code without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let tests = line == "#[cfg(test)]"
            && lines
                .peek()
                .is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
        if tests {
            break;
        }
        out.push_str(line.split_once("//").map_or(line, |(code, _)| code));
        out.push('\n');
    }
    out
}

/// The paths in the tree of a `use`: `a::{b::c, d}` has `a::b::c` and `a::d`.
fn branches(tree: &str, before: &[String], paths: &mut Vec<Module>) {
    let (mut depth, mut start) = (0_i32, 0);
    for (place, c) in tree.char_indices().chain([(tree.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                branch(tree[start..place].trim(), before, paths);
                start = (place + 1).min(tree.len());
            }
            _ => {}
        }
    }
}

fn branch(part: &str, before: &[String], paths: &mut Vec<Module>) {
    let names = |path: &str| -> Module {
        let names = path.split("::").map(str::trim);
        let names = names.filter(|name| !name.is_empty()).map(str::to_owned);
        before.iter().cloned().chain(names).collect()
    };
    match part.split_once('{') {
        Some((head, rest)) => {
            let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
            branches(inner, &names(head), paths);
        }
        None if part.is_empty() => {}
        None => paths.push(names(
            part.split_once(" as ").map_or(part, |(path, _)| path),
        )),
    }
}

/// The file that a path leads to from a module: the deepest module on the path that has a file.
fn target<'f>(
    at: &Module,
    path: &Module,
    files: &'f BTreeMap<Module, &Source>,
) -> Option<&'f Module> {
    let mut to = match path.first()?.as_str() {
        "crate" => at[..1].to_vec(),
        "self" | "super" => {
            let up = path.iter().take_while(|name| *name == "super").count();
            at[..at.len().checked_sub(up)?.max(1)].to_vec()
        }
        _ => return None,
    };
    for name in path {
        if matches!(name.as_str(), "crate" | "self" | "super") {
            continue;
        }
        to.push(name.clone());
        if !files.contains_key(&to) {
            to.pop();
            break;
        }
    }
    files.get_key_value(&to).map(|(module, _)| module)
}

/// The groups in which every file leads to every other (Tarjan 1972), without groups of one file.
fn circles<'f>(arrows: &BTreeMap<&'f Module, BTreeSet<&'f Module>>) -> Vec<BTreeSet<&'f Module>> {
    let mut search = Search {
        arrows,
        seen: BTreeMap::new(),
        open: Vec::new(),
        found: Vec::new(),
    };
    for from in arrows.keys() {
        if !search.seen.contains_key(from) {
            search.visit(from);
        }
    }
    search.found
}

struct Search<'f, 's> {
    arrows: &'s BTreeMap<&'f Module, BTreeSet<&'f Module>>,
    /// For each module its number, and the lowest open number that it leads to.
    seen: BTreeMap<&'f Module, (usize, usize)>,
    open: Vec<&'f Module>,
    found: Vec<BTreeSet<&'f Module>>,
}

impl<'f> Search<'f, '_> {
    fn visit(&mut self, at: &'f Module) -> usize {
        let number = self.seen.len();
        self.seen.insert(at, (number, number));
        self.open.push(at);
        let mut low = number;
        for to in &self.arrows[at] {
            match self.seen.get(to) {
                None => low = low.min(self.visit(to)),
                Some(&(other, _)) if self.open.contains(to) => low = low.min(other),
                Some(_) => {}
            }
        }
        self.seen.insert(at, (number, low));
        if low == number {
            let place = self.open.iter().position(|module| *module == at);
            let circle: BTreeSet<_> = self.open.drain(place.unwrap_or(0)..).collect();
            if circle.len() > 1 {
                self.found.push(circle);
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<Source> = files
            .iter()
            .map(|(name, text)| Source {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        faults(&sources)
    }

    #[test]
    fn a_circle_between_files_is_a_fault() {
        let files = [
            ("engine/src/lib.rs", "mod a;\nmod b;\nmod c;"),
            ("engine/src/a.rs", "use super::{b::B, c};"),
            ("engine/src/b.rs", "fn b() { crate::c::c() }"),
            ("engine/src/c.rs", "// use super::a;\nfn c() {}"),
        ];
        assert!(found(&files).is_empty());
        let mut turned = files;
        turned[3].1 = "use std::fmt;\nuse crate::a::{self as first, A};";
        assert_eq!(
            found(&turned),
            [
                "engine/src/a.rs, engine/src/b.rs, engine/src/c.rs use one another in a circle; move what both need to a \
                 file of its own"
            ]
        );
    }

    #[test]
    fn a_module_and_what_is_in_it_are_one_and_tests_are_left_out() {
        let files = [
            ("src/view/mod.rs", "pub use inner::Inner;\nmod inner;"),
            (
                "src/view/inner.rs",
                "use super::outer;\n#[cfg(test)]\nmod tests {\n    use super::super::other;\n}",
            ),
            ("src/view/other.rs", "use super::inner::Inner;"),
            ("src/view/tests.rs", "use super::other;"),
        ];
        assert!(found(&files).is_empty());
    }

    #[test]
    fn the_site_s_layers_look_one_way() {
        let files = [
            (
                "src/ui/page.rs",
                "use crate::view::rows;\nuse crate::state::State;",
            ),
            ("src/view/rows.rs", "use crate::state::State;"),
            ("src/state/mod.rs", ""),
            ("src/view/mod.rs", "mod rows;"),
            ("engine/src/view/mod.rs", "use crate::ui::x;"),
            ("engine/src/ui/x.rs", ""),
        ];
        assert!(found(&files).is_empty());
        let mut upward = files;
        upward[2].1 = "fn rows() { crate::view::rows::all() }";
        upward[1].1 = "";
        assert_eq!(
            found(&upward),
            ["src/state/mod.rs uses src/view/rows.rs: `state` knows nothing of `view`"]
        );
    }
}
