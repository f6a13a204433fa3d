//! Computes the answer for every pair of shipped articles at build time, and writes it as a file of the site. A link to
//! such a pair is then shown without the program that compares (`worker/src/shipped.rs`).
//!
//! The files are in a folder whose name contains a hash of their content. So one address in boot.js finds them all, and an
//! old page never reads a new answer.

use crate::styles::hash;
use crossread_library::Article;
use crossread_worker::shipped;
use std::fs;
use std::path::Path;

/// The beginning of the folder's name.
pub const FOLDER: &str = "answers-";
/// The same of the folder with what stands of two shipped articles before the program arrives.
pub const BEFORE: &str = "before-";

/// Writes the answers. Returns the attributes by which boot.js finds them: the folder and the articles' ids.
///
/// # Errors
/// Returns a message for people if a file cannot be written.
pub fn put(staging: &Path, articles: &[Article]) -> Result<String, String> {
    let answers = shipped::answers(articles);
    let all: Vec<u8> = answers.iter().flat_map(|one| one.file.clone()).collect();
    let name = hashed(FOLDER, &all);
    let folder = staging.join(&name);
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(problem)?;
    for one in &answers {
        let file = folder.join(format!("{}.{}.bin", one.a, one.b));
        fs::write(file, &one.file).map_err(problem)?;
    }
    Ok(format!(
        " data-answers=\"./{name}/\" data-shipped=\"{}\"",
        ids(articles)
    ))
}

/// The name of a folder with that content.
pub fn hashed(beginning: &str, content: &[u8]) -> String {
    format!("{beginning}{:016x}", hash(content))
}

/// The articles' ids, as attributes have them.
pub fn ids(articles: &[Article]) -> String {
    let ids: Vec<&str> = articles.iter().map(|article| &*article.id).collect();
    ids.join(" ")
}
