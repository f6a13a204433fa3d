//! Links by hand in an address: `120.88` for two sentences that belong together, `-120.88` for two that do not, joined
//! by `_`. The offsets are like those of [`At`](super::At).

use std::fmt;

use crossread_engine::{HandLinks, Span};

use super::{Both, Side};
use crate::sort::distinct;

/// The most of them in an address, which must fit in a message.
const MOST: usize = 100;

/// Two sentences, by their offsets, and whether they belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Said {
    /// The offset in A's text, in Unicode scalar values.
    pub a: u32,
    /// The offset in B's.
    pub b: u32,
    /// Whether they belong together; else they do not.
    pub made: bool,
}

/// Everything that the reader said about two texts: in order, one entry for each pair of offsets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ByHand(Vec<Said>);

impl ByHand {
    /// Puts them in order. For each pair of offsets the last entry counts. Only as many are kept as an address can have.
    pub fn new(said: impl IntoIterator<Item = Said>) -> ByHand {
        let mut kept: Vec<Said> = Vec::new();
        for one in said {
            match kept.binary_search_by_key(&(one.a, one.b), |kept| (kept.a, kept.b)) {
                Ok(at) => kept[at] = one,
                Err(at) => kept.insert(at, one),
            }
        }
        kept.truncate(MOST);
        ByHand(kept)
    }

    /// Parses the value of `hand=` in an address; `None` if it is not understood.
    pub fn parse(written: &str) -> Option<ByHand> {
        let parts: Vec<&str> = written.split('_').take(MOST + 1).collect();
        if parts.len() > MOST {
            return None;
        }
        let said = parts.into_iter().map(|part| {
            let (made, places) = match part.strip_prefix('-') {
                Some(places) => (false, places),
                None => (true, part),
            };
            let (a, b) = places.split_once('.')?;
            let number = |digits: &str| {
                let bare = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                bare.then(|| digits.parse().ok())?
            };
            let (a, b) = (number(a)?, number(b)?);
            Some(Said { a, b, made })
        });
        said.collect::<Option<Vec<Said>>>().map(ByHand::new)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an address has room for no more.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// All that is said, in order.
    pub fn all(&self) -> &[Said] {
        &self.0
    }

    /// The same with this said too.
    pub fn with(&self, said: Said) -> ByHand {
        ByHand::new(self.0.iter().copied().chain([said]))
    }

    /// Only the entries that `keep` accepts.
    pub fn filtered(&self, keep: impl Fn(&Said) -> bool) -> ByHand {
        ByHand::new(self.0.iter().copied().filter(keep))
    }

    /// The same with the offsets of that side moved.
    pub fn moved(&self, side: Side, to: impl Fn(u32) -> u32) -> ByHand {
        ByHand::new(self.0.iter().map(|&said| match side {
            Side::A => Said {
                a: to(said.a),
                ..said
            },
            Side::B => Said {
                b: to(said.b),
                ..said
            },
        }))
    }

    /// The same with A and B exchanged.
    pub fn swapped(&self) -> ByHand {
        ByHand::new(
            self.0
                .iter()
                .map(|&Said { a, b, made }| Said { a: b, b: a, made }),
        )
    }

    /// The same in the engine's form: each offset becomes the character there. Offsets beyond the text are left out.
    pub fn links(&self, texts: Both<&str>) -> HandLinks {
        let places = Both::each(|side| {
            let mut offsets: Vec<u32> = self.0.iter().map(|said| said.of(side)).collect();
            distinct(&mut offsets);
            spans(texts.of(side), offsets)
        });
        let find = |side: Side, said: &Said| {
            let places = places.of(side);
            let at = places.binary_search_by_key(&said.of(side), |(offset, _)| *offset);
            at.ok().map(|at| places[at].1)
        };
        let mut links = HandLinks::default();
        for said in &self.0 {
            let list = if said.made {
                &mut links.made
            } else {
                &mut links.refused
            };
            list.extend(find(Side::A, said).zip(find(Side::B, said)));
        }
        links
    }
}

impl Said {
    /// The offset in that side's text.
    pub fn of(&self, side: Side) -> u32 {
        match side {
            Side::A => self.a,
            Side::B => self.b,
        }
    }
}

/// The places of the characters at these offsets, which must be in order.
fn spans(text: &str, offsets: Vec<u32>) -> Vec<(u32, Span)> {
    let mut offsets = offsets.into_iter().peekable();
    let mut places = Vec::new();
    for (offset, (at, c)) in (0_u32..).zip(text.char_indices()) {
        if offsets.peek().is_none() {
            break;
        }
        while offsets.next_if_eq(&offset).is_some() {
            places.push((offset, Span::new(at, at + c.len_utf8())));
        }
    }
    places.dedup();
    places
}

impl fmt::Display for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, said) in self.0.iter().enumerate() {
            let joint = if index > 0 { "_" } else { "" };
            let sign = if said.made { "" } else { "-" };
            write!(f, "{joint}{sign}{}.{}", said.a, said.b)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{ByHand, Said};
    use crate::state::{Both, Side};

    fn read(written: &str) -> ByHand {
        ByHand::parse(written).expect("it is understood")
    }

    #[test]
    fn of_two_sentences_the_last_word_counts() {
        let said = read("7.1_0.3_-7.1");
        assert_eq!(said.to_string(), "0.3_-7.1");
        let again = said.with(Said {
            a: 7,
            b: 1,
            made: true,
        });
        assert_eq!(again.to_string(), "0.3_7.1");
        assert_eq!(again.swapped().to_string(), "1.7_3.0");
        assert_eq!(again.moved(Side::B, |at| at + 2).to_string(), "0.5_7.3");
        assert_eq!(again.filtered(|said| said.a > 0).to_string(), "7.1");
    }

    #[test]
    fn what_is_crooked_or_too_much_is_not_understood() {
        for crooked in [
            "1",
            "1.",
            ".1",
            "+1.2",
            "1.2_",
            "_1.2",
            "--1.2",
            "1.2,3.4",
            "1.99999999999",
        ] {
            assert_eq!(ByHand::parse(crooked), None, "{crooked}");
        }
        let many = |count: u32| {
            let all: Vec<String> = (0..count).map(|at| format!("{at}.0")).collect();
            ByHand::parse(&all.join("_"))
        };
        assert!(many(100).is_some_and(|all| all.is_full()));
        assert_eq!(many(101), None);
    }

    #[test]
    fn offsets_become_characters_of_the_texts() {
        let links = read("1.0_-3.2_9.0").links(Both {
            a: "aé北x",
            b: "xyz",
        });
        let spans =
            |list: &[(crossread_engine::Span, crossread_engine::Span)]| -> Vec<(&str, &str)> {
                list.iter()
                    .map(|(a, b)| (a.of("aé北x"), b.of("xyz")))
                    .collect()
            };
        assert_eq!(spans(&links.made), [("é", "x")]);
        assert_eq!(spans(&links.refused), [("x", "z")]);
    }
}
