//! The languages that something here knows more of than their letters: abbreviations, stemmers,
//! function words, how ordinals are written.

/// A language that the engine has something of its own for, or [`Lang::Other`], the plain path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
    /// Every language that the engine has something of its own for (with the feature `languages`;
    /// without it, English alone).
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
            "bg" => Lang::Bulgarian,
            "hr" => Lang::Croatian,
            "cs" => Lang::Czech,
            "hi" => Lang::Hindi,
            "pl" => Lang::Polish,
            "sr" => Lang::Serbian,
            "sk" => Lang::Slovak,
            "sl" => Lang::Slovenian,
            "uk" => Lang::Ukrainian,
            "vi" => Lang::Vietnamese,
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
        assert_eq!(Lang::from_tag("uk"), Lang::Ukrainian);
        assert_eq!(Lang::from_tag("cy"), Lang::Other);
        assert_eq!(Lang::from_tag(""), Lang::Other);
    }
}
