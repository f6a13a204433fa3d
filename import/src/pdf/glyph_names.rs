//! Turns a glyph's name into its characters, by the rules of the Adobe Glyph List Specification (1.7): names such as
//! `uni0416` and `u1F600`, parts joined by `_`, a suffix after a dot. Only the part of the list for Latin, Cyrillic and Greek
//! fonts is here. Fonts of other scripts have a map to Unicode, which is used first.

/// Names that are not made of a letter and an accent.
const NAMES: &str = "exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( \
parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 \
eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] \
asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ \
yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ registered ® macron ¯ degree ° \
plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶ periodcentered · middot · cedilla ¸ onesuperior ¹ \
ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ AE Æ Eth Ð multiply × Oslash Ø Thorn Þ \
germandbls ß ae æ eth ð divide ÷ oslash ø thorn þ dotlessi ı OE Œ oe œ Lslash Ł lslash ł Dcroat Đ dcroat đ Hbar Ħ hbar ħ \
florin ƒ circumflex ˆ caron ˇ breve ˘ dotaccent ˙ ring ˚ ogonek ˛ tilde ˜ hungarumlaut ˝ endash – emdash — quoteleft ‘ \
quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • ellipsis … \
perthousand ‰ guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € trademark ™ minus − ff ff fi fi fl fl ffi ffi ffl ffl \
alpha α beta β gamma γ delta δ epsilon ε epsilon1 ε zeta ζ eta η theta θ lambda λ nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ phi1 φ \
chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω \
nbspace \u{a0} nonbreakingspace \u{a0} sfthyphen \u{ad} afii61352 № afii10050 Ґ afii10098 ґ afii10053 Є afii10101 є \
afii10055 І afii10103 і afii10056 Ї afii10104 ї afii10023 Ё afii10071 ё afii10062 Ў afii10110 ў afii57929 \u{2bc}";

/// Letters with accents: after each accent's name, pairs of a letter and the accented letter.
const ACCENTS: [(&str, &str); 14] = [
    ("grave", "AÀEÈIÌOÒUÙaàeèiìoòuù"),
    ("acute", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź"),
    (
        "circumflex",
        "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷ",
    ),
    ("tilde", "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),
    ("dieresis", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    ("ring", "AÅaåUŮuů"),
    ("cedilla", "CÇcçSŞsşTŢtţ"),
    ("caron", "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžGǦgǧ"),
    ("breve", "AĂaăGĞgğUŬuŭ"),
    ("ogonek", "AĄaąEĘeęIĮiįUŲuų"),
    ("macron", "AĀaāEĒeēIĪiīOŌoōUŪuū"),
    ("dotaccent", "CĊcċEĖeėGĠgġIİZŻzż"),
    ("hungarumlaut", "OŐoőUŰuű"),
    ("commaaccent", "GĢgģKĶkķLĻlļNŅnņRŖrŗSȘsșTȚtț"),
];

/// The accents' own signs, in the same order.
const SIGNS: &str = "`´ˆ˜¨˚¸ˇ˘˛¯˙˝";

/// The characters of a glyph's name. `None` if the name is unknown.
pub(crate) fn characters(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let Some(known) = component(name) {
        return Some(known);
    }
    name.contains('_')
        .then(|| name.split('_').map(component).collect())?
}

fn component(name: &str) -> Option<String> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    if name == "space" {
        return Some(" ".to_owned());
    }
    let mut words = NAMES.split(' ').filter(|word| !word.is_empty());
    while let (Some(known), Some(characters)) = (words.next(), words.next()) {
        if known == name {
            return Some(characters.to_owned());
        }
    }
    accented(name)
        .or_else(|| cyrillic(name))
        .or_else(|| by_number(name))
        .map(String::from)
}

fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next()?;
    let accent = &name[letter.len_utf8()..];
    let (_, pairs) = ACCENTS.iter().find(|(known, _)| *known == accent)?;
    paired(pairs, letter)
}

fn paired(pairs: &str, letter: char) -> Option<char> {
    let mut pairs = pairs.chars();
    while let (Some(plain), Some(accented)) = (pairs.next(), pairs.next()) {
        if plain == letter {
            return Some(accented);
        }
    }
    None
}

/// A letter with an accent that is drawn on its own, as TeX does with its older fonts.
pub(crate) fn with_accent(letter: &str, accent: &str) -> Option<char> {
    let (mut letters, mut accents) = (letter.chars(), accent.chars());
    let (letter, accent) = (letters.next()?, accents.next()?);
    let at = SIGNS.chars().position(|sign| sign == accent)?;
    let (_, pairs) = ACCENTS.get(at)?;
    if letters.next().or(accents.next()).is_some() {
        return None;
    }
    paired(pairs, if letter == 'ı' { 'i' } else { letter })
}

/// Cyrillic letters by their AFII numbers, which follow the order of the Russian alphabet.
fn cyrillic(name: &str) -> Option<char> {
    let number: u32 = name.strip_prefix("afii")?.parse().ok()?;
    let code = match number {
        10017..=10022 => 0x410 + (number - 10017),
        10024..=10049 => 0x416 + (number - 10024),
        10065..=10070 => 0x430 + (number - 10065),
        10072..=10097 => 0x436 + (number - 10072),
        _ => return None,
    };
    char::from_u32(code)
}

fn by_number(name: &str) -> Option<char> {
    let digits = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))?;
    let sound =
        (4..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    sound.then(|| char::from_u32(u32::from_str_radix(digits, 16).ok()?))?
}

#[cfg(test)]
mod tests {
    use super::{characters, with_accent};

    #[test]
    fn an_accent_of_its_own_joins_its_letter() {
        for (letter, accent, both) in [
            ("o", "´", 'ó'),
            ("ı", "ˆ", 'î'),
            ("U", "¨", 'Ü'),
            ("r", "ˇ", 'ř'),
        ] {
            assert_eq!(with_accent(letter, accent), Some(both), "{letter}");
        }
        for (letter, accent) in [("o", "o"), ("´", "o"), ("fi", "´"), ("q", "´"), ("", "´")] {
            assert_eq!(with_accent(letter, accent), None, "{letter}");
        }
    }

    #[test]
    fn names_say_what_they_are() {
        for (name, text) in [
            ("a", "a"),
            ("space", " "),
            ("exclam", "!"),
            ("eacute", "é"),
            ("Scaron", "Š"),
            ("f_i", "fi"),
            ("ffi", "ffi"),
            ("uni0416", "Ж"),
            ("u1F600", "😀"),
            ("afii10017", "А"),
            ("afii10097", "я"),
            ("afii10104", "ї"),
            ("a.alt", "a"),
            ("quotedblright", "”"),
            ("germandbls", "ß"),
            ("T_h", "Th"),
            ("afii57929", "ʼ"),
            ("gamma", "γ"),
            ("Omega", "Ω"),
            ("sigma", "σ"),
            ("phi1", "φ"),
            ("mu", "µ"),
        ] {
            assert_eq!(characters(name).as_deref(), Some(text), "{name}");
        }
        for name in ["", ".notdef", "g123", "uniD800", "a_g12", "cid_4"] {
            assert_eq!(characters(name), None, "{name}");
        }
    }
}
