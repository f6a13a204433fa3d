//! Guesses the language of a text by its function words: the language whose list covers the largest share
//! of the words, if that share is typical of running text (the *frequent word* method: Grefenstette,
//! *Comparing two language identification schemes*, 1995). The lists are in the download anyway, so the
//! guess adds nothing to it. A trigram library such as whatlang would be as large as a third of the
//! application. The guess knows only the languages that have a stemmer, since it is used only for those.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use super::{Lang, stop};

/// How many words are examined.
const SAMPLE: usize = 600;
/// Running text in a language has at least this share of its function words; a text in a language
/// that the engine does not know shares fewer with a neighbour of its own family.
const LEAST_SHARE: f64 = 0.17;
const LEAST_WORDS: usize = 2;

/// The likeliest language of `text`, or [`Lang::Other`] if none of the known ones is likely.
pub fn detect(text: &str) -> Lang {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut total = 0;
    for word in text.unicode_words().take(SAMPLE) {
        if word.chars().any(char::is_alphabetic) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
            total += 1;
        }
    }
    let mut best = (LEAST_WORDS - 1, 0, Lang::Other);
    for lang in Lang::ALL {
        let list: HashSet<&str> = stop::words(lang).split_whitespace().collect();
        let met = counts
            .iter()
            .filter(|(word, _)| list.contains(word.as_str()));
        let (mut covered, mut distinct) = (0, 0);
        for (_, count) in met {
            covered += count;
            distinct += 1;
        }
        if (covered, distinct) > (best.0, best.1) {
            best = (covered, distinct, lang);
        }
    }
    if best.0 as f64 >= LEAST_SHARE * total as f64 {
        best.2
    } else {
        Lang::Other
    }
}

#[cfg(all(test, feature = "languages"))]
mod tests {
    use super::detect;
    use crate::lang::Lang;

    #[test]
    fn each_language_is_told_from_its_neighbours() {
        for (lang, text) in [
            (
                Lang::English,
                "The ministers said that they were ready to talk with the government.",
            ),
            (
                Lang::German,
                "Die Minister sagten, dass sie bereit seien, mit der Regierung zu reden.",
            ),
            (
                Lang::French,
                "Les ministres ont dit qu'ils étaient prêts à parler avec le gouvernement.",
            ),
            (
                Lang::Spanish,
                "Los ministros dijeron que estaban dispuestos a hablar con el gobierno.",
            ),
            (
                Lang::Portuguese,
                "Os ministros disseram que estavam prontos para falar com o governo, mas não hoje.",
            ),
            (
                Lang::Italian,
                "I ministri hanno detto che erano pronti a parlare con il governo.",
            ),
            (
                Lang::Dutch,
                "De ministers zeiden dat ze bereid waren om met de regering te praten.",
            ),
            (
                Lang::Swedish,
                "Ministrarna sade att de var redo att tala med regeringen och inte vänta.",
            ),
            (
                Lang::Danish,
                "Ministrene sagde, at de var parate til at tale med regeringen, og at der ikke er noget i vejen.",
            ),
            (
                Lang::Norwegian,
                "Statsrådene sa at de ikke var klare til å snakke med regjeringen, men at noen må det.",
            ),
            (
                Lang::Finnish,
                "Ministerit sanoivat, että he ovat valmiita, mutta hallitus ei ole vielä mukana, ja se on niin.",
            ),
            (
                Lang::Hungarian,
                "A miniszterek azt mondták, hogy készek a kormánnyal tárgyalni, de még nem most.",
            ),
            (
                Lang::Russian,
                "Министры сказали, что они готовы говорить с правительством, но не сегодня.",
            ),
            (
                Lang::Turkish,
                "Bakanlar bu konuda hükümet ile görüşmek için hazır olduğunu söyledi ve daha çok bilgi verdi.",
            ),
            (
                Lang::Greek,
                "Οι υπουργοί είπαν ότι είναι έτοιμοι να μιλήσουν με την κυβέρνηση.",
            ),
            (
                Lang::Arabic,
                "قال الوزراء إن الحكومة في كييف قد وافقت على ذلك بعد أن كانت ضد هذا",
            ),
        ] {
            assert_eq!(detect(text), lang, "{text}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        for text in [
            "",
            "北约外长们表示将暂停合作。",
            "Міністри закордонних справ НАТО оголосили про припинення співпраці з Росією через анексію Криму.",
            "نیٹو کے وزرائے خارجہ نے کہا ہے کہ روس کے ساتھ تعاون معطل کیا جا رہا ہے۔",
            "35,000 40,000 2014",
        ] {
            assert_eq!(detect(text), Lang::Other, "{text}");
        }
    }
}
