//! What English words mean regardless of their context: how certain they make a statement, which stance a verb of saying
//! takes, what can deny, what can begin a sentence, what comes before a noun. The rules for the context of a word are in
//! the files beside this one.

use std::sync::OnceLock;

use crate::lookup::Lookup;

use super::places;
use super::said::{Stance, Word};

/// A list: what its words mean, and the words.
type List = (fn(&mut Word), &'static str);

/// The lists, except the pairs of opposites.
const LISTS: [List; 25] = [
    // Certain.
    (
        |word| word.level = Some(3),
        "certain certainly definitely definitively undoubtedly clearly surely obviously emphatically \
         confirmed confirms confirm proven proved proves sure know knows knew",
    ),
    // Will be.
    (|word| word.level = Some(2), "will shall"),
    // Likely.
    (
        |word| word.level = Some(1),
        "likely probably expected expects set poised planned plans would should often usually \
         sometimes essentially typically promised promises vowed pledged",
    ),
    // Possible, or said to be so.
    (
        |word| word.level = Some(0),
        "apparently appears appear appeared seems seem seemed seemingly reportedly allegedly alleged \
         alleges allege purported supposedly suspected believed believes believe thought thinks \
         claimed claims claiming suggested suggests suggest presumably hopes hoped hope signs \
         estimated optimism optimistic hopeful rule ruled rules insists insisted may might could \
         possibly perhaps maybe potentially possible possibility potential conceivably",
    ),
    // Doubtful. Not saying leaves it open.
    (
        |word| word.level = Some(-1),
        "declined declines refused refuses unlikely doubtful doubt doubts doubted unclear uncertain \
         unsure unconfirmed unverified",
    ),
    (
        |word| word.stance = Some(Stance::Said),
        "said says say saying told tells tell telling announced announces announce announcing stated \
         states added adds wrote writes reported reports noted notes explained explains remarked \
         replied declared declares described describes revealed disclosed testified commented \
         mentioned called released issued estimates estimated predicted predicts recalled recalls \
         concluded quoted tweeted posted responded observed read",
    ),
    (
        |word| word.stance = Some(Stance::Claimed),
        "claimed claims claim claiming alleged alleges allege insisted insists argued argues argue \
         maintained maintains contended contends asserted asserts suggested suggests suggest \
         believes believed believe thinks think",
    ),
    (
        |word| word.stance = Some(Stance::Confirmed),
        "confirmed confirms confirm admitted admits admit acknowledged acknowledges acknowledge \
         conceded concedes agreed agrees",
    ),
    (
        |word| word.stance = Some(Stance::Denied),
        "denied denies deny denying rejected rejects dismissed dismisses disputed disputes refuted \
         refutes rebutted",
    ),
    (
        |word| word.stance = Some(Stance::Doubted),
        "doubted doubts doubt questioned questions",
    ),
    (
        |word| word.stance = Some(Stance::Warned),
        "warned warns warn warning cautioned feared fears",
    ),
    (
        |word| word.stance = Some(Stance::Accused),
        "accused accuses accuse accusing blamed blames criticized criticised condemned denounced \
         chided charged",
    ),
    (
        |word| word.stance = Some(Stance::Promised),
        "promised promises promise vowed vows pledged pledges",
    ),
    (
        |word| word.stance = Some(Stance::Urged),
        "urged urges asked asks demanded demands encouraged",
    ),
    // Those of the levels above that are adjectives.
    (
        |word| word.adjective = true,
        "alleged purported suspected potential possible",
    ),
    // Words in -ly that are not adverbs.
    (
        |word| word.adverb = false,
        "apply reply supply imply comply multiply rely fly ally family assembly anomaly bully italy july emily kimberly \
         beverly",
    ),
    // Denials; *declined* depends on what follows (`negation`).
    (
        |word| word.denial.denies = true,
        "not no nothing never none nobody neither nor nowhere cannot without unable refused refuses \
         refuse refusing refusal declined declines decline declining denied denies deny denying \
         denial denials failed fails fail failing failure refrained refrain refrains refraining",
    ),
    // What answers a denial of the other side without being one.
    (
        |word| word.denial.implies = true,
        "rather instead first far not avoid avoids avoided prevent prevents prevented lack lacks \
         lacked lacking hardly barely wary rejected rejects reject contradicted stopped blocked \
         unlikely exclude excludes excluded impossible resisted opposed",
    ),
    // Begins a sentence with a capital and is not a name.
    (
        |word| word.joint = true,
        "despite although though while whereas since until unless whether following amid among \
         amongst according along alongside across around behind beside besides beyond within without \
         throughout toward towards upon via given regarding concerning including meanwhile however \
         moreover therefore thus hence instead otherwise nevertheless nonetheless furthermore \
         earlier later afterwards afterward today yesterday tomorrow tonight perhaps maybe even \
         still yet also another many several both every either neither much one two three four five \
         six seven eight nine ten dozens hundreds thousands asked speaking citing last next like \
         unlike per plus once let would could should might may must yes ok",
    ),
    // Forms of address and offices, which one report may give and the other leave out.
    (
        |word| word.title = true,
        "mr mrs ms dr sir lord lady sen senator rep representative gov governor president minister \
         prime chancellor secretary general gen col colonel capt captain lt prof professor judge \
         justice chief king queen prince princess pope speaker mayor congressman congresswoman \
         chairman director former st",
    ),
    // Words that many names share, so that having one in common says nothing.
    (
        |word| word.common = true,
        "new north south east west united national house white san los department committee \
         university state county city street party court american international royal central \
         federal john david michael",
    ),
    // A form of *be*, *have* or *do*, or a modal verb.
    (
        |word| word.helper = true,
        "is are was were has have had will would can could should do does did may might must be been",
    ),
    // May be between a subject and its verb.
    (
        |word| word.between = true,
        "has have had also later then was were is are been first now still again once would will did \
         not to could may might does do be should can never both all himself herself just continued \
         who",
    ),
    // A noun phrase does not extend back past it.
    (
        |word| word.before_noun = true,
        "that but when while as if because although though which whether so after before since than \
         is are was were has have had will would not to with by on at from into what then or",
    ),
    // Ends the noun phrase of a source.
    (
        |word| word.after_noun = true,
        "in on at who which that after before during as when while to by with is was has had will \
         would and but from about",
    ),
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

/// What is known about an English word in lower case.
pub(super) fn english(word: &str) -> Word {
    let mut known = Word {
        adverb: word.ends_with("ly"),
        ..Word::default()
    };
    for list in LOOKUP.get_or_init(lookup).lists(word) {
        match LISTS.get(list) {
            Some((say, _)) => say(&mut known),
            None => {
                let number = list - LISTS.len();
                known.opposite = Some(((number / 2) as u8, number.is_multiple_of(2)));
            }
        }
    }
    known.place = places::of(word);
    known
}

/// All words, each with the number of its list; the two sides of a pair of opposites follow each other.
fn lookup() -> Lookup {
    let lists = LISTS.iter().map(|list| list.1);
    let lists = lists.chain(OPPOSITES.split(['|', '\n']));
    let words = lists.enumerate();
    Lookup::new(&mut words.flat_map(|(list, words)| words.split(' ').map(move |word| (word, list))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_known_by_its_lists() {
        let claimed = english("claimed");
        assert_eq!(
            (claimed.level, claimed.stance),
            (Some(0), Some(Stance::Claimed))
        );
        assert_eq!(english("rose").opposite, Some((0, true)));
        assert_eq!(english("fell").opposite, Some((0, false)));
        assert_eq!(english("lower").opposite, Some((19, false)));
        assert!(english("would").helper && english("would").level == Some(1));
        assert_eq!(english("ship"), Word::default());
    }

    #[test]
    fn no_list_has_a_word_twice() {
        for words in LISTS.iter().map(|list| list.1).chain(OPPOSITES.lines()) {
            let mut words: Vec<&str> = words.split([' ', '|']).collect();
            let count = words.len();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), count, "{words:?}");
            assert!(words.iter().all(|word| !word.is_empty()));
        }
    }
}
