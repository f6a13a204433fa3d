//! The rows of a long run: on standard output, or in a file, so that an interrupted run can continue.
//!
//! The unfinished rows are beside the file, under a name with a digest of the request: the articles' texts and the
//! options. Another request has another name, so a run can only continue its own rows. The order of the rows is known
//! before the first is made. Existing rows are compared with it, one by one, and a row that does not fit, such as one
//! that was cut off, is made again. When all rows are written, the file is renamed in one step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crossread_library::{Problem, files};

use crate::failure::Failure;

/// A file that rows are written into.
#[derive(Debug)]
pub(crate) struct Unfinished {
    file: File,
    at: PathBuf,
    to: PathBuf,
    /// How many rows were there already.
    pub(crate) rows: usize,
}

impl Unfinished {
    /// Opens the unfinished rows of `to`, or begins them with `head`. `start` says how row `n` begins, up to its
    /// numbers; `None` if there is no such row.
    pub(crate) fn open(
        to: &Path,
        digest: u64,
        head: &str,
        start: impl Fn(usize) -> Option<String>,
    ) -> Result<Unfinished, Failure> {
        let at = beside(to, digest);
        let mut options = OpenOptions::new();
        let mut file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&at)?;
        if file.try_lock().is_err() {
            return Err(Failure::Input(vec![Problem::new(
                &files::label(&at),
                0,
                "another run is writing it now",
                "wait until it has ended, or end it",
            )]));
        }
        let mut whole = 0;
        let mut rows = 0;
        let mut reader = BufReader::new(&file);
        if fits(&mut reader, head)? {
            whole = head.len() as u64;
            while let Some(start) = start(rows) {
                let Some(length) = row(&mut reader, &start)? else {
                    break;
                };
                whole += length;
                rows += 1;
            }
        }
        drop(reader);
        file.set_len(whole)?;
        file.seek(SeekFrom::Start(whole))?;
        if whole == 0 {
            file.write_all(head.as_bytes())?;
        }
        Ok(Unfinished {
            file,
            at,
            to: to.to_owned(),
            rows,
        })
    }

    /// Adds rows.
    pub(crate) fn add(&mut self, rows: &str) -> io::Result<()> {
        self.file.write_all(rows.as_bytes())
    }

    /// Called when all rows are there: renames the file.
    pub(crate) fn finish(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.at, &self.to)
    }
}

/// The path of the unfinished file.
pub(crate) fn beside(to: &Path, digest: u64) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{digest:016x}.part"));
    to.with_file_name(name)
}

/// Writes a file completely or not at all.
pub(crate) fn whole(
    to: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let at = beside(to, u64::from(std::process::id()));
    let written = (|| {
        let mut out = io::BufWriter::new(File::create(&at)?);
        write(&mut out)?;
        out.into_inner().map_err(io::Error::from)?.sync_all()?;
        fs::rename(&at, to)
    })();
    if written.is_err() {
        // It would only take up space, and a full disk may be why this failed.
        let _ = fs::remove_file(&at);
    }
    written
}

/// Whether what comes next is `wanted`.
fn fits(reader: &mut impl Read, wanted: &str) -> io::Result<bool> {
    let mut found = Vec::new();
    reader.take(wanted.len() as u64).read_to_end(&mut found)?;
    Ok(found == wanted.as_bytes())
}

/// The length of the next row, if it begins with `start` and is whole.
fn row(reader: &mut impl BufRead, start: &str) -> io::Result<Option<u64>> {
    if !fits(reader, start)? {
        return Ok(None);
    }
    let mut rest = Vec::new();
    reader.read_until(b'\n', &mut rest)?;
    let is_whole = rest.last() == Some(&b'\n') && rest.iter().all(u8::is_ascii);
    Ok(is_whole.then_some((start.len() + rest.len()) as u64))
}

/// A share in percent, rounded.
pub(crate) fn percent(share: f64) -> u32 {
    (share * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let at = std::env::temp_dir().join(format!("crossread-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&at);
        fs::create_dir_all(&at).expect("a folder");
        at
    }

    fn start(row: usize) -> Option<String> {
        (row < 4).then(|| format!("{row},"))
    }

    /// Cut at any byte, with or without other bytes after it, the run produces the same file.
    #[test]
    fn whatever_is_left_of_it_it_ends_the_same() {
        let folder = folder("cut");
        let to = folder.join("out.csv");
        let all = "n,double\r\n0,0\r\n1,2\r\n2,4\r\n3,6\r\n";
        for cut in 0..=all.len() {
            for junk in ["", "\0\0\0"] {
                let left = [&all[..cut], junk].concat();
                fs::write(beside(&to, 7), &left).expect("written");
                let mut out = Unfinished::open(&to, 7, "n,double\r\n", start).expect("opened");
                let whole = left.matches('\n').count();
                assert!(out.rows <= whole, "{left:?}");
                for row in out.rows..4 {
                    out.add(&format!("{row},{}\r\n", 2 * row)).expect("added");
                }
                out.finish().expect("finished");
                assert_eq!(fs::read_to_string(&to).expect("a file"), all, "{left:?}");
                assert!(!beside(&to, 7).exists());
            }
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn two_runs_do_not_write_one_file() {
        let folder = folder("two");
        let to = folder.join("out.csv");
        let first = Unfinished::open(&to, 1, "n\n", start).expect("opened");
        let second = Unfinished::open(&to, 1, "n\n", start).expect_err("refused");
        assert!(second.to_string().contains("another run is writing it now"));
        let other = Unfinished::open(&to, 2, "n\n", start);
        assert!(other.is_ok());
        drop(first);
        assert!(Unfinished::open(&to, 1, "n\n", start).is_ok());
        fs::remove_dir_all(folder).expect("removed");
    }
}
