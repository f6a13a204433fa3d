//! From an ask to its answer, as a worker gives it.

use crossread_engine::facts::{Relation, Slot};
use crossread_engine::word_diff::{Op, reading_diff};
use crossread_engine::{
    HandLinks, Kind, Options, Reading, Route, Source, Span, Strictness, evidence, lang,
};
use crossread_worker::protocol::{self, Answer, Ask, Found, Pair, Part, Progress, Text, Word};
use crossread_worker::work::Work;

const RAIN: &str = "Nobody slept in the valley that night. Heavy rain fell on the valley all day. \
                    The bridge over the river was closed to traffic on Monday.";
const STORM: &str = "All day heavy rain fell on the whole valley. The sun shone. \
                     The old bridge over the river was closed to all traffic on Monday.";
const REGEN: &str = "Niemand schlief in dieser Nacht. Es fiel den ganzen Tag starker Regen auf das Tal, \
                     und die Brücke über den Fluss war für den Verkehr gesperrt.";

fn work() -> Work {
    Work::new(crossread_engine::fold::nfkc)
}

fn text(text: &str, language: Option<&str>) -> Text {
    Text {
        text: text.to_owned(),
        language: language.map(str::to_owned),
        date: None,
        furniture: Vec::new(),
    }
}

fn pair(a: Text, b: Text) -> Pair {
    Pair {
        a,
        b,
        options: Options::default(),
        links: HandLinks::default(),
    }
}

fn english() -> Pair {
    pair(text(RAIN, Some("en")), text(STORM, None))
}

fn found(work: &mut Work, pair: Pair, told: &mut Vec<Progress>) -> Found {
    match work.answer(Ask::Compare(pair), &mut |progress| told.push(progress)) {
        Answer::Found(found) => *found,
        other => panic!("not compared: {other:?}"),
    }
}

/// The day of writing goes in with the text: the same weekday is two days in two weeks.
#[test]
fn a_weekday_counts_from_the_day_its_text_was_written() {
    let dates = |day: &str, other: &str| {
        let written = |day: &str| Text {
            date: Some(day.to_owned()),
            ..text(STORM, Some("en"))
        };
        let asked = pair(written(day), written(other));
        let found = found(&mut work(), asked, &mut Vec::new());
        let facts = found.details.iter().flat_map(|detail| &detail.facts);
        let dates = facts.filter(|fact| fact.slot == Slot::Date);
        dates.map(|fact| fact.relation).collect::<Vec<_>>()
    };
    assert_eq!(dates("2014-06-03", "2014-06-05"), [Relation::Same]);
    assert_eq!(dates("2014-06-03", "2014-06-12"), [Relation::Differs]);
}

#[test]
fn where_nothing_matches_the_answer_says_what_comes_closest() {
    let one = "NATO met in Oslo on Monday. The king of Norway slept.";
    let other = "Farmers complained to NATO. Nobody in Norway won the cup.";
    let asked = pair(text(one, Some("en")), text(other, Some("en")));
    let found = found(&mut work(), asked, &mut Vec::new());
    assert_eq!(found.comparison.matches, []);
    let told = found.nothing.expect("there is something to say");
    let names: Vec<(&str, (u32, u32))> = told
        .names
        .iter()
        .map(|name| (name.a.of(one), name.times))
        .collect();
    assert_eq!(names, [("NATO", (1, 1)), ("Norway", (1, 1))]);
    let close = told.closest.first().expect("they share words");
    let shared: Vec<&str> = close.shared.iter().map(|(a, _)| a.of(one)).collect();
    assert!(shared == ["NATO"] || shared == ["Norway"], "{shared:?}");
    assert_eq!(
        told.looser.len(),
        2,
        "both looser steps were tried: {:?}",
        told.looser
    );
}

#[test]
fn where_something_matches_nothing_else_is_said() {
    assert_eq!(found(&mut work(), english(), &mut Vec::new()).nothing, None);
}

#[test]
fn an_answer_in_parts_is_the_same_answer() {
    let whole = found(&mut work(), english(), &mut Vec::new());
    for most in 1..3 {
        let mut rest = whole.clone();
        let parts: Vec<Part> = std::iter::from_fn(|| rest.part(most)).collect();
        assert!(parts.len() > 1 && rest.a.sentences.is_empty() && rest.details.is_empty());
        for part in parts {
            let bytes = protocol::write(&Word::Part(Box::new(part)));
            match protocol::read(&bytes) {
                Some(Word::Part(part)) => rest.join(*part),
                other => panic!("not a part: {other:?}"),
            }
        }
        assert_eq!(rest, whole, "parts of {most}");
    }
}

#[test]
fn an_answer_holds_what_the_engine_says() {
    let found = found(&mut work(), english(), &mut Vec::new());
    let read = |text| Reading::new(Source::new(text, lang::detect(text)));
    let (a, b) = (read(RAIN), read(STORM));
    let comparison = crossread_engine::compare(&a, &b, Options::default());
    assert!(comparison.matches.len() >= 2, "{:?}", comparison.matches);
    assert_eq!(found.comparison, comparison);
    assert_eq!(found.a.sentences, a.sentences);
    assert_eq!(found.b.length.words as usize, b.words.len());
    assert_eq!(found.details.len(), comparison.matches.len());
    for (index, (detail, one)) in found.details.iter().zip(&comparison.matches).enumerate() {
        let sentence = |text, reading: &Reading, at: u32| -> String {
            reading.sentences[at as usize].span.of(text).to_owned()
        };
        let (one, other) = (sentence(RAIN, &a, one.a), sentence(STORM, &b, one.b));
        assert_eq!(detail.hunks, reading_diff(&one, &other).hunks);
        assert_eq!(
            Some(&detail.evidence),
            evidence(&a, &b, &comparison, index).as_ref()
        );
    }
    let passages: Vec<(&str, &str)> = found
        .passages
        .iter()
        .map(|(a, b)| (a.of(RAIN), b.of(STORM)))
        .collect();
    assert_eq!(
        passages,
        [
            ("Heavy rain fell on the", "heavy rain fell on the"),
            (
                "bridge over the river was closed to",
                "bridge over the river was closed to"
            )
        ]
    );
}

/// What the two sides of each fact say, in words of their texts, and what is counted.
fn facts_of(a: &str, b: &str) -> Vec<String> {
    let found = found(
        &mut work(),
        pair(text(a, Some("en")), text(b, Some("en"))),
        &mut Vec::new(),
    );
    let words = |span: Option<crossread_engine::Span>, text: &str| {
        span.map_or_else(|| "nothing".to_owned(), |span| span.of(text).to_owned())
    };
    let facts = found.details.iter().flat_map(|detail| &detail.facts);
    facts
        .map(|fact| {
            format!(
                "{:?} {:?}: {} | {}, of {} | {}",
                fact.slot,
                fact.relation,
                words(fact.places.0, a),
                words(fact.places.1, b),
                words(fact.counted.0, a),
                words(fact.counted.1, b)
            )
        })
        .collect()
}

#[test]
fn an_answer_says_what_two_matched_sentences_say_differently_and_where() {
    let a = "Nobody slept. NATO says that 40,000 Russian troops stand at the border with Ukraine.";
    let b =
        "It rained. NATO says that 100,000 Russian troops now stand at the border with Ukraine.";
    let facts = facts_of(a, b);
    let number =
        "Number Differs: 40,000 | 100,000, of Russian troops stand | Russian troops now stand";
    assert!(facts.iter().any(|fact| fact == number), "{facts:#?}");
    let mirrored =
        "Number Differs: 100,000 | 40,000, of Russian troops now stand | Russian troops stand";
    let facts = facts_of(b, a);
    assert!(facts.iter().any(|fact| fact == mirrored), "{facts:#?}");
}

#[test]
fn progress_only_grows_and_tells_what_is_done() {
    let mut told = Vec::new();
    found(&mut work(), english(), &mut told);
    assert!(told.len() >= 6, "{told:?}");
    assert!(
        told.is_sorted_by_key(|progress| progress.percent),
        "{told:?}"
    );
    assert!(told.iter().all(|progress| progress.percent <= 100));
}

#[test]
fn the_same_texts_with_other_options_are_not_read_again() {
    let read = std::rc::Rc::new(std::cell::Cell::new(0));
    let counter = std::rc::Rc::clone(&read);
    let mut work = Work::new(move |word| {
        counter.set(counter.get() + 1);
        word.to_owned()
    });
    let ask = |strictness| {
        let mut pair = pair(
            text("Déjà vu.", Some("en")),
            text("It rained – là.", Some("en")),
        );
        pair.options.strictness = strictness;
        pair
    };
    found(&mut work, ask(Strictness::Normal), &mut Vec::new());
    let once = read.get();
    assert!(once > 0);
    found(&mut work, ask(Strictness::Strict), &mut Vec::new());
    let swapped = Pair {
        a: ask(Strictness::Loose).b,
        b: ask(Strictness::Loose).a,
        ..ask(Strictness::Loose)
    };
    found(&mut work, swapped, &mut Vec::new());
    assert_eq!(read.get(), once);
}

#[test]
fn the_matches_alone_are_those_of_the_comparison() {
    let matches = found(&mut work(), english(), &mut Vec::new())
        .comparison
        .matches
        .into_iter()
        .map(|found| (found.a, found.b, found.kind))
        .collect::<Vec<(u32, u32, Kind)>>();
    assert_eq!(
        work().answer(Ask::Matches(english()), &mut |_| ()),
        Answer::Matches(matches)
    );
}

#[test]
fn two_sentences_are_told_apart_match_or_not() {
    let asked = pair(
        text("The talks failed. On Monday 12 people came.", Some("en")),
        text("The talks collapsed. Some 40 people came.", Some("en")),
    );
    let ask = Ask::Between(asked, vec![(0, 0), (1, 1), (7, 0)]);
    let Answer::Between(told) = work().answer(ask, &mut |_| ()) else {
        panic!("nothing said");
    };
    let [talks, people, nowhere] = &told[..] else {
        panic!("not each: {told:?}");
    };
    let ops: Vec<Op> = talks.hunks.iter().map(|hunk| hunk.op).collect();
    assert_eq!(ops, [Op::Equal, Op::Replace, Op::Equal]);
    let differs =
        |fact: &protocol::Fact| fact.slot == Slot::Number && fact.relation == Relation::Differs;
    assert!(people.facts.iter().any(differs), "{:?}", people.facts);
    assert_eq!(nowhere.facts, []);
}

#[test]
fn what_the_reader_links_comes_out_as_a_match_with_all_that_is_said_of_one() {
    let mut asked = pair(
        text("The talks failed. On Monday 12 people came.", Some("en")),
        text("It rained. Some 40 of us saw them leave.", Some("en")),
    );
    assert!(
        found(&mut work(), asked.clone(), &mut Vec::new())
            .details
            .is_empty()
    );
    asked.links.made = vec![(Span::new(20, 21), Span::new(14, 15))];
    asked.links.refused = vec![(Span::new(0, 1), Span::new(0, 1))];
    let found = found(&mut work(), asked.clone(), &mut Vec::new());
    let [detail] = &found.details[..] else {
        panic!("one match: {:?}", found.comparison.matches);
    };
    assert_eq!(found.comparison.matches[0].route, Route::Hand);
    assert_eq!(found.comparison.refused, [(0, 0)]);
    assert!(detail.facts.iter().any(|fact| fact.slot == Slot::Number));
    let Answer::Matches(matches) = work().answer(Ask::Matches(asked), &mut |_| ()) else {
        panic!("no matches");
    };
    assert_eq!(matches, [(1, 1, Kind::Related)]);
}

#[test]
fn a_stated_language_that_takes_the_heavy_program_is_known_beforehand() {
    let heavy = |a, b| Ask::Compare(pair(text(RAIN, a), text(STORM, b))).is_heavy();
    assert!(heavy(Some("de"), None));
    assert!(heavy(Some("en"), Some("pt-BR")));
    assert!(!heavy(Some("en-GB"), None));
    // Of a language that the engine has nothing for, neither program knows more.
    assert!(heavy(Some("uk"), Some("en")));
    assert!(!heavy(Some("cy"), Some("en")));
}

#[cfg(not(feature = "heavy"))]
#[test]
fn the_light_program_leaves_to_the_heavy_one_what_is_not_english() {
    let answer = |text_of| {
        let pair = pair(text(RAIN, None), text(text_of, None));
        matches!(
            work().answer(Ask::Compare(pair), &mut |_| ()),
            Answer::Heavy
        )
    };
    assert!(answer(REGEN));
    assert!(!answer(STORM));
}

#[cfg(feature = "heavy")]
mod heavy {
    use super::*;
    use crossread_article::{About, Stated};
    use crossread_worker::protocol::{Described, Export, Format};

    #[test]
    fn another_language_is_compared_with_what_the_engine_has_for_it() {
        let other = "Starker Regen fiel den ganzen Tag auf das ganze Tal. Niemand hat in dieser Nacht geschlafen.";
        let pair = pair(text(REGEN, None), text(other, Some("de-AT")));
        let found = found(&mut work(), pair, &mut Vec::new());
        assert!(!found.comparison.matches.is_empty());
    }

    #[test]
    fn a_comparison_is_written_as_the_document_that_is_asked_for() {
        let document = |format| {
            let about = |id: &str| Described {
                id: id.to_owned(),
                about: About {
                    title: Some(Stated {
                        value: format!("The {id}"),
                        basis: "given".to_owned(),
                    }),
                    ..About::default()
                },
                ..Described::default()
            };
            let export = Export {
                pair: english(),
                a: about("rain"),
                b: about("storm"),
                format,
                link: Some("https://crossread.example/?a=rain&b=storm".to_owned()),
                day: "2026-03-01".to_owned(),
                shown: 1,
                colours: [3, 2],
            };
            match work().answer(Ask::Export(Box::new(export)), &mut |_| ()) {
                Answer::Document(document) => document,
                other => panic!("no document: {other:?}"),
            }
        };
        let json = document(Format::Json);
        let report = crossread_export::from_json(&json).expect("a report");
        assert_eq!((&*report.a.id, &*report.b.text), ("rain", STORM));
        assert!(document(Format::Markdown).contains("The storm"));
        assert!(document(Format::Html).starts_with("<!doctype html>"));
        assert!(document(Format::Html).contains("2026-03-01"));
        // The colours that the two have on the page, by day.
        let colours = "--a: #8e3b86; --a-t: #f5e2f3; --b: #0b7466;";
        assert!(document(Format::Html).contains(colours));
        assert!(document(Format::Csv).lines().count() > 2);
    }
}
