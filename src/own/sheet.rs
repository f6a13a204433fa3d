//! A text that was brought: what was understood of it, to be shown, mended and kept. A paste, a file and
//! an article that is edited all become a [`Sheet`]; what could not be read becomes a [`Trouble`].

use super::json::{Json, named, text};
use crate::library::{Article, Stated};

/// A value, and what it rests on in words; empty where the reader wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// What it says; empty for nothing.
    pub value: String,
    /// What it rests on.
    pub basis: String,
}

/// What a text that was brought says of itself, one for each field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Its title.
    Title,
    /// Who published it.
    Publisher,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// Where it was taken from.
    Url,
    /// Its language, a BCP 47 tag.
    Language,
    /// The text itself.
    Text,
}

impl Name {
    /// All but the text, in the order of the form.
    pub const FIELDS: [Name; 5] = [
        Name::Title,
        Name::Publisher,
        Name::Date,
        Name::Url,
        Name::Language,
    ];

    /// Its name where it is written down.
    pub fn key(self) -> &'static str {
        match self {
            Name::Title => "title",
            Name::Publisher => "publisher",
            Name::Date => "date",
            Name::Url => "url",
            Name::Language => "language",
            Name::Text => "text",
        }
    }
}

/// A text that was brought, and what was understood of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Title, publisher, date, address and language, in the order of [`Name::FIELDS`].
    pub fields: [Field; 5],
    /// The text.
    pub text: String,
    /// What was left out, and of how many words.
    pub left_out: Vec<(String, u32)>,
    /// What else there is to say of how it was read.
    pub remarks: Vec<String>,
}

/// Why a file could not be read, and what would help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// What is wrong, a sentence.
    pub what: String,
    /// What would help, a sentence.
    pub remedy: String,
}

/// What came of a paste or a file.
pub type Brought = Result<Sheet, Trouble>;

impl Sheet {
    /// The field of that name; the text is none.
    pub fn field(&self, name: Name) -> Option<&Field> {
        let place = Name::FIELDS.iter().position(|known| *known == name)?;
        self.fields.get(place)
    }

    /// What that field says.
    pub fn value(&self, name: Name) -> &str {
        match self.field(name) {
            Some(field) => &field.value,
            None => &self.text,
        }
    }

    /// Writes into a field, as the reader does.
    pub fn mend(&mut self, name: Name, value: &str) {
        self.set(name, value, "");
    }

    /// Writes into a field, with what the value rests on.
    pub fn set(&mut self, name: Name, value: &str, basis: &str) {
        let place = Name::FIELDS.iter().position(|known| *known == name);
        match place.and_then(|place| self.fields.get_mut(place)) {
            Some(field) => {
                *field = Field {
                    value: value.to_owned(),
                    basis: basis.to_owned(),
                };
            }
            None => self.text = value.to_owned(),
        }
    }

    /// Whether there is nothing on it.
    pub fn is_blank(&self) -> bool {
        *self == Sheet::default()
    }

    /// The sheet of an article that is to be edited.
    pub fn of(article: &Article) -> Sheet {
        let mut sheet = Sheet {
            text: article.text.to_string(),
            ..Sheet::default()
        };
        let fields = [
            Some(&article.title),
            article.publisher.as_ref(),
            article.date.as_ref(),
            article.url.as_ref(),
            article.language.as_ref(),
        ];
        for (name, stated) in Name::FIELDS.into_iter().zip(fields) {
            if let Some(stated) = stated {
                sheet.set(name, &stated.value, &stated.basis);
            }
        }
        sheet
    }

    /// What is wrong with it, a sentence for each field; nothing where it can be kept.
    pub fn faults(&self) -> Vec<(Name, &'static str)> {
        let mut faults = Vec::new();
        if self.text.trim().is_empty() {
            faults.push((
                Name::Text,
                "There is no text yet. Paste the article here, or write it.",
            ));
        }
        let is_fine: [(Name, fn(&str) -> bool, &str); 3] = [
            (
                Name::Date,
                is_date,
                "Write the date as 2014-05-30, as 2014-05 or as 2014, or leave it empty.",
            ),
            (
                Name::Url,
                is_web,
                "An address begins with http:// or https://. Mend it, or leave it empty.",
            ),
            (
                Name::Language,
                is_tag,
                "A language is written as a tag such as en, uk or pt-BR. Mend it, or leave it empty.",
            ),
        ];
        for (name, is_fine, sentence) in is_fine {
            let value = self.value(name).trim();
            if !value.is_empty() && !is_fine(value) {
                faults.push((name, sentence));
            }
        }
        faults
    }

    /// The title, and what it rests on: the one written there, or the first sentence of the text.
    pub fn title(&self) -> Stated {
        self.stated(Name::Title)
            .unwrap_or_else(|| title_from(&self.text))
    }

    fn stated(&self, name: Name) -> Option<Stated> {
        let field = self.field(name)?;
        let words: Vec<&str> = field.value.split_whitespace().collect();
        let basis = match &*field.basis {
            "" => "written by who added the text",
            basis => basis,
        };
        (!words.is_empty()).then(|| Stated {
            value: words.join(" ").into(),
            basis: basis.to_owned().into(),
        })
    }

    /// The article of that id.
    pub fn article(&self, id: &str) -> Article {
        Article {
            id: id.to_owned().into(),
            title: self.title(),
            publisher: self.stated(Name::Publisher),
            date: self.stated(Name::Date),
            place: None,
            url: self.stated(Name::Url),
            language: self.stated(Name::Language),
            text: self.text.clone().into(),
            furniture: Vec::new(),
        }
    }

    /// Writes it down, for a draft.
    pub fn write(&self) -> Json {
        let field = |field: &Field| Json::List(vec![text(&field.value), text(&field.basis)]);
        let left_out = |(what, words): &(String, u32)| {
            Json::List(vec![text(what), Json::Number(u64::from(*words))])
        };
        named([
            (
                "fields",
                Some(Json::List(self.fields.iter().map(field).collect())),
            ),
            ("text", Some(text(&self.text))),
            (
                "left_out",
                Some(Json::List(self.left_out.iter().map(left_out).collect())),
            ),
            (
                "remarks",
                Some(Json::List(
                    self.remarks.iter().map(|one| text(one)).collect(),
                )),
            ),
        ])
    }

    /// Reads one that was written down; what is missing is empty.
    pub fn read(from: &Json) -> Sheet {
        let mut sheet = Sheet {
            text: from.text("text").unwrap_or_default().to_owned(),
            ..Sheet::default()
        };
        for (field, written) in sheet.fields.iter_mut().zip(from.list("fields")) {
            if let Json::List(parts) = written
                && let [Json::Text(value), Json::Text(basis)] = &parts[..]
            {
                field.value.clone_from(value);
                field.basis.clone_from(basis);
            }
        }
        for written in from.list("left_out") {
            if let Json::List(parts) = written
                && let [Json::Text(what), Json::Number(words)] = &parts[..]
            {
                let words = u32::try_from(*words).unwrap_or(u32::MAX);
                sheet.left_out.push((what.clone(), words));
            }
        }
        for written in from.list("remarks") {
            if let Json::Text(remark) = written {
                sheet.remarks.push(remark.clone());
            }
        }
        sheet
    }
}

/// The title of a text that states none: its first sentence, or as much of it as a title holds.
pub fn title_from(text: &str) -> Stated {
    const LONGEST: usize = 120;
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("Untitled");
    let ends = |&(at, c): &(usize, char)| {
        let after = line.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            '.' | '!' | '?' | '؟' | '۔' => at > 20 && after.starts_with(' '),
            '。' | '！' | '？' => !after.is_empty(),
            _ => false,
        }
    };
    let end = line
        .char_indices()
        .find(ends)
        .map(|(at, c)| at + c.len_utf8());
    let sentence = line.get(..end.unwrap_or(line.len())).unwrap_or(line);
    let mut title: String = sentence.chars().take(LONGEST).collect();
    if title.len() < sentence.len() {
        // Not in the middle of a word, where words are parted by spaces.
        if let Some((whole, _)) = title.rsplit_once(' ') {
            title.truncate(whole.len());
        }
        title.push('…');
    }
    Stated {
        value: title.into(),
        basis: "the first sentence of the text".into(),
    }
}

/// Whether it is a date as articles have it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let number = |text: &str, digits: usize| -> Option<u32> {
        let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok())?
    };
    let (year, month, day) = match parts[..] {
        [year] => (number(year, 4), Some(1), Some(1)),
        [year, month] => (number(year, 4), number(month, 2), Some(1)),
        [year, month, day] => (number(year, 4), number(month, 2), number(day, 2)),
        _ => return false,
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// Whether it has the form of a language tag (BCP 47): `en`, `pt-BR`, `zh-Hant-TW`.
pub fn is_tag(value: &str) -> bool {
    let mut parts = value.split('-');
    let language = parts.next().unwrap_or_default();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&language.len()) && letters(language) && value.len() <= 35 && parts.all(subtag)
}

/// Whether it is an address that may be a link: of the web, and nothing that a browser would run.
pub fn is_web(value: &str) -> bool {
    let scheme = |name: &str| {
        let start = value.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name)) && value.len() > name.len()
    };
    (scheme("http://") || scheme("https://")) && !value.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{Name, Sheet, is_date, is_tag, is_web, title_from};
    use crate::own::json;
    use proptest::prelude::*;

    #[test]
    fn a_title_is_taken_from_the_first_sentence() {
        for (text, title) in [
            (
                "\n  NATO Suspends Cooperation\n\nBRUSSELS.",
                "NATO Suspends Cooperation",
            ),
            (
                "The ministers met in Brussels on Tuesday. They said",
                "The ministers met in Brussels on Tuesday.",
            ),
            (
                "Mr. Smith went to Washington. He",
                "Mr. Smith went to Washington.",
            ),
            ("北约中止合作。部长们说", "北约中止合作。"),
            ("", "Untitled"),
        ] {
            assert_eq!(title_from(text).value, title);
        }
        let long = title_from(&"word ".repeat(60)).value;
        assert!(
            long.chars().count() <= 121 && long.ends_with("word…"),
            "{long}"
        );
    }

    #[test]
    fn faults_are_told_in_words_beside_their_field() {
        let mut sheet = Sheet::default();
        assert_eq!(sheet.faults().len(), 1);
        sheet.mend(Name::Text, "It rained.");
        assert_eq!(sheet.faults(), []);
        sheet.mend(Name::Date, "yesterday");
        sheet.mend(Name::Url, "javascript:alert(1)");
        sheet.mend(Name::Language, "English, I think");
        let names: Vec<Name> = sheet.faults().iter().map(|fault| fault.0).collect();
        assert_eq!(names, [Name::Date, Name::Url, Name::Language]);
    }

    #[test]
    fn dates_tags_and_addresses() {
        for good in ["2014", "2014-05", "2014-05-30", "2016-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "14",
            "2014-5",
            "2014-13",
            "2014-02-29",
            "2014-00-10",
            "2014-05-30-1",
            "é014",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
        for good in ["en", "pt-BR", "zh-Hant-TW", "ckb"] {
            assert!(is_tag(good), "{good}");
        }
        for bad in ["", "e", "english", "en_US", "en-", "<b>", "en-\"x"] {
            assert!(!is_tag(bad), "{bad}");
        }
        for good in ["http://a.example", "HTTPS://a.example/b?c#d"] {
            assert!(is_web(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "https://",
            "data:text/html,x",
            " https://a.example",
            "https://a b",
            "ftp://a",
            "hé",
        ] {
            assert!(!is_web(bad), "{bad}");
        }
    }

    #[test]
    fn an_article_and_its_sheet_are_one() {
        let mut sheet = Sheet::default();
        sheet.mend(Name::Text, "It rained all day long. Nobody slept.");
        sheet.mend(Name::Publisher, " The  Mail ");
        let article = sheet.article("own-a");
        assert_eq!(article.title.value, "It rained all day long.");
        assert_eq!(article.title.basis, "the first sentence of the text");
        assert_eq!(
            article.publisher.as_ref().map(|one| &*one.value),
            Some("The Mail")
        );
        assert_eq!(Sheet::of(&article).article("own-a"), article);
    }

    proptest! {
        #[test]
        fn a_draft_comes_back_as_it_was(text in any::<String>(), title in any::<String>(), remark in any::<String>(), words in any::<u32>()) {
            let mut sheet = Sheet { text, ..Sheet::default() };
            sheet.set(Name::Title, &title, "basis");
            sheet.remarks.push(remark);
            sheet.left_out.push(("menus".to_owned(), words));
            let written = sheet.write().write();
            prop_assert_eq!(json::read(&written).map(|json| Sheet::read(&json)), Some(sheet));
        }

        #[test]
        fn any_text_has_a_title(text in any::<String>()) {
            prop_assert!(!title_from(&text).value.is_empty());
        }
    }
}
