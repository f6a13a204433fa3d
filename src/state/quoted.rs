//! How a notice quotes what stands in an address.

use crossread_collection::titles::turns;

/// What was typed, in quotation marks: at most 40 characters, and none that turn or break the line.
pub fn quoted(typed: &str) -> String {
    const LONGEST: usize = 40;
    let turns = |c: char| turns(c) || matches!(c, '\u{200e}' | '\u{200f}');
    let mut straight = typed
        .chars()
        .filter(|&c| !turns(c))
        .map(|c| if c.is_control() { ' ' } else { c });
    let mut shown: String = straight.by_ref().take(LONGEST).collect();
    if straight.next().is_some() {
        shown.push('…');
    }
    format!("‘{shown}’")
}
