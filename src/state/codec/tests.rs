//! What addresses say, and that saying it and reading it are one.

use crossread_engine::{MinWords, Options, Scope, Strictness};
use proptest::prelude::*;

use super::{LONGEST_ADDRESS, LONGEST_ID, LONGEST_IDS, MOST_UNKNOWN, parse, write};
use crate::state::{At, ByHand, Digest, Kinds, Only, Order, Page, Said, State, View, Voices};

/// The address as it would be written again, and the notices, a line each.
fn read(query: &str) -> String {
    let parsed = parse(query);
    let mut lines = vec![write(&parsed.state)];
    lines.extend(parsed.notices.iter().map(|notice| notice.sentence()));
    lines.join("\n")
}

#[test]
fn the_documentation_has_the_same_bounds() {
    let page = include_str!("../../../docs/collection.md").replace(',', "");
    for (what, most) in [
        ("bytes of an id in a link", LONGEST_ID),
        ("bytes of all ids of a story in a link", LONGEST_IDS),
        (
            "bytes of a static collection's address in a link",
            LONGEST_ADDRESS,
        ),
        (
            "bytes of the unknown parts of a link that are kept",
            MOST_UNKNOWN,
        ),
    ] {
        let row = format!("| {what} | {most} |");
        assert!(page.contains(&row), "{row}");
    }
}

#[test]
fn an_address_that_is_understood_is_written_as_it_was() {
    for query in [
        "",
        "?a=x&b=y",
        "?a=x",
        "?b=y",
        "?page=compare",
        "?page=library&a=x",
        "?page=story",
        "?page=story&of=x.y.own-z&strict=loose",
        "?page=story&of=.",
        "?set=sets/archive.set&a=set-x&b=set-y",
        "?page=story&set=archive.set&of=set-x.set-y",
        "?page=library&set=archive.set&a=set-x",
        "?page=story&order=told&at=2.120",
        "?page=story&order=time",
        "?page=story&order=x&view=one",
        "?page=story&only=here&view=read&at=2.",
        "?a=x&b=y&view=one&at=120.88",
        "?a=x&b=y&at=120.",
        "?a=x&b=y&at=.88",
        "?a=x&b=y&at=.88&hand=-0.7_120.88",
        "?a=x&b=y&min=8&strict=loosest&kinds=verbatim.edited&text=all&voice=quoted&d=abcdwxyz",
        "?a=x&b=y&kinds=none",
        "?a=x&b=y&utm_source=mail&flag",
        "?a=caf%C3%A9&b=y",
    ] {
        assert_eq!(read(query), query);
    }
}

#[test]
fn defaults_are_not_written_and_order_does_not_matter() {
    assert_eq!(
        read(
            "b=y&view=side&a=x&min=5&strict=normal&kinds=related.verbatim.edited&text=own&voice=all&page=compare"
        ),
        "?a=x&b=y"
    );
    assert_eq!(read("?&&a=x&&b=&"), "?a=x");
    assert_eq!(read("?%61=x"), "?a=x");
}

#[test]
fn what_is_unknown_is_kept_in_order_and_made_safe() {
    assert_eq!(
        read("?z=1&a=x&=&y&z=2&ü=#\"<"),
        "?a=x&z=1&=&y&z=2&%C3%BC=%23%22%3C"
    );
}

#[test]
fn what_is_not_understood_is_said_in_words() {
    for (query, said) in [
        (
            "?page=storm",
            "This link asks for a page called ‘storm’, which this site does not have.",
        ),
        (
            "?a=x&b=y&view=<b>",
            "This link asks for a view called ‘<b>’, which this site does not have. The texts are shown side by side.",
        ),
        (
            "?a=x&b=y&at=12",
            "This link selects a place written as ‘12’, which could not be understood. Nothing is selected.",
        ),
        (
            "?a=x&b=y&at=+1.2",
            "This link selects a place written as ‘+1.2’, which could not be understood. Nothing is selected.",
        ),
        (
            "?a=x&b=y&at=99999999999.1",
            "This link selects a place written as ‘99999999999.1’, which could not be understood. Nothing is selected.",
        ),
        (
            "?a=x&b=y&hand=12.3_4",
            "This link names sentences linked by hand as ‘12.3_4’, which could not be understood. Nothing is linked by hand.",
        ),
        (
            "?a=x&b=y&min=2",
            "This link asks for passages of at least ‘2’ words. It can be 3 to 12; 5 is used.",
        ),
        (
            "?a=x&b=y&strict=very",
            "This link asks for a strictness called ‘very’, which this site does not have. The normal one is used.",
        ),
        (
            "?a=x&b=y&kinds=edited.",
            "This link asks for kinds of match written as ‘edited.’, which could not be understood. All kinds are shown.",
        ),
        (
            "?a=x&b=y&text=some",
            "This link says ‘some’ about repeats and furniture, which could not be understood. They are left out.",
        ),
        (
            "?a=x&b=y&voice=hers",
            "This link says ‘hers’ about quotation marks, which could not be understood. All matches are shown.",
        ),
        (
            "?a=x&b=y&d=12",
            "This link has a checksum of its texts that could not be read (‘12’), so it is not known whether they have changed.",
        ),
    ] {
        let plain = if query.starts_with("?a") {
            "?a=x&b=y"
        } else {
            ""
        };
        assert_eq!(read(query), format!("{plain}\n{said}"));
    }
}

#[test]
fn of_a_key_that_stands_twice_the_first_is_followed() {
    assert_eq!(
        read("?a=x&a=y&a=z&b=u&b=u"),
        "?a=x&b=u\nThis link says two different things about the first article (‘a’). The first is used."
    );
}

#[test]
fn a_long_or_crooked_value_is_quoted_short_and_straight() {
    let query = format!("?view={}\u{202e}%0A{}", "x".repeat(20), "y".repeat(900));
    let notices = parse(&query).notices;
    assert_eq!(
        notices[0].sentence(),
        format!(
            "This link asks for a view called ‘{} {}…’, which this site does not have. The texts are shown side by side.",
            "x".repeat(20),
            "y".repeat(19)
        )
    );
}

#[test]
fn what_no_link_of_the_sites_is_as_long_as_is_passed_over() {
    let long = "x".repeat(100_000);
    let said = |what: &str| {
        format!(
            "This link says ‘{}…’ about {what}, which is too long to be used.",
            "x".repeat(40)
        )
    };
    assert_eq!(
        read(&format!("?a={long}&b=y")),
        format!("?b=y\n{}", said("the first article"))
    );
    assert_eq!(
        read(&format!("?page=story&of={long}")),
        format!("?page=story\n{}", said("the articles of a story"))
    );
    assert_eq!(
        read(&format!("?set={long}&b=y")),
        format!("?b=y\n{}", said("the collection"))
    );
    assert_eq!(read(&format!("?b=y&utm={long}")), "?b=y");
}

fn ids() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z0-9-]{0,12}", 1 => any::<String>()]
}

prop_compose! {
    fn states()(
        page in proptest::sample::select(&Page::ALL[..]),
        a in ids(),
        (b, of, without, set) in (ids(), ids(), ids(), ids()),
        view in proptest::sample::select(&View::ALL[..]),
        (order, only) in (0..3, "[a-s]{1,9}").prop_flat_map(|(order, id)| (
            Just(match order {
                0 => Order::Clashes,
                1 => Order::Told,
                2 => Order::Time,
                _ => Order::Of(id),
            }),
            proptest::sample::select(&[Only::Any, Only::Here, Only::All][..]),
        )),
        reads in any::<bool>(),
        at in prop_oneof![
            Just(None),
            any::<(u32, u32)>().prop_map(|(a, b)| Some(At::Pair(a, b))),
            any::<u32>().prop_map(|a| Some(At::A(a))),
            any::<u32>().prop_map(|b| Some(At::B(b))),
        ],
        by_hand in proptest::collection::vec(any::<(u32, u32, bool)>(), 0..5),
        min in 0..16_u8,
        strictness in proptest::sample::select(&Strictness::ALL[..]),
        full in any::<bool>(),
        (verbatim, edited, related) in any::<(bool, bool, bool)>(),
        voices in proptest::sample::select(&Voices::ALL[..]),
        texts in proptest::option::of(any::<(String, String)>()),
        rest in any::<String>(),
    ) -> State {
        State {
            page, set, a, b, of, without, order, only, reads, at,
            view: if reads { View::Side } else { view },
            by_hand: ByHand::new(by_hand.into_iter().map(|(a, b, made)| Said { a, b, made })),
            options: Options::default()
                .with_min_words(MinWords::clamped(min))
                .with_strictness(strictness)
                .with_scope(if full { Scope::Full } else { Scope::Own }),
            kinds: Kinds { verbatim, edited, related },
            voices,
            digest: texts.map(|(a, b)| Digest::of(&a, &b)),
            unknown: parse(&rest).state.unknown,
        }
    }
}

proptest! {
    #[test]
    fn reading_undoes_writing(state in states()) {
        let parsed = parse(&write(&state));
        prop_assert_eq!(&parsed.state, &state);
        prop_assert_eq!(parsed.notices, vec![]);
    }

    #[test]
    fn any_string_is_read_and_written_once_and_for_all(
        query in prop_oneof![
            any::<String>(),
            "[?]?((set|a|b|of|at|hand|min|page|kinds|d|x|%61)=?[a-z0-9.%&=?#+ü_-]{0,6}&?){0,8}",
        ]
    ) {
        let parsed = parse(&query);
        for notice in &parsed.notices {
            let sentence = notice.sentence();
            // Several are one notice, a line each.
            prop_assert!(sentence.ends_with('.') && !sentence.contains('\n'));
        }
        let written = write(&parsed.state);
        prop_assert!(written.is_ascii());
        prop_assert!(!written.contains('#'));
        let again = parse(&written);
        prop_assert_eq!(&again.state, &parsed.state);
        prop_assert_eq!(again.notices, vec![]);
        prop_assert_eq!(write(&again.state), written);
    }
}
