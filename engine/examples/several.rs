//! Shows which claims several articles make, those of most articles first.
//!
//! `cargo run -p crossread-engine --example several -- A.txt B.txt C.txt`

use std::io;

use crossread_engine::story::Story;
use crossread_engine::{Options, Reading, Source, lang};

fn main() -> io::Result<()> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let texts: Vec<String> = files
        .iter()
        .map(std::fs::read_to_string)
        .collect::<io::Result<_>>()?;
    let readings: Vec<Reading> = texts.iter().map(|text| read(text)).collect();
    let articles: Vec<(&Reading, &str)> = readings
        .iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    let story = Story::new(&articles, Options::default(), &mut |_, _| ());
    for claim in &story.claims {
        println!("In {} of {} articles:", claim.articles, files.len());
        for place in &claim.places {
            let (reading, text) = articles[place.article as usize];
            let sentence = reading.sentences[place.sentence as usize].span.of(text);
            println!("  {}: {sentence}", files[place.article as usize]);
        }
        println!();
    }
    Ok(())
}

fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, lang::detect(text)))
}
