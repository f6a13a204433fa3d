//! Which kind of match two sentences are, and what makes none, on texts small enough to judge by eye.

use crossread_engine::{
    Comparison, Kind, Lang, Options, Reading, Source, Strictness, compare, evidence,
};

fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, Lang::English))
}

fn of(lang: Lang, a: &str, b: &str) -> (Reading, Reading, Comparison) {
    let read = |text| Reading::new(Source::new(text, lang));
    let (a, b) = (read(a), read(b));
    let found = compare(&a, &b, Options::default());
    (a, b, found)
}

/// The matches of two English texts.
fn kinds(a: &str, b: &str) -> Vec<(u32, u32, Kind)> {
    let found = compare(&read(a), &read(b), Options::default());
    found.matches.iter().map(|m| (m.a, m.b, m.kind)).collect()
}

/// The words that the first match rests on, as A and B write them.
fn shared<'t>(lang: Lang, a: &'t str, b: &'t str) -> (f64, Vec<(&'t str, &'t str)>) {
    let (read_a, read_b, found) = of(lang, a, b);
    let why = evidence(&read_a, &read_b, &found, 0).expect("a match");
    let words = why.shared.iter().map(|(x, y)| (x.of(a), y.of(b)));
    (found.matches[0].score, words.collect())
}

#[test]
fn amounts_of_another_size_are_no_shared_word() {
    for (lang, a, b, words) in [
        (
            Lang::English,
            "The port owes $15bn to its lenders abroad.",
            "The port owes $15m to its lenders abroad.",
            ("15bn", "15m"),
        ),
        (
            Lang::Spanish,
            "Los precios subieron un 2,5 por ciento en mayo.",
            "Los precios subieron un 25 por ciento en mayo.",
            ("2,5", "25"),
        ),
        (
            Lang::Russian,
            "Экспорт вырос на 2,5 процента за месяц.",
            "Экспорт вырос на 25 процентов за месяц.",
            ("2,5", "25"),
        ),
    ] {
        let (score, shared) = shared(lang, a, b);
        assert!(!shared.contains(&words), "{shared:?}");
        assert!(score < 0.99, "{a}: {score}");
    }
}

#[test]
fn an_amount_written_otherwise_is_the_same_word() {
    let a = "Some 35,000 people were sent away from the coast on Monday.";
    let b = "Some 35000 people were sent away from the coast on Monday.";
    assert_eq!(kinds(a, b), [(0, 0, Kind::Verbatim)]);
    let a = "The yard lost $2.5bn in the two years of the strike.";
    let b = "In the two years of the strike the yard lost 2.5 billion dollars.";
    let (_, shared) = shared(Lang::English, a, b);
    assert!(shared.contains(&("2.5bn", "2.5")), "{shared:?}");
}

#[test]
fn a_sign_that_belongs_to_a_number_is_not_lost() {
    for (a, b) in [
        ("by -5 percent", "by 5 percent"),
        ("by £5m", "by €5m"),
        ("to 5% of it", "to 5‰ of it"),
        ("to 5% of it", "to 5 of it"),
        ("to $5 a head", "to ¥5 a head"),
    ] {
        let sentence = |end| format!("The income of the northern ports went down last year {end}.");
        assert_eq!(
            kinds(&sentence(a), &sentence(b)),
            [(0, 0, Kind::Edited)],
            "{a}, {b}"
        );
    }
    let a = "– The income of the northern ports went down last year.";
    assert_eq!(kinds(a, &a["– ".len()..]), [(0, 0, Kind::Verbatim)]);
}

/// The same few words are verbatim beside what is verbatim, and nothing by themselves; never edited.
#[test]
fn a_short_sentence_with_itself_is_never_edited() {
    for text in [
        "Rain fell. Nobody spoke.",
        "He said no.",
        "10:15\nThe captain left the bridge with both mates at noon.",
        "Not yet. The captain left the bridge with both mates at noon. She said so. He did.",
    ] {
        let found = kinds(text, text);
        assert!(
            found.iter().all(|m| m.2 == Kind::Verbatim && m.0 == m.1),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn stock_phrases_of_few_words_link_nothing() {
    let a = "The harbour will be dredged in June. He said. It is shallow. Read on. More soon.";
    let b = "Owls nest in the old tower. He said. People look up. Read on. More soon.";
    for strictness in Strictness::ALL {
        let options = Options::default().with_strictness(strictness);
        assert_eq!(compare(&read(a), &read(b), options).matches, []);
    }
}

/// The times of a live blog stand beside what it says, and say nothing by themselves.
#[test]
fn two_times_are_not_linked_by_the_hour_they_share() {
    let said = "The court rises and the two accused are led away.";
    for (one, other) in [
        ("11:20", "11:45"),
        ("11.20 am", "11.45 am"),
        ("11:20 GMT", "11:45 GMT"),
        ("5 May 2024, 11:20", "6 May 2024, 11:45"),
    ] {
        let found = kinds(&format!("{one}\n{said}"), &format!("{other}\n{said}"));
        assert_eq!(found, [(1, 1, Kind::Verbatim)], "{one}, {other}");
    }
}

/// A page number, or another line without words, does not part the halves of a sentence.
#[test]
fn a_line_that_is_no_sentence_stands_between_no_two_halves() {
    let a = "The crew told the owners that the ship would stay in port until both boats had been repaired by the yard.";
    let b = "The crew told the owners that the ship would stay in port\n\n27\n\nuntil both boats had been repaired by the yard.";
    let found = kinds(a, b);
    assert_eq!(found, [(0, 0, Kind::Edited), (0, 2, Kind::Edited)]);
    let back: Vec<_> = kinds(b, a).iter().map(|m| (m.0, m.1)).collect();
    assert_eq!(back, [(0, 0), (2, 0)]);
}

/// One stock phrase about two events is not one sentence reworded.
#[test]
fn a_stock_phrase_about_two_events_is_at_most_related() {
    for (lang, a, b) in [
        (
            Lang::English,
            "A storm with winds of 140 kilometres an hour hit the coast of Ness on Friday.",
            "A storm with winds of 95 kilometres an hour hit the coast of Marin on Tuesday.",
        ),
        (
            Lang::English,
            "At least 12 people were killed when a bus fell into a gorge near Holm, police said.",
            "At least 30 people were killed when a bus fell into a gorge near Volna, police said.",
        ),
        (
            Lang::German,
            "Ein Beben der Stärke 5,9 hat am Dienstag die Küste erschüttert, teilte die Warte mit.",
            "Ein Beben der Stärke 4,2 hat am Samstag die Küste erschüttert, teilte die Warte mit.",
        ),
        (
            Lang::Other,
            "周一沿海地区发生5.9级地震，当地居民感到强烈震动。",
            "周五沿海地区发生4.2级地震，当地居民感到强烈震动。",
        ),
    ] {
        let (_, _, found) = of(lang, a, b);
        let edited = found.matches.iter().any(|m| m.kind != Kind::Related);
        assert!(!edited, "{a}: {:?}", found.matches);
    }
}

#[test]
fn a_reworded_sentence_stays_edited() {
    for (a, b) in [
        (
            "The council of Holm voted on Monday to close the 40 schools of the valley.",
            "On Monday the council of Holm decided to close 42 schools in the valley.",
        ),
        (
            "The director stepped down on Friday after a quarrel about the new hall.",
            "The director resigned on Friday after a quarrel over the new hall.",
        ),
        (
            "The bridge cost 20 million crowns and was opened by the king in person.",
            "The bridge cost 25 million crowns and was opened by the king himself.",
        ),
    ] {
        assert_eq!(kinds(a, b), [(0, 0, Kind::Edited)], "{a}");
    }
}

const REPORT: &str = "A dam above the town of Ardley burst on Tuesday night after three days of rain. Four people are dead, \
the mayor, Ida Brandt, said on Wednesday, and eleven are missing. Engineers had warned of cracks in the wall since \
March. The water company says that all cracks were repaired in June. Schools will stay shut until Monday. \
Soldiers are looking for the missing with boats and dogs. The river fell by two metres in the night.";
const OTHER: &str = "At least five people died when the Ardley dam gave way on Tuesday. Brandt, who has been mayor since 2019, \
spoke of the worst night of her life. The cracks in the wall were never repaired, according to two engineers who worked \
there. Eleven people were still missing on Wednesday. The army has sent boats and 200 soldiers to look for them. \
No school in the valley will open before Monday. Forecasters expect no more rain this week.";
const UNLIKE: &str = "The national orchestra opens its season in October with a new conductor. Tickets go on sale next week. \
The first programme has two symphonies by Haydn and a concerto that was written for the house. The hall was built \
a century ago and seats two thousand. Its organ will be heard again for the first time in nine years. Critics \
praised the last concert under the old conductor.";

/// Two reports of one event that share few words: what a reader links is linked, and the closest sentences
/// are those.
#[test]
fn reports_in_words_of_their_own_are_linked() {
    let found = compare(&read(REPORT), &read(OTHER), Options::default());
    let linked: Vec<(u32, u32)> = found.matches.iter().map(|m| (m.a, m.b)).collect();
    for pair in [(0, 0), (2, 2), (4, 5), (5, 4)] {
        assert!(linked.contains(&pair), "{pair:?} in {linked:?}");
    }
    let first = |lists: &[Vec<crossread_engine::Closest>]| -> Vec<Option<u32>> {
        lists
            .iter()
            .map(|list| list.first().map(|near| near.sentence))
            .collect()
    };
    assert_eq!(first(&found.closest_a)[4..6], [Some(5), Some(4)]);
    assert_eq!(
        first(&found.closest_b)[2..6],
        [Some(2), Some(1), Some(5), Some(4)]
    );
}

/// The strictest step takes the sure links alone, and each looser step has no fewer.
#[test]
fn a_looser_step_finds_no_less_between_reports() {
    let counts = Strictness::ALL.map(|strictness| {
        let options = Options::default().with_strictness(strictness);
        compare(&read(REPORT), &read(OTHER), options).matches.len()
    });
    assert!(
        counts.is_sorted_by(|looser, stricter| looser >= stricter),
        "{counts:?}"
    );
    assert!(counts[0] > counts[4], "{counts:?}");
}

/// What shares nothing is not linked at any step, and says what is closest where any word is shared.
#[test]
fn articles_about_other_things_are_not_linked() {
    for strictness in Strictness::ALL {
        let options = Options::default().with_strictness(strictness);
        for report in [REPORT, OTHER] {
            let found = compare(&read(report), &read(UNLIKE), options);
            assert_eq!(found.matches, [], "{strictness:?}");
            assert_eq!(found.closest_a.len(), 7);
            assert!(
                found
                    .closest_a
                    .iter()
                    .flatten()
                    .all(|near| near.score < 0.5)
            );
        }
    }
}
