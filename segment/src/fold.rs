//! Folding: two words are the same if they differ only in case, typography or Unicode form. Everything
//! that compares words compares their folded form, so this rule is written only here.

/// Brings a word to Unicode normalization form KC (UAX #15).
pub type Nfkc<'f> = &'f dyn Fn(&str) -> String;

/// [`Nfkc`] with built-in tables. In a browser, `String.prototype.normalize` does the same without a
/// larger download.
#[cfg(feature = "normalization")]
pub fn nfkc(word: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfkc(word).collect()
}

/// The folded form of a word: normalization form KC, lower case, typographic apostrophes
/// straightened, invisible characters dropped, final sigma as sigma.
pub fn fold(word: &str, nfkc: Nfkc<'_>) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase().replace('`', "'");
    }
    // Form KC would turn an accent that is used as an apostrophe into a space.
    let lower: String = nfkc(&word.replace('´', "'"))
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(plain)
        .collect();
    // Lower-casing can leave a form that is no longer composed (İ becomes i and a dot above).
    nfkc(&lower)
}

/// The character as it is compared; `None` if it is not compared: vowel signs and other marks that Arabic and Hebrew
/// are mostly written without, and invisible characters.
fn plain(c: char) -> Option<char> {
    match c {
        // The keyboards of Persian and Urdu have other codes for yeh, kaf and heh.
        '\u{06CC}' => Some('\u{064A}'),
        '\u{06A9}' => Some('\u{0643}'),
        '\u{06C1}' => Some('\u{0647}'),
        '\u{0591}'..='\u{05BD}'
        | '\u{05BF}'
        | '\u{05C1}'
        | '\u{05C2}'
        | '\u{05C4}'
        | '\u{05C5}'
        | '\u{05C7}'
        | '\u{0610}'..='\u{061A}'
        | '\u{0640}'
        | '\u{064B}'..='\u{0652}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' => None,
        '`' | '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{FF07}' | '\u{2032}' => {
            Some('\'')
        }
        'ς' => Some('σ'),
        // Romanian letters with a comma below are often typed with a cedilla.
        'ș' => Some('ş'),
        'ț' => Some('ţ'),
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

/// The key of a word, or of the signs between words: pieces that look the same to a reader have the same
/// key. Case, the form of quotation marks, dashes and ellipses, composition, ligatures, full width and what
/// [`fold`] drops are ignored. It needs no Unicode tables: in scripts other than Latin, Greek, Cyrillic,
/// kana and Hangul, composed and decomposed letters have different keys.
pub fn reading_key(piece: &str) -> String {
    if piece.is_ascii() && !piece.contains(['-', '`', '\'']) {
        return piece.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(piece.len() + 8);
    for c in piece.chars().flat_map(char::to_lowercase) {
        let Some(c) = plain(narrow(c)) else {
            continue;
        };
        match c {
            '\u{2018}'..='\u{201B}' | '‹' | '›' => out.push('\''),
            '\u{201C}'..='\u{201F}' | '\u{2033}' | '«' | '»' | '「' | '」' | '『' | '』' => {
                out.push('"')
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '…' => out.push_str("..."),
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            _ => decompose(c, &mut out),
        }
    }
    let dashes = !out.is_empty() && out.bytes().all(|byte| byte == b'-');
    match out.as_str() {
        _ if dashes => "-".into(),
        // A mark that stands alone is a quotation mark, single or double.
        "``" | "''" | "'" | "`" | "<<" | ">>" => "\"".into(),
        _ => out,
    }
}

/// A full-width letter or sign as a usual one.
fn narrow(c: char) -> char {
    let usual = u32::from(c)
        .checked_sub(0xFEE0)
        .filter(|n| (0x21..=0x7E).contains(n));
    usual.and_then(char::from_u32).unwrap_or(c)
}

/// Appends a small letter as its base and its marks.
fn decompose(c: char, out: &mut String) {
    if c.is_ascii() {
        return out.push(c);
    }
    if let '\u{AC00}'..='\u{D7A3}' = c {
        // Hangul syllables are composed by rule (Unicode, chapter 3.12).
        let syllable = u32::from(c) - 0xAC00;
        let jamo = [
            0x1100 + syllable / 588,
            0x1161 + syllable % 588 / 28,
            0x11A7 + syllable % 28,
        ];
        let jamo = jamo.into_iter().filter(|&n| n != 0x11A7);
        return out.extend(jamo.filter_map(char::from_u32));
    }
    for (mark, pairs) in COMPOSED {
        let mut pairs = pairs.chars();
        while let (Some(base), Some(composed)) = (pairs.next(), pairs.next()) {
            if composed == c {
                decompose(base, out);
                return out.push(*mark);
            }
        }
    }
    out.push(c);
}

/// For each mark the letters that it is composed with, base and composed letter alternating.
#[rustfmt::skip]
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳеѐиѝ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứϊΐαάεέηήιίϋΰοόυύωώгѓкќ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝиӣуӯ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭȩḝạặийуўжӂаӑеӗ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗιϊυϋеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30A}', "aåuůwẘyẙ"),
    ('\u{30B}', "oőuűуӳ"),
    ('\u{30C}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30F}', "aȁeȅiȉoȍrȑuȕѵѷ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{31B}', "oơuư"),
    ('\u{323}', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{32D}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32E}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
    ('\u{3099}', "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"),
    ('\u{309A}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

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
            ("știință", "ştiinţă"),
            ("İstanbul", "i\u{307}stanbul"),
            ("Ｎａｔｏ", "nato"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn vowel_signs_and_keyboards_make_no_difference() {
        for (one, other) in [
            ("وصلَ", "وصل"),
            ("الرئيسُ", "الرئيس"),
            ("العـربية", "العربية"),
            ("یکشنبه", "يكشنبه"),
            ("שָׁלוֹם", "שלום"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        assert_ne!(fold("على"), fold("علي"));
    }

    #[test]
    fn a_reader_sees_the_same() {
        use super::reading_key;
        for (one, other) in [
            ("député", "de\u{301}pute\u{301}"),
            ("Việt", "Vie\u{323}\u{302}t"),
            ("Йод", "и\u{306}од"),
            ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("Regierungs\u{ad}koalition", "regierungskoalition"),
            ("ofﬁce", "office"),
            ("ＮＡＴＯ", "nato"),
            ("…", "..."),
            ("--", "—"),
            ("``", "“"),
            ("’", "'"),
            ("‘", "“"),
            ("「", "“"),
            ("が", "か\u{3099}"),
            ("！", "!"),
            ("parlia\u{200b}ment", "parliament"),
            ("یک", "يك"),
        ] {
            assert_eq!(reading_key(one), reading_key(other), "{one} and {other}");
        }
        assert_ne!(reading_key("resume"), reading_key("résumé"));
        assert_ne!(reading_key("co-op"), reading_key("coop"));
    }

    #[test]
    fn letters_make_a_difference() {
        assert_ne!(fold("resume"), fold("résumé"));
        assert_ne!(fold("Kiev"), fold("Kyiv"));
    }
}
