//! One spelling for words that a language writes in two: British and American, umlauts and their replacements on
//! other keyboards, before and after a reform. It is applied before a word is stemmed, so that both spellings are one
//! term; the words themselves do not change.

use std::borrow::Cow;

use super::Lang;

/// The beginnings of British words, by their first letter: most words need no comparison.
pub(super) struct Beginnings([Vec<(&'static str, &'static str)>; 26]);

impl Beginnings {
    /// Those of a language; only English has any.
    pub(super) fn new(lang: Lang) -> Beginnings {
        let mut all: [Vec<_>; 26] = Default::default();
        if lang == Lang::English {
            let mut words = BEGINNINGS.split_ascii_whitespace();
            while let (Some(british), Some(american)) = (words.next(), words.next()) {
                if let Some(list) = place(british).and_then(|at| all.get_mut(at)) {
                    list.push((british, american));
                }
            }
        }
        Beginnings(all)
    }

    /// Those that begin with the word's first letter.
    fn with(&self, form: &str) -> &[(&'static str, &'static str)] {
        place(form)
            .and_then(|at| self.0.get(at))
            .map_or(&[], Vec::as_slice)
    }
}

/// The place of a word's first letter in the alphabet.
fn place(form: &str) -> Option<usize> {
    let first = form.bytes().next().filter(u8::is_ascii_lowercase)?;
    Some(usize::from(first - b'a'))
}

/// The folded word in the spelling that stands for both.
pub(super) fn one_spelling<'f>(lang: Lang, form: &'f str, beginnings: &Beginnings) -> Cow<'f, str> {
    match lang {
        Lang::English => english(form, beginnings),
        #[cfg(feature = "languages")]
        other => others(other, form),
        #[cfg(not(feature = "languages"))]
        _ => form.into(),
    }
}

/// Beginnings of words, each with its replacement.
const BEGINNINGS: &str = "labour labor colour color favour favor harbour harbor honour honor humour humor neighbour neighbor \
    rumour rumor behaviour behavior endeavour endeavor flavour flavor glamour glamor odour odor parlour parlor rigour rigor \
    saviour savior savour savor splendour splendor tumour tumor vapour vapor vigour vigor armour armor candour candor \
    clamour clamor demeanour demeanor fervour fervor valour valor ardour ardor discolour discolor dishonour dishonor \
    centre center theatre theater litre liter fibre fiber calibre caliber meagre meager sombre somber spectre specter \
    lustre luster kilometre kilometer centimetre centimeter millimetre millimeter metre meter sabre saber ochre ocher \
    manoeuvr maneuver grey gray programme program defence defense offence offense licence license pretence pretense \
    practis practic aluminium aluminum plough plow sceptic skeptic mould mold catalogue catalog dialogue dialog \
    analogue analog paediatr pediatr anaem anem anaesth anesth haem hem leukaem leukem oestrogen estrogen foetus fetus foetal fetal \
    encyclopaed encycloped gynaecolog gynecolog orthopaed orthoped diarrhoea diarrhea judgement judgment ageing aging \
    acknowledgement acknowledgment cosy cozy jeweller jewel jewelry jewel pyjama pajama moustache mustache aeroplane airplane \
    fulfil fulfill skilful skillful wilful willful enrol enroll instal install instalment installment learnt learned spelt spelled burnt \
    burned dreamt dreamed archaeolog archeolog mediaeval medieval sulphur sulfur artefact artifact smoulder smolder";

/// British spelling as American. A result that is not a word does no harm, since it is the same on both sides.
fn english<'f>(form: &'f str, beginnings: &Beginnings) -> Cow<'f, str> {
    const ENDINGS: [&str; 9] = [
        "e", "es", "ed", "ing", "er", "ers", "ation", "ations", "able",
    ];
    for &(british, american) in beginnings.with(form) {
        if let Some(rest) = form
            .strip_prefix(british)
            .filter(|_| american.len() < british.len() || !form.starts_with(american))
        {
            // "centred" has lost its last letter but one, "centring" too.
            let rest = match rest {
                "d" if american.ends_with("er") => "ed",
                rest => rest,
            };
            return format!("{american}{rest}").into();
        }
    }
    // "organise", "analysing": a base of four letters or more, so that all forms of "raise" stay.
    for ending in ENDINGS {
        let base = form
            .strip_suffix(ending)
            .and_then(|base| base.strip_suffix('s'))
            .filter(|base| base.ends_with(['i', 'y']) && base.len() > 4);
        if let Some(base) = base {
            return format!("{base}z{ending}").into();
        }
    }
    form.into()
}

#[cfg(feature = "languages")]
fn others(lang: Lang, form: &str) -> Cow<'_, str> {
    match lang {
        Lang::German => umlauts(form, [("ae", 'ä'), ("oe", 'ö'), ("ue", 'ü')]),
        Lang::Danish | Lang::Norwegian => umlauts(form, [("ae", 'æ'), ("oe", 'ø'), ("aa", 'å')]),
        Lang::Russian if form.contains('ё') => form.replace('ё', "е").into(),
        Lang::French => french(form),
        Lang::Portuguese if form.len() > 3 => portuguese(form),
        _ => form.into(),
    }
}

/// *fuer* as *für*, but neither *neue* nor *Israel*, *aktuell* and *Quelle*.
#[cfg(feature = "languages")]
fn umlauts<'f>(form: &'f str, pairs: [(&str, char); 3]) -> Cow<'f, str> {
    if !pairs.iter().any(|(typed, _)| form.contains(typed)) {
        return form.into();
    }
    let mut out = String::with_capacity(form.len());
    let mut rest = form;
    while let Some(c) = rest.chars().next() {
        let found = pairs.iter().find_map(|&(typed, letter)| {
            let behind = rest.strip_prefix(typed)?;
            let name = matches!(behind, "l" | "ls")
                || behind.starts_with("ll")
                || behind.starts_with("li");
            ((out.is_empty() || !name) && !out.ends_with(['a', 'e', 'q', 'o']))
                .then_some((letter, behind))
        });
        match found {
            Some((letter, behind)) => {
                out.push(letter);
                rest = behind;
            }
            None => {
                out.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or("");
            }
        }
    }
    out.into()
}

/// *cœur* as *coeur*; capitals often have no accent (*Etat*).
#[cfg(feature = "languages")]
fn french(form: &str) -> Cow<'_, str> {
    let first = form.starts_with(['é', 'è', 'ê', 'à', 'â', 'î', 'ô']) && form.chars().count() > 3;
    if !first && !form.contains(['œ', 'æ']) {
        return form.into();
    }
    let mut out = form.replace('œ', "oe").replace('æ', "ae");
    if first {
        let mut letters = out.chars();
        let bare = match letters.next() {
            Some('à' | 'â') => 'a',
            Some('î') => 'i',
            Some('ô') => 'o',
            _ => 'e',
        };
        out = std::iter::once(bare).chain(letters).collect();
    }
    out.into()
}

/// *acção, óptimo, económico* as *ação, ótimo, econômico*: without what the reform dropped, and without
/// the accents in which Portugal and Brazil differ.
#[cfg(feature = "languages")]
fn portuguese(form: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(form.len());
    let mut letters = form.chars().peekable();
    while let Some(c) = letters.next() {
        let dropped = matches!((c, letters.peek()), ('c' | 'p', Some('ç' | 't')));
        match c {
            _ if dropped && !out.is_empty() => {}
            'ô' | 'ó' => out.push('o'),
            'ê' | 'é' => out.push('e'),
            'ü' => out.push('u'),
            _ => out.push(c),
        }
    }
    out.into()
}

#[cfg(all(test, feature = "languages"))]
mod tests {
    use super::super::Stemming;
    use super::Lang;

    #[test]
    fn both_spellings_have_one_stem() {
        for (lang, pairs) in [
            (
                Lang::English,
                "labour labor|organisation organization|favours favors|grey gray|neighbourhood neighborhood|centres centers|\
                 analysed analyzed|centred centered|theatres theaters|defence defense|travelled traveled|sceptical skeptical|\
                 programmes programs|criticise criticize|realising realizing|metres meters|colourful colorful|practised practiced",
            ),
            (
                Lang::German,
                "behörden behoerden|prüfen pruefen|künftige kuenftige|für fuer|flüge fluege|öl oel|straße strasse",
            ),
            (Lang::Danish, "århus aarhus|køre koere"),
            (Lang::French, "cœur coeur|états etats|école ecole"),
            (
                Lang::Portuguese,
                "acção ação|económico econômico|director diretor|óptimo ótimo",
            ),
            (Lang::Russian, "ещё еще|самолёт самолет"),
        ] {
            let stemming = Stemming::new(lang);
            for pair in pairs.split('|') {
                let (one, other) = pair.trim().split_once(' ').unwrap_or_default();
                assert_eq!(stemming.stem(one), stemming.stem(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn other_words_keep_their_stems_apart() {
        let english = Stemming::new(Lang::English);
        for (one, other) in [
            ("rising", "rise"),
            ("raised", "raise"),
            ("advising", "advise"),
            ("promised", "promise"),
            ("surprising", "surprise"),
        ] {
            assert_eq!(english.stem(one), english.stem(other), "{one} {other}");
        }
        assert_ne!(english.stem("prise"), english.stem("prize"));
        let german = Stemming::new(Lang::German);
        assert_eq!(german.stem("israel"), "israel");
        assert_eq!(german.stem("quelle"), "quell");
        assert_eq!(german.stem("neue"), german.stem("neuen"));
    }
}
