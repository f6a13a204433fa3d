//! The languages with rules of their own: abbreviations, stemmers, function words, the form of
//! ordinals.

use std::fmt;
use std::str::FromStr;

/// A language with rules of its own, or [`Lang::Other`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the variants are the languages' names")]
pub enum Lang {
    Arabic,
    Bulgarian,
    Croatian,
    Czech,
    Danish,
    Dutch,
    English,
    Finnish,
    French,
    German,
    Greek,
    Hindi,
    Hungarian,
    Italian,
    Norwegian,
    Polish,
    Portuguese,
    Romanian,
    Russian,
    Serbian,
    Slovak,
    Slovenian,
    Spanish,
    Swedish,
    Tamil,
    Turkish,
    Ukrainian,
    Vietnamese,
    /// Any other language, known or not: no stemmer, no stop words, no abbreviations.
    #[default]
    Other,
}

impl Lang {
    /// Every language with rules of its own. They need the feature `languages`; without it, only English
    /// has rules.
    pub const ALL: [Lang; 28] = [
        Lang::Arabic,
        Lang::Bulgarian,
        Lang::Croatian,
        Lang::Czech,
        Lang::Danish,
        Lang::Dutch,
        Lang::English,
        Lang::Finnish,
        Lang::French,
        Lang::German,
        Lang::Greek,
        Lang::Hindi,
        Lang::Hungarian,
        Lang::Italian,
        Lang::Norwegian,
        Lang::Polish,
        Lang::Portuguese,
        Lang::Romanian,
        Lang::Russian,
        Lang::Serbian,
        Lang::Slovak,
        Lang::Slovenian,
        Lang::Spanish,
        Lang::Swedish,
        Lang::Tamil,
        Lang::Turkish,
        Lang::Ukrainian,
        Lang::Vietnamese,
    ];

    /// Whether a number with a dot is an ordinal: *der 2. Weltkrieg*, *Karel IV.*
    pub(crate) fn dots_ordinals(self) -> bool {
        matches!(
            self,
            Lang::Croatian
                | Lang::Czech
                | Lang::Danish
                | Lang::Finnish
                | Lang::German
                | Lang::Hungarian
                | Lang::Norwegian
                | Lang::Polish
                | Lang::Serbian
                | Lang::Slovak
                | Lang::Slovenian
                | Lang::Turkish
        )
    }

    /// The language of a BCP 47 tag (`en`, `en-GB`, `pt_BR`), by its first subtag; [`Lang::Other`] for an
    /// unknown tag. To get an error for an unknown tag, use `tag.parse::<Lang>()`.
    pub fn from_tag(tag: &str) -> Lang {
        tag.parse().unwrap_or(Lang::Other)
    }

    /// The shortest BCP 47 tag, such as `en`; `und` (undetermined) for [`Lang::Other`].
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Arabic => "ar",
            Lang::Danish => "da",
            Lang::Dutch => "nl",
            Lang::English => "en",
            Lang::Finnish => "fi",
            Lang::French => "fr",
            Lang::German => "de",
            Lang::Greek => "el",
            Lang::Hungarian => "hu",
            Lang::Italian => "it",
            Lang::Norwegian => "no",
            Lang::Portuguese => "pt",
            Lang::Romanian => "ro",
            Lang::Russian => "ru",
            Lang::Spanish => "es",
            Lang::Swedish => "sv",
            Lang::Tamil => "ta",
            Lang::Turkish => "tr",
            Lang::Bulgarian => "bg",
            Lang::Croatian => "hr",
            Lang::Czech => "cs",
            Lang::Hindi => "hi",
            Lang::Polish => "pl",
            Lang::Serbian => "sr",
            Lang::Slovak => "sk",
            Lang::Slovenian => "sl",
            Lang::Ukrainian => "uk",
            Lang::Vietnamese => "vi",
            Lang::Other => "und",
        }
    }

    /// Its name in English; `None` for [`Lang::Other`].
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Lang::Arabic => "Arabic",
            Lang::Danish => "Danish",
            Lang::Dutch => "Dutch",
            Lang::English => "English",
            Lang::Finnish => "Finnish",
            Lang::French => "French",
            Lang::German => "German",
            Lang::Greek => "Greek",
            Lang::Hungarian => "Hungarian",
            Lang::Italian => "Italian",
            Lang::Norwegian => "Norwegian",
            Lang::Portuguese => "Portuguese",
            Lang::Romanian => "Romanian",
            Lang::Russian => "Russian",
            Lang::Spanish => "Spanish",
            Lang::Swedish => "Swedish",
            Lang::Tamil => "Tamil",
            Lang::Turkish => "Turkish",
            Lang::Bulgarian => "Bulgarian",
            Lang::Croatian => "Croatian",
            Lang::Czech => "Czech",
            Lang::Hindi => "Hindi",
            Lang::Polish => "Polish",
            Lang::Serbian => "Serbian",
            Lang::Slovak => "Slovak",
            Lang::Slovenian => "Slovenian",
            Lang::Ukrainian => "Ukrainian",
            Lang::Vietnamese => "Vietnamese",
            Lang::Other => return None,
        })
    }
}

/// Writes the tag, which parses to the same language.
impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.tag())
    }
}

/// Reads a BCP 47 tag by its first subtag, in any case. `und` is [`Lang::Other`]; any other tag that
/// is not known is an error.
impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Lang, UnknownLang> {
        let first = tag.split(['-', '_']).next().unwrap_or("");
        // Norwegian has two written forms with tags of their own.
        if first.eq_ignore_ascii_case("nb") || first.eq_ignore_ascii_case("nn") {
            return Ok(Lang::Norwegian);
        }
        let mut all = Lang::ALL.into_iter().chain([Lang::Other]);
        all.find(|lang| first.eq_ignore_ascii_case(lang.tag()))
            .ok_or(UnknownLang)
    }
}

/// The tag does not name a language of [`Lang::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownLang;

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no language that is known here has this tag")
    }
}

impl std::error::Error for UnknownLang {}

#[cfg(test)]
mod tests {
    use super::{Lang, UnknownLang};

    #[test]
    fn tags_name_languages_by_their_first_part() {
        assert_eq!(Lang::from_tag("en-GB"), Lang::English);
        assert_eq!(Lang::from_tag("PT_br"), Lang::Portuguese);
        assert_eq!(Lang::from_tag("uk"), Lang::Ukrainian);
        assert_eq!(Lang::from_tag("cy"), Lang::Other);
        assert_eq!(Lang::from_tag(""), Lang::Other);
    }

    #[test]
    fn a_language_is_read_back_from_what_it_is_written_as() {
        for lang in Lang::ALL.into_iter().chain([Lang::Other]) {
            assert_eq!(lang.to_string().parse(), Ok(lang));
        }
        assert_eq!("nn-NO".parse(), Ok(Lang::Norwegian));
        for unknown in ["cy", "", "english", "e n", "other"] {
            assert_eq!(unknown.parse::<Lang>(), Err(UnknownLang), "{unknown}");
        }
    }

    #[test]
    fn every_language_has_a_name_of_its_own() {
        let names: Vec<_> = Lang::ALL.into_iter().map(Lang::name).collect();
        for (place, name) in names.iter().enumerate() {
            assert!(name.is_some() && !names[..place].contains(name), "{name:?}");
        }
        assert_eq!(Lang::Other.name(), None);
    }
}
