//! What holds of every proposal, over collections made by chance.

use crossread_engine::{Lang, Reading, Source};
use crossread_index::{Fingerprint, propose};
use proptest::prelude::*;

mod made;

use made::article;

fn fingerprints(texts: &[String]) -> Vec<Fingerprint> {
    let read = |text: &String| Fingerprint::of(&Reading::new(Source::new(text, Lang::English)));
    texts.iter().map(read).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_copied_passage_is_found_whatever_stands_around_it(seed in 1..u64::MAX, count in 20..60usize) {
        let mut texts: Vec<String> =
            (0..count as u64).map(|at| article(seed ^ (at << 20), 12)).collect();
        let passage = article(seed ^ 0xffff, 5);
        texts[3].push_str(&passage);
        texts[11].insert_str(0, &passage);
        let proposed = propose(&fingerprints(&texts));
        prop_assert!(proposed.pairs.contains(&(3, 11)), "{proposed:?}");
    }

    #[test]
    fn pairs_stand_in_order_and_every_other_pair_is_counted(seed in 1..u64::MAX, count in 0..40usize) {
        let texts: Vec<String> =
            (0..count as u64).map(|at| article(seed ^ (at / 2), 6)).collect();
        let proposed = propose(&fingerprints(&texts));
        prop_assert!(proposed.pairs.is_sorted());
        prop_assert!(proposed.pairs.iter().all(|&(a, b)| a < b && (b as usize) < count));
        let all = count as u64 * (count as u64).saturating_sub(1) / 2;
        prop_assert_eq!(proposed.passed_over + proposed.pairs.len() as u64, all);
    }

    #[test]
    fn the_order_of_the_articles_changes_nothing(seed in 1..u64::MAX, count in 2..40usize) {
        let texts: Vec<String> =
            (0..count as u64).map(|at| article(seed ^ (at / 3), 6)).collect();
        let straight = propose(&fingerprints(&texts));
        let turned: Vec<String> = texts.iter().rev().cloned().collect();
        let turned = propose(&fingerprints(&turned));
        let last = count as u32 - 1;
        let mut back: Vec<(u32, u32)> =
            turned.pairs.iter().map(|&(a, b)| (last - b, last - a)).collect();
        back.sort_unstable();
        prop_assert_eq!(back, straight.pairs);
        prop_assert_eq!(turned.frequent, straight.frequent);
    }
}

/// A hundred copies, each with a sentence of its own: what stands in all of them is all that they share.
#[test]
fn copies_of_one_article_are_proposed_however_many_there_are() {
    let whole = article(7, 12);
    let copy = |at: u64| format!("{whole} {}", article(at << 20, 1));
    let texts: Vec<String> = (1..=100).map(copy).collect();
    assert_eq!(propose(&fingerprints(&texts)).passed_over, 0);
}

#[test]
fn articles_without_words_propose_nothing() {
    let texts = ["", "…", "The and of."].map(String::from);
    assert_eq!(propose(&fingerprints(&texts)).pairs, []);
    assert_eq!(propose(&[]).passed_over, 0);
}
