//! Cuts Thai, Lao, Khmer and Burmese into written syllables. These scripts have no spaces between words, and
//! a dictionary to find words would take megabytes. Syllables can be found from the letters alone, and
//! consistently enough: two texts that share a phrase share its syllables. A word has about two.

use crate::Span;
use crate::chars::{after, is_format};

/// Letters and marks of the scripts that are cut here, without digits.
pub(crate) fn is_syllabic(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{E81}'..='\u{ECE}' | '\u{EDC}'..='\u{EDF}'
        | '\u{1000}'..='\u{103F}' | '\u{1050}'..='\u{108F}' | '\u{109A}'..='\u{109D}' | '\u{1780}'..='\u{17D3}' | '\u{17DC}' | '\u{17DD}')
}

/// A syllable that grows to this many characters is cut off.
const LONGEST: usize = 10;

/// Calls `emit` with each syllable of a run of these letters. Invisible characters between them belong to
/// the syllable before.
pub(crate) fn syllables(text: &str, run: Span, mut emit: impl FnMut(Span)) {
    let mut start = run.start;
    let mut state = State::default();
    for (inside, c) in run.of(text).char_indices() {
        let at = run.start + inside;
        if is_format(c) {
            continue;
        }
        let next = Neighbours::read(text, at + c.len_utf8(), run.end);
        if at > start && (state.parts(c, next) || state.letters >= LONGEST) {
            emit(Span::new(start, at));
            start = at;
            state = State::default();
        }
        state.take(c, next);
    }
    if start < run.end {
        emit(Span::new(start, run.end));
    }
}

/// The two characters after one, without invisible ones; a space at the run's end.
#[derive(Clone, Copy)]
struct Neighbours(char, char);

impl Neighbours {
    fn read(text: &str, at: usize, end: usize) -> Neighbours {
        let mut at = at;
        let mut found = [' '; 2];
        for place in &mut found {
            while let Some(c) = after(text, at).filter(|_| at < end) {
                at += c.len_utf8();
                if !is_format(c) {
                    *place = c;
                    break;
                }
            }
        }
        Neighbours(found[0], found[1])
    }
}

impl Neighbours {
    /// Whether they give the Thai consonant before them a vowel: a sign, or อ as in "สอง".
    fn give_a_vowel(self) -> bool {
        has_vowel(self.0) || (self.0 == 'อ' && !has_vowel(self.1))
    }
}

/// What has been read of a syllable.
#[derive(Clone, Copy, Default)]
struct State {
    letters: usize,
    /// The last character.
    last: char,
    /// The vowel that was written before its consonant.
    lead: Option<char>,
    /// A vowel was read, so that a consonant may close the syllable.
    vowel: bool,
    /// Nothing more fits in.
    closed: bool,
}

impl State {
    /// Whether `c` begins the next syllable.
    fn parts(&self, c: char, next: Neighbours) -> bool {
        match c {
            '\u{E01}'..='\u{EDF}' => {
                self.parts_thai(thai(c), Neighbours(thai(next.0), thai(next.1)))
            }
            '\u{1000}'..='\u{109D}' => self.parts_burmese(c, next),
            _ => self.parts_khmer(c, next.0),
        }
    }

    /// Thai, and Lao moved to its places.
    fn parts_thai(&self, c: char, next: Neighbours) -> bool {
        match c {
            // A vowel before its consonant.
            '\u{E40}'..='\u{E44}' => true,
            // Marks, vowels behind a consonant, signs of repetition and abbreviation.
            '\u{E2F}'..='\u{E3A}' | '\u{E45}'..='\u{E4E}' => false,
            _ if self.closed => true,
            // A consonant: silent under its mark; the vowel's own in "เดือน", "เรียน", "ตัว"; else it closes the
            // syllable unless it has a vowel itself.
            _ if next.0 == '\u{E4C}' => false,
            _ if self.carries(c) => false,
            _ => self.vowel && next.give_a_vowel() && !self.must_close(),
        }
    }

    /// Whether a consonant is part of a vowel that is written in several places.
    fn carries(&self, c: char) -> bool {
        let tone = |mark| matches!(mark, '\u{E48}'..='\u{E4B}');
        let sign = self.last;
        match c {
            'อ' => sign == '\u{E37}' || (tone(sign) && self.lead == Some('เ')),
            'ย' => self.lead == Some('เ') && (sign == '\u{E35}' || tone(sign)),
            'ว' => sign == '\u{E31}',
            _ => false,
        }
    }

    /// Whether the vowel needs a consonant after it: ◌ั, ◌็, and ◌ົ of Lao.
    fn must_close(&self) -> bool {
        matches!(self.last, '\u{E31}' | '\u{E47}' | '\u{E3B}')
    }

    /// A consonant begins a syllable unless it is stacked on another one or is silenced behind one.
    fn parts_burmese(&self, c: char, next: Neighbours) -> bool {
        let consonant = matches!(c, '\u{1000}'..='\u{102A}' | '\u{103F}' | '\u{1050}'..='\u{1055}' | '\u{1075}'..='\u{1081}');
        let silenced = matches!(next.0, '\u{103A}' | '\u{1039}')
            || (next.0 == '\u{1037}' && next.1 == '\u{103A}');
        consonant && !silenced && self.last != '\u{1039}'
    }

    /// A consonant with a vowel, or with another one under it, begins a syllable; a bare one closes one.
    fn parts_khmer(&self, c: char, next: char) -> bool {
        let letter = matches!(c, '\u{1780}'..='\u{17B3}');
        let sounded = matches!(
            next,
            '\u{17B4}'..='\u{17CA}' | '\u{17CE}' | '\u{17CF}' | '\u{17D1}' | '\u{17D2}'
        );
        letter && self.last != '\u{17D2}' && (sounded || self.closed)
    }

    fn take(&mut self, c: char, next: Neighbours) {
        let first = self.letters == 0;
        self.letters += 1;
        match c {
            '\u{E01}'..='\u{EDF}' => {
                let (c, next) = (thai(c), thai(next.0));
                match c {
                    '\u{E40}'..='\u{E44}' => self.lead = Some(c),
                    '\u{E30}' | '\u{E33}' | '\u{E2F}' | '\u{E46}' | '\u{E4C}' => {
                        self.closed = next != '\u{E4C}'
                    }
                    '\u{E48}'..='\u{E4B}' => {}
                    '\u{E31}'..='\u{E3D}' | '\u{E45}' | '\u{E47}' | '\u{E4D}' => self.vowel = true,
                    _ if self.carries(c) => {}
                    // The vowel of "สอง", "ขอบ".
                    'อ' if !first && !self.vowel && !has_vowel(next) => self.vowel = true,
                    // A consonant behind a vowel closes the syllable.
                    _ if self.vowel && !first => self.closed = true,
                    // ไ and ใ have no consonant behind their own.
                    _ if matches!(self.lead, Some('ไ' | 'ใ')) => {
                        self.closed = !matches!(next, 'ร' | 'ล' | 'ว' | 'ห')
                    }
                    _ => self.vowel |= self.lead.is_some(),
                }
                if !matches!(c, '\u{E48}'..='\u{E4B}') || !self.must_close() {
                    self.last = c;
                }
            }
            '\u{1780}'..='\u{17DD}' => {
                // The bare consonant behind the first letter closes.
                let letter = matches!(c, '\u{1780}'..='\u{17B3}');
                self.closed |= letter && !first && self.last != '\u{17D2}';
                self.last = c;
            }
            _ => self.last = c,
        }
    }
}

/// Whether the sign after a consonant gives it a vowel.
fn has_vowel(next: char) -> bool {
    matches!(next, '\u{E30}'..='\u{E3B}' | '\u{E3D}' | '\u{E45}' | '\u{E47}'..='\u{E4B}')
}

/// The Thai character that stands in Thai's block where this one stands in Lao's.
fn thai(c: char) -> char {
    match c {
        '\u{E81}'..='\u{EDF}' => char::from_u32(u32::from(c) - 0x80).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;
    use crate::Span;

    /// Checks that a run is cut where the bars stand.
    fn cuts(marked: &str) {
        let text = marked.replace('|', "");
        let mut found = Vec::new();
        syllables(&text, Span::new(0, text.len()), |span| {
            found.push(span.of(&text).to_owned());
        });
        assert_eq!(found.join("|"), marked);
    }

    #[test]
    fn thai_and_lao() {
        cuts("รัฐ|บาล|ประ|กาศ|ปิด|สะ|พาน|ข้าม|แม่|น้ำ|เป็น|เว|ลา|สอง|เดือน");
        cuts("ขอบ|คุณ|ครับ|สอง|คณะ|กรรมการ|ไม่|ได้|เรียน");
        cuts(
            "นัก|ຮຽນ"
                .replace('ั', "ັ")
                .replace('น', "ນ")
                .replace('ก', "ກ")
                .as_str(),
        );
    }

    #[test]
    fn burmese_and_khmer() {
        cuts("ဝန်|ကြီး|က");
        cuts("တံ|တား|ကို");
        cuts("မြန်|မာ|နိုင်|ငံ");
        cuts("ប្រ|ទេស|ក|ម្ពុ|ជា");
    }

    #[test]
    fn what_is_shared_is_cut_alike() {
        let cut = |text: &str| {
            let mut found = Vec::new();
            syllables(text, Span::new(0, text.len()), |span| {
                found.push(span.of(text).to_owned())
            });
            found
        };
        let (one, other) = (cut("รัฐบาลประกาศปิดสะพาน"), cut("เมื่อวานรัฐบาลประกาศเปิด"));
        assert!(
            other.windows(4).any(|run| run == &one[..4]),
            "{one:?} {other:?}"
        );
    }
}
