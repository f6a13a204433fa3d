//! What the views' tests share: articles from a line of text, and texts to try everything on.

use std::sync::Arc;

use crossread_engine::fold::nfkc;
use crossread_engine::{MinWords, Options, Scope, Strictness};
use crossread_worker::protocol::{Answer, Ask, Between};
use crossread_worker::work::Work;
use proptest::prelude::*;

use super::{Comparing, Selection, between, pair_request};
use crate::library::{Article, Furniture, Library, Stated};
use crate::state::{Both, ByHand, State, parse};

/// An English article. A stretch between `<<caption:` and `>>` is furniture with that label; the marks are not in the
/// text.
pub fn article(id: &'static str, marked: &str) -> Article {
    let mut text = String::new();
    let mut furniture = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once("<<") {
        let (label, after) = after.split_once(':').expect("a label");
        let (inside, after) = after.split_once(">>").expect("an end");
        text.push_str(before);
        furniture.push(Furniture {
            start: text.len(),
            end: text.len() + inside.len(),
            label: label.to_owned().into(),
        });
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    Article {
        id: id.into(),
        title: stated(&format!("The {id}")),
        publisher: None,
        date: None,
        place: None,
        url: None,
        language: Some(stated("en")),
        text: text.into(),
        furniture,
    }
}

pub fn stated(value: &str) -> Stated {
    Stated {
        value: value.to_owned().into(),
        basis: "stated in the text".into(),
    }
}

pub fn comparing(a: &str, b: &str) -> Comparing {
    comparing_with(a, b, "")
}

/// The same with the options of an address.
pub fn comparing_with(a: &str, b: &str, query: &str) -> Comparing {
    of_articles(article("a", a), article("b", b), parse(query).state.options)
}

pub fn of_articles(a: Article, b: Article, options: Options) -> Comparing {
    compared(Arc::new(a), Arc::new(b), options)
}

/// Two articles, compared as a worker compares them.
pub fn compared(a: Arc<Article>, b: Arc<Article>, options: Options) -> Comparing {
    let articles = Both { a, b };
    of_pair(articles, options, ByHand::default())
}

/// The same, with this linked or refused by hand.
pub fn linked(comparing: &Comparing, by_hand: ByHand) -> Comparing {
    of_pair(comparing.articles.clone(), comparing.found.options, by_hand)
}

fn of_pair(articles: Both<Arc<Article>>, options: Options, by_hand: ByHand) -> Comparing {
    let ask = Ask::Compare(pair_request(&articles, options, &by_hand));
    match Work::new(nfkc).answer(ask, &mut |_| ()) {
        Answer::Found(found) => Comparing::new(articles, *found).by(by_hand),
        other => panic!("not compared: {other:?}"),
    }
}

/// What a worker says about the selection, if it is not a match.
pub fn asked(comparing: &Comparing, selection: Selection) -> Vec<Between> {
    let Some(ask) = between(comparing, selection) else {
        return Vec::new();
    };
    match Work::new(nfkc).answer(ask, &mut |_| ()) {
        Answer::Between(told) => told,
        other => panic!("nothing said: {other:?}"),
    }
}

/// The same with other options.
pub fn with(comparing: &Comparing, options: Options) -> Comparing {
    let Both { a, b } = comparing.articles.clone();
    compared(a, b, options)
}

/// Two shipped articles, compared as the address says.
pub fn shipped(query: &str) -> (Comparing, State) {
    let library = Library::shipped();
    let state = parse(query).state;
    let find = |id: &str| Arc::clone(library.get(id).expect("a shipped article"));
    let comparing = compared(find(&state.a), find(&state.b), state.options);
    (comparing, state)
}

pub fn first_pair(more: &str) -> (Comparing, State) {
    shipped(&format!(
        "?a=nato-suspends-cooperation&b=nato-firm-statements&{more}"
    ))
}

/// Texts of few different sentences, so that there are matches and repeats, with irregular white space, stray lines
/// and sometimes arbitrary characters.
fn texts() -> impl Strategy<Value = (String, Vec<(usize, usize)>)> {
    let sentence = prop_oneof![
        3 => proptest::sample::select(vec![
            "The ministers suspended all military cooperation with Moscow.",
            "All military cooperation with Moscow was suspended by the ministers on Tuesday.",
            "“We cannot confirm that the troops are leaving,” said the secretary general.",
            "The secretary general could not confirm that troops are leaving the border.",
            "He declined.",
            "Heavy rain fell over the valley and the bridge was closed to all traffic!",
            "Nobody knows why the bridge was closed to all traffic on Monday morning.",
            "— * —",
            "НАТО приостановила сотрудничество с Россией.",
            "北约外长暂停了与俄罗斯的合作。",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let between = proptest::sample::select(vec![
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n \r\n",
        "",
        "\n* * *\n",
    ]);
    let text = proptest::collection::vec((sentence, between), 0..9).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(sentence, between)| [sentence, between.to_owned()])
            .collect::<String>()
    });
    (
        text,
        proptest::collection::vec((0..300_usize, 0..80_usize), 0..3),
    )
}

prop_compose! {
    /// Two articles of such texts, with furniture anywhere, compared with any options.
    pub fn pairs()(
        (a, furniture_a) in texts(),
        (b, furniture_b) in texts(),
        min in 3..=12_u8,
        strictness in proptest::sample::select(&Strictness::ALL[..]),
        full in any::<bool>(),
    ) -> Comparing {
        let article = |id, text: String, furniture: Vec<(usize, usize)>| Article {
            furniture: furniture
                .into_iter()
                .map(|(start, length)| Furniture {
                    start,
                    end: start + length,
                    label: "caption".into(),
                })
                .collect(),
            text: text.into(),
            ..article(id, "")
        };
        of_articles(
            article("a", a, furniture_a),
            article("b", b, furniture_b),
            Options::default()
                .with_min_words(MinWords::clamped(min))
                .with_strictness(strictness)
                .with_scope(if full { Scope::Full } else { Scope::Own }),
        )
    }
}
