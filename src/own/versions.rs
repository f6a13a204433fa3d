//! Versions of kept texts, so that no tab overwrites words that it has not seen. A tab remembers a mark of each version that
//! it shows. An edit may replace the version on which it was begun and those that it wrote itself. Any other version stays,
//! and the words of the edit are kept as a separate text.

use std::collections::{BTreeMap, BTreeSet};

use crossread_collection::json::{Json, text};
use crossread_collection::record::mark;

/// The versions that a tab shows.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    /// By id: the mark of the version.
    seen: BTreeMap<String, String>,
}

impl Versions {
    /// Notes that the tab shows that stored text.
    pub fn sees(&mut self, id: &str, written: &str) {
        self.seen.insert(id.to_owned(), mark(written.as_bytes()));
    }

    /// What an edit may replace that begins now.
    pub fn replaceable(&self, id: &str) -> Replaceable {
        let mut all = Replaceable::default();
        all.0.extend(self.seen.get(id).cloned());
        all
    }
}

/// The versions of a text that one edit may replace, by their marks. It goes with the words of the edit, also where a closed
/// tab left them for the next one. Words of another edit have their own, even in the same tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replaceable(BTreeSet<String>);

impl Replaceable {
    /// Notes that the edit is about to write that.
    pub fn wrote(&mut self, written: &str) {
        self.0.insert(mark(written.as_bytes()));
    }

    /// Whether the kept text may be replaced. If there is none, the answer is yes.
    pub fn allows(&self, kept: Option<&str>) -> bool {
        kept.is_none_or(|kept| self.0.contains(&mark(kept.as_bytes())))
    }

    /// Its stored form.
    pub fn write(&self) -> Json {
        Json::List(self.0.iter().map(|mark| text(mark)).collect())
    }

    /// Reads the stored form, a list. From anything else comes one that replaces nothing.
    pub fn read(list: &[Json]) -> Replaceable {
        let mark = |one: &Json| match one {
            Json::Text(mark) => Some(mark.clone()),
            _ => None,
        };
        // One by one: building it at once would add another sort to the program.
        let mut all = Replaceable::default();
        all.0.extend(list.iter().filter_map(mark));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{Replaceable, Versions};
    use crossread_collection::json::{self, Json};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const ID: &str = "own-a";

    /// What a browser keeps.
    #[derive(Default)]
    struct Browser {
        kept: BTreeMap<String, String>,
        /// What tabs left that might not be able to keep it: the words, and what they may replace.
        rescued: Vec<(String, Replaceable)>,
        /// What closed tabs had asked to be kept. It may still arrive.
        late: Vec<Flight>,
        copies: usize,
    }

    /// Words that were asked to be kept and are on their way to the storage.
    struct Flight {
        id: String,
        words: String,
        may: Replaceable,
        edit: usize,
    }

    /// Words that are not kept yet.
    #[derive(Clone)]
    struct Edit {
        number: usize,
        may: Replaceable,
    }

    /// A tab with one text in its field.
    #[derive(Default)]
    struct Tab {
        versions: Versions,
        id: String,
        shown: String,
        edit: Option<Edit>,
        edits: usize,
        flights: Vec<Flight>,
    }

    #[derive(Clone, Copy, Debug)]
    enum Act {
        Type,
        Pause,
        Arrive,
        Hear,
        KeepAnother,
        Leave,
        Close,
        Reload,
        ArriveLate,
    }

    impl Tab {
        fn open(browser: &mut Browser) -> Tab {
            for (words, may) in std::mem::take(&mut browser.rescued) {
                browser.put(ID, &words, &may, true);
            }
            let mut tab = Tab {
                id: ID.to_owned(),
                ..Tab::default()
            };
            tab.hear(browser);
            tab
        }

        /// Another tab has told of a change: the field is filled anew where nothing was typed.
        fn hear(&mut self, browser: &Browser) {
            if self.edit.is_none() {
                self.shown = browser.kept.get(&self.id).cloned().unwrap_or_default();
                self.versions.sees(&self.id, &self.shown);
            }
        }

        fn rescue(&mut self, browser: &mut Browser) {
            if let Some(edit) = &mut self.edit {
                edit.may.wrote(&self.shown);
                browser.rescued.push((self.shown.clone(), edit.may.clone()));
            }
        }

        fn act(&mut self, act: Act, word: &str, browser: &mut Browser) {
            match act {
                Act::Type => {
                    if self.edit.is_none() {
                        self.edits += 1;
                        let (number, may) = (self.edits, self.versions.replaceable(&self.id));
                        self.edit = Some(Edit { number, may });
                    }
                    self.shown.push_str(word);
                }
                Act::Pause => {
                    if let Some(edit) = &mut self.edit {
                        edit.may.wrote(&self.shown);
                        self.flights.push(Flight {
                            id: self.id.clone(),
                            words: self.shown.clone(),
                            may: edit.may.clone(),
                            edit: edit.number,
                        });
                    }
                }
                Act::Arrive => {
                    if self.flights.is_empty() {
                        return;
                    }
                    let flight = self.flights.remove(0);
                    let id = browser.put(&flight.id, &flight.words, &flight.may, true);
                    let edit = self.edit.as_mut().filter(|edit| edit.number == flight.edit);
                    if let Some(edit) = edit {
                        if id != self.id {
                            // The edit goes on in its own text.
                            edit.may = Replaceable::default();
                            edit.may.wrote(&flight.words);
                        }
                        self.id.clone_from(&id);
                        if self.shown == flight.words {
                            self.edit = None;
                        }
                    }
                    self.versions.sees(&id, &flight.words);
                    if self.edit.is_none() && id == self.id {
                        self.shown = flight.words;
                    }
                }
                Act::Hear => self.hear(browser),
                Act::KeepAnother => {
                    browser.kept.insert(format!("own-{word}"), word.to_owned());
                }
                // To another site, from where the reader may come back to the page as it was.
                Act::Leave => self.rescue(browser),
                Act::Close => {
                    self.rescue(browser);
                    browser.late.append(&mut self.flights);
                    *self = Tab::open(browser);
                }
                Act::Reload => {
                    self.rescue(browser);
                    browser.late.append(&mut self.flights);
                    // The tab remembers the words as well.
                    let remembered = self.edit.take().map(|edit| (self.shown.clone(), edit));
                    *self = Tab::open(browser);
                    if let Some((words, edit)) = remembered
                        && !browser.kept.values().any(|kept| *kept == words)
                    {
                        self.shown = words;
                        self.edit = Some(edit);
                    }
                }
                Act::ArriveLate => {
                    if !browser.late.is_empty() {
                        let late = browser.late.remove(0);
                        browser.put(&late.id, &late.words, &late.may, false);
                    }
                }
            }
        }
    }

    impl Browser {
        /// The id under which the words are then. Nobody keeps a copy for a closed tab.
        fn put(&mut self, id: &str, words: &str, may: &Replaceable, copies: bool) -> String {
            let kept = self.kept.get(id).map(String::as_str);
            let id = if may.allows(kept) || kept == Some(words) {
                id.to_owned()
            } else if copies {
                self.copies += 1;
                format!("{ID}-{}", self.copies + 1)
            } else {
                return id.to_owned();
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
            5 => Just(Act::Hear),
            1 => Just(Act::KeepAnother),
            1 => Just(Act::Leave),
            1 => Just(Act::Close),
            1 => Just(Act::Reload),
            1 => Just(Act::ArriveLate),
        ];
        prop::collection::vec((0..2_usize, act), 0..60)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

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
            }
            for tab in &mut tabs {
                tab.act(Act::Close, "", &mut browser);
            }
            for word in typed {
                let is_kept = browser.kept.values().any(|kept| kept.contains(&word));
                prop_assert!(is_kept, "{word} is lost: {:?}", browser.kept);
            }
        }

        #[test]
        fn what_may_be_replaced_comes_back_from_its_stored_form(written in prop::collection::vec(any::<String>(), 0..5)) {
            let mut may = Replaceable::default();
            written.iter().for_each(|one| may.wrote(one));
            let Some(Json::List(list)) = json::read(&may.write().write()) else {
                return Err(TestCaseError::fail("it is no list"));
            };
            prop_assert_eq!(Replaceable::read(&list), may);
        }
    }

    #[test]
    fn words_begun_on_one_version_do_not_replace_another() {
        let mut tab = Versions::default();
        tab.sees(ID, "It rained.");
        let mut may = tab.replaceable(ID);
        may.wrote("It rained a lot.");
        for kept in [None, Some("It rained."), Some("It rained a lot.")] {
            assert!(may.allows(kept), "{kept:?}");
        }
        assert!(!may.allows(Some("It rained, they said.")));
    }

    #[test]
    fn the_next_edit_does_not_replace_what_an_older_one_wrote() {
        let mut tab = Versions::default();
        tab.sees(ID, "It rained.");
        tab.replaceable(ID).wrote("It rained a lot.");
        assert!(!tab.replaceable(ID).allows(Some("It rained a lot.")));
    }
}
