//! What is known of a word regardless of its context: what it can be, how certain it makes a statement, and its stance as
//! a verb of saying. The lexicon fills it in for each word of an article.

use crate::values::Begins;

use super::places::Place;

/// What a word can be. Whether it is, the words around it decide; the rules are in the files beside this one.
#[derive(Clone, Copy)]
pub(super) enum Class {
    /// An adjective that makes what follows less certain: *alleged*.
    Adjective,
    /// An adverb in *-ly*. Its list has the words in *-ly* that are none.
    Adverb,
    /// Can deny; *declined* depends on what follows (`negation`).
    Denies,
    /// Can answer a denial of the other side without being one.
    Implies,
    /// Begins a sentence with a capital and is not a name: a preposition, a conjunction, an adverb.
    Joint,
    /// A form of address or an office, which one report may give and the other leave out.
    Title,
    /// Many names share it, so having it in common says nothing.
    Common,
    /// May be between a subject and its verb.
    Between,
    /// A noun phrase does not extend back past it.
    BeforeNoun,
    /// Ends the noun phrase of a source.
    AfterNoun,
    /// A form of *be*, *have* or *do*, or a modal verb. This and those below are looked up in every language.
    Helper,
    /// A verb of saying that can be a noun: *member states*.
    NounOrVerb,
    /// Makes such a word a noun: before it, *Moscow's* or
    Owner,
    /// a preposition,
    BeforeThing,
    /// and after it another.
    AfterThing,
    /// Begins the noun phrase of a source after its verb.
    Opening,
    /// Before a verb of saying that has no source beside it: *and announced*, *its disputed border*.
    Unsourced,
    /// Before a date between a source and its verb.
    BeforeDate,
    /// Stands for a source.
    Pronoun,
    /// Is not the first word of a source.
    Linking,
    /// A form of *make*: *make sure*.
    Make,
    /// Is doubtful when denied: *not sure*.
    Deniable,
    /// A modal verb, unless it is a name.
    Modal,
    /// Tells a plan only before *to*.
    WithTo,
    /// Leaves something open only before *to*
    Refusing,
    /// and one of these.
    Speaking,
    /// Tells a possibility only before *out*.
    Rule,
    /// Tells a certainty only in *know for a fact*.
    Know,
    /// *It appears*, but not *appear before a committee*.
    Appear,
    /// *Believe*, but not *believe in*.
    Believe,
    /// A doubt that is shown with the one word after it.
    Alone,
    /// Can be between a cue and its verb.
    Leading,
    /// An article, or what stands for one.
    Article,
    /// A quantity before a noun.
    Quantity,
    /// Says nothing about what is denied.
    Light,
    /// After *not*, when that denies nothing: *not only*.
    Seeming,
    /// After *no*, when that denies nothing: *no doubt*.
    More,
    /// A refusal or a fall: *declined by 5 percent*.
    Refusal,
    /// After a refusal.
    Refused,
    /// Denies only before *to*.
    Failing,
    /// Begins another clause.
    Breaking,
    /// Joins the words of a name: *University of California*.
    Joining,
    /// A word in a name that is not compared.
    Particle,
    /// Has a capital and is not a name.
    Myself,
    /// An article or a possessive before somebody's role.
    Owning,
    /// A form of address that says nothing of a role.
    Plain,
}

/// The stance of a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// *Said, told, announced.*
    Said,
    /// *Claimed, alleged, insisted.*
    Claimed,
    /// *Confirmed, admitted, acknowledged.*
    Confirmed,
    /// *Denied, rejected, disputed.*
    Denied,
    /// *Doubted, questioned.*
    Doubted,
    /// *Warned, feared.*
    Warned,
    /// *Accused, blamed, criticised.*
    Accused,
    /// *Promised, vowed, pledged.*
    Promised,
    /// *Urged, asked, demanded.*
    Urged,
}

impl Stance {
    /// All of them, in order.
    pub(super) const ALL: [Stance; 9] = [
        Stance::Said,
        Stance::Claimed,
        Stance::Confirmed,
        Stance::Denied,
        Stance::Doubted,
        Stance::Warned,
        Stance::Accused,
        Stance::Promised,
        Stance::Urged,
    ];
}

/// What a word means regardless of its context, worked out once for each word of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Word {
    /// The number of its stem; 0 for signs.
    pub stem: u64,
    /// Whether it is a content word.
    pub content: bool,
    /// Whether a number or a date can begin with it.
    pub value: Begins,
    /// What it can be: a bit for each [`Class`].
    pub classes: u64,
    /// How certain it makes a statement, unless the words around it change that.
    pub level: Option<i8>,
    /// Its stance as a verb of saying.
    pub stance: Option<Stance>,
    /// The pair of opposites that it belongs to, and on which side of it.
    pub opposite: Option<(u8, bool)>,
    /// The country that it names or stands for.
    pub place: Option<Place>,
}

impl Word {
    /// A word of which nothing is known.
    pub const UNKNOWN: Word = Word {
        stem: 0,
        content: false,
        value: Begins {
            date: false,
            number: false,
        },
        classes: 0,
        level: None,
        stance: None,
        opposite: None,
        place: None,
    };

    /// Whether it can be that.
    pub fn is(&self, class: Class) -> bool {
        self.classes >> class as u32 & 1 == 1
    }

    /// Makes it able to be that, if it is so.
    pub fn can(&mut self, class: Class, so: bool) {
        self.classes |= u64::from(so) << class as u32;
    }
}
