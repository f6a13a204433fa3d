//! In one line each: what is read of a text, and how two values lie to each other.

use super::{Currency, Likeness, Limit, Unit, Value, What, values};
use crate::lang::Lang;

/// A value in short: `>250000$`, `~40000`, `3..5 year`, `33%`, `2014-06-19`, `fri afternoon`.
fn show(value: &Value) -> String {
    match &value.what {
        What::Number(n) => {
            let limit = match n.limit {
                Limit::Exact => "",
                Limit::About => "~",
                Limit::Over => ">",
                Limit::Nearly => "<~",
                Limit::Under => "<",
            };
            let plain = |x: f64| {
                let text = format!("{x:.2}");
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            };
            let range = if n.low == n.high {
                plain(n.low)
            } else {
                format!("{}..{}", plain(n.low), plain(n.high))
            };
            let unit = match n.unit {
                Unit::Count => String::new(),
                Unit::Percent => "%".into(),
                Unit::Points => "pp".into(),
                Unit::Share => " share".into(),
                Unit::Money(Currency::Dollar) => "$".into(),
                Unit::Money(Currency::Euro) => "€".into(),
                Unit::Money(Currency::Pound) => "£".into(),
                Unit::Money(other) => format!(" {other:?}").to_lowercase(),
                Unit::Time(unit) => format!(" {unit:?}").to_lowercase(),
                Unit::Age => " old".into(),
                Unit::Ordinal => ".".into(),
                Unit::Metres => " m".into(),
                Unit::Kilograms => " kg".into(),
            };
            format!("{limit}{range}{unit}")
        }
        What::Date(d) => {
            let mut out: Vec<String> = Vec::new();
            let day = |day: &super::Day| {
                let two = |x: Option<u8>| x.map_or("??".to_owned(), |x| format!("{x:02}"));
                match (day.year, day.month) {
                    (Some(y), None) => y.to_string(),
                    (None, None) => String::new(),
                    (y, m) => format!(
                        "{}-{}-{}",
                        y.map_or("????".into(), |y| y.to_string()),
                        two(m),
                        two(day.day)
                    ),
                }
            };
            match d.edge {
                super::Edge::On => {}
                super::Edge::Before => out.push("<".into()),
                super::Edge::After => out.push(">".into()),
            }
            if let Some(w) = d.weekday {
                out.push(["mon", "tue", "wed", "thu", "fri", "sat", "sun"][w as usize - 1].into());
            }
            let from = day(&d.from);
            out.push(d.to.map_or(from.clone(), |to| format!("{from}..{}", day(&to))));
            if let Some(season) = d.season {
                out.push(["spring", "summer", "autumn", "winter"][season as usize - 1].into());
            }
            if let Some(part) = d.part {
                out.push(format!("{part:?}").to_lowercase());
            }
            if let Some(minute) = d.minute {
                out.push(format!("{}:{:02}", minute / 60, minute % 60));
            }
            if let Some(r) = d.relative {
                let by = r.by.map_or("?".into(), |by| format!("{by:+}"));
                out.push(format!(
                    "{by}{}{}",
                    format!("{:?}", r.unit).to_lowercase(),
                    if r.from_now { "" } else { "*" }
                ));
            }
            out.retain(|piece| !piece.is_empty());
            out.join(" ")
        }
    }
}

/// `text` with its values in brackets, each with what it says: `[more than $250,000=>250000$]`.
fn marked_in(text: &str, lang: Lang) -> String {
    values(text, lang)
        .iter()
        .map(|value| format!("{}={}", value.span.of(text), show(value)))
        .collect::<Vec<_>>()
        .join(" | ")
}

/// Gathers what is wrong, so that one run names all of it.
fn check(text: &str, found: &str, wanted: &str, wrong: &mut String) {
    if found != wanted {
        wrong.push_str(&format!("\n{text}\n  found  {found}\n  wanted {wanted}"));
    }
}

fn marked(text: &str) -> String {
    marked_in(text, Lang::English)
}

#[test]
fn numbers_as_news_writes_them() {
    let mut wrong = String::new();
    for (text, wanted) in [
        ("more than $250,000 in cash", "more than $250,000=>250000$"),
        ("some 100,000 troops", "some 100,000=~100000"),
        ("35,000-40,000 troops", "35,000-40,000=35000..40000"),
        ("35,000 to 40,000 troops", "35,000 to 40,000=35000..40000"),
        (
            "5 to 10 million people",
            "5 to 10 million=5000000..10000000",
        ),
        (
            "between two and three weeks",
            "two and three weeks=2..3 week",
        ),
        (
            "tens of thousands of men",
            "tens of thousands=15000..100000",
        ),
        ("dozens were hurt", "dozens=20..100"),
        ("more than a dozen people", "more than a dozen=>12"),
        (
            "two hundred and fifty-three ships",
            "two hundred and fifty-three=253",
        ),
        (
            "three million two hundred thousand",
            "three million two hundred thousand=3200000",
        ),
        ("two thirds pulled back", "two thirds=0.67 share"),
        ("a third of voters", "a third=0.33 share"),
        ("three-quarters of a mile", "three-quarters=0.75 share"),
        ("half a million jobs", "half a million=500000"),
        ("two and a half million", "two and a half million=2500000"),
        ("£40m and €1.4bn", "£40m=40000000£ | €1.4bn=1400000000€"),
        ("US$5 a day, 30 cents", "US$5=5$ | 30 cents=0.3$"),
        (
            "7% or 7 percent or seven per cent",
            "7%=7% | 7 percent=7% | seven per cent=7%",
        ),
        ("rose 3 percentage points", "3 percentage points=3pp"),
        ("a 40- to 60-hour course", "40- to 60-hour=40..60 hour"),
        ("a 225-page report", "225=225"),
        (
            "the 59-year-old; Weiner, 46, is",
            "59-year-old=59 old | 46=46 old",
        ),
        ("his second run, the 21st", "second=2. | 21st=21."),
        ("one in five voters", "one in five=0.2 share"),
        ("no one said one of them, one man did", "one=1"),
        ("grow by -2 percent, 2-0", "-2 percent=-2% | 2=2 | 0=0"),
        ("an F-16, a B12 and Covid-19", ""),
        (
            "no more than 30 men, 40 or so, 50 or more, 60+",
            "no more than 30=<30 | 40 or so=~40 | 50 or more=>50 | 60+=>60",
        ),
        (
            "nearly 50,000, up to 20, at least six",
            "nearly 50,000=<~50000 | up to 20=<20 | at least six=>6",
        ),
        ("10 miles and 3 km", "10 miles=16093.44 m | 3 km=3000 m"),
        ("½ a pound, 2½ hours", "½=0.5 share | 2½ hours=2.5 hour"),
        (
            "hundreds of thousands, a few hundred",
            "hundreds of thousands=150000..1000000 | few hundred=200..1200",
        ),
    ] {
        check(text, &marked(text), wanted, &mut wrong);
    }
    assert_eq!(wrong, "");
}

#[test]
fn dates_as_news_writes_them() {
    let mut wrong = String::new();
    for (text, wanted) in [
        ("on Friday afternoon", "Friday afternoon=fri afternoon"),
        ("late Thursday", "late Thursday=thu"),
        (
            "Friday at 5 p.m. Eastern time",
            "Friday at 5 p.m. Eastern time=fri 17:00",
        ),
        ("June 19, 2014, was", "June 19, 2014=2014-06-19"),
        ("on 19 June 2014", "19 June 2014=2014-06-19"),
        (
            "in December; in June of 2011",
            "December=????-12-?? | June of 2011=2011-06-??",
        ),
        ("It may march on in May", "May=????-05-??"),
        ("from 1996 to 2007", "1996 to 2007=1996..2007"),
        ("the 2016 race, since 2010", "2016=2016 | since 2010=> 2010"),
        (
            "some 2000 people; 2000 people",
            "some 2000=~2000 | 2000=2000",
        ),
        ("in the 1990s", "1990s=1990..1999"),
        (
            "three weeks ago",
            "three weeks ago=-3week | three weeks=3 week",
        ),
        ("a day after a meeting", "a day after=+1day*"),
        (
            "yesterday morning, earlier this year",
            "yesterday morning=morning -1day | earlier this year=+0year",
        ),
        ("since the summer of 2011", "summer of 2011=2011 summer"),
        (
            "last June and that March",
            "last June=????-06-?? -1year | that March=????-03-??",
        ),
        ("at 10:30 or 11.30am", "10:30=10:30 | 11.30am=11:30"),
        ("on 2014-03-12", "2014-03-12=2014-03-12"),
        ("June 3-5", "June 3-5=????-06-03..????-06-05"),
        ("on Friday, June 19", "Friday, June 19=fri ????-06-19"),
    ] {
        check(text, &marked(text), wanted, &mut wrong);
    }
    assert_eq!(wrong, "");
}

#[test]
fn other_languages_have_their_marks_and_months() {
    let mut wrong = String::new();
    for (lang, text, wanted) in [
        (
            Lang::German,
            "am 3. Mai 2014 über 1.250,5 Euro",
            "3. Mai 2014=2014-05-03 | 1.250,5 Euro=1250.5€",
        ),
        (
            Lang::German,
            "7% von 2,5 Millionen am Montag",
            "7%=7% | 2,5 Millionen=2500000 | Montag=mon",
        ),
        (
            Lang::French,
            "10\u{202f}000 soldats le 3 mars",
            "10\u{202f}000=10000 | 3 mars=????-03-03",
        ),
        (Lang::French, "10 000 soldats", "10 000=10000"),
        (
            Lang::Spanish,
            "el 19 de junio de 2014",
            "19 de junio de 2014=2014-06-19",
        ),
        (Lang::Portuguese, "na segunda-feira", "segunda-feira=mon"),
        (
            Lang::Russian,
            "10 миллионов 3 марта",
            "10 миллионов=10000000 | 3 марта=????-03-03",
        ),
        (Lang::Other, "2.500 і 3,5 %", "2.500=2500 | 3,5 %=3.5%"),
    ] {
        check(text, &marked_in(text, lang), wanted, &mut wrong);
    }
    assert_eq!(wrong, "");
}

/// Two values of one text, with `=`, `~` or `≠` between them; `?` where they do not compare.
fn lie(text: &str, wrong: &mut String) {
    let (one, rest) = text.split_at(text.find(['=', '~', '≠', '?']).unwrap());
    let sign = rest.chars().next().unwrap();
    let other = &rest[sign.len_utf8()..];
    let (x, y) = (values(one, Lang::English), values(other, Lang::English));
    let wanted = match sign {
        '=' => Some(Likeness::Same),
        '~' => Some(Likeness::Overlaps),
        '≠' => Some(Likeness::Differs),
        _ => None,
    };
    for (x, y) in [(&x, &y), (&y, &x)] {
        let found = x.first().zip(y.first()).map(|(x, y)| x.likeness(y));
        check(
            text,
            &format!("{found:?}"),
            &format!("{:?}", Some(wanted)),
            wrong,
        );
    }
}

#[test]
fn what_is_compatible_is_no_contradiction() {
    let mut wrong = String::new();
    for text in [
        "$250,000 ~ more than $250,000",
        "a quarter of a million dollars = $250,000",
        "40,000 troops ≠ some 100,000 troops",
        "tens of thousands ~ 40,000",
        "35,000-40,000 ~ 40,000",
        "$1.4 billion ~ $1.375 billion",
        "$43 million ≠ $43,885,310",
        "800,000 people ~ 799,643 people",
        "30 people ≠ 32 people",
        "a third of voters ~ 33 percent of voters",
        "two weeks = two weeks",
        "18 months = one and a half years",
        "£40m ≠ €40m",
        "5 percent ? 5 people",
        "5 million ≠ 5 billion",
        "more than 4 million ≠ more than 5 million",
        "more than 40 ~ 45",
        "Friday ~ Friday afternoon",
        "Friday ≠ Monday",
        "Thursday ~ June 19",
        "in January ~ earlier this year",
        "June 19 ≠ June 20",
        "2010 ≠ 2011",
        "in 2010 ~ since 2010",
        "1996 to 2007 ~ 2003",
        "1996 to 2007 ≠ 2009",
        "spring of 1940 ~ March 1940",
        "spring of 1940 ≠ October 1940",
        "in the morning ≠ in the evening",
        "at 5 p.m. ~ in the afternoon",
        "yesterday ~ today",
        "two years ago ≠ seven years ago",
    ] {
        lie(text, &mut wrong);
    }
    assert_eq!(wrong, "");
}

proptest::proptest! {
    #[test]
    fn any_text_gives_values_on_its_boundaries(text in r"([a-z]{1,3}|[0-9]{1,4}|[ ,.:/%$€½'-]|two|million|in|May|Friday|p\.m\.|to|\PC){0,20}", lang in 0_usize..19) {
        let lang = Lang::ALL.get(lang).copied().unwrap_or(Lang::Other);
        let found = values(&text, lang);
        for value in &found {
            proptest::prop_assert!(!value.span.is_empty());
            proptest::prop_assert!(text.get(value.span.start..value.span.end).is_some());
            if let Some(number) = value.number() {
                proptest::prop_assert!(text.get(number.of.start..number.of.end).is_some());
                proptest::prop_assert!(number.low.is_finite() && number.high.is_finite());
            }
            proptest::prop_assert!(value.same(value));
        }
        for x in &found {
            for y in &found {
                proptest::prop_assert_eq!(x.likeness(y), y.likeness(x));
            }
        }
    }
}
