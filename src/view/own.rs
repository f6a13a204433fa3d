//! The words about own texts: what was understood of one, where they are kept, where they come from, how long
//! a link is.

use super::words::{count, digits, list};
use crate::library::Origin;
use crate::own::Draft;
use crate::own::draft::Name;
use crate::storage::database::Refusal;

/// What was understood of a text, in sentences.
pub fn understood(draft: &Draft, words: u32) -> Vec<String> {
    if words == 0 {
        let mut said = vec!["No words yet.".to_owned()];
        said.extend(draft.remarks.iter().cloned());
        return said;
    }
    let mut said = vec![format!("{}.", count(words, "word", "words"))];
    if draft.value(Name::Title).trim().is_empty() {
        said.push(format!(
            "Title, from the first sentence: {}",
            draft.title().value
        ));
    }
    if !draft.left_out.is_empty() {
        let parts: Vec<String> = draft
            .left_out
            .iter()
            .map(|(what, words)| match words {
                // Such as images, which have none.
                0 => what.clone(),
                words => format!("{what} ({})", count(*words, "word", "words")),
            })
            .collect();
        said.push(format!("Left out: {}.", list(&parts)));
    }
    said.extend(draft.remarks.iter().cloned());
    said
}

/// After so many texts that are in no file, the page says so.
const MANY: usize = 10;

/// Where the reader's texts are, and how safe they are there. `saved`: how many there were when they were last saved as a
/// file.
pub fn kept_where(kept: usize, saved: usize, clearable: bool) -> String {
    if kept == 0 {
        return "Paste or open an article of your own, or a collection you saved, and compare it with any other."
            .to_owned();
    }
    let mut said =
        "In this browser, on this device. Clearing its site data removes them.".to_owned();
    if clearable {
        said.push_str(
            " The browser may delete them when space is short or if you do not visit the site for weeks.",
        );
    }
    if kept >= saved + MANY {
        let new = count((kept - saved) as u32, "text is", "texts are");
        said.push_str(&format!(
            " {new} not in a file yet: “Save as a file” below puts them into one."
        ));
    }
    said
}

/// Why the browser keeps nothing more, how much of what is kept could not be read, and whether settings are not kept;
/// `None` if all is well.
pub fn keeping(refused: Option<Refusal>, damaged: u32, forgetful: bool) -> Vec<String> {
    let why = refused.map(|refusal| match refusal {
        Refusal::Refused => {
            "This browser does not let the site keep texts, as in a private window or with site data turned off. \
             You can still work: what you add is here until you close this tab. Save it as a file to take it along."
        }
        Refusal::Silent => {
            "The browser’s storage does not respond. What you add is here until you close this tab; what was kept before is not lost. \
             Loading the page again may help."
        }
        Refusal::Newer => {
            "A newer version of this site updated your texts. Reload the page to use it; nothing is lost."
        }
        Refusal::Full => {
            "There is no room left in this browser’s storage. What was kept before is safe; what did not fit is here until \
             you close this tab. Save it as a file, or delete something, and try again."
        }
    });
    let mut said: Vec<String> = why.map(str::to_owned).into_iter().collect();
    if damaged > 0 {
        said.push(format!(
            "{} could not be read, and was left where it is. The others are here.",
            match damaged {
                1 => "One thing that is kept here".to_owned(),
                number => format!("{} things that are kept here", digits(number)),
            }
        ));
    }
    if forgetful {
        said.push(
            "This browser’s storage for settings is full or turned off for this site. Your texts are kept all the same; settings are not."
                .to_owned(),
        );
    }
    said
}

/// Where the articles of a pair come from, if that is worth saying. `by_press`: through the button in other tabs, and not
/// with a link.
pub fn whence(origins: [Option<Origin>; 2], by_press: bool) -> String {
    let [a, b] = origins.map(|one| one == Some(Origin::Shared));
    let (who, verb) = match (a, b) {
        (true, true) => ("both texts", "are"),
        (true, false) => ("the first text", "is"),
        (false, true) => ("the second text", "is"),
        (false, false) => {
            let visit = origins.contains(&Some(Origin::Visit));
            return if visit {
                "Here for this visit only: the browser does not keep it.".to_owned()
            } else {
                String::new()
            };
        }
    };
    if by_press {
        format!("Brought by the button in another tab: {who} {verb} not kept.")
    } else {
        format!("Shared with you: {who} came with the link and {verb} not kept.")
    }
}

/// The warning about a pair of very long texts (their sum in bytes): that it takes time, and what to do if a device
/// has not enough memory. `None` for shorter ones. docs/performance.md has times and memory.
pub fn size_note(bytes: usize) -> Option<String> {
    /// About half of what was measured on a desktop computer.
    const NOTED: usize = 4_000_000;
    /// The average of bytes per word in English prose, with its space.
    const WORD: usize = 6;
    let words = u32::try_from(bytes / WORD / 100_000)
        .unwrap_or(u32::MAX)
        .saturating_mul(100_000);
    (bytes >= NOTED).then(|| {
        format!(
            "These texts have about {} words. Comparing them takes some ten seconds, and may need more memory than a phone has. If it stops, compare them in parts, such as a chapter of one with a chapter of the other.",
            digits(words)
        )
    })
}

/// The new offset after an edit of a text, in Unicode scalar values. An offset before the edit stays, one after it
/// moves along, and one inside becomes the beginning of the edit.
pub fn moved_offset(old: &str, new: &str, offset: u32) -> u32 {
    let length = |text: &str| text.chars().count();
    let same = |(one, other): &(char, char)| one == other;
    let (long, short) = (length(old), length(new));
    let before = old.chars().zip(new.chars()).take_while(same).count();
    let room = long.min(short) - before;
    let behind = old.chars().rev().zip(new.chars().rev()).take(room);
    let after = behind.take_while(same).count();
    let offset = offset as usize;
    let moved = if offset < before {
        offset
    } else if offset >= long - after {
        offset + short - long
    } else {
        before
    };
    moved as u32
}

/// How long a link is, and which programs cut one of that length.
///
/// The lengths are published ones: a line of mail may have 998 characters (RFC 5322, section 2.1.1), and a
/// longer address is broken where a program sends it as plain text; a Discord message has at most 2,000
/// characters (its API's `content` field), a Telegram message 4,096 (its Bot API's `sendMessage`); Slack
/// cuts messages after 40,000 (`chat.postMessage`). Chromium shows no address over 2 MB (its URL display
/// guidelines).
pub fn link_lengths(characters: usize) -> Vec<String> {
    const LIMITS: [(usize, &str); 5] = [
        (998, "mail programs that send plain text (998)"),
        (2_000, "Discord (2,000)"),
        (4_096, "Telegram (4,096)"),
        (40_000, "Slack (40,000)"),
        (2_000_000, "browsers (2,000,000)"),
    ];
    let number = digits(u32::try_from(characters).unwrap_or(u32::MAX));
    let cut: Vec<String> = LIMITS
        .iter()
        .filter(|(limit, _)| characters > *limit)
        .map(|(_, who)| (*who).to_owned())
        .collect();
    let mut said = vec![format!(
        "The link carries the texts themselves: {number} characters. Whoever opens it sees what you see."
    )];
    said.push(if cut.is_empty() {
        "Short enough for every mail and chat program that states a limit.".to_owned()
    } else {
        format!(
            "Too long for {}: there it would be cut or refused. Send a file instead, or use another program.",
            list(&cut)
        )
    });
    said
}

/// The result of merging a collection: articles, comparisons and names of claims, in the file and new.
pub fn joined(counts: [[usize; 3]; 2], damaged: u32, is_kept: bool) -> String {
    let [all, new] = counts;
    let [articles, comparisons, names] = new;
    let sum = |counts: [usize; 3]| counts.iter().sum::<usize>();
    let what = || {
        let mut parts = Vec::new();
        if articles > 0 {
            parts.push(count(articles as u32, "text", "texts"));
        }
        if comparisons > 0 {
            parts.push(count(comparisons as u32, "comparison", "comparisons"));
        }
        if names > 0 {
            parts.push(count(names as u32, "name of a claim", "names of claims"));
        }
        list(&parts)
    };
    let mut said = match (sum(new), sum(all)) {
        (0, 0) => "The collection is empty.".to_owned(),
        (0, _) => "Everything in this collection is here already.".to_owned(),
        _ => format!("{} added from the collection.", what()),
    };
    let known = all[0] - articles.min(all[0]);
    if known > 0 && sum(new) > 0 {
        said.push_str(&format!(
            " {} here already.",
            match known {
                1 => "1 text was".to_owned(),
                number => format!("{number} texts were"),
            }
        ));
    }
    if damaged > 0 {
        said.push_str(&format!(
            " {} could not be read.",
            count(damaged, "entry", "entries")
        ));
    }
    if !is_kept {
        said.push_str(" The browser does not keep them: they are here until you close this tab.");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::{
        joined, keeping, kept_where, link_lengths, moved_offset, size_note, understood, whence,
    };
    use crate::library::Origin;
    use crate::own::Draft;
    use crate::own::draft::Name;
    use crate::storage::database::Refusal;

    #[test]
    fn where_texts_are_kept_is_said_with_how_safe_they_are_there() {
        assert!(kept_where(0, 0, true).starts_with("Paste or open"));
        let plain = "In this browser, on this device. Clearing its site data removes them.";
        assert_eq!(kept_where(9, 0, false), plain);
        assert!(kept_where(1, 0, true).contains("may delete them"));
        let said = kept_where(12, 0, false);
        assert!(said.ends_with(
            "12 texts are not in a file yet: “Save as a file” below puts them into one."
        ));
        for (kept, saved) in [(12, 12), (21, 12), (3, 12)] {
            assert_eq!(kept_where(kept, saved, false), plain);
        }
    }

    #[test]
    fn what_was_understood_stands_beside_a_text() {
        let mut draft = Draft::default();
        assert_eq!(understood(&draft, 0), ["No words yet."]);
        draft.mend(Name::Text, "It rained.");
        draft.left_out = vec![("the menu".to_owned(), 12), ("2 images".to_owned(), 0)];
        draft.remarks = vec!["It was read as Windows-1251.".to_owned()];
        assert_eq!(
            understood(&draft, 2),
            [
                "2 words.",
                "Title, from the first sentence: It rained.",
                "Left out: the menu (12 words) and 2 images.",
                "It was read as Windows-1251.",
            ]
        );
        draft.mend(Name::Title, "Rain");
        assert_eq!(understood(&draft, 2).len(), 3);
    }

    #[test]
    fn all_well_is_not_said_and_nothing_else_is_kept_back() {
        assert_eq!(keeping(None, 0, false), [""; 0]);
        for refusal in [
            Refusal::Refused,
            Refusal::Silent,
            Refusal::Newer,
            Refusal::Full,
        ] {
            assert_eq!(keeping(Some(refusal), 0, false).len(), 1);
        }
        assert!(keeping(None, 2, false)[0].starts_with("2 things that are kept here could not"));
    }

    #[test]
    fn of_texts_as_long_as_shelves_it_is_said_beforehand() {
        assert_eq!(size_note(3_999_999), None);
        let said = size_note(9_600_000).expect("a note");
        assert!(
            said.starts_with("These texts have about 1,600,000 words."),
            "{said}"
        );
    }

    #[test]
    fn a_place_moves_with_the_text_that_it_lies_in() {
        let old = "One rain. Two rivers. Three nights.";
        let to = |new: &str, place: &str| {
            let start = old.find(place).expect("a place") as u32;
            moved_offset(old, new, start)
        };
        assert_eq!(to("One rain. Two wide rivers. Three nights.", "One"), 0);
        assert_eq!(to("One rain. Two wide rivers. Three nights.", "Three"), 27);
        assert_eq!(to("One rain. Nights.", "rivers"), 10);
        // The T of "Three" may be that of "Two": it is still in the right sentence.
        assert_eq!(to("One rain. Three nights.", "Three"), 11);
        assert_eq!(to(old, "rivers"), 14);
        assert_eq!(moved_offset("", "", 3), 3);
        assert_eq!(moved_offset("é rain", "ée rain", 2), 3);
    }

    #[test]
    fn a_pair_says_which_of_it_was_shared() {
        let (shared, kept) = (Some(Origin::Shared), Some(Origin::Kept));
        assert_eq!(whence([kept, kept], false), "");
        assert_eq!(
            whence([shared, kept], false),
            "Shared with you: the first text came with the link and is not kept."
        );
        assert_eq!(
            whence([shared, shared], false),
            "Shared with you: both texts came with the link and are not kept."
        );
        assert_eq!(
            whence([kept, shared], true),
            "Brought by the button in another tab: the second text is not kept."
        );
        assert!(whence([None, Some(Origin::Visit)], true).contains("visit"));
    }

    #[test]
    fn a_long_link_says_where_it_is_cut() {
        assert!(link_lengths(700)[1].starts_with("Short enough"));
        let long = link_lengths(5_000);
        assert!(long[0].contains("5,000 characters"));
        assert!(long[1].starts_with("Too long for mail programs that send plain text (998), Discord (2,000) and Telegram (4,096):"), "{long:?}");
    }

    #[test]
    fn joining_says_what_came_of_it() {
        assert_eq!(
            joined([[2, 1, 0], [2, 1, 0]], 0, true),
            "2 texts and 1 comparison added from the collection."
        );
        assert_eq!(
            joined([[2, 0, 0], [0, 0, 0]], 0, true),
            "Everything in this collection is here already."
        );
        assert_eq!(
            joined([[3, 0, 0], [1, 0, 0]], 1, true),
            "1 text added from the collection. 2 texts were here already. 1 entry could not be read."
        );
        assert_eq!(
            joined([[2, 0, 1], [0, 0, 1]], 0, true),
            "1 name of a claim added from the collection. 2 texts were here already."
        );
        assert!(joined([[1, 0, 0], [1, 0, 0]], 0, false).ends_with("close this tab."));
        assert_eq!(
            joined([[0, 0, 0], [0, 0, 0]], 0, true),
            "The collection is empty."
        );
    }
}
