//! Finds furniture in the body. The front matter names it by quoting it, so that a person can write and check it.
//! This module turns a quotation into a range of the body, or into an error that says exactly why that fails.

use std::ops::Range;

/// The reason why a quotation names no place in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Miss {
    /// The body does not have it.
    Absent,
    /// The body has it with other quotation marks, dashes, spaces or line ends: in this form.
    Otherwise(String),
    /// The body has it this many times, and no occurrence was named.
    Ambiguous(usize),
    /// The body has it only this many times, fewer than the occurrence named.
    TooFew(usize),
}

/// The range of the body, in bytes, that `quote` names: its one occurrence, or the
/// `occurrence`-th (from 1; occurrences do not overlap).
pub fn locate(body: &str, quote: &str, occurrence: Option<usize>) -> Result<Range<usize>, Miss> {
    let mut found = body
        .match_indices(quote)
        .map(|(start, found)| start..start + found.len());
    let Some(nth) = occurrence else {
        return match (found.next(), found.count()) {
            (None, _) => Err(absent(body, quote)),
            (Some(range), 0) => Ok(range),
            (Some(_), more) => Err(Miss::Ambiguous(more + 1)),
        };
    };
    let mut count = 0;
    for range in found {
        count += 1;
        if count == nth {
            return Ok(range);
        }
    }
    Err(if count == 0 {
        absent(body, quote)
    } else {
        Miss::TooFew(count)
    })
}

fn absent(body: &str, quote: &str) -> Miss {
    match find_loosely(body, quote).into_iter().next() {
        Some(range) => Miss::Otherwise(body.get(range).unwrap_or_default().to_owned()),
        None => Miss::Absent,
    }
}

/// Every place, in bytes of `body`, where `needle` occurs if the forms of quotation marks, dashes and white
/// space are ignored. The places do not overlap. An empty needle has none.
pub fn find_loosely(body: &str, needle: &str) -> Vec<Range<usize>> {
    let (body_plain, places) = plain(body);
    let (needle, _) = plain(needle.trim());
    if needle.is_empty() {
        return Vec::new();
    }
    body_plain
        .match_indices(&needle)
        .filter_map(|(at, found)| Some(*places.get(at)?..*places.get(at + found.len())?))
        .collect()
}

/// The text with typography levelled, and for each byte of it (and its end) the byte of the
/// original where that character began.
fn plain(text: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut spaced = false;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if !spaced {
                out.push(' ');
                places.push(at);
            }
            spaced = true;
            continue;
        }
        spaced = false;
        let c = match c {
            '‘' | '’' | '‚' | '‛' | '′' | '`' => '\'',
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
            other => other,
        };
        out.push(c);
        places.resize(out.len(), at);
    }
    places.push(text.len());
    (out, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BODY: &str = "Home News Rain falls\n\nRain falls\n\nRain – at last – fell on ‘Monday’.";

    #[test]
    fn one_occurrence_needs_no_number() {
        assert_eq!(locate(BODY, "Home News Rain falls", None), Ok(0..20));
        assert_eq!(locate(BODY, "Rain falls", Some(2)), Ok(22..32));
    }

    #[test]
    fn misses_say_why() {
        assert_eq!(locate(BODY, "Rain falls", None), Err(Miss::Ambiguous(2)));
        assert_eq!(locate(BODY, "Rain falls", Some(3)), Err(Miss::TooFew(2)));
        assert_eq!(locate(BODY, "Snow falls", None), Err(Miss::Absent));
        assert_eq!(locate(BODY, "Snow falls", Some(1)), Err(Miss::Absent));
        assert_eq!(
            locate(BODY, "Rain - at  last", None),
            Err(Miss::Otherwise("Rain – at last".into()))
        );
    }

    #[test]
    fn loosely_ignores_typography_and_nothing_else() {
        assert_eq!(find_loosely("a ‘b’\u{a0}c", "'b' c"), vec![2..12]);
        assert_eq!(
            find_loosely("say “no”, say \"no\"", "\"no\""),
            vec![4..12, 18..22]
        );
        assert!(find_loosely("a b", "A B").is_empty());
        assert!(find_loosely("a b", " ").is_empty());
    }

    proptest! {
        #[test]
        fn any_slice_is_found_and_ranges_fit(body in ".{0,60}", a in 0usize..60, b in 0usize..60) {
            let cuts: Vec<usize> = body.char_indices().map(|(i, _)| i).chain([body.len()]).collect();
            let (a, b) = (cuts[a % cuts.len()], cuts[b % cuts.len()]);
            let quote = &body[a.min(b)..a.max(b)];
            for range in find_loosely(&body, quote) {
                prop_assert!(body.get(range).is_some());
            }
            if !quote.is_empty() {
                let found = locate(&body, quote, Some(1)).expect("a slice is in its text");
                prop_assert_eq!(&body[found], quote);
            }
        }
    }
}
