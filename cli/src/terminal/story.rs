//! A story to read in a terminal: the articles by their letters, what was found, and each claim with the sentences that
//! say it.

use crossread_export::story::{Claim, Saying, Story};
use crossread_export::words::published;
use crossread_wording::story::{
    ALONE_NOTE, CAUTION, CLAIMS_NOTE, NEAR_NOTE, NO_CLAIMS, QUOTES_NOTE, alone, cut, letter,
    quoted_by, stands,
};

use super::{PLAIN, SOFT, STRONG, heading, lines};

/// The story as text, with ANSI codes; the caller's stream drops these where they are not wanted.
pub(crate) fn story(story: &Story) -> String {
    let mut out = String::new();
    for (place, article) in story.articles.iter().enumerate() {
        let title = article.title.as_ref().map(|title| title.value.as_str());
        let name = title.unwrap_or(&article.id);
        lines(&mut out, &letter(place), &[(name, STRONG)]);
        let byline = published(&article.publisher, &article.date);
        let file = title.map_or_else(String::new, |_| format!(" ({})", article.id));
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
        said(&mut out, claim, false);
        if claim.sentences.iter().any(|one| one.near) {
            lines(&mut out, "", &[(NEAR_NOTE, SOFT)]);
            said(&mut out, claim, true);
        }
        lines(&mut out, "", &[(&linked(claim), SOFT)]);
    }

    quotations(&mut out, story);
    heading(&mut out, "In one article alone");
    lines(&mut out, "", &[(ALONE_NOTE, SOFT)]);
    out.push('\n');
    for (place, article) in story.articles.iter().enumerate() {
        let apart = article.alone.len() as u32;
        let share = alone(apart, article.told + article.near + apart);
        lines(&mut out, &letter(place), &[(&share, PLAIN)]);
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
                let place = format!("{} {}: ", letter(one.article as usize), one.sentence + 1);
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

/// In which articles a claim stands, and in which not.
fn title(story: &Story, claim: &Claim) -> String {
    let (mut told, mut not) = (Vec::new(), Vec::new());
    for place in 0..story.articles.len() {
        let tells = claim
            .sentences
            .iter()
            .any(|one| !one.near && one.article as usize == place);
        if tells { &mut told } else { &mut not }.push(letter(place));
    }
    stands(&told, &not)
}

/// Which two of its sentences are linked, and how they are alike: "Linked: A 11 and B 2 (edited), B 2 and D 16 (related)."
fn linked(claim: &Claim) -> String {
    let links = claim.links.iter().filter_map(|link| {
        let (a, b) = claim
            .sentences
            .get(link.a)
            .zip(claim.sentences.get(link.b))?;
        Some(format!(
            "{} and {} ({})",
            place(a),
            place(b),
            link.kind.name()
        ))
    });
    format!("Linked: {}.", links.collect::<Vec<_>>().join(", "))
}

/// Where a sentence stands: "A 11".
fn place(one: &Saying) -> String {
    format!("{} {}", letter(one.article as usize), one.sentence + 1)
}

/// The sentences that say it, or those that come near it.
fn said(out: &mut String, claim: &Claim, near: bool) {
    for one in claim.sentences.iter().filter(|one| one.near == near) {
        let number = format!("{}: ", place(one));
        lines(out, "", &[(&number, SOFT), (&one.text, PLAIN)]);
    }
}

#[cfg(test)]
mod tests {
    use crossread_export::report::Kind;
    use crossread_export::story::{Claim, Link, Saying};

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
                saying(26, "Rain fell.", false),
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
        let shown = |near: bool| {
            let mut out = String::new();
            said(&mut out, &claim, near);
            anstream::adapter::strip_str(&out).to_string()
        };
        assert_eq!(shown(false), "    A 2: It rained.\n    AA 2: Rain fell.\n");
        assert_eq!(shown(true), "    C 2: It was wet.\n");
        assert_eq!(
            linked(&claim),
            "Linked: A 2 and AA 2 (edited), A 2 and C 2 (related)."
        );
    }
}
