//! The language of a text, as far as the engine treats languages differently: the stemmer, the function words, and a
//! guess if the language is not stated.

mod detect;
#[cfg(feature = "languages")]
mod slavic;
mod spelling;
mod stop;

use std::collections::HashSet;

use rust_stemmers::{Algorithm, Stemmer};

pub use crossread_segment::{Lang, UnknownLang};
pub use detect::detect;

/// Whether the engine has a list of this language's function words.
pub(crate) fn has_stop_words(lang: Lang) -> bool {
    !stop::words(lang).is_empty()
}

fn stemmer(lang: Lang) -> Option<Stemmer> {
    match lang {
        Lang::English => Some(Stemmer::create(Algorithm::English)),
        #[cfg(feature = "languages")]
        other => algorithm(other).map(Stemmer::create),
        #[cfg(not(feature = "languages"))]
        _ => None,
    }
}

#[cfg(feature = "languages")]
fn algorithm(lang: Lang) -> Option<Algorithm> {
    Some(match lang {
        Lang::Arabic => Algorithm::Arabic,
        Lang::Danish => Algorithm::Danish,
        Lang::Dutch => Algorithm::Dutch,
        Lang::English => Algorithm::English,
        Lang::Finnish => Algorithm::Finnish,
        Lang::French => Algorithm::French,
        Lang::German => Algorithm::German,
        Lang::Greek => Algorithm::Greek,
        Lang::Hungarian => Algorithm::Hungarian,
        Lang::Italian => Algorithm::Italian,
        Lang::Norwegian => Algorithm::Norwegian,
        Lang::Portuguese => Algorithm::Portuguese,
        Lang::Romanian => Algorithm::Romanian,
        Lang::Russian => Algorithm::Russian,
        Lang::Spanish => Algorithm::Spanish,
        Lang::Swedish => Algorithm::Swedish,
        Lang::Tamil => Algorithm::Tamil,
        Lang::Turkish => Algorithm::Turkish,
        _ => return None,
    })
}

/// A language's stemmer (Snowball, Porter 2001) and function words, ready for use.
pub struct Stemming {
    lang: Lang,
    stemmer: Option<Stemmer>,
    stop: HashSet<&'static str>,
    beginnings: spelling::Beginnings,
}

impl Stemming {
    /// For one language; a language without a stemmer, such as [`Lang::Other`], stems nothing and has no function words.
    pub fn new(lang: Lang) -> Stemming {
        Stemming {
            lang,
            stemmer: stemmer(lang),
            stop: stop::words(lang).split_whitespace().collect(),
            beginnings: spelling::Beginnings::new(lang),
        }
    }

    /// The stem of a folded word, the same for both spellings if a language has two.
    pub fn stem(&self, form: &str) -> String {
        let form = spelling::one_spelling(self.lang, form, &self.beginnings);
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(&form).into_owned(),
            #[cfg(feature = "languages")]
            None => slavic::stem(self.lang, &form).unwrap_or(form.into_owned()),
            #[cfg(not(feature = "languages"))]
            None => form.into_owned(),
        }
    }

    /// Whether a folded word is a function word.
    pub fn is_stop(&self, form: &str) -> bool {
        self.stop.contains(form)
    }
}

#[cfg(all(test, feature = "languages"))]
mod tests {
    use super::{Lang, Stemming};

    #[test]
    fn a_stem_joins_the_forms_of_a_word() {
        for (lang, one, other) in [
            (Lang::English, "suspending", "suspended"),
            (Lang::German, "ministern", "minister"),
            (Lang::Russian, "войсками", "войска"),
        ] {
            let stemming = Stemming::new(lang);
            assert_eq!(stemming.stem(one), stemming.stem(other), "{lang:?}");
        }
        assert_eq!(Stemming::new(Lang::Other).stem("suspending"), "suspending");
    }
}
