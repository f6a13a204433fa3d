//! Two short articles that share a sentence word for word, a sentence reworded, and a caption, for
//! the tests of every writer.

use crossread_engine::{Lang, Options, Reading, Source, Span, compare};
use crossread_export::report::Stated;
use crossread_export::{About, Report, Side, report};

pub const A: &str = "Council votes for the bridge\n\n\
The city council voted on Tuesday to rebuild the old bridge over the river Tarn. \
“We shall not wait another winter,” said mayor Ines Marten. \
The work will cost four million crowns and take two years.\n\n\
A caption that nobody counts\n\n\
Fishermen fear for the salmon.";

pub const B: &str = "The work will cost four million crowns and take two years. \
On Tuesday the council of the city voted to rebuild its old bridge across the river Tarn & the \"mill\" <ford>. \
Shops along the quay closed early – nobody said why.";

pub fn side<'r>(id: &str, text: &'r str, reading: &'r Reading, furniture: &[Span]) -> Side<'r> {
    let stated = |value: &str| {
        Some(Stated {
            value: value.into(),
            basis: "given".into(),
        })
    };
    Side {
        id: id.into(),
        about: About {
            title: (id == "bridge")
                .then(|| stated("Council votes for the bridge"))
                .flatten(),
            language: stated("en"),
            ..About::default()
        },
        text,
        reading,
        furniture: furniture
            .iter()
            .map(|span| (*span, "caption".to_owned()))
            .collect(),
    }
}

/// The report of those two texts, English both; `furniture` is that of the first.
pub fn report_of(a: &str, b: &str, furniture: &[Span], options: Options) -> Report {
    let read =
        |text, furniture| Reading::new(Source::new(text, Lang::English).with_furniture(furniture));
    let (reading_a, reading_b) = (read(a, furniture), read(b, &[]));
    let found = compare(&reading_a, &reading_b, options);
    report(
        side("bridge", a, &reading_a, furniture),
        side("quay", b, &reading_b, &[]),
        &found,
    )
}

pub fn bridge() -> Report {
    let caption = "A caption that nobody counts";
    let start = A.find(caption).expect("the caption");
    report_of(
        A,
        B,
        &[Span::new(start, start + caption.len())],
        Options::default(),
    )
}
