//! Larger sets of words for numbers and dates, as lists. The code that uses them says which languages they are for.

use std::sync::OnceLock;

use crate::hash::fnv1a;
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
    Yen,
    Rupees,
    Won,
    OtherMoney,
    /// Hundredths of a currency.
    Cents,
    /// Codes of currencies.
    Codes,
    /// What stands before the sign of a currency: *US$*.
    BeforeSign,
    /// Units of time: nine, then the same in the plural, then one abbreviation.
    TimeUnits,
    /// Words for a number that is not counted.
    Vague,
    /// Words that can begin a number or a date in English.
    Articles,
    /// Other words that begin a number in English.
    NumberWords,
    /// Other words that begin a date in English.
    DateWords,
    /// Parts of a day, in order.
    Parts,
    /// The seasons from spring on, then a second word for the third.
    Seasons,
    /// A word before *one* that makes it a pronoun.
    BeforeOne,
    /// A word after *one* that is not what is counted.
    AfterOne,
    /// Makes a name with an ordinal: *the Fifth Amendment*.
    AfterOrdinal,
    /// Lengths and weights, in some languages.
    Kilometres,
    Miles,
    Metres,
    Feet,
    Centimetres,
    Kilograms,
    Tonnes,
}

/// In the order of [`List`].
const LISTS: [&str; 40] = [
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
    "yen",
    "rupee rupees",
    "won",
    "zloty lira liras yuan renminbi pesos peso rand forints hryvnia shekels dirhams riyals",
    "cent cents pence",
    "usd eur gbp jpy rub inr chf sek nok dkk",
    "us a c hk nz ca au s",
    "second minute hour day week month year decade century seconds minutes hours days weeks months years decades centuries \
     mins",
    "dozens scores hundreds thousands millions billions several few",
    "a an",
    "zero half twice thrice dozen couple tens number group",
    "sept noon midday midnight today yesterday tomorrow tonight this last next past that same",
    "morning afternoon evening night",
    "spring summer autumn winter fall",
    "no this that the any every each some which another",
    "of or and another day that who which is was has had in on at to the thing way side time as for can could would will by \
     point with more from man's but when where",
    "amendment street avenue district circuit division fleet army lady world republic",
    "km kms kilometre kilometres kilometer kilometers kilomètres kilómetros chilometri quilômetros kilometern километров",
    "mile miles",
    "metre metres meter meters metern mètres metros metri",
    "foot feet ft",
    "cm centimetres centimeters",
    "kg kilos kilogrammes kilograms kilogramm",
    "tonne tonnes tonnen tons ton tonnellate toneladas",
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
    place_of(list, fnv1a(word.bytes()))
}

/// The same by the word's hash.
pub(super) fn place_of(list: List, hash: u64) -> Option<usize> {
    let numbers = LOOKUP.get_or_init(lookup).lists(hash);
    let mut found = numbers.filter(|number| number / ROOM == list as usize);
    found.next().map(|number| number % ROOM)
}

/// The lists that have a word.
#[derive(Clone, Copy)]
pub(super) struct Lists(u64);

impl Lists {
    /// Whether this is one of them.
    pub fn has(self, list: List) -> bool {
        self.0 >> list as u32 & 1 == 1
    }

    /// Whether one of these is.
    pub fn any(self, lists: &[List]) -> bool {
        lists.iter().any(|&list| self.has(list))
    }
}

/// The lists that have the word with this hash, by one look.
pub(super) fn lists(hash: u64) -> Lists {
    let numbers = LOOKUP.get_or_init(lookup).lists(hash);
    Lists(numbers.fold(0, |all, number| all | 1 << (number / ROOM)))
}

/// Whether the list has the word.
pub(super) fn has(list: List, word: &str) -> bool {
    lists(fnv1a(word.bytes())).has(list)
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
        assert!(has(List::Tonnes, "toneladas") && LISTS.len() <= u64::BITS as usize);
        assert!(LISTS.iter().all(|list| list.split(' ').count() < ROOM));
    }
}
