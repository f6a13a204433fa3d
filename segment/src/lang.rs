//! The languages that something here knows more of than their letters: abbreviations, stemmers,
//! function words.

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

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn tags_name_languages_by_their_first_part() {
        assert_eq!(Lang::from_tag("en-GB"), Lang::English);
        assert_eq!(Lang::from_tag("PT_br"), Lang::Portuguese);
        assert_eq!(Lang::from_tag("uk"), Lang::Other);
        assert_eq!(Lang::from_tag(""), Lang::Other);
    }
}
