//! What English words mean regardless of their context: how certain they make a statement, which stance a verb of saying
//! takes, what can deny, what can begin a sentence, what comes before a noun. The rules for the context of a word are in
//! the files beside this one.

use std::sync::OnceLock;

use crate::lookup::Lookup;

use super::places;
use super::word::{Class, Stance, Word};

impl Class {
    /// Those that count in every language: the bits from the first of them on.
    pub const IN_ALL: u64 = u64::MAX << Class::Helper as u32;
}

/// How many classes there are.
const CLASSES: usize = Class::Plain as usize + 1;
/// How many levels of certainty.
const LEVELS: usize = 5;

/// The words of each class, in the order of [`Class`]; then those of the levels of certainty, the highest first; then the verbs
/// of saying by their stance, in the order of [`Stance`].
const LISTS: [&str; CLASSES + LEVELS + Stance::ALL.len()] = [
    "alleged purported suspected potential possible",
    "apply reply supply imply comply multiply rely fly ally family assembly anomaly bully italy july emily kimberly beverly",
    "not no nothing never none nobody neither nor nowhere cannot without unable refused refuses refuse refusing refusal \
     declined declines decline declining denied denies deny denying denial denials failed fails fail failing failure \
     refrained refrain refrains refraining",
    "rather instead first far not avoid avoids avoided prevent prevents prevented lack lacks lacked lacking hardly barely \
     wary rejected rejects reject contradicted stopped blocked unlikely exclude excludes excluded impossible resisted \
     opposed",
    "despite although though while whereas since until unless whether following amid among amongst according along \
     alongside across around behind beside besides beyond within without throughout toward towards upon via given regarding \
     concerning including meanwhile however moreover therefore thus hence instead otherwise nevertheless nonetheless \
     furthermore earlier later afterwards afterward today yesterday tomorrow tonight perhaps maybe even still yet also \
     another many several both every either neither much one two three four five six seven eight nine ten dozens hundreds \
     thousands asked speaking citing last next like unlike per plus once let would could should might may must yes ok",
    "mr mrs ms dr sir lord lady sen senator rep representative gov governor president minister prime chancellor secretary \
     general gen col colonel capt captain lt prof professor judge justice chief king queen prince princess pope speaker \
     mayor congressman congresswoman chairman director former st",
    "new north south east west united national house white san los department committee university state county city street \
     party court american international royal central federal john david michael",
    "has have had also later then was were is are been first now still again once would will did not to could may might \
     does do be should can never both all himself herself just continued who",
    "that but when while as if because although though which whether so after before since than is are was were has have \
     had will would not to with by on at from into what then or",
    "in on at who which that after before during as when while to by with is was has had will would and but from about",
    "is are was were has have had will would can could should do does did may might must be been",
    "states reports claims claim estimates doubts doubt questions fears demands promises promise notes warning",
    "its their his her these any some",
    "under in without beyond no despite of amid",
    "of to from about over and",
    "the a an one another",
    "and or but its their his her our my the a an",
    "on in late early",
    "he she they it we i who",
    "that and but as of",
    "make makes made making",
    "sure certain confirm confirmed",
    "will shall may",
    "set planned plans promised promises vowed pledged",
    "declined declines refused refuses",
    "say comment confirm discuss",
    "rule ruled rules",
    "know knows knew",
    "appear appears appeared",
    "believe believes believed",
    "shall perhaps maybe often sometimes",
    "to also just even still yet ever always now then never not longer well",
    "a an the any all such its his her their our my your",
    "some many several few any a an all every each both most more",
    "yet even long longer still ever always",
    "only just least merely simply necessarily until",
    "doubt wonder matter less more fewer later sooner",
    "refused refuses refuse refusing refusal declined declines decline declining",
    "to the a an any all comment requests interview",
    "failed fails fail failing failure",
    "but although though because while whereas",
    "of de von van bin al la du",
    "of the de al",
    "i i'm i've i'd i'll",
    "the a an his her their its our my one",
    "former st mr mrs ms dr sir",
    // Certain.
    "certain certainly definitely definitively undoubtedly clearly surely obviously emphatically confirmed confirms confirm \
     proven proved proves sure know knows knew",
    // Will be.
    "will shall",
    // Likely.
    "likely probably expected expects set poised planned plans would should often usually sometimes essentially typically \
     promised promises vowed pledged",
    // Possible, or said to be so.
    "apparently appears appear appeared seems seem seemed seemingly reportedly allegedly alleged alleges allege purported \
     supposedly suspected believed believes believe thought thinks claimed claims claiming suggested suggests suggest \
     presumably hopes hoped hope signs estimated optimism optimistic hopeful rule ruled rules insists insisted may might \
     could possibly perhaps maybe potentially possible possibility potential conceivably",
    // Doubtful. Not saying leaves it open.
    "declined declines refused refuses unlikely doubtful doubt doubts doubted unclear uncertain unsure unconfirmed \
     unverified",
    // Said.
    "said says say saying told tells tell telling announced announces announce announcing stated states added adds wrote \
     writes reported reports noted notes explained explains remarked replied declared declares described describes revealed \
     disclosed testified commented mentioned called released issued estimates estimated predicted predicts recalled recalls \
     concluded quoted tweeted posted responded observed read",
    "claimed claims claim claiming alleged alleges allege insisted insists argued argues argue maintained maintains \
     contended contends asserted asserts suggested suggests suggest believes believed believe thinks think",
    "confirmed confirms confirm admitted admits admit acknowledged acknowledges acknowledge conceded concedes agreed agrees",
    "denied denies deny denying rejected rejects dismissed dismisses disputed disputes refuted refutes rebutted",
    "doubted doubts doubt questioned questions",
    "warned warns warn warning cautioned feared fears",
    "accused accuses accuse accusing blamed blames criticized criticised condemned denounced chided charged",
    "promised promises promise vowed vows pledged pledges",
    "urged urges asked asks demanded demands encouraged",
];

/// Pairs of opposites, one a line: the words of one side, and those of the other.
const OPPOSITES: &str = "\
rise rose risen rises rising|fall fell fallen falls falling drop dropped drops\n\
increase increased increases increasing|decrease decreased decreases decline declined declines\n\
grow grew grown grows growing|shrink shrank shrunk shrinks shrinking\n\
win won wins winning|lose lost loses losing\n\
accept accepted accepts approve approved approves|reject rejected rejects veto vetoed\n\
support supported supports supporting|oppose opposed opposes opposing\n\
allow allowed allows|ban banned bans prohibit prohibited forbid forbade\n\
confirm confirmed confirms admit admitted admits|deny denied denies\n\
guilty|innocent\n\
alive|dead\n\
arrive arrived arrives|leave left leaves\n\
agree agreed agrees|disagree disagreed disagrees refuse refused\n\
succeed succeeded success|fail failed failure\n\
legal|illegal\n\
safe|unsafe dangerous\n\
open opened opens|close closed closes\n\
begin began begins start started|end ended ends stop stopped\n\
buy bought buys|sell sold sells\n\
more|less fewer\n\
higher|lower\n\
dismissed sacked fired ousted|resigned resigns quit quits";

static LOOKUP: OnceLock<Lookup> = OnceLock::new();

/// What is known about an English word in lower case, which has this hash.
pub(super) fn english(word: &str, hash: u64) -> Word {
    let mut known = Word::default();
    for list in LOOKUP.get_or_init(lookup).lists(hash) {
        if list < CLASSES {
            known.classes |= 1 << list;
        } else if list < CLASSES + LEVELS {
            known.level = Some(3 - (list - CLASSES) as i8);
        } else if let Some(stance) = Stance::ALL.get(list - CLASSES - LEVELS) {
            known.stance = Some(*stance);
        } else {
            let number = list - LISTS.len();
            known.opposite = Some(((number / 2) as u8, number.is_multiple_of(2)));
        }
    }
    known.classes ^= u64::from(word.ends_with("ly")) << Class::Adverb as u32;
    known.place = places::of(word, hash);
    known
}

/// All words, each with the number of its list; the two sides of a pair of opposites follow each other.
fn lookup() -> Lookup {
    let lists = LISTS.into_iter();
    let lists = lists.chain(OPPOSITES.split(['|', '\n']));
    let words = lists.enumerate();
    Lookup::new(&mut words.flat_map(|(list, words)| words.split(' ').map(move |word| (word, list))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::fnv1a;

    fn known(word: &str) -> Word {
        english(word, fnv1a(word.bytes()))
    }

    #[test]
    fn each_word_is_known_by_its_lists() {
        let claimed = known("claimed");
        assert_eq!(
            (claimed.level, claimed.stance),
            (Some(0), Some(Stance::Claimed))
        );
        assert_eq!(known("urged").stance, Some(Stance::Urged));
        assert_eq!(
            (known("sure").level, known("unclear").level),
            (Some(3), Some(-1))
        );
        assert_eq!(known("rose").opposite, Some((0, true)));
        assert_eq!(known("fell").opposite, Some((0, false)));
        assert_eq!(known("lower").opposite, Some((19, false)));
        assert!(known("would").is(Class::Helper) && known("would").level == Some(1));
        assert!(known("mr").is(Class::Plain) && known("mr").is(Class::Title));
        assert!(known("early").is(Class::BeforeDate) && known("early").is(Class::Adverb));
        assert!(known("clearly").is(Class::Adverb) && !known("family").is(Class::Adverb));
        assert_eq!(known("ship"), Word::default());
    }

    #[test]
    fn no_list_has_a_word_twice() {
        for words in LISTS.into_iter().chain(OPPOSITES.lines()) {
            let mut words: Vec<&str> = words.split([' ', '|']).collect();
            let count = words.len();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), count, "{words:?}");
            assert!(words.iter().all(|word| !word.is_empty()));
        }
    }

    #[test]
    fn every_class_has_a_bit() {
        assert!(CLASSES <= u64::BITS as usize);
        let list = LISTS[Class::Adverb as usize];
        assert!(list.split(' ').all(|word| word.ends_with("ly")), "{list}");
    }
}
