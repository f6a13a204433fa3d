//! A short digest of both texts. With it, the page notices that a text has changed since a link was made. It
//! has 20 bits for each text, which detects accidents, not forgery.

use crossread_engine::hash::fnv1a;

/// The digest of a pair of texts: of each, 20 bits of FNV-1a (64 bits, folded by xor; Fowler, Noll and
/// Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>) over its bytes. In a link eight characters of
/// RFC 4648 base32 in lower case, four for A and four for B.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digest {
    a: u32,
    b: u32,
}

impl Digest {
    /// The digest of these texts.
    pub fn of(a: &str, b: &str) -> Digest {
        Digest {
            a: twenty_bits(a),
            b: twenty_bits(b),
        }
    }

    /// Reads a digest from a link.
    pub fn parse(written: &str) -> Option<Digest> {
        let values: Option<Vec<u32>> = written
            .chars()
            .map(|c| ALPHABET.find(c).map(|place| place as u32))
            .collect();
        let join = |part: &[u32]| part.iter().fold(0, |all, value| all << 5 | value);
        let values = values.filter(|values| values.len() == 8)?;
        let (a, b) = values.split_at(4);
        Some(Digest {
            a: join(a),
            b: join(b),
        })
    }

    /// The same with A and B swapped.
    pub fn swapped(self) -> Digest {
        Digest {
            a: self.b,
            b: self.a,
        }
    }

    /// Whether A's text and B's text are unchanged.
    pub fn agrees(self, other: Digest) -> (bool, bool) {
        (self.a == other.a, self.b == other.b)
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for part in [self.a, self.b] {
            for shift in [15, 10, 5, 0] {
                let place = (part >> shift & 31) as usize;
                f.write_str(ALPHABET.get(place..=place).unwrap_or(""))?;
            }
        }
        Ok(())
    }
}

const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz234567";

fn twenty_bits(text: &str) -> u32 {
    let hash = fnv1a(text.bytes());
    ((hash ^ hash >> 20 ^ hash >> 40 ^ hash >> 60) & 0xf_ffff) as u32
}
