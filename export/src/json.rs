//! A report to JSON and back. Reading back checks all that the format promises, so that everything
//! after it can rely on it.

use std::fmt;

use serde_json::Value;

use crate::report::{Report, VERSION};
use crate::sound;

/// The report as JSON, indented, with a line end at its end.
pub fn json(report: &Report) -> String {
    // A report is plain data under string keys: writing it cannot fail.
    let mut out = serde_json::to_string_pretty(report).unwrap_or_default();
    out.push('\n');
    out
}

/// Why a text is no report that can be read.
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

/// Reads a report. Keys that this version does not know are ignored, so that a later minor
/// addition to the format does no harm.
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
    let report: Report = serde_json::from_str(text).map_err(shape)?;
    sound::check(&report).map_err(FormatError::Unsound)?;
    Ok(report)
}
