//! A story to read in a terminal: the articles by their names and letters, what was found, and each claim with the sentences
//! that say it.

use crossread_export::story::{Claim, Story, Teller};
use crossread_export::words::published;
use crossread_wording::story::{
    ALONE_NOTE, CAUTION, CLAIMS_NOTE, NEAR_NOTE, NO_CLAIMS, QUOTES_NOTE, alone, cut, quoted_by,
    stands,
};

use super::{PLAIN, SOFT, STRONG, heading, lines};

/// The story as text, with ANSI codes; the caller's stream drops these if they are not wanted.
pub(crate) fn story(story: &Story) -> String {
    let mut out = String::new();
    for article in &story.articles {
        lines(&mut out, &article.letters, &[(&article.name, STRONG)]);
        let title = article
            .about
            .title
            .as_ref()
            .map(|title| title.value.as_str());
        if let Some(title) = title.filter(|title| *title != article.name) {
            lines(&mut out, "", &[(title, PLAIN)]);
        }
        let byline = published(&article.about.publisher, &article.about.date);
        let file = match article.name == article.id {
            true => String::new(),
            false => format!(" ({})", article.id),
        };
        lines(&mut out, "", &[(&byline, SOFT), (&file, SOFT)]);
    }
    out.push('\n');
    let [headline, detail] = story.finding();
    lines(&mut out, "", &[(&headline, PLAIN)]);
    lines(&mut out, "", &[(&detail, SOFT)]);
    lines(&mut out, "", &[(CAUTION, SOFT)]);

    heading(&mut out, "Claims");
    if story.claims.is_empty() {
        lines(&mut out, "", &[(NO_CLAIMS, PLAIN), (".", PLAIN)]);
    } else {
        lines(&mut out, "", &[(CLAIMS_NOTE, SOFT)]);
    }
    for (number, claim) in story.claims.iter().enumerate() {
        out.push('\n');
        let title = title(story, claim);
        lines(&mut out, &(number + 1).to_string(), &[(&title, STRONG)]);
        said(&mut out, &story.articles, claim, false);
        if claim.sentences.iter().any(|one| one.near) {
            lines(&mut out, "", &[(NEAR_NOTE, SOFT)]);
            said(&mut out, &story.articles, claim, true);
        }
        lines(&mut out, "", &[(&linked(&story.articles, claim), SOFT)]);
    }

    quotations(&mut out, story);
    heading(&mut out, "Only in one article");
    lines(&mut out, "", &[(ALONE_NOTE, SOFT)]);
    out.push('\n');
    for article in &story.articles {
        let apart = article.alone.len() as u32;
        let share = alone(apart, article.told + article.near + apart);
        lines(&mut out, &article.letters, &[(&share, PLAIN)]);
    }
    out
}

/// Each speaker's words: under the speaker's name the quotations.
fn quotations(out: &mut String, story: &Story) {
    if story.speakers.is_empty() {
        return;
    }
    heading(out, "Quotations by speaker");
    lines(out, "", &[(QUOTES_NOTE, SOFT)]);
    for speaker in &story.speakers {
        out.push('\n');
        let all = story.articles.len() as u32;
        let line = format!(", {}", quoted_by(speaker.articles, all));
        lines(out, "", &[(&speaker.name, STRONG), (&line, SOFT)]);
        for saying in &speaker.sayings {
            for (at, one) in saying.iter().enumerate() {
                let place = format!("{}: ", place(&story.articles, one.article, one.sentence));
                let how = cut(one.cut.into(), at == 0);
                let verb = one.verb.as_deref().unwrap_or_default();
                let notes = [verb, how].into_iter().filter(|note| !note.is_empty());
                let notes = notes.collect::<Vec<_>>().join(", ");
                let notes = match notes.is_empty() {
                    true => notes,
                    false => format!(" ({notes})"),
                };
                let text = format!("“{}”", one.text);
                lines(out, "", &[(&place, SOFT), (&text, PLAIN), (&notes, SOFT)]);
            }
        }
    }
}

/// Which articles tell a claim, and which do not.
fn title(story: &Story, claim: &Claim) -> String {
    let (mut told, mut not) = (Vec::new(), Vec::new());
    for (place, article) in story.articles.iter().enumerate() {
        let tells = claim
            .sentences
            .iter()
            .any(|one| !one.near && one.article as usize == place);
        if tells { &mut told } else { &mut not }.push(article.name.clone());
    }
    stands(&told, &not)
}

/// Which of its sentences are linked, and with which kind: "Linked: Su 11 and Kw 2 (edited), Kw 2 and Ep 16
/// (related)."
fn linked(articles: &[Teller], claim: &Claim) -> String {
    let links = claim.links.iter().filter_map(|link| {
        let (a, b) = claim
            .sentences
            .get(link.a)
            .zip(claim.sentences.get(link.b))?;
        Some(format!(
            "{} and {} ({})",
            place(articles, a.article, a.sentence),
            place(articles, b.article, b.sentence),
            link.kind.name()
        ))
    });
    format!("Linked: {}.", links.collect::<Vec<_>>().join(", "))
}

/// The place of a sentence: "Su 11".
fn place(articles: &[Teller], article: u32, sentence: u32) -> String {
    let article = articles.get(article as usize);
    let letters = article.map_or("", |article| &*article.letters);
    format!("{letters} {}", sentence + 1)
}

/// The sentences that say it, or those that come near it.
fn said(out: &mut String, articles: &[Teller], claim: &Claim, near: bool) {
    for one in claim.sentences.iter().filter(|one| one.near == near) {
        let number = format!("{}: ", place(articles, one.article, one.sentence));
        lines(out, "", &[(&number, SOFT), (&one.text, PLAIN)]);
    }
}

#[cfg(test)]
mod tests {
    use crossread_export::report::Kind;
    use crossread_export::story::{Claim, Link, Saying, Teller};

    use super::{linked, said};

    #[test]
    fn what_comes_near_a_claim_stands_apart() {
        let saying = |article: u32, text: &str, near: bool| Saying {
            article,
            sentence: 1,
            at: [0, 0],
            text: text.to_owned(),
            near,
        };
        let claim = Claim {
            articles: 2,
            sentences: vec![
                saying(0, "It rained.", false),
                saying(1, "Rain fell.", false),
                saying(2, "It was wet.", true),
            ],
            links: vec![
                Link {
                    a: 0,
                    b: 1,
                    kind: Kind::Edited,
                    linked: true,
                    facts: Vec::new(),
                },
                Link {
                    a: 0,
                    b: 2,
                    kind: Kind::Related,
                    linked: false,
                    facts: Vec::new(),
                },
            ],
        };
        let articles = ["Su", "Kw", "Ep"].map(|letters| Teller {
            letters: letters.to_owned(),
            ..Teller::default()
        });
        let shown = |near: bool| {
            let mut out = String::new();
            said(&mut out, &articles, &claim, near);
            anstream::adapter::strip_str(&out).to_string()
        };
        assert_eq!(shown(false), "    Su 2: It rained.\n    Kw 2: Rain fell.\n");
        assert_eq!(shown(true), "    Ep 2: It was wet.\n");
        assert_eq!(
            linked(&articles, &claim),
            "Linked: Su 2 and Kw 2 (edited), Su 2 and Ep 2 (related)."
        );
    }
}
