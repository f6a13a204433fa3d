//! Runs the binary as a person or a script would, in a folder of its own.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

pub const MORNING: &str = "+++
[title]
value = \"Council votes for the bridge\"
basis = \"stated in the text\"
[publisher]
value = \"The Morning Mail\"
basis = \"known\"
[language]
value = \"en\"
basis = \"known\"
[[furniture]]
quote = \"A caption that nobody counts\"
kind = \"caption\"
+++
Council votes for the bridge

The city council voted on Tuesday to rebuild the old bridge over the river Tarn. “We shall not wait another winter,” said mayor Ines Marten. The work will cost four million crowns and take two years.

A caption that nobody counts

Fishermen fear for the salmon.";

pub const EVENING: &str = "The work will cost four million crowns and take two years. \
On Tuesday the council of the city voted to rebuild its old bridge across the river Tarn. \
Shops along the quay closed early – nobody said why.";

/// A folder for one test, with files in it.
pub struct Folder(PathBuf);

/// What a run gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A fresh folder with `morning.md`, an article file, and `evening.txt`, a plain text.
    pub fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        let folder = Folder(path);
        folder.write("morning.md", MORNING);
        folder.write("evening.txt", EVENING);
        folder
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.fed(args, "")
    }

    /// Runs with that on standard input.
    pub fn fed(&self, args: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_crossread"))
            .args(args)
            .current_dir(&self.0)
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // Where the program reads no input it may be gone already.
        let _ = child
            .stdin
            .take()
            .expect("a pipe")
            .write_all(input.as_ref());
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}
