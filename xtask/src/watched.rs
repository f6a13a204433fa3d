//! Checks that `serve` sees every change: Trunk.toml must watch each of the project's crates that the site uses. If one is
//! missing, a developer sees an old build without noticing.

use std::collections::BTreeSet;

/// The crate at which the search begins.
const SITE: &str = "crossread-site";

/// A complaint for each crate of the site whose folder Trunk.toml does not watch. Takes the texts of Trunk.toml, of
/// Cargo.lock, which lists the dependencies, and of Cargo.toml, which says where the project's crates are.
pub fn faults(trunk: &str, lock: &str, manifest: &str) -> Vec<String> {
    let watched = watched(trunk);
    let own = own_crates(lock);
    own.iter()
        .filter(|name| *name != SITE)
        .filter_map(|name| match folder(manifest, name) {
            None => Some(format!(
                "Cargo.toml: `{name}` is not among the workspace's dependencies with its path"
            )),
            Some(folder) => (!watched.contains(&folder.to_owned())
                && !watched.contains(&format!("{folder}/src")))
            .then(|| {
                format!(
                    "Trunk.toml: the site is built of `{name}`, and nobody watches `{folder}/src`; add it to `watch`"
                )
            }),
        })
        .collect()
}

/// The folders and files in the list `watch`.
fn watched(trunk: &str) -> Vec<String> {
    let list = trunk
        .split_once("\nwatch = [")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map_or("", |(list, _)| list);
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The site and the project's crates that it needs, directly or not: in a lockfile, these are the ones without a source.
fn own_crates(lock: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut next = vec![SITE.to_owned()];
    while let Some(name) = next.pop() {
        let title = format!("\nname = \"{name}\"\n");
        let Some((_, rest)) = lock.split_once(&title) else {
            continue;
        };
        let package = rest.split("\n[[package]]").next().unwrap_or_default();
        if package.contains("\nsource = ") || !found.insert(name) {
            continue;
        }
        let needs = package
            .split_once("\ndependencies = [")
            .map_or("", |(_, list)| list);
        // A name, or a name and a version.
        let names = needs.split('"').skip(1).step_by(2);
        next.extend(names.filter_map(|name| Some(name.split(' ').next()?.to_owned())));
    }
    found
}

/// The folder of a crate of the project.
fn folder<'text>(manifest: &'text str, name: &str) -> Option<&'text str> {
    let (_, rest) = manifest.split_once(&format!("\n{name} = {{ path = \""))?;
    Some(rest.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n
[[package]]\nname = \"crossread-engine\"\nversion = \"1\"\ndependencies = [\n \"crossread-words\",\n]\n
[[package]]\nname = \"crossread-site\"\nversion = \"1\"\ndependencies = [\n \"crossread-engine\",\n \"leptos 0.8.1\",\n]\n
[[package]]\nname = \"crossread-words\"\nversion = \"1\"\n
[[package]]\nname = \"leptos\"\nversion = \"0.8.1\"\nsource = \"registry\"\ndependencies = [\n \"xtask\",\n]\n
[[package]]\nname = \"xtask\"\nversion = \"1\"\n";
    const MANIFEST: &str = "\n[workspace.dependencies]\ncrossread-engine = { path = \"engine\" }\n\
        crossread-words = { path = \"words\", default-features = false }\n";

    #[test]
    fn a_crate_of_the_site_that_is_not_watched_is_named() {
        let missing = faults(
            "[watch]\nwatch = [\"src\", \"engine/src\"]\n",
            LOCK,
            MANIFEST,
        );
        assert_eq!(
            missing,
            [
                "Trunk.toml: the site is built of `crossread-words`, and nobody watches `words/src`; add it to `watch`"
            ]
        );
        let all = "[watch]\nwatch = [\n  \"engine\",\n  \"words/src\",\n]\n";
        assert_eq!(faults(all, LOCK, MANIFEST), Vec::<String>::new());
        assert_eq!(faults("", LOCK, MANIFEST).len(), 2);
    }

    #[test]
    fn a_crate_whose_folder_is_unknown_is_named() {
        let all = "[watch]\nwatch = [\"engine/src\", \"words/src\"]\n";
        assert_eq!(
            faults(all, LOCK, &MANIFEST.replace("crossread-words", "words")),
            [
                "Cargo.toml: `crossread-words` is not among the workspace's dependencies with its path"
            ]
        );
    }

    #[test]
    fn the_project_s_own_files_are_read() {
        let lock = include_str!("../../Cargo.lock");
        let own = own_crates(lock);
        for name in ["crossread-engine", "crossread-wording", "crossread-import"] {
            assert!(own.contains(name), "{name}");
        }
        assert!(!own.contains("crossread-cli"));
        let (trunk, manifest) = (
            include_str!("../../Trunk.toml"),
            include_str!("../../Cargo.toml"),
        );
        assert_eq!(faults(trunk, lock, manifest), Vec::<String>::new());
    }
}
