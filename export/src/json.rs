//! Writes a report as JSON and reads it back. Reading checks everything that the format promises, so all
//! later code can rely on it.

use std::fmt;
use std::io;

use crossread_wording::words::decimal;
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use crate::make::name_sources;
use crate::report::{Report, VERSION};
use crate::sound;

/// The report as JSON: the outer levels are indented for people, each sentence and each match's diff is on
/// one line, and a line end comes last.
pub fn json(report: &Report) -> String {
    written(report, 3)
}

/// JSON with line breaks in the outer `levels` of nesting and none inside, with a line end.
pub(crate) fn written(value: &impl Serialize, levels: usize) -> String {
    let mut out = Vec::new();
    let formatter = Lines {
        levels,
        depth: 0,
        empty: true,
    };
    // Plain data under string keys, into memory: writing it cannot fail.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut out, formatter));
    out.push(b'\n');
    String::from_utf8(out).unwrap_or_default()
}

/// Breaks lines in the outer levels only: a range of two numbers on four lines would be hard to read.
struct Lines {
    levels: usize,
    depth: usize,
    empty: bool,
}

impl Lines {
    fn begin(&mut self, w: &mut (impl io::Write + ?Sized), sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.empty = true;
        w.write_all(sign)
    }

    fn item(&mut self, w: &mut (impl io::Write + ?Sized), first: bool) -> io::Result<()> {
        if !first {
            w.write_all(b",")?;
        }
        if self.depth <= self.levels {
            self.line(w)?;
        } else if !first {
            w.write_all(b" ")?;
        }
        Ok(())
    }

    fn end(&mut self, w: &mut (impl io::Write + ?Sized), sign: &[u8]) -> io::Result<()> {
        let broken = self.depth <= self.levels && !self.empty;
        self.depth = self.depth.saturating_sub(1);
        if broken {
            self.line(w)?;
        }
        self.empty = false;
        w.write_all(sign)
    }

    fn line(&self, w: &mut (impl io::Write + ?Sized)) -> io::Result<()> {
        w.write_all(b"\n")?;
        for _ in 0..self.depth {
            w.write_all(b"  ")?;
        }
        Ok(())
    }
}

impl Formatter for Lines {
    /// Four decimals at most, as the format says. Code for the shortest form of any number would add 10 KB to the program.
    fn write_f64<W: io::Write + ?Sized>(&mut self, w: &mut W, value: f64) -> io::Result<()> {
        let shortest = shortest(value);
        w.write_all(shortest.as_bytes())?;
        match shortest.contains('.') {
            true => Ok(()),
            false => w.write_all(b".0"),
        }
    }

    fn begin_array<W: io::Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        self.begin(w, b"[")
    }

    fn begin_array_value<W: io::Write + ?Sized>(
        &mut self,
        w: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.item(w, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.empty = false;
        Ok(())
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        self.end(w, b"]")
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        self.begin(w, b"{")
    }

    fn begin_object_key<W: io::Write + ?Sized>(
        &mut self,
        w: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.item(w, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        w.write_all(b": ")
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.empty = false;
        Ok(())
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, w: &mut W) -> io::Result<()> {
        self.end(w, b"}")
    }
}

/// The number with four decimals at most and no zero at its end: "0.6312", "0.5", "1".
pub(crate) fn shortest(value: f64) -> String {
    let digits = decimal(value, 4);
    digits
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// The reason why a text cannot be read as a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// It is not JSON, or a part of it has another shape: what the parser says, with line and
    /// column.
    Shape(String),
    /// It is JSON without the key `crossread`.
    NotAReport,
    /// It was written in another version of the format.
    Version(u64),
    /// It contradicts itself: where, and how.
    Unsound(String),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FormatError::Shape(what) => write!(f, "this is not a Crossread report: {what}"),
            FormatError::NotAReport => {
                f.write_str("this is not a Crossread report: it has no number under `crossread`")
            }
            FormatError::Version(version) => write!(
                f,
                "this report is of version {version} of the format, and only version {VERSION} is understood"
            ),
            FormatError::Unsound(what) => write!(f, "this report contradicts itself: {what}"),
        }
    }
}

impl std::error::Error for FormatError {}

/// Reads a report. Unknown keys are ignored, so reports with small additions to the format can still be
/// read.
pub fn from_json(text: &str) -> Result<Report, FormatError> {
    let shape = |error: serde_json::Error| FormatError::Shape(error.to_string());
    let value: Value = serde_json::from_str(text).map_err(shape)?;
    match value.get("crossread").and_then(Value::as_u64) {
        None => return Err(FormatError::NotAReport),
        Some(version) if version != u64::from(VERSION) => {
            return Err(FormatError::Version(version));
        }
        Some(_) => {}
    }
    let mut report: Report = serde_json::from_str(text).map_err(shape)?;
    sound::check(&report).map_err(FormatError::Unsound)?;
    if report.a.name.is_empty() || report.b.name.is_empty() {
        name_sources(&mut report);
    }
    Ok(report)
}
