//! Changes visual order into logical order. A PDF draws Arabic and Hebrew at their positions, so their letters come from
//! left to right. This module reverses what the bidirectional algorithm (UAX 9) does for display. It works on runs, without
//! levels below the second, which is enough for newspapers.

/// The direction of a piece of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Right,
    Left,
    /// Digits, which always run to the right.
    Figure,
    Neutral,
}

/// Letters of scripts that are written from right to left.
pub(crate) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{65f}' | '\u{66a}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && !matches!(c, '\u{60c}' | '\u{66a}'..='\u{66c}')
}

fn way(text: &str) -> Way {
    for c in text.chars() {
        if is_rtl(c) {
            return Way::Left;
        }
        if c.is_numeric() || matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}') {
            return Way::Figure;
        }
        if c.is_alphabetic() {
            return Way::Right;
        }
    }
    Way::Neutral
}

/// Puts pieces, given from left to right, into the order in which they are read. Also returns whether the line runs to the left.
pub(crate) fn logical(pieces: Vec<String>) -> (String, bool) {
    let ways: Vec<Way> = pieces.iter().map(|piece| way(piece)).collect();
    let count = |sought: Way| ways.iter().filter(|&&way| way == sought).count();
    let rtl = count(Way::Left) > count(Way::Right);
    let mut pieces: Vec<(String, Way)> = pieces.into_iter().zip(ways).collect();
    if rtl {
        pieces.reverse();
        turn(
            &mut pieces,
            |way| matches!(way, Way::Right | Way::Figure),
            false,
        );
    } else {
        turn(&mut pieces, |way| way == Way::Left, true);
    }
    (pieces.into_iter().map(|(piece, _)| piece).collect(), rtl)
}

/// Reverses every run that starts and ends with such a piece and has only neutral pieces in between. A number inside a
/// run to the left does not end the run and keeps its own order.
fn turn(pieces: &mut [(String, Way)], of: fn(Way) -> bool, left: bool) {
    let mut at = 0;
    while at < pieces.len() {
        if !of(pieces[at].1) {
            at += 1;
            continue;
        }
        let (start, mut end) = (at, at);
        while at < pieces.len() && (of(pieces[at].1) || goes_on(pieces, at, left)) {
            if of(pieces[at].1) {
                end = at;
            }
            at += 1;
        }
        pieces[start..=end].reverse();
        if left {
            turn(&mut pieces[start..=end], |way| way == Way::Figure, false);
        }
        at = end + 1;
    }
}

/// Whether a neutral piece may be inside a run. Around digits, only the signs in numbers and times may be.
fn goes_on(pieces: &[(String, Way)], at: usize, left: bool) -> bool {
    match pieces[at].1 {
        Way::Neutral => {
            let beside_figures = at > 0
                && pieces[at - 1].1 == Way::Figure
                && pieces.get(at + 1).is_some_and(|next| next.1 == Way::Figure);
            let word = pieces.get(at + 1).is_some_and(|next| next.1 == Way::Right)
                || (at > 0 && pieces[at - 1].1 == Way::Right);
            left || word
                || (beside_figures && matches!(pieces[at].0.as_str(), ":" | "." | "," | "/" | "-"))
        }
        Way::Figure => left,
        Way::Right | Way::Left => false,
    }
}

#[cfg(test)]
mod tests {
    use super::logical;

    /// Reads a line as a page shows it. Capitals represent letters that run to the left.
    fn read(shown: &str) -> (String, bool) {
        let hebrew = |c: char| match c {
            'A'..='Z' => char::from_u32(0x5d0 + (c as u32 - 'A' as u32)).unwrap_or(c),
            _ => c,
        };
        let (text, rtl) = logical(shown.chars().map(|c| hebrew(c).to_string()).collect());
        let latin = |c: char| match c {
            '\u{5d0}'..='\u{5ea}' => char::from_u32('A' as u32 + (c as u32 - 0x5d0)).unwrap_or(c),
            _ => c,
        };
        (text.chars().map(latin).collect(), rtl)
    }

    #[test]
    fn what_is_shown_is_read_in_its_own_order() {
        for (shown, text, rtl) in [
            (".FED CBA", "ABC DEF.", true),
            ("he said CBA to us", "he said ABC to us", false),
            ("he said FED CBA.", "he said ABC DEF.", false),
            ("FED 07:30 CBA", "ABC 07:30 DEF", true),
            ("FED saw it CBA", "ABC saw it DEF", true),
            ("upon FED 25 CBA someday", "upon ABC 25 DEF someday", false),
        ] {
            assert_eq!(read(shown), (text.to_owned(), rtl), "{shown}");
        }
    }
}
