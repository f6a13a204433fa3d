//! What page and worker say to each other arrives as it was sent, and no bytes make either of them stumble.

use crossread_article::{About, Stated};
use crossread_engine::{HandLinks, MinWords, Options, Scope, Span, Strictness};
use crossread_worker::protocol::{
    Ask, Call, Described, Export, Format, Pair, Progress, Reply, Stage, Text, Word, read, write,
};
use crossread_worker::work::Work;
use proptest::prelude::*;

prop_compose! {
    fn texts()(
        text in "(The ministers suspended all talks with Moscow\\. |It rained\\. |“No,” she said\\. |\\PC|\n\n){0,12}",
        language in proptest::option::of("[a-z]{2}(-[A-Z]{2})?"),
        date in proptest::option::of("20[0-9]{2}(-0[1-9])?"),
        furniture in proptest::collection::vec((0..90_usize, 0..40_usize), 0..3),
    ) -> Text {
        let span = |(start, length)| Span::new(start, start + length);
        Text { text, language, date, furniture: furniture.into_iter().map(span).collect() }
    }
}

fn links() -> impl Strategy<Value = Vec<(Span, Span)>> {
    let span = |(start, length): (u16, u16)| {
        let start = usize::from(start);
        Span::new(start, start + usize::from(length))
    };
    let pair = any::<((u16, u16), (u16, u16))>();
    proptest::collection::vec(pair.prop_map(move |(a, b)| (span(a), span(b))), 0..3)
}

prop_compose! {
    fn pairs()(
        a in texts(),
        b in texts(),
        min_words in 3..=12_u8,
        strictness in proptest::sample::select(&Strictness::ALL[..]),
        full in any::<bool>(),
        (made, refused) in (links(), links()),
    ) -> Pair {
        let scope = if full { Scope::Full } else { Scope::Own };
        let options = Options::default().with_min_words(MinWords::clamped(min_words)).with_strictness(strictness).with_scope(scope);
        Pair { a, b, options, links: HandLinks::new(made, refused) }
    }
}

fn asks() -> impl Strategy<Value = Ask> {
    prop_oneof![
        pairs().prop_map(Ask::Compare),
        pairs().prop_map(Ask::Matches),
        (
            pairs(),
            proptest::collection::vec(any::<(u32, u32)>(), 0..4)
        )
            .prop_map(|(pair, sentences)| Ask::Between(pair, sentences)),
        (proptest::collection::vec(texts(), 0..5), pairs()).prop_map(|(texts, pair)| Ask::Story(
            texts,
            pair.options,
            vec![(0, 1, pair.links)]
        )),
        (pairs(), any::<String>()).prop_map(|(pair, value)| {
            let title = Some(Stated {
                value: value.clone(),
                basis: "given".to_owned(),
            });
            let about = Described {
                id: String::new(),
                about: About {
                    title,
                    ..About::default()
                },
                furniture: vec!["caption".to_owned()],
            };
            Ask::Export(Box::new(Export {
                pair,
                a: about.clone(),
                b: about,
                format: Format::Html,
                link: Some(value.clone()),
                day: value,
                shown: 3,
                colours: [0, 1],
            }))
        }),
    ]
}

fn work() -> Work {
    Work::new(crossread_engine::fold::nfkc)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn calls_and_replies_arrive_as_they_were_sent(id in any::<u32>(), ask in asks()) {
        let call = Call { id, ask };
        prop_assert_eq!(read::<Call>(&write(&call)), Some(call.clone()));
        let answer = work().answer(call.ask, &mut |_| ());
        let reply = Reply { id, word: Word::Answer(answer) };
        prop_assert_eq!(read::<Reply>(&write(&reply)), Some(reply));
    }

    #[test]
    fn a_part_of_a_message_is_no_message(ask in asks(), cut in 0.0..1.0_f64) {
        let bytes = write(&Call { id: 1, ask });
        let part = &bytes[..(bytes.len() as f64 * cut) as usize];
        prop_assert_eq!(read::<Call>(part), None);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = (read::<Call>(&bytes), read::<Reply>(&bytes));
    }
}

#[test]
fn a_length_that_is_none_is_brought_to_the_nearest() {
    let mut bytes = write(&Options::default());
    bytes[0] = 200;
    let options: Option<Options> = read(&bytes);
    assert_eq!(options.map(|options| options.min_words.get()), Some(12));
}

#[test]
fn progress_is_a_few_bytes() {
    let word = Word::Progress(Progress {
        stage: Stage::Details,
        percent: 99,
    });
    assert!(write(&Reply { id: 900, word }).len() < 8);
}
