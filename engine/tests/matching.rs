//! Which sentences are linked and which are not, on texts small enough to judge by eye.

use std::fs;
use std::path::Path;

use crossread_engine::{Comparison, Kind, Lang, Options, Reading, Source, Strictness, compare};

fn compared(a: &str, b: &str, options: Options) -> Comparison {
    let read = |text| Reading::new(Source::new(text, Lang::English));
    compare(&read(a), &read(b), options)
}

/// The sentences that are linked, numbered from 0.
fn links(a: &str, b: &str, strictness: Strictness) -> Vec<(u32, u32)> {
    let options = Options::default().with_strictness(strictness);
    let found = compared(a, b, options);
    found.matches.iter().map(|m| (m.a, m.b)).collect()
}

/// Little is needed beside a match, but what follows it on the one side does not tell what comes before
/// it on the other.
#[test]
fn a_neighbour_of_a_match_keeps_its_order() {
    let shared = "The harbour authority closed the northern quay after Monday's storm.";
    let in_a = "Fishermen there had asked for repairs to the wall since the spring of last year.";
    let in_b = "Its engineers promised that repairs would start before the spring.";
    let after = links(
        &format!("{shared} {in_a}"),
        &format!("{shared} {in_b}"),
        Strictness::Normal,
    );
    assert_eq!(after, [(0, 0), (1, 1)]);
    let crosswise = links(
        &format!("{shared} {in_a}"),
        &format!("{in_b} {shared}"),
        Strictness::Normal,
    );
    assert_eq!(crosswise, [(0, 1)]);
}

/// The loosest step finds what says the same in part, not what shares as many words here and there.
#[test]
fn a_looser_step_asks_for_words_that_stand_together() {
    let a = "The council sees some signs that river levels are falling near the old town.";
    let together =
        "Farmers upstream have no hope yet, although river levels are falling slowly since Friday.";
    let scattered = "Falling prices are harming farmers upstream, whose levels of income had risen by the river.";
    assert_eq!(links(a, together, Strictness::Normal), []);
    assert_eq!(links(a, together, Strictness::Loosest), [(0, 0)]);
    assert_eq!(links(a, scattered, Strictness::Loosest), []);
}

/// Who is named makes no match by itself, at any step; nor do, at the usual one, the words that every
/// report has.
#[test]
fn names_and_stock_phrases_alone_link_nothing() {
    let a =
        "On Tuesday Angela Merkel, Barack Obama and David Cameron spoke in Berlin about schools.";
    let b = "In Berlin, Barack Obama and Angela Merkel watched David Cameron lose a boat race.";
    for strictness in Strictness::ALL {
        assert_eq!(links(a, b, strictness), []);
    }
    let a = "The bakers want a new school near the river, the mayor told reporters on Monday.";
    let b = "A boat with nine people sank in the storm, a sailor told reporters on Monday.";
    assert_eq!(links(a, b, Strictness::Normal), []);
}

/// "$178bn" and "$178 billion" are one number.
#[test]
fn a_number_is_the_same_with_its_scale_behind_it() {
    let a = "Apple began 2015 as the richest company in history, with $178bn.";
    let links = |sum: &str| {
        let b = format!("Apple began 2015 as the richest company of all. It has {sum}.");
        links(a, &b, Strictness::Normal)
    };
    assert_eq!(links("$178 billion"), [(0, 0), (0, 1)]);
    assert_eq!(links("$190 billion"), [(0, 0)]);
}

/// What one article tells in other words still goes together where it stands alone between two matches
/// that belong to one story, and not where they stand side by side by chance.
#[test]
fn a_sentence_told_anew_inside_a_story_is_found() {
    let story = |middle: &str, last: &str| {
        format!(
            "Doctors in the valley write that adults are dying of malaria every week. {middle} {last}"
        )
    };
    let malaria = "The ministry wants every doctor to report each malaria death by telephone.";
    let harbour = "The northern quay will open again when its wall has been repaired.";
    let told = "We went with what everybody thought but there has been a shift.";
    let anew = "But the numbers tell them that there may be more to it.";
    let found =
        |last| links(&story(told, last), &story(anew, last), Strictness::Normal).contains(&(1, 1));
    assert!(found(malaria));
    assert!(!found(harbour));
}

/// A word weighs by how often it stands in both articles, so that a paragraph more can change an edited or
/// a related match; it changes few. `--nocapture` shows how many.
#[test]
fn an_appended_paragraph_changes_few_edited_and_related_matches() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/articles");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("articles")
        .map(|entry| entry.expect("an article").path())
        .collect();
    files.sort();
    let bodies: Vec<String> = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a text"))
        .map(|text| text.rsplit("\n+++\n").next().unwrap_or_default().to_owned())
        .collect();
    let matches = |a: &str, b: &str| -> Vec<(u32, u32, Kind)> {
        let found = compared(a, b, Options::default()).matches.into_iter();
        let found = found.filter(|m| m.kind != Kind::Verbatim);
        found.map(|m| (m.a, m.b, m.kind)).collect()
    };
    let (mut all, mut changed) = (0, 0);
    for (at_a, a) in bodies.iter().enumerate() {
        for (at_b, b) in bodies.iter().enumerate().filter(|&(at_b, _)| at_b != at_a) {
            let others = (0..bodies.len()).filter(|&at| at != at_a && at != at_b);
            let paragraphs = others.flat_map(|at| bodies[at].split("\n\n"));
            let before = matches(a, b);
            for paragraph in paragraphs.filter(|paragraph| paragraph.len() > 200) {
                let after = matches(&format!("{a}\n\n{paragraph}"), b);
                all += before.len();
                changed += before.iter().filter(|old| !after.contains(old)).count();
            }
        }
    }
    println!("an appended paragraph changed {changed} of {all} edited and related matches");
    assert!(all > 0 && changed * 20 <= all, "{changed} of {all}");
}
