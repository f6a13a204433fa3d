//! The only module that opens files. It reads the articles' folder into paths and texts. A file that cannot
//! be read becomes a [`Problem`] like any other fault.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::check::{Report, check};
use crate::problem::Problem;

/// A folder of article files, as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Path and text of every file, in the order of paths.
    pub files: Vec<(String, String)>,
    /// The files and folders that could not be read.
    pub problems: Vec<Problem>,
}

/// The files of a folder, by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Every file, in the order of paths as messages show them.
    pub files: Vec<PathBuf>,
    /// Folders that could not be read.
    pub problems: Vec<Problem>,
}

/// Reads every file in `dir` and its subfolders. Names that begin with a dot are left out, since editors
/// and version control use them.
pub fn read_dir(dir: &Path) -> Folder {
    let listing = list_dir(dir);
    let mut folder = Folder {
        files: Vec::new(),
        problems: listing.problems,
    };
    for path in listing.files {
        match read_file(&path) {
            Ok(text) => folder.files.push((label(&path), text)),
            Err(problem) => folder.problems.push(problem),
        }
    }
    folder.problems.sort();
    folder
}

/// Lists every file in `dir` and its subfolders without reading it. The same names are left out.
pub fn list_dir(dir: &Path) -> Listing {
    let mut listing = Listing::default();
    walk(dir, &mut listing);
    listing.files.sort_by_cached_key(|path| label(path));
    listing.problems.sort();
    listing
}

/// Reads `dir` and checks all of it.
pub fn check_dir(dir: &Path) -> Report {
    let folder = read_dir(dir);
    let mut report = check(&folder.files);
    report.problems.extend(folder.problems);
    report.problems.sort();
    report
}

/// One file's text, or the reason why not: missing, not readable, not UTF-8 (with the line of the first
/// invalid byte).
pub fn read_file(path: &Path) -> Result<String, Problem> {
    let bytes = read_bytes(path)?;
    String::from_utf8(bytes).map_err(|error| not_utf8(&label(path), &error))
}

/// One file's bytes, or the reason why not: missing or not readable.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| unreadable(&label(path), &error))
}

/// The fault of a text that is not UTF-8, with the line of the first invalid byte.
pub fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Problem {
    let good = error.utf8_error().valid_up_to();
    let before = error.as_bytes().get(..good).unwrap_or_default();
    Problem::new(
        name,
        1 + before.iter().filter(|byte| **byte == b'\n').count(),
        "this is not UTF-8 text",
        "save the file as UTF-8",
    )
}

/// The fault of a file or folder of that name that cannot be read.
pub fn unreadable(name: &str, error: &io::Error) -> Problem {
    let (wrong, remedy) = match error.kind() {
        io::ErrorKind::NotFound => (
            "there is no such file or folder".to_owned(),
            "check the path",
        ),
        io::ErrorKind::PermissionDenied => (
            "there is no permission to read it".to_owned(),
            "change its permissions, or run as someone who may read it",
        ),
        _ => (
            format!("it cannot be read: {error}"),
            "check the path, and that it is a file",
        ),
    };
    Problem::new(name, 0, wrong, remedy)
}

fn walk(dir: &Path, listing: &mut Listing) {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            listing.problems.push(unreadable(&label(dir), &error));
            return;
        }
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                listing.problems.push(unreadable(&label(dir), &error));
                continue;
            }
        };
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path: PathBuf = entry.path();
        // Links to folders are not followed, so that a circle of links does no harm.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, listing);
        } else {
            listing.files.push(path);
        }
    }
}

/// A path as messages show it, with `/` on every system.
pub fn label(path: &Path) -> String {
    let name = path.to_string_lossy();
    if cfg!(windows) {
        name.replace('\\', "/")
    } else {
        name.into_owned()
    }
}
