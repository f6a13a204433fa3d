//! Classes of characters for the segmenter, and functions that step over a text. The standard library
//! knows letters, case and white space. The rest is here, in few ranges, because a full property table
//! would be larger than the whole segmenter.

/// The text from byte `at` on. (These functions are not inlined: that would double the size of the
/// segmenter.)
#[inline(never)]
pub(crate) fn tail(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("")
}

/// The text before byte `at`.
#[inline(never)]
pub(crate) fn head(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or("")
}

/// The character that starts at byte `at`.
#[inline(never)]
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        _ => tail(text, at).chars().next(),
    }
}

/// The character that ends at byte `at`.
#[inline(never)]
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    match at.checked_sub(1).and_then(|last| text.as_bytes().get(last)) {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        _ => head(text, at).chars().next_back(),
    }
}

/// Counts characters up to `reach`. A mark belongs to the letter before it, and so do the vowel and the last consonant of a
/// Hangul syllable: they are not counted, so that a text whose letters are decomposed (NFD) is read as far as one whose letters
/// are composed. No letter is decomposed into more than four.
fn within(reach: usize) -> impl FnMut(&char) -> bool {
    let (mut counted, mut all) = (0, 0);
    move |&c| {
        counted += usize::from(!(is_mark(c) || matches!(c, '\u{1160}'..='\u{11FF}')));
        all += 1;
        counted <= reach && all <= 4 * reach
    }
}

/// The first of the `reach` characters from byte `at` on that `wanted` accepts, and its place. Marks are not counted.
pub(crate) fn find(
    text: &str,
    at: usize,
    reach: usize,
    wanted: fn(char) -> bool,
) -> Option<(usize, char)> {
    let (at, c) = find_or_end(text, at, reach, wanted)?;
    Some((at, c?))
}

/// The same, or the end of the text where no more than `reach` characters come before it.
#[inline(never)]
pub(crate) fn find_or_end(
    text: &str,
    at: usize,
    reach: usize,
    wanted: fn(char) -> bool,
) -> Option<(usize, Option<char>)> {
    let mut at = at;
    for c in tail(text, at).chars().take_while(within(reach)) {
        if wanted(c) {
            return Some((at, Some(c)));
        }
        at += c.len_utf8();
    }
    (at == text.len()).then_some((at, None))
}

/// The last of the `reach` characters before byte `at` that `wanted` accepts. Marks are counted: they come before their letter.
#[inline(never)]
pub(crate) fn find_back(
    text: &str,
    at: usize,
    reach: usize,
    wanted: fn(char) -> bool,
) -> Option<char> {
    head(text, at)
        .chars()
        .rev()
        .take(reach)
        .find(|&c| wanted(c))
}

/// The character before byte `at`, marks and invisible characters left out.
pub(crate) fn before_letter(text: &str, at: usize) -> Option<char> {
    find_back(text, at, 16, |c| !(is_mark(c) || is_format(c)))
}

/// The first byte at or after `at` that is not white space.
#[inline(never)]
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    let mut at = at;
    while let Some(c) = after(text, at).filter(|c| c.is_whitespace()) {
        at += c.len_utf8();
    }
    at
}

/// Combining marks, the vowel signs of Indic scripts and the trailing jamo of Hangul: the characters
/// that decomposed text adds to composed text. They count neither as letters nor as width.
pub(crate) fn is_mark(c: char) -> bool {
    let n = u32::from(c);
    match n {
        // Most text: no need to look further.
        ..0x0300 => false,
        // Sinhala has a layout of its own.
        0x0D80..=0x0DFF => matches!(n & 0x7F, 0x01..=0x03 | 0x4A | 0x4F..=0x5F | 0x72 | 0x73),
        // The other Indic blocks have the same layout, 128 code points each.
        0x0900..=0x0D7F => {
            matches!(n & 0x7F, 0x00..=0x03 | 0x3A..=0x3C | 0x3E..=0x4F | 0x51..=0x57 | 0x62 | 0x63)
        }
        _ => matches!(
            n,
            0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF..=0x05C7 | 0x0610..=0x061A
            | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E
            | 0x0F71..=0x0F87 | 0x102B..=0x103E | 0x1160..=0x11FF | 0x135D..=0x135F | 0x17B4..=0x17D3
            | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0x302A..=0x302F | 0x3099 | 0x309A
            | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x1B04..=0x1B44 | 0x11100..=0x11146
        ),
    }
}

/// Invisible characters: directions, joiners, soft hyphens, byte order marks.
pub(crate) fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Opening brackets, without quotation marks.
pub(crate) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '（' | '［' | '〔' | '【' | '《' | '「' | '『' | '｢' | '〈' | '⟨'
    )
}

/// Closing brackets and the corner brackets that quote; other quotation marks do not count.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '）' | '］' | '〕' | '】' | '》' | '」' | '』' | '｣' | '〉' | '⟩'
    )
}

/// Marks inside a sentence: nothing ends just before one.
pub(crate) fn is_pause(c: char) -> bool {
    matches!(
        c,
        ',' | ';' | ':' | '\u{37E}' | '،' | '؛' | '、' | '，' | '；' | '：' | '､' | '՝'
    )
}

/// Dashes and hyphens.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '－' | '⸺' | '⸻')
}

/// Bullets: each begins an item.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '‣'
            | '⁃'
            | '◦'
            | '▪'
            | '▫'
            | '●'
            | '○'
            | '■'
            | '□'
            | '►'
            | '▶'
            | '➤'
            | '❖'
            | '✓'
            | '✔'
    )
}

/// Full stops that also end abbreviations and occur in numbers.
pub(crate) fn is_dot(c: char) -> bool {
    matches!(c, '.' | '．' | '․')
}

/// Question and exclamation marks that need a space after them.
pub(crate) fn is_shout(c: char) -> bool {
    matches!(c, '!' | '?' | '‼' | '‽' | '⁇' | '⁈' | '⁉' | '⸘')
}

/// Stops that always end a sentence, whatever follows them: most of `Sentence_Terminal` of the Unicode
/// character database, without the marks above and without the Burmese comma.
pub(crate) fn is_full_stop(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0589 | 0x061D..=0x061F | 0x06D4 | 0x0700..=0x0702 | 0x07F9 | 0x0837 | 0x0839 | 0x083D | 0x083E
        | 0x0964 | 0x0965 | 0x0F0D..=0x0F12 | 0x0F14 | 0x104B | 0x1362 | 0x1367 | 0x1368 | 0x166E | 0x1735 | 0x1736 | 0x17D4 | 0x17D5
        | 0x1803 | 0x1809 | 0x1944 | 0x1945 | 0x1AA8..=0x1AAB | 0x1B5A | 0x1B5B | 0x1C3B | 0x1C3C
        | 0x1C7E | 0x1C7F | 0x3002 | 0xA4FF | 0xA60E | 0xA60F | 0xA6F3 | 0xA6F7 | 0xA876 | 0xA877
        | 0xA8CE | 0xA8CF | 0xA92F | 0xA9C8 | 0xA9C9 | 0xAA5D..=0xAA5F | 0xABEB | 0xFE12 | 0xFE15
        | 0xFE16 | 0xFE56 | 0xFE57 | 0xFF01 | 0xFF1F | 0xFF61
    )
}

/// Tibetan strokes (*shad*), which separate both clauses and sentences, often two with a space between.
pub(crate) fn is_shad(c: char) -> bool {
    matches!(c, '\u{F0D}'..='\u{F12}' | '\u{F14}')
}

/// Emoji and their parts, without the signs that serve as bullets.
pub(crate) fn is_emoji(c: char) -> bool {
    let sign = matches!(u32::from(c), 0x203C | 0x2049 | 0x200D | 0x20E3 | 0x231A..=0x23FF | 0x2600..=0x27BF
        | 0x2B1B | 0x2B1C | 0x2B50 | 0x2B55 | 0xFE0F | 0x1F000..=0x1FAFF | 0xE0020..=0xE007F);
    sign && !is_bullet(c) && !is_shout(c)
}

/// Whether `c` is a small letter that has a capital form. Georgian letters count as small in Unicode, but sentences
/// begin with them.
pub(crate) fn is_small(c: char) -> bool {
    c.is_lowercase() && !matches!(c, '\u{10D0}'..='\u{10FF}')
}

/// Thai letters: a dot after one shortens a word and never ends a sentence.
pub(crate) fn is_thai(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{E4F}')
}

/// Letters of the scripts of India, where a syllable is a letter with marks.
pub(crate) fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}')
}

/// Whether `c` breaks a line (Unicode's mandatory breaks).
pub(crate) fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Greek letters, after which `;` asks.
pub(crate) fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{37D}' | '\u{386}' | '\u{388}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}

/// Armenian letters, after which people type `:` for the full stop `։`.
pub(crate) fn is_armenian(c: char) -> bool {
    matches!(c, '\u{531}'..='\u{587}')
}

/// Chinese, Japanese and Korean: one character may be a word, and none is an initial.
pub(crate) fn is_east_asian(c: char) -> bool {
    is_unspaced(c)
        || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7FF}')
}

/// Letters of scripts that write no space between words, twice as wide as Latin ones.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFDC}' | '\u{20000}'..='\u{3FFFF}')
}

/// A lower-case letter without its accent, as far as European languages compose them; the same
/// letter for composed and decomposed text. Marks give `None`.
fn base(c: char) -> Option<char> {
    if is_mark(c) {
        return None;
    }
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'ĥ' => 'h',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'й' | 'ѝ' => 'и',
        'ё' | 'ѐ' => 'е',
        'ї' => 'і',
        'ў' => 'у',
        // Vietnamese: each letter in capital and small form, one after the other.
        'ạ'..='ặ' => 'a',
        'ẹ'..='ệ' => 'e',
        'ỉ'..='ị' => 'i',
        'ọ'..='ợ' | 'ơ' => 'o',
        'ụ'..='ự' | 'ư' => 'u',
        'ỳ'..='ỹ' => 'y',
        _ => c,
    })
}

/// `word` in lower case and without accents: how the word lists are written.
pub(crate) fn fold(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter_map(base)
        .collect()
}

/// The same without Unicode's tables of case, to keep the page's program small: it counts words, and at a line's end it
/// only needs to know whether a word is one. Latin, Greek and Cyrillic capitals are made small by their place in their
/// blocks.
pub(crate) fn plain_fold(word: &str) -> String {
    word.chars().map(small).filter_map(base).collect()
}

/// The small letter to a capital.
fn small(letter: char) -> char {
    let by = |distance: u32| char::from_u32(u32::from(letter) + distance).unwrap_or(letter);
    let is_even = u32::from(letter).is_multiple_of(2);
    match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => by(32),
        'Ѐ'..='Џ' => by(80),
        'İ' => 'i',
        // Here a capital comes before its small letter.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' if is_even => by(1),
        'Ĺ'..='ň' | 'Ź'..='ž' if !is_even => by(1),
        'Ÿ' => 'ÿ',
        letter => letter,
    }
}

/// Whether a folded word has a vowel. Always true for scripts where this cannot be told.
pub(crate) fn has_vowel(folded: &str) -> bool {
    folded.chars().any(|c| match c {
        'a'..='z' => matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'),
        'а'..='я' => matches!(c, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я'),
        'ł' | 'đ' | 'ß' | 'ð' | 'þ' => false,
        _ => c.is_alphabetic(),
    })
}

#[cfg(test)]
mod tests {
    use super::{fold, is_mark, plain_fold};
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn what_decomposed_text_adds_to_a_letter_is_a_mark() {
        for c in ('\u{100}'..'\u{e00}').chain('가'..='힣') {
            let letter = usize::from(!is_mark(c));
            let apart = c.nfd().filter(|&part| !is_mark(part)).count();
            assert_eq!(apart, letter, "{c} ({})", c.escape_unicode());
        }
    }

    #[test]
    fn letters_are_folded_alike_without_tables() {
        for word in [
            "MÄRZ",
            "AOÛT",
            "ŞUBAT",
            "PAŹDZIERNIK",
            "İSTANBUL",
            "МАЙ",
            "ЂУРЂЕВДАН",
            "ΜΑΪΟΣ",
            "ŸÆØÅ",
            "TIẾNG",
            "Straße",
            "年月日",
        ] {
            assert_eq!(plain_fold(word), fold(word), "{word}");
        }
    }
}
