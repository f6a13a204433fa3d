//! What matching knows about each word of an article by itself: its stem, whether it is a function word, what it names.
//! It is worked out once per reading, for all comparisons.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::facts::stem_number;
use crate::lang::{Lang, Stemming};
use crate::values::{FIGURE, month, weekday};
use crate::words::{Vocabulary, is_syllable};

/// A word, as matching knows it.
#[derive(Clone, Debug)]
pub struct Form {
    stem: Box<str>,
    stem_hash: u64,
    form_hash: u64,
    /// Whether it is a function word; a single syllable is a particle.
    pub stop: bool,
    /// Whether it is in a script without spaces: one character, or a syllable.
    pub ideographic: bool,
    /// Whether it is one of the commonest syllables.
    pub particle: bool,
    /// What it names, as far as its form tells.
    pub names: Names,
}

/// What a term names, as far as its form tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// A thing like any other.
    #[default]
    Thing,
    /// A number with its unit.
    Number,
    /// A month, a day of the week, a part of a time.
    Time,
    /// A person or a place.
    Name,
}

impl Form {
    /// Its stem.
    pub fn stem(&self) -> Text<'_> {
        Text {
            text: Cow::Borrowed(&self.stem),
            hash: self.stem_hash,
        }
    }

    /// Its stem as facts number stems.
    pub fn stem_number(&self) -> u64 {
        stem_number(&self.stem)
    }

    /// The word itself, which is not stored again.
    pub fn form<'v>(&self, form: &'v str) -> Text<'v> {
        Text {
            text: Cow::Borrowed(form),
            hash: self.form_hash,
        }
    }
}

/// A text with its hash, so that it is hashed once for any number of tables.
pub struct Text<'t> {
    text: Cow<'t, str>,
    hash: u64,
}

impl<'t> Text<'t> {
    /// Hashes a text.
    pub fn new(text: Cow<'t, str>) -> Text<'t> {
        Text {
            hash: hash(&text),
            text,
        }
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && self.text == other.text
    }
}

impl Eq for Text<'_> {}

impl Hash for Text<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

/// Takes a hash as it is.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// What is known about the words of a vocabulary, by their numbers.
pub fn forms(vocabulary: &Vocabulary, lang: Lang) -> Vec<Form> {
    let stemming = Stemming::new(lang);
    let known = |form: &str| {
        let syllable = is_syllable(form);
        let ideographic = syllable || ideographic(form);
        let (stem, stop) = stem_of(&stemming, form);
        let names = if ideographic {
            Names::Thing
        } else if form.starts_with(|c: char| c == FIGURE || c.is_numeric()) {
            Names::Number
        } else if is_time(form, lang) {
            Names::Time
        } else {
            Names::Thing
        };
        Form {
            stem_hash: hash(&stem),
            form_hash: hash(form),
            stem: stem.into(),
            stop: stop || syllable,
            ideographic,
            particle: syllable && PARTICLES.split_whitespace().any(|one| one == form),
            names,
        }
    };
    vocabulary.forms().map(known).collect()
}

/// Words beside the figures of a time of day.
const CLOCK: [&str; 22] = [
    "am", "pm", "a.m", "p.m", "h", "hrs", "gmt", "utc", "bst", "cet", "cest", "msk", "est", "edt",
    "uhr", "klo", "kl", "ч", "мск", "heures", "horas", "ore",
];

/// The commonest particles of Thai, Lao, Khmer and Burmese: two in a row say nothing about a sentence.
const PARTICLES: &str = "ที่ และ ใน ของ ได้ เป็น ว่า จะ มี ให้ ไป มา กับ จาก การ ความ แล้ว ไม่ นี้ นั้น โดย เพื่อ แต่ หรือ ถูก ซึ่ง ก็ ทั้ง ต่อ \
    ທີ່ ແລະ ໃນ ຂອງ ໄດ້ ເປັນ ວ່າ ຈະ ມີ ໃຫ້ ໄປ ມາ ກັບ ຈາກ ການ ຄວາມ ແລ້ວ ບໍ່ ນີ້ ນັ້ນ ໂດຍ ເພື່ອ ແຕ່ ຫຼື ຖືກ ເຊິ່ງ ກໍ \
    នៅ ក្នុង និង ដែល ជា បាន ពី នេះ នោះ ថា ឱ្យ ដោយ មាន មិន ទៅ មក ការ របស់ \
    သည် တယ် ခဲ့ မည် ကို က မှ တွင် နှင့် များ ဟု ၏ ရ မှု ပြီး သော အ ကြ ပြော";

/// Whether a word is a character of a script without spaces.
fn ideographic(form: &str) -> bool {
    form.chars().next().is_some_and(|c| {
        matches!(u32::from(c), 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
            | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
    })
}

/// The form of a word that is stemmed: without its possessive ending.
fn trimmed(form: &str) -> &str {
    let bare = form.strip_suffix("'s").unwrap_or(form);
    bare.trim_end_matches('\'')
}

/// The stem of a folded form, and whether the form is a function word.
pub fn stem_of(stemming: &Stemming, form: &str) -> (String, bool) {
    if form.starts_with(FIGURE) {
        // What is about right is about the same number.
        let weaker = |c: &char| matches!(c, '+' | '~' | '≈');
        return (form.chars().filter(|c| !weaker(c)).collect(), false);
    }
    let bare = trimmed(form);
    let stop = stemming.is_stop(form) || stemming.is_stop(bare);
    (stemming.stem(bare), stop)
}

/// Whether a word belongs to a date or a time of day.
fn is_time(form: &str, lang: Lang) -> bool {
    let bare = form.strip_suffix("'s").unwrap_or(form);
    CLOCK.contains(&bare) || weekday(bare, lang).is_some() || month(bare, lang).is_some()
}
