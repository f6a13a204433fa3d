//! What the build works out about each two of the shipped articles, as files of the site: a link to such a pair is shown
//! without the program that compares (`worker/src/shipped.rs`).
//!
//! They lie in a folder whose name holds their content, so that one address in boot.js names them all and an old page
//! never meets a new answer.

use crate::styles::hash;
use crossread_library::Article;
use crossread_worker::shipped;
use std::fs;
use std::path::Path;

/// What the folder's name begins with.
pub const FOLDER: &str = "answers-";

/// Writes the answers; gives the attributes by which boot.js finds them: the folder, and the articles' ids.
///
/// # Errors
/// In words, where a file cannot be written.
pub fn put(staging: &Path, articles: &[Article]) -> Result<String, String> {
    let answers = shipped::answers(articles);
    let all: Vec<u8> = answers.iter().flat_map(|one| one.file.clone()).collect();
    let name = format!("{FOLDER}{:016x}", hash(&all));
    let folder = staging.join(&name);
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(problem)?;
    for one in &answers {
        let file = folder.join(format!("{}.{}.bin", one.a, one.b));
        fs::write(file, &one.file).map_err(problem)?;
    }
    let ids: Vec<&str> = articles.iter().map(|article| &*article.id).collect();
    Ok(format!(
        " data-answers=\"./{name}/\" data-shipped=\"{}\"",
        ids.join(" ")
    ))
}
