//! Replaces A and B by the names of the two articles. Sentences about a comparison are made with A and B; a page or a
//! document that knows the names uses them.

/// The sentence with the names of the two instead of A and B: "Of EmbassyPages’ own text, 31% is in the Mail". Only for
/// sentences of this crate, in which A and B mean the two articles and nothing else.
pub fn named(sentence: &str, names: [&str; 2]) -> String {
    let letter_or_digit = |letter: char| letter.is_ascii_alphanumeric();
    let mut said = String::with_capacity(sentence.len());
    let mut rest = sentence;
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or("");
        let name = match letter {
            'A' => names[0],
            'B' => names[1],
            _ => "",
        };
        let alone = !before.is_ascii_alphanumeric() && !after.starts_with(letter_or_digit);
        before = letter;
        rest = after;
        if name.is_empty() || !alone {
            said.push(letter);
            continue;
        }
        said.push_str(name);
        // After a name that ends in s, the apostrophe is enough.
        if let Some(owned) = after.strip_prefix("’s")
            && name.ends_with('s')
            && !owned.starts_with(letter_or_digit)
        {
            said.push('’');
            rest = owned;
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_stand_where_the_letters_stood() {
        for (sentence, expected) in [
            (
                "Of A’s own text, 31% is in B; of B’s, 12% is in A.",
                "Of the Mail’s own text, 31% is in Reuters; of Reuters’, 12% is in the Mail.",
            ),
            ("All of it: A, B.", "All of it: the Mail, Reuters."),
            ("B’sides, ABBA", "Reuters’sides, ABBA"),
            ("", ""),
        ] {
            assert_eq!(named(sentence, ["the Mail", "Reuters"]), expected);
        }
    }
}
