//! Turns what another program shared into a text that the reader can correct. Share sheets have a title, a text and an
//! address, but programs fill them in differently: most put the address after the text, many share only a headline.

use crossread_article::is_web_address;

use super::draft::{Draft, Name};
use crossread_collection::bounds::clipped;

/// The basis of the values.
const BASIS: &str = "what was shared";

/// In an address, this introduces the words that were selected on its page (WICG, Scroll to Text Fragment).
const SELECTED: &str = "#:~:text=";

/// The most characters of a headline.
const LONGEST_HEADLINE: usize = 250;

/// The text with its title and its address; `None` if only files were shared.
pub fn draft(title: &str, text: &str, url: &str) -> Option<Draft> {
    let (title, is_cut) = clipped(title, Name::Title.most());
    let mut title = title.into_owned();
    // A form's text has CR LF between its lines, whatever it had before.
    let text = text.replace("\r\n", "\n");
    let mut text = text.trim();
    let mut url = url.trim();
    // A longer one is left in the text.
    let is_web = |url: &str| is_web_address(url) && url.len() <= Name::Url.most();
    if !is_web(url) {
        let last = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let last = text.get(last..).unwrap_or_default();
        if is_web(last) {
            url = last;
            text = text.strip_suffix(last).unwrap_or(text).trim_end();
        }
    }
    let is_address = is_web(url);
    let (page, selected) = match url.split_once(SELECTED) {
        Some((page, _)) => (page, true),
        None => (url, false),
    };
    if selected {
        // Browsers put what was selected into quotation marks, which are not the article's.
        let inner = text
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'));
        text = inner.unwrap_or(text).trim();
    }
    let is_headline = !text.contains('\n') && text.chars().count() <= LONGEST_HEADLINE;
    if text == title || (is_address && !selected && title.is_empty() && is_headline) {
        title = text.to_owned();
        text = "";
    }
    if title.is_empty() && text.is_empty() && !is_address {
        return None;
    }
    let mut draft = Draft {
        text: text.to_owned(),
        remarks: vec!["It was shared by another program.".to_owned()],
        ..Draft::default()
    };
    if is_cut {
        let cut = "Its title was too long for this page, and was cut.";
        draft.remarks.push(cut.to_owned());
    }
    if !title.is_empty() {
        draft.set(Name::Title, &title, BASIS);
    }
    if is_address {
        draft.set(Name::Url, page, BASIS);
    }
    if text.is_empty() {
        draft.remarks.push(
            "The article itself did not come with it, and this page fetches nothing from other sites. Open the article, \
             select its text, and share or copy that; or save the page and share the file."
                .to_owned(),
        );
    }
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::draft;
    use crate::own::draft::{Draft, Name};
    use proptest::prelude::*;

    /// Title, address, text.
    fn said(draft: &Draft) -> [&str; 3] {
        [
            draft.value(Name::Title),
            draft.value(Name::Url),
            &draft.text,
        ]
    }

    #[test]
    fn programs_fill_the_share_sheet_in_as_they_like() {
        const PAGE: &str = "https://example.org/rain";
        for (shared, understood) in [
            (
                ["Rain", "It rained.\r\n\r\nAll night.", PAGE],
                ["Rain", PAGE, "It rained.\n\nAll night."],
            ),
            (
                ["Rain", "It rained. https://example.org/rain", ""],
                ["Rain", PAGE, "It rained."],
            ),
            // A browser's page, and a newsroom's program.
            (["Rain", PAGE, ""], ["Rain", PAGE, ""]),
            (["Rain", "Rain", PAGE], ["Rain", PAGE, ""]),
            (
                ["", "Rain over the city\nhttps://example.org/rain", ""],
                ["Rain over the city", PAGE, ""],
            ),
            (["", PAGE, ""], ["", PAGE, ""]),
            // What was selected on a page.
            (
                [
                    "",
                    "\"It rained.\"\n https://example.org/rain#:~:text=It%20rained",
                    "",
                ],
                ["", PAGE, "It rained."],
            ),
            (
                [
                    "",
                    "“It rained,” he said.\nhttps://example.org/rain#:~:text=It",
                    "",
                ],
                ["", PAGE, "“It rained,” he said."],
            ),
            // No address of the web.
            (
                ["", "It rained.", "javascript:alert(1)"],
                ["", "", "It rained."],
            ),
            (
                ["", "It rained. ftp://example.org", ""],
                ["", "", "It rained. ftp://example.org"],
            ),
        ] {
            let [title, text, url] = shared;
            let draft = draft(title, text, url).expect("something was shared");
            assert_eq!(said(&draft), understood, "{shared:?}");
            assert_eq!(
                draft.remarks.len(),
                if draft.text.is_empty() { 2 } else { 1 }
            );
        }
        // Longer than is taken.
        let letters = "a".repeat(100_000);
        let long = format!("https://{letters}");
        let one = draft(&letters, &format!("It rained. {long}"), "").expect("a text");
        assert_eq!(one.value(Name::Title).chars().count(), Name::Title.most());
        assert_eq!((one.value(Name::Url), one.text.len()), ("", 100_019));
        assert_eq!(one.faults(), []);
        for nothing in [["", "", ""], [" ", "\r\n", "x"]] {
            let [title, text, url] = nothing;
            assert_eq!(draft(title, text, url), None);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_shared_gives_a_draft_or_nothing(title in any::<String>(), text in any::<String>(), url in any::<String>()) {
            let _ = draft(&title, &text, &url);
            let _ = draft(&title, &format!("{text} https://a.example/{url}"), "");
        }
    }
}
