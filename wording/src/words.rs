//! Numbers, plurals, shares and dates in plain English. They are all here, so that no page says "1 matches".

/// The number with thousands separators: "1,204".
pub fn digits(number: u32) -> String {
    let plain = number.to_string();
    let mut out = String::new();
    for (place, digit) in plain.chars().enumerate() {
        if place > 0 && (plain.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The number as a word up to twelve, then in digits; "no" for zero.
pub fn spelled(number: u32) -> String {
    const WORDS: [&str; 13] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    WORDS
        .get(number as usize)
        .map_or_else(|| digits(number), |word| (*word).to_owned())
}

/// The singular or plural for that number: `plural(2, "match", "matches")`.
pub fn plural<'w>(number: u32, one: &'w str, many: &'w str) -> &'w str {
    if number == 1 { one } else { many }
}

/// "1 sentence", "17 sentences".
pub fn count(number: u32, one: &str, many: &str) -> String {
    format!("{} {}", digits(number), plural(number, one, many))
}

/// "one sentence", "17 sentences", "no sentences".
pub fn count_spelled(number: u32, one: &str, many: &str) -> String {
    format!("{} {}", spelled(number), plural(number, one, many))
}

/// The text with a capital first letter. Only for this crate's own English words: the tables for all of Unicode
/// would be larger than the crate.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// "a", "a and b", "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// A share in whole per cent. "0%" always means nothing, and "100%" everything.
pub fn percent(part: u32, whole: u32) -> String {
    match rounded(part, whole) {
        0 if part > 0 => "less than 1%".to_owned(),
        100 if part < whole => "more than 99%".to_owned(),
        rounded => format!("{rounded}%"),
    }
}

/// A share in whole per cent, 0 to 100; 0 of nothing is 0.
pub fn rounded(part: u32, whole: u32) -> u32 {
    if whole == 0 {
        return 0;
    }
    let (part, whole) = (u64::from(part.min(whole)), u64::from(whole));
    ((part * 200 + whole) / (whole * 2)) as u32
}

/// A share as a word, if there is one: "half", "a third", "nearly all".
pub fn fraction(part: u32, whole: u32) -> String {
    match rounded(part, whole) {
        _ if part == 0 => "none".to_owned(),
        _ if part >= whole => "all".to_owned(),
        24..=26 => "a quarter".to_owned(),
        32..=35 => "a third".to_owned(),
        48..=52 => "half".to_owned(),
        65..=68 => "two thirds".to_owned(),
        74..=76 => "three quarters".to_owned(),
        96..=100 => "nearly all".to_owned(),
        _ => percent(part, whole),
    }
}

/// A score and the threshold it is compared with: "0.78" and "0.45". Both have as many decimals as are needed
/// to show which is larger.
pub fn scores(value: f64, threshold: f64) -> (String, String) {
    let written = |decimals: u32| (decimal(value, decimals), decimal(threshold, decimals));
    let reads_true = |(value_text, threshold_text): &(String, String)| {
        (value < threshold) == (value_text < threshold_text)
    };
    (2..6)
        .map(written)
        .find(reads_true)
        .unwrap_or_else(|| written(6))
}

/// A number that is not negative, with so many decimals, at least one: "0.78". It is written as whole numbers: the
/// code to print fractions would add 4 KB to the program.
pub fn decimal(value: f64, decimals: u32) -> String {
    let scale = 10_u64.pow(decimals);
    let whole = (value * scale as f64).round() as u64;
    let width = decimals as usize;
    format!("{}.{:0width$}", whole / scale, whole % scale)
}

/// A date in words: "30 May 2014", "April 2014", "2014". Any other text stays unchanged.
pub fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<&str> = iso.split('-').collect();
    let month = |digits: &str| {
        let number: usize = digits.parse().ok()?;
        MONTHS.get(number.checked_sub(1)?).copied()
    };
    let spoken = match parts[..] {
        [year, of] => month(of).map(|month| format!("{month} {year}")),
        [year, of, day] => month(of)
            .zip(day.parse::<u32>().ok())
            .map(|(month, day)| format!("{day} {month} {year}")),
        _ => None,
    };
    spoken.unwrap_or_else(|| iso.to_owned())
}

/// The text, cut after a word to at most `longest` characters, with "…" if something was left out.
pub fn shortened(text: &str, longest: usize) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(longest) else {
        return text.to_owned();
    };
    let head = text.get(..cut).unwrap_or(text);
    let kept = match head.rsplit_once(char::is_whitespace) {
        Some((before, _)) if before.chars().count() * 2 > longest => before,
        _ => head,
    };
    // Characters at the end of a word that do not belong to it; closing brackets and quotation marks stay.
    let stray = |c: char| c.is_whitespace() || ".,;:!?-–—…([{“‘„«/&".chars().any(|one| one == c);
    let bare = kept.trim_end_matches(stray);
    format!("{bare}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let said: Vec<String> = [0, 1, 7, 12, 13, 999, 1000, 1_234_567].map(spelled).into();
        assert_eq!(said.join(" "), "no one seven twelve 13 999 1,000 1,234,567");
        assert_eq!(count(1, "match", "matches"), "1 match");
        assert_eq!(count(1204, "word", "words"), "1,204 words");
        assert_eq!(count_spelled(2, "match", "matches"), "two matches");
    }

    #[test]
    fn shares() {
        let said = |part, whole| format!("{} {}", percent(part, whole), fraction(part, whole));
        assert_eq!(said(0, 0), "0% none");
        assert_eq!(said(0, 9), "0% none");
        assert_eq!(said(1, 900), "less than 1% less than 1%");
        assert_eq!(said(354, 708), "50% half");
        assert_eq!(said(1, 3), "33% a third");
        assert_eq!(said(2, 5), "40% 40%");
        assert_eq!(said(899, 900), "more than 99% nearly all");
        assert_eq!(said(900, 900), "100% all");
        assert_eq!(said(u32::MAX, u32::MAX), "100% all");
    }

    #[test]
    fn a_score_reads_on_the_side_of_its_threshold_on_which_it_is() {
        let said = |value, threshold| {
            let (value, threshold) = scores(value, threshold);
            format!("{value} from {threshold}")
        };
        assert_eq!(said(0.784, 0.45), "0.78 from 0.45");
        assert_eq!(said(0.449_9, 0.45), "0.4499 from 0.4500");
        assert_eq!(said(0.45, 0.45), "0.45 from 0.45");
        assert_eq!(said(1.0, 0.0), "1.00 from 0.00");
    }

    #[test]
    fn dates() {
        let said: Vec<String> = ["2014", "2014-04", "2014-05-30", "2014-13", "soon", ""]
            .map(date)
            .into();
        assert_eq!(
            said.join(" | "),
            "2014 | April 2014 | 30 May 2014 | 2014-13 | soon | "
        );
    }

    #[test]
    fn lists_and_capitals() {
        let list =
            |items: &[&str]| super::list(&items.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(capital("one"), "One");
        assert_eq!(capital("ärger"), "ärger");
        assert_eq!(capital(""), "");
    }

    #[test]
    fn a_long_title_is_cut_after_a_word() {
        assert_eq!(shortened("Rain at last", 12), "Rain at last");
        assert_eq!(shortened("Rain at last, say farmers", 14), "Rain at last…");
        assert_eq!(shortened("Rain (at last)  ", 13), "Rain (at…");
        assert_eq!(shortened("北约外长说他们正在暂停", 4), "北约外长…");
        assert_eq!(shortened("", 4), "");
    }
}
