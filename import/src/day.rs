//! Reads dates as pages and mails write them: `2026-03-14T06:40:00+01:00`, `Tue, 10 Mar 2026 18:05:00 GMT`, `14.3.2026`,
//! `March 14th, 2026`, `2026年3月14日`, and seconds since 1970. An ambiguous date is not read.

use crate::lower::lower;

/// The start of a month's name, folded to small letters, and the month's number. Longer names stand before shorter ones that
/// begin them.
const MONTHS: &[(&str, u32)] = &[
    // English, German, French, Spanish, Portuguese, Italian, Dutch, and what is spelt alike elsewhere.
    ("janu", 1),
    ("jän", 1),
    ("jan", 1),
    ("janv", 1),
    ("ene", 1),
    ("gen", 1),
    ("febr", 2),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("märz", 3),
    ("mär", 3),
    ("mar", 3),
    ("maart", 3),
    ("mrt", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("maj", 5),
    ("mag", 5),
    ("mei", 5),
    ("juin", 6),
    ("juil", 7),
    ("jun", 6),
    ("jul", 7),
    ("giu", 6),
    ("lug", 7),
    ("aug", 8),
    ("aoû", 8),
    ("aou", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("okt", 10),
    ("out", 10),
    ("ott", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
    ("des", 12),
    ("mart", 3),
    // Polish, Czech, Slovak, Croatian.
    ("stycz", 1),
    ("lut", 2),
    ("kwie", 4),
    ("czerw", 6),
    ("lip", 7),
    ("sierp", 8),
    ("wrze", 9),
    ("paźdz", 10),
    ("listopadu", 11),
    ("listopada", 11),
    ("listopad", 11),
    ("grud", 12),
    ("led", 1),
    ("únor", 2),
    ("břez", 3),
    ("dub", 4),
    ("květ", 5),
    ("červenc", 7),
    ("červen", 6),
    ("srp", 8),
    ("září", 9),
    ("říj", 10),
    ("pros", 12),
    ("január", 1),
    ("február", 2),
    ("máj", 5),
    ("jún", 6),
    ("júl", 7),
    ("sije", 1),
    ("velja", 2),
    ("ožu", 3),
    ("trav", 4),
    ("svib", 5),
    ("lipnj", 6),
    ("srpnj", 7),
    ("kolovoz", 8),
    ("ruj", 9),
    // Finnish, Hungarian, Romanian, Turkish, Greek, Indonesian, Lithuanian, Latvian, Estonian.
    ("tammi", 1),
    ("helmi", 2),
    ("maalis", 3),
    ("huhti", 4),
    ("touko", 5),
    ("kesä", 6),
    ("heinä", 7),
    ("elo", 8),
    ("syys", 9),
    ("loka", 10),
    ("marras", 11),
    ("joulu", 12),
    ("már", 3),
    ("ápr", 4),
    ("sze", 9),
    ("ian", 1),
    ("iun", 6),
    ("iul", 7),
    ("oca", 1),
    ("şub", 2),
    ("nis", 4),
    ("haz", 6),
    ("tem", 7),
    ("ağu", 8),
    ("eyl", 9),
    ("eki", 10),
    ("kas", 11),
    ("ara", 12),
    ("ιαν", 1),
    ("φεβ", 2),
    ("φλεβ", 2),
    ("μαρ", 3),
    ("μάρ", 3),
    ("απρ", 4),
    ("μαΐ", 5),
    ("μαϊ", 5),
    ("μάι", 5),
    ("ιουν", 6),
    ("ιούν", 6),
    ("ιουλ", 7),
    ("ιούλ", 7),
    ("αυγ", 8),
    ("αύγ", 8),
    ("σεπ", 9),
    ("οκτ", 10),
    ("νοε", 11),
    ("νοέ", 11),
    ("δεκ", 12),
    ("mars", 3),
    ("agu", 8),
    ("aĝ", 8),
    // Russian, Ukrainian, Bulgarian, Serbian.
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("май", 5),
    ("мая", 5),
    ("мај", 5),
    ("июн", 6),
    ("июл", 7),
    ("юни", 6),
    ("юли", 7),
    ("јун", 6),
    ("јул", 7),
    ("авг", 8),
    ("сен", 9),
    ("сеп", 9),
    ("окт", 10),
    ("ноя", 11),
    ("ное", 11),
    ("нов", 11),
    ("дек", 12),
    ("дец", 12),
    ("січ", 1),
    ("лют", 2),
    ("бер", 3),
    ("кві", 4),
    ("трав", 5),
    ("чер", 6),
    ("лип", 7),
    ("сер", 8),
    ("вер", 9),
    ("жов", 10),
    ("лис", 11),
    ("гру", 12),
    ("јан", 1),
    ("яну", 1),
    // Arabic.
    ("يناير", 1),
    ("فبراير", 2),
    ("مارس", 3),
    ("أبريل", 4),
    ("ابريل", 4),
    ("إبريل", 4),
    ("مايو", 5),
    ("يونيو", 6),
    ("يوليو", 7),
    ("أغسطس", 8),
    ("اغسطس", 8),
    ("سبتمبر", 9),
    ("أكتوبر", 10),
    ("اكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
];

/// Words that may stand between a day, its month and its year.
const BETWEEN: [&str; 9] = ["de", "del", "of", "the", "st", "nd", "rd", "th", "er"];

/// How a page in this language means `3/4/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// Ends of hosts that are of no country, or of one that does not write the day first.
const NO_DAY_FIRST: [&str; 17] = [
    "us", "ca", "ph", "cn", "jp", "kr", "tw", "ai", "cc", "co", "fm", "gg", "io", "ly", "me", "to",
    "tv",
];

impl Order {
    /// Of a language tag; of a page's address, where that does not tell.
    pub(crate) fn of(tag: Option<&str>, address: Option<&str>) -> Self {
        match tag.map(str::to_ascii_lowercase).as_deref() {
            Some("en-us") => Self::MonthFirst,
            None | Some("en") => {
                let host = address.and_then(|address| address.split('/').nth(2));
                let country = host.and_then(|host| host.rsplit('.').next());
                match country {
                    Some(country) if country.len() == 2 && !NO_DAY_FIRST.contains(&country) => {
                        Self::DayFirst
                    }
                    _ => Self::Unknown,
                }
            }
            Some(_) => Self::DayFirst,
        }
    }
}

/// The day that a value says in a place made for it: an attribute, a header, a property. As `2026-03-14`.
pub(crate) fn stated(value: &str, order: Order) -> Option<String> {
    let value = value.trim();
    if value.len() >= 8 && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return match value.len() {
            8 => written(
                value.get(..4)?.parse().ok()?,
                value.get(4..6)?.parse().ok()?,
                value.get(6..)?.parse().ok()?,
            ),
            12 | 14 if value.starts_with("19") || value.starts_with("20") => {
                stated(value.get(..8)?, order)
            }
            9 | 10 => since_1970(value.parse().ok()?),
            12 | 13 => since_1970(value.parse::<i64>().ok()? / 1000),
            _ => None,
        };
    }
    // `20141229 18:22:00`, `20141229T1822`
    if let Some((date, rest)) = value.split_at_checked(8)
        && date.bytes().all(|byte| byte.is_ascii_digit())
        && rest.starts_with([' ', 'T'])
    {
        return stated(date, order);
    }
    in_words(value, order)
}

/// The day of so many seconds since 1970, by the proleptic Gregorian calendar (Howard Hinnant's `civil_from_days`).
fn since_1970(seconds: i64) -> Option<String> {
    let days = seconds.div_euclid(86_400) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400 + i64::from(month <= 2);
    written(
        u32::try_from(year).ok()?,
        u32::try_from(month).ok()?,
        u32::try_from(day).ok()?,
    )
}

/// A day, if there is such a one and an article could be of it.
fn written(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1600..=2199).contains(&year) && (1..=last).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// A piece of a text that may be of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// A number, and how many figures it has.
    Number(u32, usize),
    Word(String),
    /// `.`, `/`, `-` right behind what stands before it.
    Sign(char),
}

/// The first day that stands in a line of words.
pub(crate) fn in_words(text: &str, order: Order) -> Option<String> {
    let parts = parts(text);
    (0..parts.len()).find_map(|at| day_at(parts.get(at..)?, order))
}

/// The day at the start of a short line whose year has two figures: `12.05.18, 10:30`. Only for what announces a day.
pub(crate) fn of_short_year(text: &str, order: Order) -> Option<String> {
    use Part::{Number, Sign};
    let parts = parts(text);
    let at = parts.iter().position(|part| matches!(part, Number(..)))?;
    match parts.get(at..)? {
        [
            Number(first, 1..=2),
            Sign('.' | '/' | '-'),
            Number(second, 1..=2),
            Sign('.' | '/' | '-'),
            Number(year, 2),
            rest @ ..,
        ] if !matches!(rest, [Sign(_), Number(..), ..]) => {
            let year = year + if *year < 70 { 2000 } else { 1900 };
            let slash = Sign('/');
            day_at(
                &[
                    Number(*first, 2),
                    slash.clone(),
                    Number(*second, 2),
                    slash,
                    Number(year, 4),
                ],
                order,
            )
        }
        _ => None,
    }
}

/// The pieces of a line, spaces and commas left out.
fn parts(text: &str) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if out.len() > 200 {
            break;
        }
        let alike = |c: char| {
            if c.is_numeric() {
                c.is_ascii_digit()
            } else {
                c.is_alphabetic() && !is_unit(c)
            }
        };
        if c.is_ascii_digit() || (c.is_alphabetic() && !is_unit(c)) {
            let number = c.is_numeric();
            let mut end = at + c.len_utf8();
            while let Some(&(next, more)) = rest.peek() {
                if !alike(more) || more.is_numeric() != number {
                    break;
                }
                end = next + more.len_utf8();
                rest.next();
            }
            let word = text.get(at..end).unwrap_or_default();
            match word.parse::<u32>() {
                Ok(value) if number => out.push(Part::Number(value, word.len())),
                _ => out.push(Part::Word(lower(word))),
            }
        } else if matches!(c, '.' | '/' | '-' | ':') || is_unit(c) {
            out.push(Part::Sign(c));
        }
    }
    out
}

/// What East Asia writes behind a year, a month, a day.
fn is_unit(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

/// The day that begins with the first of these pieces.
fn day_at(parts: &[Part], order: Order) -> Option<String> {
    use Part::{Number, Sign, Word};
    let dash = |c: &char| matches!(c, '-' | '/' | '.');
    match parts {
        // 2026-03-14, 2026/3/14, 2026.3.14, 2026年3月14日
        [
            Number(year, 4),
            Sign(first),
            Number(month, 1..=2),
            Sign(second),
            Number(day, 1..=2),
            ..,
        ] if (dash(first) && first == second)
            || (matches!(first, '年' | '년') && matches!(second, '月' | '월')) =>
        {
            written(*year, *month, *day)
        }
        // 14.3.2026, 14/3/2026, 14-3-2026
        [
            Number(first, 1..=2),
            Sign(sign),
            Number(second, 1..=2),
            Sign(again),
            Number(year, 4),
            ..,
        ] if dash(sign) && sign == again => {
            let day_first = match (*sign, order) {
                ('.', _) | (_, Order::DayFirst) => *second <= 12,
                (_, Order::MonthFirst) => *first > 12,
                (_, Order::Unknown) if first == second || *first > 12 => true,
                (_, Order::Unknown) if *second > 12 => false,
                (_, Order::Unknown) => return None,
            };
            if day_first {
                written(*year, *second, *first)
            } else {
                written(*year, *first, *second)
            }
        }
        // 14 March 2026, 14. März 2026, 14th of March, 2026, 14 de marzo de 2026
        [Number(day, 1..=2), more @ ..] => {
            let mut more = more.iter().filter(|part| !is_between(part));
            let (Word(month), Number(year, 4)) = (more.next()?, more.next()?) else {
                return None;
            };
            written(*year, month_of(month)?, *day)
        }
        // Aug 03 12:45:00 EDT 2026, Aug 03 12:45:00 +0200 2026: as Unix's `date` and its like write it
        [
            Word(month),
            Number(day, 1..=2),
            Number(_, 1..=2),
            Sign(':'),
            Number(_, 2),
            Sign(':'),
            Number(_, 2),
            more @ ..,
        ] => {
            let month = month_of(month)?;
            let year = more.iter().take(3).find_map(|part| match part {
                Number(year @ 1600.., 4) => Some(*year),
                _ => None,
            })?;
            written(year, month, *day)
        }
        // March 14, 2026
        [Word(month), more @ ..] => {
            let month = month_of(month)?;
            let mut more = more.iter().filter(|part| !is_between(part));
            let (Number(day, 1..=2), Number(year, 4)) = (more.next()?, more.next()?) else {
                return None;
            };
            written(*year, month, *day)
        }
        // 2026. március 14., 2026 March 14
        [Number(year, 4), more @ ..] => {
            let mut more = more.iter().filter(|part| !is_between(part));
            let (Word(month), Number(day, 1..=2)) = (more.next()?, more.next()?) else {
                return None;
            };
            written(*year, month_of(month)?, *day)
        }
        _ => None,
    }
}

fn is_between(part: &Part) -> bool {
    match part {
        Part::Sign(sign) => matches!(sign, '.' | '-' | '/'),
        Part::Word(word) => BETWEEN.contains(&word.as_str()) || matches!(word.as_str(), "º" | "°"),
        Part::Number(..) => false,
    }
}

/// The month that a word names.
fn month_of(word: &str) -> Option<u32> {
    let known = MONTHS.iter().filter(|(start, _)| word.starts_with(start));
    known
        .max_by_key(|(start, _)| start.len())
        .map(|(_, month)| *month)
}

/// The number of a month that is named by its first three letters alone: `dec`.
pub(crate) fn short_month(word: &str) -> Option<u32> {
    (word.chars().count() == 3).then(|| month_of(&lower(word)))?
}

/// Whether a word is a month's name.
pub(crate) fn is_month(word: &str) -> bool {
    month_of(&lower(word)).is_some()
}

/// Whether a word is the name of a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 14] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    ];
    DAYS.contains(&&*lower(word))
}

/// Whether words are of a date, whole or not: "April 1", "3 March", "2014".
pub(crate) fn is_part(text: &str) -> bool {
    let words = || {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    words().any(number) && words().all(|word| number(word) || is_month(word) || is_weekday(word))
}

#[cfg(test)]
mod tests {
    use super::{Order, in_words, stated};

    #[test]
    fn days_in_many_words() {
        for (text, day) in [
            ("Ahlfurt, 10. März 2026", "2026-03-10"),
            ("Posted on March 14th, 2026 at 10:20", "2026-03-14"),
            ("14 de marzo de 2026", "2026-03-14"),
            ("1er juillet 2025 à 18h", "2025-07-01"),
            ("31 juin 2025, puis 30 juin 2025", "2025-06-30"),
            ("Опубліковано 5 червня 2025", "2025-06-05"),
            ("3 июня 2025, 10:00", "2025-06-03"),
            ("2026年3月14日 10:00", "2026-03-14"),
            ("2025. március 3.", "2025-03-03"),
            ("5 października 2024", "2024-10-05"),
            ("12 lipca 2023", "2023-07-12"),
            ("07.02.2024, 11:30 Uhr", "2024-02-07"),
            ("Sept. 3, 2020", "2020-09-03"),
            ("13/04/2021", "2021-04-13"),
        ] {
            assert_eq!(
                in_words(text, Order::Unknown).as_deref(),
                Some(day),
                "{text}"
            );
        }
        for none in [
            "",
            "3/4/2021",
            "Call 030 123 2020",
            "12 people of 2020",
            "March 2026",
            "99.99.2020",
            "31 June 2020",
        ] {
            assert_eq!(in_words(none, Order::Unknown), None, "{none}");
        }
        assert_eq!(
            in_words("3/4/2021", Order::of(Some("en-US"), None)).as_deref(),
            Some("2021-03-04")
        );
        assert_eq!(
            in_words("3/4/2021", Order::of(Some("en-GB"), None)).as_deref(),
            Some("2021-04-03")
        );
    }

    #[test]
    fn days_that_programs_state() {
        for (value, day) in [
            ("2026-03-14T06:40:00+01:00", "2026-03-14"),
            ("2022-5-5", "2022-05-05"),
            ("Tue, 10 Mar 2026 18:05:00 GMT", "2026-03-10"),
            ("Tue Mar 10 18:05:00 EDT 2026", "2026-03-10"),
            ("Tue Mar 10 18:05:00 +0000 2026", "2026-03-10"),
            ("1773165900", "2026-03-10"),
            ("1773165900000", "2026-03-10"),
            ("20260314", "2026-03-14"),
            ("202603141030", "2026-03-14"),
            ("0951782400", "2000-02-29"),
        ] {
            assert_eq!(
                stated(value, Order::Unknown).as_deref(),
                Some(day),
                "{value}"
            );
        }
        for none in ["", "yesterday", "99999999", "2026-02-30"] {
            assert_eq!(stated(none, Order::Unknown), None, "{none}");
        }
    }
}
