//! Two numbers in one. Sorting packed numbers rather than tuples of several shapes keeps one sorting
//! routine in the download instead of ten.

/// `high` and `low` as one number that sorts by `high`, then by `low`.
pub fn pack(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// What was packed.
pub fn unpack(packed: u64) -> (u32, u32) {
    ((packed >> 32) as u32, packed as u32)
}
