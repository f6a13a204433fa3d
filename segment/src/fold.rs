//! Two words are the same word when they differ only in case, typography or Unicode form. This is
//! the one place that says so: everything that compares words compares their folded form.

/// Brings a word to Unicode normalization form KC (UAX #15).
pub type Nfkc<'f> = &'f dyn Fn(&str) -> String;

/// [`Nfkc`] by tables of our own; in a browser `String.prototype.normalize` does the same and costs
/// no download.
#[cfg(feature = "normalization")]
pub fn nfkc(word: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkc(word).collect()
}

/// The folded form of a word: normalization form KC, lower case, typographic apostrophes
/// straightened, invisible characters dropped, final sigma as sigma.
pub fn fold(word: &str, nfkc: Nfkc<'_>) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower: String = nfkc(word)
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(plain)
        .collect();
    // Lower-casing can leave a form that is no longer composed (İ becomes i and a dot above).
    nfkc(&lower)
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

#[cfg(all(test, feature = "normalization"))]
mod tests {
    use super::{fold as fold_with, nfkc};

    fn fold(word: &str) -> String {
        fold_with(word, &nfkc)
    }

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
