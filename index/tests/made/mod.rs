//! Articles made by chance.

/// An article of short sentences, from words that are common and words that are rare.
pub fn article(seed: u64, sentences: usize) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let mut text = String::new();
    for _ in 0..sentences {
        for word in 0..10 {
            let number = if next(3) == 0 { next(40) } else { next(4_000) };
            let letter = char::from(b'a' + (number % 26) as u8);
            text.push_str(if word == 0 { "Word" } else { " word" });
            text.push(letter);
            text.push_str(&number.to_string());
        }
        text.push_str(". ");
    }
    text
}
