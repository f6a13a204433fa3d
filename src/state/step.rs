//! Decides what a change of the state does to the browser's history.

use super::State;

/// What kind of history entry a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing changed: leave history alone.
    Stay,
    /// Another page, another pair or another story: a new entry, so that Back leads here.
    Push,
    /// An adjustment: the current entry is replaced.
    Replace,
}

/// The kind of history entry for going from one state to another.
pub fn step(from: &State, to: &State) -> Step {
    if from == to {
        Step::Stay
    } else if (from.page, &from.a, &from.b, &from.of, from.reads)
        != (to.page, &to.a, &to.b, &to.of, to.reads)
    {
        Step::Push
    } else {
        Step::Replace
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, step};
    use crate::state::parse;

    #[test]
    fn another_pair_or_page_is_a_new_entry_and_an_adjustment_is_none() {
        let go = |from: &str, to: &str| step(&parse(from).state, &parse(to).state);
        assert_eq!(go("?a=x&b=y", "?a=x&b=y&view=side"), Step::Stay);
        for adjusted in [
            "view=one",
            "at=1.2",
            "min=8",
            "kinds=none",
            "text=all",
            "d=aaaaaaaa",
        ] {
            assert_eq!(
                go("?a=x&b=y", &format!("?a=x&b=y&{adjusted}")),
                Step::Replace
            );
        }
        for elsewhere in [
            "",
            "?a=y&b=x",
            "?a=x",
            "?a=x&b=z&view=one",
            "?page=library&a=x&b=y",
            "?page=story&of=x.y",
        ] {
            assert_eq!(go("?a=x&b=y", elsewhere), Step::Push, "{elsewhere}");
        }
        assert_eq!(go("?page=story", "?page=story&of=x.y"), Step::Push);
        assert_eq!(go("?page=story", "?page=story&view=read"), Step::Push);
        assert_eq!(go("?page=story", "?page=story&order=told"), Step::Replace);
        assert_eq!(go("?page=story", "?page=story&strict=loose"), Step::Replace);
        assert_eq!(go("?page=story", "?page=story&without=x"), Step::Replace);
    }
}
