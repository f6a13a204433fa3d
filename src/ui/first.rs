//! What the first page looks like: its markup as data, from the rows that `view` makes. The build writes it into `index.html`,
//! so that it is there before the program; `front` adds its behaviour. The program with the reader's own texts uses the same
//! rows for them.

use super::link::relative;
use super::opener::ACCEPT;
use super::plain::{Plain, heard, plain};
use crate::state::{Page, State};
use crate::view::{ArticleRow, Asked, Example, Face, LibraryPage, PAIRS_NOTE, PairRow, Quoted};

/// The first page between its head and its foot, as HTML for the build.
pub fn first_page(page: &LibraryPage) -> String {
    first(page).html()
}

fn first(page: &LibraryPage) -> Plain {
    let promise = plain("div", "promise")
        .child(plain("h1", "").text("Two reports, one story. See where they differ."));
    let inside = plain("div", "in")
        .child(promise)
        .child(boxes())
        .children(page.example.as_ref().map(example));
    let left = plain("div", "half")
        .child(articles(page))
        .child(tray())
        .child(invitation());
    let two = plain("div", "halves").child(left).child(pairs(page));
    plain("div", "")
        .attr("id", "first")
        .child(plain("div", "hero").child(inside))
        .child(plain("div", "front").children(questions(page)).child(two))
}

/// The questions that the articles answer differently.
fn questions(page: &LibraryPage) -> Option<Plain> {
    let items = page
        .asked
        .iter()
        .map(|one| plain("li", "").child(question(one)));
    let list = plain("ul", "asked").children(items);
    let note = format!("{}, and where their answers differ.", page.articles_title);
    (!page.asked.is_empty())
        .then(|| shelf("questions", "asked-name", "Try it on these", &note).child(list))
}

fn question(asked: &Asked) -> Plain {
    let spoken = |text: Plain, lang: &str| match lang {
        "" => text,
        lang => text.attr("lang", lang),
    };
    let sign = plain("span", asked.sign.class())
        .text(asked.sign.mark())
        .attr("aria-hidden", "true")
        .attr("title", asked.sign.word());
    let line = plain("p", "line").child(sign).text(&asked.line);
    let faces = |faces: &[Face]| {
        let named = faces.iter().enumerate().map(|(at, face)| {
            let between = if at == 0 { "" } else { ", " };
            plain("span", "")
                .child(disc(face))
                .child(heard(&format!("{between}{}", face.name)))
        });
        plain("span", "discs").children(named)
    };
    let answers = asked.answers.iter().map(|one| {
        let words = spoken(words("span", "", &one.text), &one.lang).attr("dir", "auto");
        let year = (!one.year.is_empty()).then(|| plain("small", "").text(&one.year));
        let said = plain("span", "answer").child(words).children(year);
        plain("li", "")
            .child(faces(&one.faces))
            .child(heard(": "))
            .child(said)
    });
    let silent = (!asked.silent.is_empty()).then(|| {
        plain("li", "mute")
            .child(faces(&asked.silent))
            .child(words("span", "answer", "no answer"))
    });
    let about = spoken(words("span", "about", &asked.about), &asked.lang).attr("dir", "auto");
    let name = plain("h3", "")
        .text(&asked.question)
        .child(heard(" "))
        .child(about);
    let link = to("", &asked.to, "").child(name);
    plain("div", "question")
        .child(link)
        .child(line)
        .child(plain("ul", "").children(answers).children(silent))
}

fn words(tag: &'static str, class: &str, text: &str) -> Plain {
    plain(tag, class).text(text)
}

fn to(class: &str, state: &State, text: &str) -> Plain {
    words("a", class, text).attr("href", &relative(state))
}

/// Two letters on a source's colour. It is decoration, since the name is beside it.
fn disc(face: &Face) -> Plain {
    words("span", &format!("disc {}", face.disc), &face.letters)
        .attr("aria-hidden", "true")
        .attr("title", &face.name)
}

/// The two boxes in which a comparison of own texts begins (`begin`).
fn boxes() -> Plain {
    let one = |letter: &str, label: &str, hint: &str| {
        let (id, fault) = (format!("begin-{letter}"), format!("begin-{letter}-fault"));
        let field = plain("textarea", "")
            .attr("id", &id)
            .attr("dir", "auto")
            .attr("placeholder", hint)
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("aria-describedby", &fault);
        plain("div", "box")
            .child(words("label", "", label).attr("for", &id))
            .child(field)
            .child(plain("p", "fault").attr("id", &fault))
    };
    let open = plain("span", "opener")
        .child(words("button", "button", "Open files…").attr("type", "button"))
        .child(
            plain("input", "")
                .attr("accept", ACCEPT)
                .attr("type", "file")
                .attr("multiple", "")
                .attr("hidden", "")
                .attr("tabindex", "-1")
                .attr("aria-label", "Open files…"),
        );
    let acts = plain("div", "go")
        .child(words("button", "button strong", "Compare").attr("type", "button"))
        .child(open)
        .child(words("span", "drop", "or drop them here"))
        .child(words("p", "stays", "Your texts stay in this browser."));
    plain("section", "begin")
        .attr("aria-label", "Compare your own texts")
        .child(one(
            "a",
            "One report",
            "Paste a text here. Headline, date and source are picked out for you.",
        ))
        .child(one(
            "b",
            "The other",
            "Paste the other text here, or choose one of the articles.",
        ))
        .child(acts)
}

/// A clash of two articles, in the words of both.
fn example(example: &Example) -> Plain {
    let quote = |side: &Quoted| {
        let [before, those, after] = &side.words;
        let sentence = plain("p", "s")
            .text("“")
            .text(before)
            .child(words("mark", "", those))
            .text(after)
            .text("”");
        let sentence = match side.lang.as_str() {
            "" => sentence,
            lang => sentence.attr("lang", lang),
        };
        let from = plain("p", "from")
            .child(words(
                "b",
                &format!("name {}", side.face.disc),
                &side.face.name,
            ))
            .text(&format!(", {}", side.date));
        plain("blockquote", &side.face.disc)
            .child(disc(&side.face))
            .child(plain("div", "").child(sentence).child(from))
    };
    let [one, other] = &example.sides;
    let sign = if example.at_once {
        "sign clash"
    } else {
        "sign apart"
    };
    let versus = plain("p", "versus")
        .child(words("span", sign, "≠").attr("aria-hidden", "true"))
        .text(&example.relation);
    let more = plain("figcaption", "").child(to("more", &example.to, "See both articles"));
    plain("figure", "specimen")
        .attr("aria-label", "An example")
        .child(quote(one))
        .child(versus)
        .child(quote(other))
        .child(more)
}

fn shelf(class: &str, id: &str, title: &str, note: &str) -> Plain {
    let head = plain("header", "")
        .child(words("h2", "", title).attr("id", id))
        .child(words("p", "", note));
    plain("section", &format!("shelf {class}"))
        .attr("aria-labelledby", id)
        .child(head)
}

/// The articles that ship with the site.
fn articles(page: &LibraryPage) -> Plain {
    let story = State::default().turned_to(Page::Story);
    let items = page.articles.iter();
    let items = items.map(|row| plain("li", "").child(article(row)));
    shelf(
        "articles-shelf",
        "articles-name",
        &page.articles_title,
        "Tick two to compare them, or more to read them as one story.",
    )
    .child(plain("ul", "articles").children(items))
    .child(to("more", &story, "Read them all as one story"))
}

/// An article, which can be ticked.
pub fn article(row: &ArticleRow) -> Plain {
    let title = words("span", "title", &row.title).attr("dir", "auto");
    let title = match row.lang.as_str() {
        "" => title,
        lang => title.attr("lang", lang),
    };
    let name = words("b", &format!("name {}", row.face.disc), &row.face.name).attr("dir", "auto");
    let facts = row.publisher.iter().chain([&row.words, &row.date]);
    let facts = facts.map(|fact| words("span", "", fact));
    plain("label", "card")
        .child(
            plain("input", "")
                .attr("type", "checkbox")
                .attr("name", "article")
                .attr("value", &row.id)
                .attr("autocomplete", "off"),
        )
        .child(disc(&row.face))
        .child(title)
        .child(plain("span", "facts").child(name).children(facts))
}

/// The button for the ticked articles.
fn tray() -> Plain {
    plain("div", "tray")
        .child(words("button", "button strong", "Compare these two").attr("type", "button"))
        .child(words("p", "said", "Tick two articles.").attr("role", "status"))
}

/// The invitation, in the place of the reader's own texts.
fn invitation() -> Plain {
    let add = to(
        "button",
        &State::default().turned_to(Page::Add),
        "Add a text",
    );
    shelf(
        "own-shelf",
        "own-name",
        "Your texts",
        "Paste or open an article of your own, or a collection you saved, and compare it with any other.",
    )
    .child(plain("p", "acts").child(add))
}

/// Every pair of the articles that ship with the site.
fn pairs(page: &LibraryPage) -> Plain {
    shelf("pairs-shelf", "pairs-name", &page.pairs_title, PAIRS_NOTE)
        .child(table(&page.pairs, "pairs-name"))
}

/// Pairs as a table. `name`: the id of its heading.
pub fn table(pairs: &[PairRow], name: &str) -> Plain {
    let clashes = pairs.iter().any(|pair| {
        let found = pair.found.as_ref();
        found.is_some_and(|found| found.clashes.is_some())
    });
    let column = |class: &str, name: &str| words("th", class, name).attr("scope", "col");
    let head = plain("tr", "")
        .child(column("", "Pair"))
        .child(column("told", "Both tell"))
        .children(clashes.then(|| column("clashes", "Clash")))
        .child(column("shares", "In the other"));
    plain("table", "pairs")
        .attr("aria-labelledby", name)
        .child(plain("thead", "").child(head))
        .child(plain("tbody", "").children(pairs.iter().map(|row| pair(row, clashes))))
}

fn pair(row: &PairRow, clashes: bool) -> Plain {
    let [one, other] = &row.faces;
    let named = |face: &Face| words("span", "named", &face.name).attr("dir", "auto");
    let link = to("", &row.to, "")
        .child(disc(one))
        .child(disc(other))
        .child(
            plain("span", "names")
                .child(named(one))
                .text(" and ")
                .child(named(other)),
        );
    let name = plain("th", "").attr("scope", "row").child(link);
    let line = plain("tr", "pair-row").attr("data-pair", &row.ids.join(" "));
    let Some(found) = &row.found else {
        let columns = if clashes { "3" } else { "2" };
        let not_yet = words("td", "not-yet", "not compared yet").attr("colspan", columns);
        return line
            .attr("data-said", "Not compared yet.")
            .child(name)
            .child(not_yet);
    };
    let clash = clashes.then(|| match found.clashes {
        None | Some(0) => words("td", "clashes", "–"),
        Some(number) => plain("td", "clashes")
            .child(words("span", "sign clash", "≠").attr("aria-hidden", "true"))
            .text(&number.to_string()),
    });
    let tracks = row.faces.iter().zip(found.percent).map(|(face, percent)| {
        let full = plain("rect", "").attr("width", &percent.to_string());
        plain("span", &format!("whole {}", face.disc))
            .child(words("span", "whose", &face.letters))
            .child(
                plain("svg", "track")
                    .attr("viewBox", "0 0 100 1")
                    .attr("preserveAspectRatio", "none")
                    .child(full.attr("height", "1")),
            )
    });
    let tracks = plain("span", "bars")
        .attr("aria-hidden", "true")
        .children(tracks);
    line.attr("data-said", &found.said)
        .child(name)
        .child(words("td", "told", &found.told.to_string()))
        .children(clash)
        .child(
            plain("td", "shares")
                .attr("title", &found.share)
                .child(tracks)
                .child(heard(&found.share)),
        )
}
