//! One line each: two sentences with ` | ` between them, and the facts that must be among those found.

use super::{Fact, Finder, Relation, Slot, facts};
use crate::Span;
use crate::lang::Lang;
use crate::quotes::quotations;

fn found(a: &str, b: &str, lang: Lang) -> Vec<Fact> {
    let mut finder = Finder::new(lang);
    let mut read = |text| -> super::Said<'static> {
        let text: &'static str = Box::leak(String::from(text).into_boxed_str());
        let whole = Span::new(0, text.len());
        finder.read(text, whole, &quotations(text, &[whole], lang))
    };
    facts(&read(a), &read(b))
}

/// A fact in short: `number: 40,000 ≠ some 100,000`.
fn show(fact: &Fact, a: &str, b: &str) -> String {
    let slot = format!("{:?}", fact.slot).to_lowercase();
    let side = |span: Option<Span>, text: &str| {
        span.map_or(String::new(), |span| span.of(text).to_owned())
    };
    let (x, y) = (side(fact.a, a), side(fact.b, b));
    match fact.relation {
        Relation::Same => format!("{slot}: {x} = {y}"),
        Relation::Overlaps => format!("{slot}: {x} ~ {y}"),
        Relation::Differs => format!("{slot}: {x} ≠ {y}"),
        Relation::OnlyA => format!("{slot}: {x} -"),
        Relation::OnlyB => format!("{slot}: - {y}"),
    }
}

fn told(pair: &str, lang: Lang) -> Vec<String> {
    let (a, b) = pair.split_once(" | ").unwrap();
    found(a, b, lang)
        .iter()
        .map(|fact| show(fact, a, b))
        .collect()
}

#[test]
fn what_differs_is_told() {
    let mut wrong = String::new();
    for (pair, wanted) in [
        (
            "Russia keeps 40,000 troops there. | Russia keeps some 100,000 troops there.",
            "number: 40,000 ≠ some 100,000",
        ),
        (
            "He resigned on Friday. | He resigned on Friday afternoon.",
            "date: Friday ~ Friday afternoon",
        ),
        (
            "The inspectors found traces of poison in the well. | The inspectors found no traces of poison in the well.",
            "negation: traces ≠ no traces",
        ),
        (
            "The minister confirmed that he had met the banker. | The minister denied that he had met the banker.",
            "attribution: The minister confirmed ≠ The minister denied",
        ),
        (
            "Marin invaded Volna in the spring of 1940. | Volna invaded Marin in the spring of 1940.",
            "name: Marin ≠ Volna",
        ),
        (
            "Exports rose by 12 percent in the first half of the year. | Exports fell by 12 percent in the first half of the year.",
            "negation: rose ≠ fell",
        ),
        (
            "The plan is working, he said. | The plan may be working, he said.",
            "certainty: - may be working",
        ),
        (
            "“Despite Moscow’s claims, we have seen no sign of withdrawal or de-escalation so far,” he told reporters after the talks. | “We have seen some signs of a start of Russian withdrawal,” the outgoing chief said in Vilnius.",
            "negation: no sign ≠ some signs",
        ),
        (
            "After the meeting, Secretary-General Jens Stoltenberg told reporters, “Despite Moscow’s claims, we have seen no sign of withdrawal or de-escalation so far,” rebuffing Russian claims of a partial withdrawal. | “We have seen some signs of a start of Russian withdrawal,” the outgoing Secretary General Anders Fogh Rasmussen said in Vilnius.",
            "negation: no sign ≠ some signs",
        ),
        (
            "It was built in Sweden in 1990. | It was built in Norway in 1990.",
            "name: Sweden ≠ Norway",
        ),
        (
            "He said it was “no progress to report” at all. | He said it was bad.",
            "quotation: no progress to report -",
        ),
        (
            "Rep. Blake Farenthold resigned. | Representative Blake Farenthold resigned on Monday.",
            "date: - Monday",
        ),
    ] {
        let told = told(pair, Lang::English);
        if !told.iter().any(|fact| fact == wanted) {
            wrong.push_str(&format!("\n{pair}\n  wanted {wanted}\n  found  {told:?}"));
        }
    }
    assert_eq!(wrong, "");
}

/// Figures of one thing, though the words around them are others.
#[test]
fn figures_that_meet_by_no_chance_are_of_one_thing() {
    for (pair, wanted) in [
        (
            "A U.S. official said Russia still had some 35,000-40,000 troops stationed near the border. | Kerry said the troops, estimated by NATO to number 40,000, were pulling back.",
            "number: some 35,000-40,000 ~ 40,000",
        ),
        (
            "A wardrobe was a must for 28%, a quarter (24%) had gates and 22% a games room. | 78% bought a wardrobe, a quarter (24%) had gates and 22% a games room.",
            "number: 28% ≠ 78%",
        ),
        (
            "Between 14 and 24, it is two hours more. | Between 64 and 24, it is two hours more.",
            "number: 14 and 24 ≠ 64 and 24",
        ),
        (
            "She won twice in Rome. | She won three times in Rome.",
            "number: twice ≠ three",
        ),
    ] {
        let told = told(pair, Lang::English);
        assert!(told.iter().any(|fact| fact == wanted), "{pair}: {told:?}");
    }
    let told = told(
        "He cited the Fifth Amendment on 9/11 near ground zero. | They slept.",
        Lang::English,
    );
    assert!(
        !told.iter().any(|fact| fact.starts_with("number")),
        "{told:?}"
    );
}

/// A sentence, and what is shown of its doubts and denials.
#[test]
fn a_cue_is_shown_with_what_it_is_said_of() {
    for (sentence, wanted) in [
        ("NATO has seen signs Russia is pulling back.", "signs"),
        ("NATO has seen some signs of it.", "some signs"),
        ("They believe that Ann left on Monday.", "believe"),
        (
            "The alleged troop withdrawal went on.",
            "alleged troop withdrawal",
        ),
        ("He appears to be keeping it.", "appears to be keeping"),
        ("The plan may be working.", "may be working"),
        (
            "He could not be sure of it.",
            "could not be sure; could not be sure",
        ),
        (
            "They declined to say why.",
            "declined to say; declined to say",
        ),
        ("He signs the law.", ""),
        ("He was born in Hope, Arkansas.", ""),
        ("They make sure of certain funds.", ""),
        ("She appeared before the committee.", ""),
        ("An estimated 800,000 people left.", ""),
        ("He denied that the deal failed.", "denied"),
        (
            "She declined the Senate committee’s invitation.",
            "declined the Senate committee’s invitation",
        ),
        (
            "There is no national emergency.",
            "is no national emergency",
        ),
        ("He did not comply with it.", "did not comply"),
        (
            "They are neither Mr. Lee’s friends nor foes.",
            "are neither Mr. Lee’s friends; nor foes",
        ),
        ("None of the money is gone.", "None of the money"),
        ("It was not about the right side.", "was not"),
    ] {
        let told = told(&format!("{sentence} | They slept."), Lang::English);
        let shown = told.iter().filter_map(|fact| {
            let (slot, rest) = fact.split_once(": ")?;
            matches!(slot, "certainty" | "negation").then(|| rest.trim_end_matches(" -"))
        });
        assert_eq!(shown.collect::<Vec<_>>().join("; "), wanted, "{sentence}");
    }
}

#[test]
fn who_denies_what_another_confirms_is_shown_with_the_two_verbs() {
    for (pair, wanted) in [
        (
            "The operator, Blue Strait Lines, denied that the captain had been on the telephone. | The operator, Blue Strait Lines, confirmed that the captain had been on the telephone.",
            "negation: denied ≠ confirmed",
        ),
        (
            "Police denied that a lamp had started the fire at the mill. | Police said that a lamp had started the fire at the mill.",
            "negation: denied ≠ said",
        ),
        (
            "The court denied a request for bail on Monday. | The court granted a request for bail on Monday.",
            "negation: denied a request ≠ granted a request",
        ),
    ] {
        let told = told(pair, Lang::English);
        let found: Vec<&String> = told
            .iter()
            .filter(|fact| fact.starts_with("negation"))
            .collect();
        assert_eq!(found, [wanted], "{pair}: {told:?}");
    }
}

/// One verb with one object in both, though all else differs; and what the denial tells is no certainty besides.
#[test]
fn a_denial_of_what_the_other_side_saw_is_told_once() {
    let pair = "After the talks, Peru told reporters, “Despite Chile’s claims, we have seen no sign of withdrawal or calm so far,” rebuffing reports of many ships. | Peru said Friday it has seen signs Chile is pulling its army back from the border and announced talks.";
    let told = told(pair, Lang::English);
    let of = |slot: &str| -> Vec<&String> {
        told.iter().filter(|fact| fact.starts_with(slot)).collect()
    };
    assert_eq!(of("negation"), ["negation: no sign ≠ signs"]);
    assert_eq!(of("certainty"), ["certainty: claims -"]);
}

#[test]
fn a_noun_or_a_participle_is_no_verb_of_saying() {
    for (pair, wanted) in [
        (
            "They sent more forces to eastern member states to calm them. | They slept.",
            "",
        ),
        (
            "“Despite Moscow’s claims of peace, they came,” said Ann, rebuffing Russian claims of a withdrawal. | They slept.",
            "attribution: said Ann -",
        ),
        (
            "NATO said it saw troops at its Ukraine border and announced talks over its disputed annexation. | They slept.",
            "attribution: NATO said -",
        ),
        (
            "A report states that the bridge is shut. | They slept.",
            "attribution: A report states -",
        ),
        (
            "The sides traded claims and threats while the plan came under doubt by the allies. | They slept.",
            "",
        ),
        (
            "Lund on Friday announced a vote. | They slept.",
            "attribution: Lund on Friday announced -",
        ),
        (
            "A harbour official, speaking in private, said Peru still had ships there. | They slept.",
            "attribution: A harbour official, speaking in private, said -",
        ),
    ] {
        let told = told(pair, Lang::English);
        let sources: Vec<&str> = told
            .iter()
            .filter(|fact| fact.starts_with("attribution"))
            .map(String::as_str)
            .collect();
        assert_eq!(sources.join("; "), wanted, "{pair}");
    }
}

#[test]
fn values_of_different_things_are_not_compared() {
    for pair in [
        "The 40 ships carried 300 men. | The 300 men sailed on 40 ships.",
        "They spent 20 million dollars in Rome last year. | Some 500 people came to the opening.",
    ] {
        let told = told(pair, Lang::English);
        assert!(
            !told.iter().any(|fact| fact.contains('≠')),
            "{pair}: {told:?}"
        );
    }
}

/// Sentences about one event that speak of different things of it: what stands in like places is no contradiction.
#[test]
fn loosely_linked_sentences_clash_only_over_one_thing() {
    for pair in [
        "The judge told reporters in Lima that the mine would stay shut. | After the hearing the judge told reporters that Peru’s claims were baseless.",
        "Prices rose by 12 percent in Oslo after the ministry raised the tax on petrol. | Wages in the north grew by 4 percent, the ministry said.",
        "He ran the bank from 1993 to 1996. | He was its longest-serving chairman, from 1996 to 2007.",
        "The couple paid $43 million in federal taxes, the documents show. | The couple earned $139 million in gross income, the documents show, from books and speeches.",
        "The senator met union leaders on Monday and asked them to end the strike at the port. | The strike at the port began on Friday, when cranes stood still.",
        "Ann Lee (D-Ohio) called the plan a mistake. | Ann Lee, the Ohio Democrat, called the plan a mistake.",
        "They live in Hope, Arkansas. | They live in Hope, Ark. and like it.",
        "Peru warned Chile against the plan on Tuesday as its army left the border of Chile. | Chile said Friday it saw the army of Peru leave the border after the plan.",
        "The House committee asked for the letters. | The House Budget Committee asked for the letters.",
    ] {
        let told = told(pair, Lang::English);
        let clash = |fact: &&String| fact.contains('≠') && !fact.starts_with("attribution");
        assert_eq!(told.iter().find(clash), None, "{pair}");
    }
}

#[test]
fn a_capital_and_a_seat_stand_for_the_government() {
    for (pair, wanted) in [
        (
            "Moscow pulled its troops back. | Russia pulled its troops back.",
            "name: Moscow ~ Russia",
        ),
        (
            "The envoy of Paris left. | The French envoy left.",
            "name: Paris ~ French",
        ),
        (
            "Talks with Tokyo failed. | Talks with the Japanese failed.",
            "name: Tokyo ~ Japanese",
        ),
        (
            "A spokesman for the White House denied it. | A spokesman for the U.S. denied it.",
            "name: White House ~ U.S",
        ),
        (
            "Niger closed its border. | Nigeria closed its border.",
            "name: Niger ≠ Nigeria",
        ),
        (
            "Despite Seoul’s offer the talks failed. | The talks failed over South Korea’s offer.",
            "name: Seoul’s ~ South Korea’s",
        ),
        (
            "They live in Hope, Arkansas. | They live in Hope, Ark. and like it.",
            "name: Arkansas = Ark",
        ),
        (
            "Chancellor Merkel spoke at noon in Kiel. | The chancellor spoke at noon in Kiel.",
            "name: Chancellor Merkel ~ chancellor",
        ),
        (
            "He met his former adviser, Paula Groth, twice. | He met a former adviser twice.",
            "name: Paula Groth ~ former adviser",
        ),
    ] {
        let told = told(pair, Lang::English);
        assert!(
            told.iter().any(|fact| fact == wanted),
            "{pair}\n  wanted {wanted}\n  found  {told:?}"
        );
    }
}

#[test]
fn other_languages_have_numbers_dates_quotations_and_plain_denials() {
    let told = told(
        "Der Minister wird am Montag zurücktreten. | Der Minister wird am Dienstag nicht zurücktreten.",
        Lang::German,
    );
    assert_eq!(
        told,
        [
            "date: Montag ≠ Dienstag",
            "negation: zurücktreten ≠ nicht zurücktreten"
        ]
    );
    assert_eq!(
        super::unsought(Lang::German),
        [Slot::Name, Slot::Certainty, Slot::Attribution]
    );
}

proptest::proptest! {
    #[test]
    fn facts_are_total_and_mirrored(
        a in r"((He|Obama|Russia|the|said|not|no|denied|may|40,000|5|million|on|Friday|in|2014|troops|left|\.|,|“|”|\PC) ?){0,24}",
        b in r"((He|Obama|Norway|the|said|not|never|told|might|40,000|7|billion|on|Monday|in|2015|troops|came|\.|,|“|”|\PC) ?){0,24}",
        lang in 0_usize..19,
    ) {
        let lang = Lang::ALL.get(lang).copied().unwrap_or(Lang::Other);
        let (there, back) = (found(&a, &b, lang), found(&b, &a, lang));
        let turned: Vec<Fact> = back.into_iter().map(Fact::mirrored).collect();
        proptest::prop_assert_eq!(&there, &turned);
        for fact in &there {
            proptest::prop_assert!(fact.a.is_some() || fact.b.is_some());
            for (span, text) in [(fact.a, &a), (fact.b, &b)] {
                proptest::prop_assert!(span.is_none_or(|span| text.get(span.start..span.end).is_some()));
            }
        }
        let own = found(&a, &a, lang);
        proptest::prop_assert!(own.iter().all(|fact| !fact.is_difference()), "{:?}", own);
    }
}

/// A denial is seen in each language that has words for one here; in which place of the sentence it stands is its own.
#[test]
fn a_denial_is_seen_in_other_languages() {
    for (lang, pair) in [
        (
            Lang::Finnish,
            "Ministeri on eronnut tehtävästään maanantaina. | Ministeri ei ole eronnut tehtävästään maanantaina.",
        ),
        (
            Lang::Hungarian,
            "A miniszter hétfőn lemondott a tisztségéről. | A miniszter hétfőn nem lemondott a tisztségéről.",
        ),
        (
            Lang::Romanian,
            "Ministrul va demisiona luni după scandal. | Ministrul nu va demisiona luni după scandal.",
        ),
        (
            Lang::Turkish,
            "Bakan pazartesi günü istifa edecek. | Bakan pazartesi günü istifa edecek değil.",
        ),
        (
            Lang::Greek,
            "Ο υπουργός θα παραιτηθεί τη Δευτέρα. | Ο υπουργός δεν θα παραιτηθεί τη Δευτέρα.",
        ),
        (
            Lang::Arabic,
            "الوزير سوف يستقيل يوم الاثنين بعد الفضيحة. | الوزير لن يستقيل يوم الاثنين بعد الفضيحة.",
        ),
    ] {
        let told = told(pair, lang);
        assert!(
            told.iter()
                .any(|fact| fact.starts_with("negation: ") && !fact.contains('=')),
            "{pair}: {told:?}"
        );
    }
}
