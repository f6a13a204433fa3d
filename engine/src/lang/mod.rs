//! The language of a text, as far as the engine treats languages differently: the stemmer, the
//! function words, and a guess where nobody said which language it is.

mod detect;
mod stop;

use std::collections::HashSet;

use rust_stemmers::{Algorithm, Stemmer};

pub use detect::detect;

/// A language that the engine has something of its own for, or [`Lang::Other`], the plain path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the variants are the languages' names")]
pub enum Lang {
    Arabic,
    Danish,
    Dutch,
    English,
    Finnish,
    French,
    German,
    Greek,
    Hungarian,
    Italian,
    Norwegian,
    Portuguese,
    Romanian,
    Russian,
    Spanish,
    Swedish,
    Tamil,
    Turkish,
    /// Any other language, known or not: no stemmer, no stop words, no abbreviations.
    #[default]
    Other,
}

impl Lang {
    /// Every language that the engine has something of its own for (with the feature `languages`;
    /// without it, English alone).
    pub const ALL: [Lang; 18] = [
        Lang::Arabic,
        Lang::Danish,
        Lang::Dutch,
        Lang::English,
        Lang::Finnish,
        Lang::French,
        Lang::German,
        Lang::Greek,
        Lang::Hungarian,
        Lang::Italian,
        Lang::Norwegian,
        Lang::Portuguese,
        Lang::Romanian,
        Lang::Russian,
        Lang::Spanish,
        Lang::Swedish,
        Lang::Tamil,
        Lang::Turkish,
    ];

    /// The language of a BCP 47 tag (`en`, `en-GB`, `pt_BR`), by its first subtag; what the engine
    /// does not know is [`Lang::Other`].
    pub fn from_tag(tag: &str) -> Lang {
        let first = tag.split(['-', '_']).next().unwrap_or("");
        match first.to_ascii_lowercase().as_str() {
            "ar" => Lang::Arabic,
            "da" => Lang::Danish,
            "nl" => Lang::Dutch,
            "en" => Lang::English,
            "fi" => Lang::Finnish,
            "fr" => Lang::French,
            "de" => Lang::German,
            "el" => Lang::Greek,
            "hu" => Lang::Hungarian,
            "it" => Lang::Italian,
            "no" | "nb" | "nn" => Lang::Norwegian,
            "pt" => Lang::Portuguese,
            "ro" => Lang::Romanian,
            "ru" => Lang::Russian,
            "es" => Lang::Spanish,
            "sv" => Lang::Swedish,
            "ta" => Lang::Tamil,
            "tr" => Lang::Turkish,
            _ => Lang::Other,
        }
    }
}

impl Lang {
    /// Whether the engine has a list of this language's function words.
    pub fn has_stop_words(self) -> bool {
        !stop::words(self).is_empty()
    }

    fn stemmer(self) -> Option<Stemmer> {
        match self {
            Lang::English => Some(Stemmer::create(Algorithm::English)),
            #[cfg(feature = "languages")]
            other => other.algorithm().map(Stemmer::create),
            #[cfg(not(feature = "languages"))]
            _ => None,
        }
    }

    #[cfg(feature = "languages")]
    fn algorithm(self) -> Option<Algorithm> {
        Some(match self {
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
            Lang::Other => return None,
        })
    }
}

/// A language's stemmer (Snowball, Porter 2001) and function words, ready for use.
pub struct Stemming {
    stemmer: Option<Stemmer>,
    stop: HashSet<&'static str>,
}

impl Stemming {
    /// For one language; [`Lang::Other`] stems nothing and has no function words.
    pub fn new(lang: Lang) -> Stemming {
        Stemming {
            stemmer: lang.stemmer(),
            stop: stop::words(lang).split_whitespace().collect(),
        }
    }

    /// The stem of a folded word.
    pub fn stem(&self, form: &str) -> String {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(form).into_owned(),
            None => form.to_owned(),
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
    fn tags_name_languages_by_their_first_part() {
        assert_eq!(Lang::from_tag("en-GB"), Lang::English);
        assert_eq!(Lang::from_tag("PT_br"), Lang::Portuguese);
        assert_eq!(Lang::from_tag("uk"), Lang::Other);
        assert_eq!(Lang::from_tag(""), Lang::Other);
    }

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
