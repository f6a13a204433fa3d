//! A file's article to read in a terminal: what is known about it, what was left out, and its text as it is.

use crossread_library::shown::steers;

use super::{PLAIN, SOFT, STRONG, lines};
use crate::read::Found;

/// The article as text, with ANSI codes; the caller's stream drops these if they are not wanted.
pub(crate) fn article(name: &str, found: &Found<'_>) -> String {
    let mut out = String::new();
    let told = format!("{name}: {}", found.format());
    lines(&mut out, "", &[(&told, STRONG)]);
    for (label, field) in found.fields() {
        let label = format!("{label}: ");
        let basis = format!(" ({})", field.basis);
        lines(
            &mut out,
            "",
            &[(&label, SOFT), (&field.value, PLAIN), (&basis, SOFT)],
        );
    }
    for note in found.notes() {
        lines(&mut out, "", &[(&note, SOFT)]);
    }
    out.push('\n');
    let shown = |c: char| {
        if steers(c) && !matches!(c, '\n' | '\t') {
            '\u{FFFD}'
        } else {
            c
        }
    };
    out.extend(found.text().chars().map(shown));
    out.push('\n');
    out
}
