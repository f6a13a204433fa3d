//! Larger sets of words for numbers and dates, as lists. The code that uses them says which languages they are for.

use std::sync::OnceLock;

use crate::lookup::Lookup;

/// A list, by what its words are.
#[derive(Clone, Copy)]
pub(super) enum List {
    /// The numbers from one to nineteen, in order.
    Ones,
    /// The tens from twenty to ninety, in order.
    Tens,
    /// The ordinals from first to twentieth, in order.
    Ordinals,
    /// The months in English.
    Months,
    /// Their abbreviations.
    ShortMonths,
    /// Words that end what is counted.
    Ends,
    /// Words that show that a sentence is about the future.
    Coming,
    /// Words before a month.
    BeforeMonth,
    /// Words before a year.
    BeforeYear,
    /// Words for hundredths, in some languages.
    Percent,
    /// Names of currencies, in some languages.
    Dollars,
    Euros,
    Pounds,
    Rubles,
    Francs,
    Kronor,
    OtherMoney,
}

/// In the order of [`List`].
const LISTS: [&str; 17] = [
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
     nineteen",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth \
     sixteenth seventeenth eighteenth nineteenth twentieth",
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "of in on at to for from by with and or but as than that who which is are was were be been has have had will would can \
     could may might the a an his her its their it he she they we not after before since during when while where into over \
     under out up down about through across this these those said und der die das de la le les el y et en",
    "will shall would scheduled due plans planned planning expected upcoming set until deadline ahead wird werden soll \
     sollen sera doit va será debe будет должен",
    "in since until till by late early mid last next this of from through before after that every",
    "in since by until from of before after during through early late mid im seit jahr jahre en nel em año ano anno année i \
     году",
    "percent pct prozent procent prosent процент процента процентов százalék százalékos prosenttia yüzde τοις",
    "dollar dollars bucks dólares dólar dollari dollaria доллар долларов доллара",
    "euro euros euroa евро ευρώ eur",
    "pound pounds quid pfund livres",
    "ruble rubles rouble roubles рублей рубля рубль rubel",
    "franc francs franken",
    "kronor kroner krona krone kronen",
    "zloty lira liras yuan renminbi pesos peso rand forints hryvnia shekels dirhams riyals",
];

static LOOKUP: OnceLock<Lookup> = OnceLock::new();

/// A list's words are numbered from this many times its number on.
const ROOM: usize = 256;

fn lookup() -> Lookup {
    let lists = LISTS.iter().enumerate();
    let mut words = lists.flat_map(|(list, words)| {
        let numbered = words.split(' ').enumerate();
        numbered.map(move |(place, word)| (word, list * ROOM + place))
    });
    Lookup::new(&mut words)
}

/// The position of the word in the list, from 0.
pub(super) fn place(list: List, word: &str) -> Option<usize> {
    let numbers = LOOKUP.get_or_init(lookup).lists(word);
    let mut found = numbers.filter(|number| number / ROOM == list as usize);
    found.next().map(|number| number % ROOM)
}

/// The lists that have a word.
#[derive(Clone, Copy)]
pub(super) struct Lists(u32);

impl Lists {
    /// Whether this is one of them.
    pub fn has(self, list: List) -> bool {
        self.0 >> list as u32 & 1 == 1
    }
}

/// The lists that have the word, by one look.
pub(super) fn lists(word: &str) -> Lists {
    let numbers = LOOKUP.get_or_init(lookup).lists(word);
    Lists(numbers.fold(0, |all, number| all | 1 << (number / ROOM)))
}

/// Whether the list has the word.
pub(super) fn has(list: List, word: &str) -> bool {
    lists(word).has(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_at_its_place() {
        assert_eq!(place(List::Ones, "one"), Some(0));
        assert_eq!(place(List::Tens, "ninety"), Some(7));
        assert_eq!(place(List::Ordinals, "twentieth"), Some(19));
        assert!(has(List::Ends, "will") && has(List::Coming, "will") && !has(List::Ends, "due"));
        assert!(has(List::OtherMoney, "riyals") && has(List::Percent, "τοις"));
        assert!(LISTS.iter().all(|list| list.split(' ').count() < ROOM));
    }
}
