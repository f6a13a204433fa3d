//! The widths of the standard fonts' letters (ISO 32000-1, 9.6.2.2), which a PDF need not state: those that Adobe published.

/// Of the characters from the space to the tilde, in two hundred and fiftieths of the font's size.
type Widths = [u8; 95];

const HELVETICA: Widths = [
    70, 70, 89, 139, 139, 222, 167, 48, 83, 83, 97, 146, 70, 83, 70, 70, 139, 139, 139, 139, 139,
    139, 139, 139, 139, 139, 70, 70, 146, 146, 146, 139, 254, 167, 167, 180, 180, 167, 153, 194,
    180, 70, 125, 167, 139, 208, 180, 194, 167, 194, 180, 167, 153, 180, 167, 236, 167, 167, 153,
    70, 70, 70, 117, 139, 83, 139, 139, 125, 139, 139, 70, 139, 139, 56, 56, 125, 56, 208, 139,
    139, 139, 139, 83, 125, 70, 139, 125, 180, 125, 125, 125, 84, 65, 84, 146,
];

const HELVETICA_BOLD: Widths = [
    70, 83, 118, 139, 139, 222, 180, 60, 83, 83, 97, 146, 70, 83, 70, 70, 139, 139, 139, 139, 139,
    139, 139, 139, 139, 139, 83, 83, 146, 146, 146, 153, 244, 180, 180, 180, 180, 167, 153, 194,
    180, 70, 139, 180, 153, 208, 180, 194, 167, 194, 180, 167, 153, 180, 167, 236, 167, 167, 153,
    83, 70, 83, 146, 139, 83, 139, 153, 139, 153, 139, 83, 153, 153, 70, 70, 139, 70, 222, 153,
    153, 153, 153, 97, 139, 83, 153, 139, 194, 139, 139, 125, 97, 70, 97, 146,
];

const TIMES_ROMAN: Widths = [
    62, 83, 102, 125, 125, 208, 194, 45, 83, 83, 125, 141, 62, 83, 62, 70, 125, 125, 125, 125, 125,
    125, 125, 125, 125, 125, 70, 70, 141, 141, 141, 111, 230, 180, 167, 167, 180, 153, 139, 180,
    180, 83, 97, 180, 153, 222, 180, 180, 139, 180, 167, 139, 153, 180, 180, 236, 180, 180, 153,
    83, 70, 83, 117, 125, 83, 111, 125, 111, 125, 111, 83, 125, 125, 70, 70, 125, 70, 194, 125,
    125, 125, 125, 83, 97, 70, 125, 125, 180, 125, 125, 111, 120, 50, 120, 135,
];

const TIMES_BOLD: Widths = [
    62, 83, 139, 125, 125, 250, 208, 70, 83, 83, 125, 142, 62, 83, 62, 70, 125, 125, 125, 125, 125,
    125, 125, 125, 125, 125, 83, 83, 142, 142, 142, 125, 232, 180, 167, 180, 180, 167, 153, 194,
    194, 97, 125, 194, 167, 236, 180, 194, 153, 194, 180, 139, 167, 180, 180, 250, 180, 180, 167,
    83, 70, 83, 145, 125, 83, 125, 139, 111, 139, 111, 83, 125, 139, 70, 83, 139, 70, 208, 139,
    125, 139, 139, 111, 97, 83, 139, 125, 180, 125, 125, 111, 98, 55, 98, 130,
];

const TIMES_ITALIC: Widths = [
    62, 83, 105, 125, 125, 208, 194, 54, 83, 83, 125, 169, 62, 83, 62, 70, 125, 125, 125, 125, 125,
    125, 125, 125, 125, 125, 83, 83, 169, 169, 169, 125, 230, 153, 153, 167, 180, 153, 153, 180,
    180, 83, 111, 167, 139, 208, 167, 180, 153, 180, 153, 125, 139, 180, 153, 208, 153, 139, 139,
    97, 70, 97, 106, 125, 83, 125, 125, 111, 125, 111, 70, 125, 125, 70, 70, 111, 70, 180, 125,
    125, 125, 125, 97, 97, 70, 125, 111, 167, 111, 111, 97, 100, 69, 100, 135,
];

/// The width of a letter in a font of this name, in parts of its size.
pub(crate) fn width(font: &str, letter: Option<char>) -> f64 {
    let has = |word: &str| font.contains(word);
    if has("Courier") {
        return 0.6;
    }
    let bold = has("Bold");
    let widths = match (has("Times"), bold, has("Italic")) {
        (true, true, _) => &TIMES_BOLD,
        (true, false, true) => &TIMES_ITALIC,
        (true, false, false) => &TIMES_ROMAN,
        (false, true, _) => &HELVETICA_BOLD,
        (false, false, _) => &HELVETICA,
    };
    let at = |c: char| widths.get((c as usize).checked_sub(32)?).copied();
    // Letters with accents are as wide as most.
    letter
        .and_then(at)
        .map_or(0.53, |width| f64::from(width) / 250.0)
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn the_standard_fonts_have_their_own_widths() {
        for (font, letter, is) in [
            ("Helvetica", 'm', 0.833),
            ("ABCDEF+Times-Roman", 'm', 0.778),
            ("TimesNewRomanPS-BoldMT", 'a', 0.5),
            ("Times-Italic", 'a', 0.5),
            ("Times-Roman", 'i', 0.278),
            ("Courier-Bold", 'i', 0.6),
        ] {
            let found = width(font, Some(letter));
            assert!((found - is).abs() < 0.003, "{font} {letter}: {found}");
        }
        assert!(width("Times-Roman", Some('\u{1}')) > 0.0);
        assert!(width("Times-Roman", None) > 0.0);
    }
}
