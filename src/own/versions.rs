//! Versions of kept texts, so that no tab overwrites words that it has not seen. Each tab remembers marks of the versions
//! that it showed or wrote itself. It may replace only these. Any other version stays, and the tab keeps its words as
//! a separate text.

use std::collections::{BTreeMap, BTreeSet};

use crossread_collection::record::mark;

/// What a tab has seen and written.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    /// By id: the mark of the version that the tab shows.
    seen: BTreeMap<String, String>,
    /// By id: the marks of what the tab wrote.
    wrote: BTreeMap<String, BTreeSet<String>>,
}

/// The versions that may be replaced.
pub type Replaceable = BTreeSet<String>;

impl Versions {
    /// Notes that the tab shows that stored text.
    pub fn sees(&mut self, id: &str, written: &str) {
        self.seen.insert(id.to_owned(), mark(written.as_bytes()));
    }

    /// The mark of the version that the tab shows; empty for none.
    pub fn seen(&self, id: &str) -> String {
        self.seen.get(id).cloned().unwrap_or_default()
    }

    /// Notes that the tab is about to write that.
    pub fn writes(&mut self, id: &str, written: &str) {
        let all = self.wrote.entry(id.to_owned()).or_default();
        all.insert(mark(written.as_bytes()));
    }

    /// The versions that may be replaced by words that were begun on that version.
    pub fn replaceable(&self, id: &str, begun_on: &str) -> Replaceable {
        let mut all = self.wrote.get(id).cloned().unwrap_or_default();
        all.insert(begun_on.to_owned());
        all
    }
}

/// Whether the kept text may be replaced. If there is none, the answer is yes.
pub fn may_replace(replaceable: &Replaceable, kept: Option<&str>) -> bool {
    kept.is_none_or(|kept| replaceable.contains(&mark(kept.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{Replaceable, Versions, may_replace};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const ID: &str = "own-a";

    /// What a browser keeps.
    #[derive(Default)]
    struct Browser {
        kept: BTreeMap<String, String>,
        /// What closed tabs could not keep any more: the words, and what they were begun on.
        rescued: Vec<(String, String)>,
        copies: usize,
    }

    /// A tab with one text in its field.
    #[derive(Default)]
    struct Tab {
        versions: Versions,
        shown: String,
        /// What the words in the field were begun on, once there are any.
        begun_on: Option<String>,
        /// What was asked to be kept and is on its way to the storage.
        on_its_way: Option<(String, Replaceable)>,
        id: String,
    }

    #[derive(Clone, Copy, Debug)]
    enum Act {
        Type,
        Pause,
        Arrive,
        KeepAnother,
        Close,
        Reload,
    }

    impl Tab {
        fn open(browser: &mut Browser) -> Tab {
            let mut tab = Tab {
                id: ID.to_owned(),
                ..Tab::default()
            };
            for (words, begun_on) in std::mem::take(&mut browser.rescued) {
                let may = tab.versions.replaceable(ID, &begun_on);
                tab.versions.writes(ID, &words);
                browser.put(ID, &words, &may);
            }
            tab.hear(browser);
            tab
        }

        /// Another tab has told of a change: the field is filled anew where nothing was typed.
        fn hear(&mut self, browser: &Browser) {
            if self.begun_on.is_none() {
                self.shown = browser.kept.get(&self.id).cloned().unwrap_or_default();
                self.versions.sees(&self.id, &self.shown);
            }
        }

        fn act(&mut self, act: Act, word: &str, browser: &mut Browser) {
            match act {
                Act::Type => {
                    let begun_on = self.versions.seen(&self.id);
                    self.begun_on.get_or_insert(begun_on);
                    self.shown.push_str(word);
                }
                Act::Pause => {
                    if let Some(begun_on) = &self.begun_on {
                        let may = self.versions.replaceable(&self.id, begun_on);
                        self.versions.writes(&self.id, &self.shown);
                        self.on_its_way = Some((self.shown.clone(), may));
                    }
                }
                Act::Arrive => {
                    let Some((words, may)) = self.on_its_way.take() else {
                        return;
                    };
                    let id = browser.put(&self.id, &words, &may);
                    self.id = id;
                    self.versions.sees(&self.id, &words);
                    // What was typed since was begun on what is kept now.
                    let more = self.shown != words;
                    self.begun_on = more.then(|| self.versions.seen(&self.id));
                }
                Act::KeepAnother => {
                    browser.kept.insert(format!("own-{word}"), word.to_owned());
                }
                Act::Close | Act::Reload => {
                    // On its way or not: that it arrives, nobody knows.
                    if let Some(begun_on) = self.begun_on.take() {
                        browser.rescued.push((self.shown.clone(), begun_on));
                    }
                    *self = Tab::open(browser);
                }
            }
        }
    }

    impl Browser {
        /// The id under which the words are then.
        fn put(&mut self, id: &str, words: &str, may: &Replaceable) -> String {
            let kept = self.kept.get(id).map(String::as_str);
            let id = if may_replace(may, kept) || kept == Some(words) {
                id.to_owned()
            } else {
                self.copies += 1;
                format!("{id}-{}", self.copies + 1)
            };
            self.kept.insert(id.clone(), words.to_owned());
            id
        }
    }

    fn acts() -> impl Strategy<Value = Vec<(usize, Act)>> {
        let act = prop_oneof![
            5 => Just(Act::Type),
            3 => Just(Act::Pause),
            3 => Just(Act::Arrive),
            1 => Just(Act::KeepAnother),
            1 => Just(Act::Close),
            1 => Just(Act::Reload),
        ];
        prop::collection::vec((0..2_usize, act), 0..40)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn whatever_two_tabs_do_every_typed_word_is_kept(acts in acts()) {
            let mut browser = Browser::default();
            browser.kept.insert(ID.to_owned(), "It rained.".to_owned());
            let mut tabs = [Tab::open(&mut browser), Tab::open(&mut browser)];
            let mut typed = Vec::new();
            for (number, (which, act)) in acts.into_iter().enumerate() {
                let word = format!(" w{number}.");
                if matches!(act, Act::Type) {
                    typed.push(word.clone());
                }
                tabs[which].act(act, &word, &mut browser);
                for tab in &mut tabs {
                    tab.hear(&browser);
                }
            }
            for tab in &mut tabs {
                tab.act(Act::Arrive, "", &mut browser);
                tab.act(Act::Close, "", &mut browser);
            }
            for word in typed {
                let is_kept = browser.kept.values().any(|kept| kept.contains(&word));
                prop_assert!(is_kept, "{word} is lost: {:?}", browser.kept);
            }
        }
    }

    #[test]
    fn words_begun_on_one_version_do_not_replace_another() {
        let mut tab = Versions::default();
        tab.sees(ID, "It rained.");
        let begun_on = tab.seen(ID);
        tab.writes(ID, "It rained a lot.");
        let may = tab.replaceable(ID, &begun_on);
        for kept in [None, Some("It rained."), Some("It rained a lot.")] {
            assert!(may_replace(&may, kept), "{kept:?}");
        }
        assert!(!may_replace(&may, Some("It rained, they said.")));
    }
}
