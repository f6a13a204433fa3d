//! Two words are the same word when they differ only in case, typography or Unicode form. This is
//! the one place that says so: everything that compares words compares their folded form.

use unicode_normalization::{UnicodeNormalization, is_nfkc_quick};

/// The folded form of a word: Unicode normalization form KC (UAX #15), lower case, typographic
/// apostrophes straightened, invisible characters dropped, final sigma as sigma.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower: String = word
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter_map(plain)
        .collect();
    // Lower-casing can leave a form that is no longer composed (İ becomes i and a dot above).
    match is_nfkc_quick(lower.chars()) {
        unicode_normalization::IsNormalized::Yes => lower,
        _ => lower.nfkc().collect(),
    }
}

/// The character as it is compared, or nothing where it is not compared at all.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{FF07}' | '\u{2032}' => Some('\''),
        'ς' => Some('σ'),
        // Soft hyphen, zero-width space and joiners, word joiner, byte order mark, directional marks.
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn typography_and_form_make_no_difference() {
        for (one, other) in [
            ("NATO", "nato"),
            ("Ukraine’s", "Ukraine's"),
            ("caf\u{e9}", "Cafe\u{301}"),
            ("ofﬁce", "office"),
            ("co\u{ad}operate", "cooperate"),
            ("ΟΔΟΣ", "οδος"),
            ("İstanbul", "i\u{307}stanbul"),
            ("Ｎａｔｏ", "nato"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn letters_make_a_difference() {
        assert_ne!(fold("resume"), fold("résumé"));
        assert_ne!(fold("Kiev"), fold("Kyiv"));
    }
}
