//! Lower case without Unicode's case tables, which would be larger than all the code that uses them: the page's program reads
//! the lines above a pasted text and compares their words in lower case. Latin, Greek and Cyrillic letters are converted by
//! their position in their Unicode blocks; all others stay.

/// The text in lower case.
pub(crate) fn lower(text: &str) -> String {
    text.chars().map(small).collect()
}

/// The lower-case letter of a capital.
pub(crate) fn small(letter: char) -> char {
    let by = |distance: u32| char::from_u32(u32::from(letter) + distance).unwrap_or(letter);
    let is_even = u32::from(letter).is_multiple_of(2);
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => by(32),
        'Ѐ'..='Џ' => by(80),
        // Here a capital comes right before its lower-case letter.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' if is_even && letter != 'İ' => by(1),
        'Ĺ'..='ň' | 'Ź'..='ž' if !is_even => by(1),
        'Ÿ' => 'ÿ',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::{lower, small};

    #[test]
    fn letters_of_alphabets_with_case_are_made_small() {
        for text in [
            "MÄRZ",
            "AOÛT",
            "ŞUBAT",
            "PAŹDZIERNIK",
            "ČERVEN",
            "ŘÍJEN",
            "МАЙ",
            "ІЮЛЬ",
            "ЂУРЂЕВДАН",
            "ΜΑΪΟ",
            "Žmogus",
            "ŸÆØÅĲ",
            "ŁÓDŹ",
            "年月日",
            "ß × ÷ ı",
        ] {
            assert_eq!(lower(text), text.to_lowercase(), "{text}");
        }
    }

    #[test]
    fn what_it_makes_small_is_what_unicode_makes_small() {
        for letter in (0_u32..0x2000).filter_map(char::from_u32) {
            let made = small(letter);
            let is_its = made == letter || letter.to_lowercase().eq([made]);
            assert!(is_its, "{letter} became {made}");
        }
    }
}
