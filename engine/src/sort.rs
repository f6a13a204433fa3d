//! Sorting, in one place and over few kinds of number. The standard sorts are made anew for each type
//! that is sorted, a few kilobytes of program every time; a page that a reader downloads has none to spare.

/// Two numbers in one, which sorts by `high`, then by `low`.
pub fn pack(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// What was packed.
pub fn unpack(packed: u64) -> (u32, u32) {
    ((packed >> 32) as u32, packed as u32)
}

/// Sorts numbers.
#[inline(never)]
pub fn numbers(list: &mut [u64]) {
    list.sort_unstable();
}

/// Sorts pairs of numbers.
#[inline(never)]
pub fn pairs(list: &mut [(u64, u64)]) {
    list.sort_unstable();
}

/// The numbers from 0 up to `count`, by what `key` says of each; equal ones stay in order.
pub fn order(count: usize, key: &dyn Fn(usize) -> u64) -> Vec<usize> {
    let mut list: Vec<(u64, u64)> = (0..count).map(|at| (key(at), at as u64)).collect();
    pairs(&mut list);
    list.into_iter().map(|(_, at)| at as usize).collect()
}

/// Sorts small numbers, each kept once.
#[inline(never)]
pub fn distinct(list: &mut Vec<u32>) {
    list.sort_unstable();
    list.dedup();
}
