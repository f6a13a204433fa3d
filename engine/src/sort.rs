//! Sorting, in one place and for few kinds of number. The standard sorts are compiled again for each sorted
//! type, which takes a few kilobytes each time. That is too much for a program that readers download.

/// Two numbers in one, which sorts by `high`, then by `low`.
pub fn pack(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// The two numbers.
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

/// The numbers from 0 up to `count`, sorted by `key`; equal ones stay in order.
pub fn order(count: usize, key: &dyn Fn(usize) -> u64) -> Vec<usize> {
    let mut list: Vec<(u64, u64)> = (0..count).map(|at| (key(at), at as u64)).collect();
    pairs(&mut list);
    list.into_iter().map(|(_, at)| at as usize).collect()
}

/// Up to this number are sorted by insertion, without memory for their keys.
const FEW: usize = 12;

/// The same by several keys: by the first, then by the second, and so on.
pub fn ordered(count: usize, keys: &[&dyn Fn(usize) -> u64]) -> Vec<usize> {
    let mut list: Vec<usize> = (0..count).collect();
    if count <= FEW {
        let is_before = |x: usize, y: usize| {
            let differs = keys
                .iter()
                .map(|key| (key(x), key(y)))
                .find(|(x, y)| x != y);
            differs.is_some_and(|(x, y)| x < y)
        };
        for end in 1..count {
            let mut at = end;
            while at > 0 && is_before(list[at], list[at - 1]) {
                list.swap(at, at - 1);
                at -= 1;
            }
        }
        return list;
    }
    for key in keys.iter().rev() {
        let places = order(count, &|at| key(list[at]));
        list = places.into_iter().map(|at| list[at]).collect();
    }
    list
}

/// A number that sorts as `value` does, below 0 as well.
pub fn rank(value: f64) -> u64 {
    let bits = value.to_bits();
    if value.is_sign_negative() {
        !bits
    } else {
        bits | 1 << 63
    }
}

/// Sorts small numbers, each kept once.
#[inline(never)]
pub fn distinct(list: &mut Vec<u32>) {
    list.sort_unstable();
    list.dedup();
}

#[cfg(test)]
mod tests {
    use super::{ordered, rank};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn several_keys_sort_as_a_tuple_does(list in proptest::collection::vec((0..4_u64, 0..4_u64, 0..4_u64), 0..40)) {
            let mut standard: Vec<usize> = (0..list.len()).collect();
            standard.sort_by_key(|&at| list[at]);
            let keys: [&dyn Fn(usize) -> u64; 3] = [&|at| list[at].0, &|at| list[at].1, &|at| list[at].2];
            prop_assert_eq!(ordered(list.len(), &keys), standard);
        }

        #[test]
        fn fractions_are_ranked_by_their_size(one in any::<f64>(), other in any::<f64>()) {
            prop_assert_eq!(rank(one).cmp(&rank(other)), one.total_cmp(&other));
        }
    }
}
