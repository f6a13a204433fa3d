//! Looks words up in lists that are written as text. A list takes a few bytes per word in a program that readers
//! download; a `match` over the same words is compiled to a comparison with each.

use crate::hash::fnv1a;

/// Words of several lists, each with the number of its list, in a hash table: slots for the hash of a word and the number
/// from 1 on, or 0. They are a power of two in number. A word whose slot is taken is in the next free one.
pub(crate) struct Lookup(Vec<(u64, usize)>);

impl Lookup {
    /// Made from words with the numbers of their lists. The numbers of one word come lowest first.
    pub fn new(words: &mut dyn Iterator<Item = (&str, usize)>) -> Lookup {
        let words: Vec<(u64, usize)> = words
            .map(|(word, list)| (fnv1a(word.bytes()), list + 1))
            .collect();
        let mut all = Lookup(vec![(0, 0); (words.len() * 2 + 1).next_power_of_two()]);
        for word in words {
            let free = all.slots(word.0).find(|&slot| all.0[slot].1 == 0);
            if let Some(slot) = free {
                all.0[slot] = word;
            }
        }
        all
    }

    /// The slots where a hash can be, in order.
    fn slots(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.0.len() - 1;
        let first = (hash ^ hash >> 32) as usize;
        (0..=mask).map(move |next| first.wrapping_add(next) & mask)
    }

    /// The numbers of the lists that have the word with this hash, lowest first. That another word has the same 64-bit hash
    /// as one of a thousand is less likely than a fault of the machine.
    pub fn lists(&self, hash: u64) -> impl Iterator<Item = usize> + '_ {
        let found = self.slots(hash).map(|slot| self.0[slot]);
        let found = found.take_while(|entry| entry.1 != 0);
        let found = found.filter(move |entry| entry.0 == hash);
        found.map(|entry| entry.1 - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;
    use crate::hash::fnv1a;

    #[test]
    fn a_word_is_found_in_each_of_its_lists() {
        let lists = ["one two", "two three"];
        let words = lists.iter().enumerate();
        let mut words =
            words.flat_map(|(list, words)| words.split(' ').map(move |word| (word, list)));
        let lookup = Lookup::new(&mut words);
        let of = |word: &str| lookup.lists(fnv1a(word.bytes())).collect::<Vec<_>>();
        assert_eq!(
            (of("one"), of("two"), of("three")),
            (vec![0], vec![0, 1], vec![1])
        );
        assert_eq!(of("four"), []);
    }
}
