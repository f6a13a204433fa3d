//! A short digest of both texts. With it, the page notices that a text has changed since a link was made. It
//! has 20 bits for each text, which detects accidents, not forgery.

use crossread_collection::base::{base32, from_base32};
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
        let both = from_base32(written).filter(|_| written.len() == 8)?;
        Some(Digest {
            a: (both >> 20) as u32,
            b: (both & 0xf_ffff) as u32,
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
        f.write_str(&base32(u64::from(self.a) << 20 | u64::from(self.b), 8))
    }
}

fn twenty_bits(text: &str) -> u32 {
    let hash = fnv1a(text.bytes());
    ((hash ^ hash >> 20 ^ hash >> 40 ^ hash >> 60) & 0xf_ffff) as u32
}
