//! The settings that are not the default, in words, since they decide what is marked and printed.

use crossread_engine::{MinWords, Options, Scope, Strictness};

use crate::state::{Kinds, State, Voices};
use crate::view::words::{count, list};

/// What is set, and the state that restores the default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set {
    /// "Settings: strictness loosest, passages from 3 words. 3 of 4 matches are hidden." Empty if everything is the
    /// default.
    pub text: String,
    /// The state with the default settings.
    pub usual: State,
}

/// What a state sets, and what it hides.
pub fn set(state: &State, hidden: Option<&str>) -> Set {
    let Options {
        min_words,
        strictness,
        scope,
        ..
    } = state.options;
    let mut said = Vec::new();
    if strictness != Strictness::default() {
        said.push(format!("strictness {strictness}"));
    }
    if min_words != MinWords::default() {
        let words = count(min_words.get() as u32, "word", "words");
        said.push(format!("passages from {words}"));
    }
    if scope == Scope::Full {
        said.push("repeats and furniture counted".to_owned());
    }
    let voices = match state.voices {
        Voices::All => None,
        Voices::Quoted => Some("only what is in quotation marks"),
        Voices::Reporter => Some("only what is in the reporter’s own words"),
    };
    said.extend(voices.map(str::to_owned));
    let mut text = String::new();
    if !said.is_empty() {
        text = format!("Settings: {}.", list(&said));
    }
    if let Some(hidden) = hidden {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(hidden);
        text.push('.');
    }
    Set {
        text,
        usual: State {
            options: Options::default(),
            kinds: Kinds::default(),
            voices: Voices::All,
            ..state.clone()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::set;
    use crate::state::{State, parse};

    fn said(query: &str, hidden: Option<&str>) -> String {
        set(&parse(query).state, hidden).text
    }

    #[test]
    fn what_is_set_is_said() {
        assert_eq!(said("?a=x&b=y", None), "");
        assert_eq!(
            said("?a=x&b=y&kinds=edited", Some("1 of 2 matches is hidden")),
            "1 of 2 matches is hidden."
        );
        assert_eq!(
            said(
                "?a=x&b=y&strict=loosest&min=3&text=all&voice=quoted",
                Some("2 of 2 matches are hidden")
            ),
            "Settings: strictness loosest, passages from 3 words, repeats and furniture counted and only what is in \
             quotation marks. 2 of 2 matches are hidden."
        );
        assert_eq!(
            said("?a=x&b=y&voice=reporter", None),
            "Settings: only what is in the reporter’s own words."
        );
    }

    #[test]
    fn the_way_back_keeps_all_else() {
        let state =
            parse("?a=x&b=y&view=one&at=3.4&strict=loose&min=4&kinds=none&voice=quoted&text=all")
                .state;
        let usual = set(&state, None).usual;
        assert_eq!(usual, parse("?a=x&b=y&view=one&at=3.4").state);
        assert_eq!(
            set(&usual, None),
            super::Set {
                text: String::new(),
                usual
            }
        );
        assert_eq!(set(&State::default(), None).text, "");
    }
}
