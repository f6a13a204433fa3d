//! What holds of an index in a file: it gives back what was put in, finds what shares a passage, and notices damage.

use std::io::Cursor;

use crossread_engine::{Lang, Reading, Source};
use crossread_index::Fingerprint;
use crossread_index::saved::{Fault, Saved, write};
use proptest::prelude::*;

mod made;

use made::article;

fn print(text: &str) -> Fingerprint {
    Fingerprint::of(&Reading::new(Source::new(text, Lang::English)))
}

fn written(texts: &[String]) -> Vec<u8> {
    let prints: Vec<Fingerprint> = texts.iter().map(|text| print(text)).collect();
    let records: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    let mut bytes = Vec::new();
    write(&mut bytes, &prints, &records).expect("written");
    bytes
}

fn texts(seed: u64, count: u64) -> Vec<String> {
    (0..count).map(|at| article(seed ^ (at << 20), 8)).collect()
}

/// All that can be asked of it.
fn read(bytes: &[u8], asked: &Fingerprint) -> Result<(Vec<u32>, Vec<Vec<u8>>), Fault> {
    let mut index = Saved::open(Cursor::new(bytes))?;
    let like = index.like(asked, 10)?;
    let count = index.len() as u32;
    let records = (0..count)
        .map(|at| index.record(at))
        .collect::<Result<_, _>>()?;
    Ok((like.articles, records))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_article_with_a_passage_of_one_finds_that_one_first(seed in 1..u64::MAX, count in 3..50u64) {
        let texts = texts(seed, count);
        let other = article(seed ^ 0xffff, 6) + &texts[2][..texts[2].len() / 2];
        let (like, records) = read(&written(&texts), &print(&other)).expect("sound");
        prop_assert_eq!(like.first(), Some(&2));
        let kept: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
        prop_assert_eq!(records, kept);
    }

    #[test]
    fn a_changed_byte_changes_no_answer_unnoticed(seed in 1..u64::MAX, places in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 60)) {
        let texts = texts(seed, 5);
        let asked = print(&texts[1]);
        let bytes = written(&texts);
        let sound = read(&bytes, &asked).expect("sound");
        for (place, by) in places {
            let mut changed = bytes.clone();
            changed[place.index(bytes.len())] ^= by.max(1);
            if let Ok(answer) = read(&changed, &asked) {
                prop_assert_eq!(&answer, &sound);
            }
        }
    }

    #[test]
    fn what_is_cut_off_is_damaged(seed in 1..u64::MAX, place in any::<prop::sample::Index>()) {
        let bytes = written(&texts(seed, 4));
        let cut = &bytes[..place.index(bytes.len())];
        prop_assert!(matches!(Saved::open(Cursor::new(cut)), Err(Fault::Damaged | Fault::NotAnIndex)));
    }
}

#[test]
fn an_empty_index_has_nothing_like_anything() {
    let bytes = written(&[]);
    let mut index = Saved::open(Cursor::new(&bytes)).expect("sound");
    assert!(index.is_empty());
    let like = index
        .like(&print("The council voted on Tuesday."), 10)
        .expect("sound");
    assert_eq!((like.articles, like.passed_over), (vec![], 0));
    assert!(matches!(index.record(0), Err(Fault::Damaged)));
}

#[test]
fn another_version_and_another_file_are_told() {
    let mut bytes = written(&texts(3, 3));
    bytes[16] = 9;
    let fault = Saved::open(Cursor::new(&bytes)).expect_err("refused");
    assert_eq!(
        fault.to_string(),
        "this index has version 9 of the format, and only version 1 is understood"
    );
    let fault = Saved::open(Cursor::new(b"It rained.")).expect_err("refused");
    assert_eq!(fault.to_string(), "this is not an index of articles");
}
