//! Looks words up in lists that are written as text. A list takes a few bytes per word in a program that readers
//! download; a `match` over the same words is compiled to a comparison with each.

use crate::hash::fnv1a;
use crate::sort;

/// Words of several lists, each with the number of its list.
pub(crate) struct Lookup(Vec<(u64, u64)>);

impl Lookup {
    /// Made from words with the numbers of their lists.
    pub fn new(words: &mut dyn Iterator<Item = (&str, usize)>) -> Lookup {
        let mut all: Vec<(u64, u64)> = words
            .map(|(word, list)| (fnv1a(word.bytes()), list as u64))
            .collect();
        sort::pairs(&mut all);
        Lookup(all)
    }

    /// The numbers of the lists that have the word, lowest first. It is found by its 64-bit hash: that another word
    /// has the same hash as one of a thousand is less likely than a fault of the machine.
    pub fn lists(&self, word: &str) -> impl Iterator<Item = usize> + '_ {
        let hash = fnv1a(word.bytes());
        let from = self.0.partition_point(|entry| entry.0 < hash);
        let found = self.0[from..]
            .iter()
            .take_while(move |entry| entry.0 == hash);
        found.map(|entry| entry.1 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[test]
    fn a_word_is_found_in_each_of_its_lists() {
        let lists = ["one two", "two three"];
        let words = lists.iter().enumerate();
        let mut words =
            words.flat_map(|(list, words)| words.split(' ').map(move |word| (word, list)));
        let lookup = Lookup::new(&mut words);
        let of = |word| lookup.lists(word).collect::<Vec<_>>();
        assert_eq!(
            (of("one"), of("two"), of("three")),
            (vec![0], vec![0, 1], vec![1])
        );
        assert_eq!(of("four"), []);
    }
}
