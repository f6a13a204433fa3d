//! A hash that is the same on every machine and in every version. It is used for stored values: file names, digests in
//! links, fingerprints.

/// FNV-1a, 64 bits (Fowler, Noll and Vo). It detects accidents, not forgery.
///
/// ```
/// use crossread_engine::hash::fnv1a;
///
/// assert_eq!(fnv1a("".bytes()), 0xcbf2_9ce4_8422_2325);
/// assert_eq!(fnv1a("foobar".bytes()), 0x8594_4171_f739_67e8);
/// ```
pub fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, fnv1a_on)
}

/// The hash with one byte more.
pub(crate) fn fnv1a_on(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
