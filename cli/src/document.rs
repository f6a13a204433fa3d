//! A document for other programs, on standard output. In a file or a pipe it is unchanged; in a terminal, control
//! characters in its texts are replaced.

use std::io::{self, IsTerminal, Write};

use crossread_library::shown::Shown;
use serde::Serialize;

/// Writes it.
pub(crate) fn put(document: &str) -> io::Result<()> {
    let out = io::stdout().lock();
    let is_terminal = out.is_terminal();
    write(out, document, is_terminal)
}

/// Writes a value as JSON that people can read too.
pub(crate) fn put_json(value: &impl Serialize) -> io::Result<()> {
    let mut json = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    json.push('\n');
    put(&json)
}

fn write(mut out: impl Write, document: &str, is_terminal: bool) -> io::Result<()> {
    if is_terminal {
        for line in document.split_inclusive('\n') {
            let text = line.strip_suffix('\n').unwrap_or(line);
            let text = text.strip_suffix('\r').unwrap_or(text);
            let end = line.get(text.len()..).unwrap_or_default();
            write!(out, "{}{end}", Shown(text))?;
        }
    } else {
        out.write_all(document.as_bytes())?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::write;

    fn written(document: &str, is_terminal: bool) -> String {
        let mut out = Vec::new();
        write(&mut out, document, is_terminal).expect("written");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_document_drives_no_terminal_and_is_untouched_elsewhere() {
        let csv = "a,b\r\n\"\u{1b}]0;title\u{7}\",rain\rsnow\n";
        assert_eq!(written(csv, false), csv);
        assert_eq!(
            written(csv, true),
            "a,b\r\n\"\\u{1b}]0;title\\u{7}\",rain\\u{d}snow\n"
        );
        assert_eq!(written("no end", true), "no end");
    }
}
