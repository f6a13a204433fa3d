//! Several texts that were brought together, each in a few words, before they are kept.

use super::words::{count, date, list};
use crate::own::Draft;
use crate::own::draft::Name;

/// Who published a text, when, how long it is, and the file that it came from, as far as known.
pub fn facts(draft: &Draft, words: u32, file: &str) -> String {
    let day = draft.value(Name::Date).trim();
    let day = if crossread_article::is_date(day) {
        date(day)
    } else {
        day.to_owned()
    };
    let parts = [
        draft.value(Name::Publisher).trim().to_owned(),
        day,
        count(words, "word", "words"),
        file.to_owned(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The note below the beginning of a text that is too long for a field. `length`: in characters.
pub fn preview(length: u32) -> String {
    format!(
        "This is only its beginning: a text of {} is too long to edit here. All of it is kept and compared.",
        count(length, "character", "characters")
    )
}

/// How many texts there are, how many of them twice, and how many files could not be read.
pub fn brought(texts: u32, twice: u32, unread: u32) -> String {
    let mut said = vec![format!(
        "{}, not kept yet",
        count(texts, "text is here", "texts are here")
    )];
    if twice > 0 {
        let twice = count(twice, "more has the same text", "more have the same text");
        said.push(format!("{twice} as another"));
    }
    if unread > 0 {
        let unread = count(unread, "file", "files");
        said.push(format!("{unread} could not be read"));
    }
    format!("{}.", list(&said))
}

/// The note about a text that is there already. `kept`: whether it is kept, or among the others on the page.
pub fn twice(title: &str, kept: bool) -> String {
    if kept {
        format!("You have kept this text already: ‘{title}’.")
    } else {
        format!("The same text as ‘{title}’: it is kept once.")
    }
}

#[cfg(test)]
mod tests {
    use super::{brought, facts};
    use crate::own::Draft;
    use crate::own::draft::Name;

    #[test]
    fn a_text_is_told_in_a_few_words() {
        let mut draft = Draft::default();
        assert_eq!(facts(&draft, 1, ""), "1 word");
        draft.set(Name::Publisher, "The Mail", "");
        draft.set(Name::Date, "2014-05-30", "");
        assert_eq!(
            facts(&draft, 1_200, "a.html"),
            "The Mail · 30 May 2014 · 1,200 words · a.html"
        );
    }

    #[test]
    fn how_many_there_are_is_one_sentence() {
        assert_eq!(brought(12, 0, 0), "12 texts are here, not kept yet.");
        assert_eq!(
            brought(10, 1, 2),
            "10 texts are here, not kept yet, 1 more has the same text as another and 2 files could not be read."
        );
    }
}
