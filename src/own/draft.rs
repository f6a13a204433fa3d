//! A text that the reader brought, with the values understood from it. It can be shown, corrected and kept.
//! A paste, a file and an article that is edited all become a [`Draft`]. What could not be read becomes a
//! [`Problem`].

use crossread_article::{is_date, is_language_tag, is_web_address};

use crate::library::{Article, Stated};
use crossread_collection::bounds;
use crossread_collection::json::{Json, named, text};
use crossread_collection::titles::{one_line, title_from};

/// A value and its basis in words. The basis is empty if the reader wrote the value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The value; empty if there is none.
    pub value: String,
    /// Its basis.
    pub basis: String,
}

/// The fields of the form about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Its title.
    Title,
    /// Who published it.
    Publisher,
    /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Date,
    /// Where it was written.
    Place,
    /// The address of its page.
    Url,
    /// Its language, a BCP 47 tag.
    Language,
    /// The text itself.
    Text,
}

impl Name {
    /// All fields except the text, in the order of the form.
    pub const FIELDS: [Name; 6] = [
        Name::Title,
        Name::Publisher,
        Name::Date,
        Name::Place,
        Name::Url,
        Name::Language,
    ];

    /// The most characters it may have. The text is limited by its carrier.
    pub fn most(self) -> usize {
        match self {
            Name::Title => bounds::TITLE,
            Name::Url => bounds::ADDRESS,
            Name::Publisher | Name::Date | Name::Place | Name::Language => bounds::NAME,
            Name::Text => usize::MAX,
        }
    }

    /// Its name in the stored form.
    pub fn key(self) -> &'static str {
        match self {
            Name::Title => "title",
            Name::Publisher => "publisher",
            Name::Date => "date",
            Name::Place => "place",
            Name::Url => "url",
            Name::Language => "language",
            Name::Text => "text",
        }
    }
}

/// A text that the reader brought, with the values understood from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Title, publisher, date, place, address and language, in the order of [`Name::FIELDS`].
    pub fields: [Field; 6],
    /// The text.
    pub text: String,
    /// The parts that were left out, and their numbers of words.
    pub left_out: Vec<(String, u32)>,
    /// Remarks on how it was read.
    pub remarks: Vec<String>,
}

/// The reason why a file could not be read, and what would help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, in a sentence.
    pub what: String,
    /// What would help, in a sentence.
    pub remedy: String,
}

/// The result of a paste or a file.
pub type Brought = Result<Draft, Problem>;

impl Draft {
    /// The field of that name. The text is not one of the fields.
    pub fn field(&self, name: Name) -> Option<&Field> {
        let place = Name::FIELDS.iter().position(|known| *known == name)?;
        self.fields.get(place)
    }

    /// The value of that field.
    pub fn value(&self, name: Name) -> &str {
        match self.field(name) {
            Some(field) => &field.value,
            None => &self.text,
        }
    }

    /// Sets a field to what the reader typed.
    pub fn mend(&mut self, name: Name, value: &str) {
        self.set(name, value, "");
    }

    /// Sets a field to a value with a basis.
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

    /// Whether all of it is empty.
    pub fn is_blank(&self) -> bool {
        *self == Draft::default()
    }

    /// The draft of an article that is to be edited.
    pub fn of(article: &Article) -> Draft {
        let mut draft = Draft {
            text: article.text.to_string(),
            ..Draft::default()
        };
        let fields = [
            Some(&article.title),
            article.publisher.as_ref(),
            article.date.as_ref(),
            article.place.as_ref(),
            article.url.as_ref(),
            article.language.as_ref(),
        ];
        for (name, stated) in Name::FIELDS.into_iter().zip(fields) {
            if let Some(stated) = stated {
                draft.set(name, &stated.value, &stated.basis);
            }
        }
        draft
    }

    /// The faults, with a sentence for each field. It can be kept if there are none.
    pub fn faults(&self) -> Vec<(Name, &'static str)> {
        let mut faults = Vec::new();
        if self.text.trim().is_empty() {
            faults.push((
                Name::Text,
                "There is no text yet. Paste the article here, or write it.",
            ));
        }
        let address = address_fault(&self.text);
        if !address.is_empty() {
            faults.push((Name::Text, address));
        }
        let fields = [
            (
                Name::Title,
                (|_| true) as fn(&str) -> bool,
                "A title has at most 500 characters. Shorten it.",
            ),
            (
                Name::Publisher,
                |_| true,
                "The name of a publisher has at most 200 characters. Shorten it.",
            ),
            (
                Name::Date,
                is_date,
                "Write the date as 2014-05-30, as 2014-05 or as 2014, or leave it empty.",
            ),
            (
                Name::Url,
                is_web_address,
                "An address begins with http:// or https://, and has at most 2,000 characters. Correct it, or leave it empty.",
            ),
            (
                Name::Language,
                is_language_tag,
                "A language is written as a tag such as en, uk or pt-BR. Correct it, or leave it empty.",
            ),
        ];
        for (name, is_fine, sentence) in fields {
            let value = self.value(name).trim();
            let is_long = value.chars().nth(name.most()).is_some();
            if is_long || (!value.is_empty() && !is_fine(value)) {
                faults.push((name, sentence));
            }
        }
        faults
    }

    /// The title and its basis: the given title, or else the first sentence of the text.
    pub fn title(&self) -> Stated {
        self.stated(Name::Title)
            .unwrap_or_else(|| title_from(&self.text))
    }

    fn stated(&self, name: Name) -> Option<Stated> {
        let field = self.field(name)?;
        let value = one_line(&field.value);
        let basis = match &*field.basis {
            "" => "entered by the person who added the text",
            basis => basis,
        };
        (!value.is_empty()).then(|| Stated {
            value: value.into(),
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
            place: self.stated(Name::Place),
            url: self.stated(Name::Url),
            language: self.stated(Name::Language),
            text: self.text.clone().into(),
            furniture: Vec::new(),
        }
    }

    /// Writes it as a draft.
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

    /// Reads a draft. Missing values are empty.
    pub fn read(from: &Json) -> Draft {
        let mut draft = Draft {
            text: from.text("text").unwrap_or_default().to_owned(),
            ..Draft::default()
        };
        for (field, written) in draft.fields.iter_mut().zip(from.list("fields")) {
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
                draft.left_out.push((what.clone(), words));
            }
        }
        for written in from.list("remarks") {
            if let Json::Text(remark) = written {
                draft.remarks.push(remark.clone());
            }
        }
        draft
    }
}

/// What is wrong with a text that is nothing but addresses, as browsers show and copy them; empty for any other.
pub fn address_fault(text: &str) -> &'static str {
    let one = |word: &str| {
        let (host, _) = word.split_once('/').unwrap_or((word, ""));
        let is_host = host.split('.').count() > 2
            && host.split('.').all(|part| {
                let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
                !part.is_empty() && part.bytes().all(sound)
            });
        is_web_address(word) || (word.starts_with("www.") && is_host)
    };
    let words = || text.split_whitespace().take(4);
    if words().next().is_some() && words().all(one) {
        "That is an address, and Crossread does not open other sites. Open the page, copy the article’s text and paste it here; \
         or save the page and open the file."
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Name, address_fault};
    use crossread_collection::json;
    use proptest::prelude::*;

    #[test]
    fn faults_are_told_in_words_beside_their_field() {
        let mut draft = Draft::default();
        assert_eq!(draft.faults().len(), 1);
        draft.mend(Name::Text, "It rained.");
        assert_eq!(draft.faults(), []);
        draft.mend(Name::Date, "yesterday");
        draft.mend(Name::Url, "javascript:alert(1)");
        draft.mend(Name::Language, "English, I think");
        let names: Vec<Name> = draft.faults().iter().map(|fault| fault.0).collect();
        assert_eq!(names, [Name::Date, Name::Url, Name::Language]);
        // As long as it may be, and one letter more.
        for name in [Name::Title, Name::Publisher, Name::Url] {
            let start = "https://a.example/";
            let longest = format!("{start}{}", "é".repeat(name.most() - start.len()));
            for (value, faults) in [(longest.clone(), 0), (longest + "é", 1)] {
                let mut draft = Draft::default();
                draft.mend(Name::Text, "It rained.");
                draft.mend(name, &value);
                assert_eq!(draft.faults().len(), faults, "{name:?}");
            }
        }
    }

    #[test]
    fn an_address_is_told_from_a_text() {
        for address in [
            "https://example.org/rain",
            " http://example.org/a?b=c#d \n",
            "www.example.org/rain",
            "https://a.example/1\nhttps://b.example/2",
        ] {
            let mut draft = Draft::default();
            draft.mend(Name::Text, address);
            let fault = address_fault(address);
            assert!(fault.starts_with("That is an address"), "{address}");
            assert_eq!(draft.faults(), [(Name::Text, fault)], "{address}");
        }
        for text in [
            "",
            "Rain.",
            "www",
            "Rain at last https://example.org/rain",
            "https://example.org/rain\nIt rained.",
            "javascript:alert(1)",
        ] {
            assert_eq!(address_fault(text), "", "{text}");
        }
    }

    #[test]
    fn an_article_and_its_draft_are_one() {
        let mut draft = Draft::default();
        draft.mend(Name::Text, "It rained all day long. Nobody slept.");
        draft.mend(Name::Publisher, " The \u{202e} Mail ");
        let article = draft.article("own-a");
        assert_eq!(article.title.value, "It rained all day long.");
        assert_eq!(article.title.basis, "the first sentence of the text");
        assert_eq!(
            article.publisher.as_ref().map(|one| &*one.value),
            Some("The Mail")
        );
        assert_eq!(Draft::of(&article).article("own-a"), article);
    }

    proptest! {
        #[test]
        fn a_draft_comes_back_as_it_was(text in any::<String>(), title in any::<String>(), remark in any::<String>(), words in any::<u32>()) {
            let mut draft = Draft { text, ..Draft::default() };
            draft.set(Name::Title, &title, "basis");
            draft.remarks.push(remark);
            draft.left_out.push(("menus".to_owned(), words));
            let written = draft.write().write();
            prop_assert_eq!(json::read(&written).map(|json| Draft::read(&json)), Some(draft));
        }
    }
}
