//! Speech without a closing mark: dialogue after a dash, as in Spanish, French and Russian, and quotations
//! whose closing mark is missing.

use crate::abbreviations::holds;
use crate::chars::{
    after, before, find, find_or_end, fold, is_break, is_dot, is_mark, is_shout, is_small,
    skip_space,
};
use crate::sentences::sentences_of;
use crate::{Lang, Span};

/// How many words the tail of a sentence has that says who spoke.
const TAIL: usize = 8;

/// How many characters of a word are examined.
const WORD: usize = 24;

/// Verbs of speaking in the form after the spoken words, folded, in Romance and Slavic languages.
const VERBS: &str = "dijo dice respondio pregunto exclamo anadio contesto grito murmuro comento senalo explico afirmo aseguro replico \
    disse diz respondeu perguntou exclamou acrescentou gritou murmurou afirmou explicou comentou \
    dit dis demanda demande repondit repond repliqua ecria s'ecria ajouta ajoute murmura lanca lance cria fit reprit expliqua explique \
    affirma affirme assure assura raconte raconta conclut continua interroge \
    rispose risponde chiese chiede esclamo aggiunse aggiunge grido mormoro spiego spiega dice \
    spuse zise intreba raspunse striga adauga \
    powiedział powiedziała zapytał zapytała odpowiedział odpowiedziała odparł odparła krzyknał krzykneła dodał dodała rzekł rzekła mowi \
    rekl rekla zeptal zeptala odpovedel odpovedela dodal dodala zvolal \
    сказал сказала ответил ответила спросил спросила сказав сказала запитав запитала відповів відповіла";

/// Whether the language writes dialogue with dashes.
fn has_dash_speech(lang: Lang) -> bool {
    !matches!(
        lang,
        Lang::English
            | Lang::German
            | Lang::Dutch
            | Lang::Arabic
            | Lang::Hindi
            | Lang::Tamil
            | Lang::Vietnamese
    )
}

/// Dashes that open speech.
fn is_speech_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '―')
}

/// The spoken parts of a paragraph that begins with a dash, opening dashes included. The items of a list
/// do not count: they begin in small letters or end with a semicolon.
pub(crate) fn behind_dashes(body: &str, lang: Lang) -> Vec<Span> {
    let mut out = Vec::new();
    let Some(dash) = after(body, 0).filter(|&c| is_speech_dash(c)) else {
        return out;
    };
    let first = find(body, dash.len_utf8(), 6, char::is_alphabetic);
    let item = first.is_none_or(|(_, c)| is_small(c)) || body.ends_with([';', ',']);
    if item || !has_dash_speech(lang) {
        return out;
    }
    // The beginning of the current spoken part.
    let mut spoken = Some(0);
    for (at, c) in body.char_indices().skip(1) {
        let end = at + c.len_utf8();
        match spoken {
            Some(start) if is_speech_dash(c) && tells(body, at, end) => {
                out.push(Span::new(start, at));
                spoken = None;
            }
            Some(start) if matches!(c, ',' | '!' | '?' | '…') && lang == Lang::French => {
                let next = skip_space(body, end);
                if next > end && is_verb(body, next) {
                    out.push(Span::new(start, next));
                    spoken = None;
                }
            }
            None if is_speech_dash(c) => {
                // "—dijo él—. Vamos." and "— сказал он. — Идём."
                let tied = before(body, at).is_some_and(char::is_alphanumeric);
                let stop = before(body, skip_back(body, at))
                    .is_some_and(|c| is_dot(c) || is_shout(c) || matches!(c, ',' | ':' | '…'));
                spoken = match (tied, stop) {
                    (true, _) => Some(end),
                    (false, true) => Some(at),
                    (false, false) => None,
                };
            }
            None if lang == Lang::French && is_dot(c) => {
                let next = skip_space(body, end);
                if next > end && next < body.len() && !after(body, next).is_some_and(is_speech_dash)
                {
                    spoken = Some(next);
                }
            }
            _ => {}
        }
    }
    if let Some(start) = spoken.filter(|&start| start < body.len()) {
        out.push(Span::new(start, body.len()));
    }
    out
}

/// Whether the dash from `at` to `end` leads from the words spoken to who spoke.
fn tells(body: &str, at: usize, end: usize) -> bool {
    let next = skip_space(body, end);
    let small = after(body, next).is_some_and(is_small);
    let spaced = before(body, at).is_some_and(char::is_whitespace);
    // "alba —dijo el capitán"
    if spaced && next == end {
        return small;
    }
    let stop = before(body, skip_back(body, at))
        .is_some_and(|c| is_dot(c) || is_shout(c) || matches!(c, ',' | '…' | '»'));
    small && spaced && (stop || is_verb(body, next))
}

/// The byte after the last character before byte `at` that is not white space.
fn skip_back(body: &str, at: usize) -> usize {
    body.get(..at).map_or(at, |head| head.trim_end().len())
}

/// Whether there is a verb of speaking at byte `at`.
fn is_verb(body: &str, at: usize) -> bool {
    let end = find_or_end(body, at, WORD, |c| {
        !(c.is_alphabetic() || is_mark(c) || matches!(c, '\'' | '’'))
    });
    let Some((end, _)) = end else {
        return false;
    };
    let word = fold(Span::new(at, end).of(body)).replace('’', "'");
    // "a-t-il dit"
    holds(VERBS, &word) || body.get(at..).is_some_and(|rest| rest.starts_with("a-t-"))
}

/// The end of a quotation without a closing mark that begins at byte `start` of a paragraph: before the
/// words that name the speaker, or at the end of its sentence.
pub(crate) fn forgotten(body: &str, start: usize, lang: Lang) -> usize {
    let whole = Span::new(0, body.len());
    let sentence = sentences_of(body, &[whole], lang)
        .into_iter()
        .find(|sentence| sentence.start <= start && start < sentence.end)
        .unwrap_or(whole);
    let inner = Span::new(start, sentence.end).of(body);
    let mark = inner
        .char_indices()
        .rev()
        .skip(1)
        .find(|&(_, c)| matches!(c, ',' | '!' | '?' | '，'));
    let Some((at, c)) = mark else {
        return sentence.end;
    };
    let end = at + c.len_utf8();
    let tail = inner.get(end..).unwrap_or("");
    let words = tail.split_whitespace().count();
    let speaks = (1..=TAIL).contains(&words)
        && !tail.contains(is_break)
        && after(tail, skip_space(tail, 0)).is_some_and(|c| !c.is_numeric());
    if speaks { start + end } else { sentence.end }
}
