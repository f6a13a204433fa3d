//! `crossread export`: articles for other programs, or as the collection that the site opens.

use std::borrow::Cow;

use crossread_article::Stated;
use crossread_collection::{Article, Collection, Text, id_of, record, titles};

use crate::args::ExportArgs;
use crate::collected::{Collected, collect};
use crate::input::Input;
use crate::{Ended, document, passim};

pub(crate) fn run(args: &ExportArgs) -> Ended {
    let Collected { inputs, ended } = collect(&args.articles.files, args.language.tag())?;
    if args.collection {
        document::put(&collection(inputs).write())?;
    } else {
        passim::export(&inputs)?;
    }
    Ok(ended)
}

/// The articles as a collection, in order: the site lists the latest first. The same article is included only once.
fn collection(inputs: Vec<Input>) -> Collection {
    let mut all = Collection::default();
    let many = inputs.len() as u64;
    for (place, input) in inputs.into_iter().enumerate() {
        let article = article(input);
        let mut others = all.articles.iter();
        if !others.any(|(one, _)| record::same(one, &article)) {
            all.articles.push((article, many - place as u64));
        }
    }
    all
}

/// An article as a collection has it.
pub(crate) fn article(input: Input) -> Article {
    let field = |stated: Stated| stated.map(Cow::Owned);
    let about = input.about;
    let title = about.title.map(field);
    let mut article = Article {
        id: Text::default(),
        title: title.unwrap_or_else(|| titles::title_from(&input.text)),
        publisher: about.publisher.map(field),
        date: about.date.map(field),
        place: about.place.map(field),
        url: about.url.map(field),
        language: about.language.map(field),
        text: input.text.into(),
        furniture: Vec::new(),
    };
    article.id = id_of(&article).into();
    article
}
