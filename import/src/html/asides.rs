//! Removes paragraphs between and after those of the article that do not belong to it: a link to another article, a
//! picture's credit, an appeal to subscribe, a line about rights. Nothing on the page names them. They are recognised by how
//! they begin, how much of them is a link, and where they are: half of them are in the last sixth of the text.

use crate::clean;
use crate::head;
use crate::html::walk::Block;
use crate::paragraphs::Kind;

/// Beginnings of a reference to another article. A link follows.
const READ_ALSO: &[&str] = &[
    "read more",
    "read also",
    "read next",
    "also read",
    "read:",
    "see also",
    "see more",
    "related:",
    "related",
    "more:",
    "more on",
    "more from",
    "don't miss",
    "don’t miss",
    "you may also like",
    "you might also like",
    "recommended",
    "watch:",
    "watch now",
    "listen:",
    "click here",
    "find out more",
    "learn more",
    "for more",
    "lesen sie auch",
    "lesen sie mehr",
    "lesen sie dazu",
    "lies auch",
    "mehr zum thema",
    "mehr dazu",
    "zum thema",
    "auch interessant",
    "siehe auch",
    "weiterlesen",
    "lire aussi",
    "à lire aussi",
    "a lire aussi",
    "lire également",
    "à lire",
    "voir aussi",
    "pour aller plus loin",
    "sur le même sujet",
    "lea también",
    "lee también",
    "leer también",
    "lea además",
    "lee además",
    "lea más",
    "leer más",
    "lee más",
    "ver también",
    "vea también",
    "ver además",
    "le puede interesar",
    "te puede interesar",
    "puede leer",
    "más información",
    "también te puede interesar",
    "también le puede interesar",
    "además:",
    "mira también",
    "no te pierdas",
    "relacionado",
    "leggi anche",
    "leggi pure",
    "leggi:",
    "leggi tutto",
    "ti potrebbe interessare",
    "potrebbe interessarti",
    "vedi anche",
    "leia também",
    "leia mais",
    "veja também",
    "saiba mais",
    "confira também",
    "lees ook",
    "lees meer",
    "bekijk ook",
    "läs också",
    "läs mer",
    "læs også",
    "les også",
    "lue myös",
    "czytaj też",
    "czytaj także",
    "czytaj więcej",
    "zobacz też",
    "zobacz także",
    "zobacz również",
    "přečtěte si",
    "čtěte také",
    "čtěte více",
    "prečítajte si",
    "čítajte aj",
    "citește și",
    "citeşte şi",
    "citește mai",
    "vezi și",
    "olvasd el",
    "kapcsolódó",
    "ayrıca okuyun",
    "ilgili haber",
    "διαβάστε",
    "δείτε",
    "читайте также",
    "читать также",
    "читайте в",
    "по теме",
    "смотрите также",
    "читайте також",
    "читати також",
    "дивіться також",
    "прочетете",
    "вижте",
    "pročitajte",
    "baca juga",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "اقرا ايضا",
    "شاهد أيضا",
    "関連記事",
    "あわせて読みたい",
    "相关阅读",
    "延伸阅读",
    "延伸閱讀",
];

/// Beginnings of the credit of a picture or a film.
const CREDITS: &[&str] = &[
    "foto:",
    "fotos:",
    "foto ©",
    "foto/",
    "foto di",
    "photo:",
    "photos:",
    "photo by",
    "photos by",
    "photo credit",
    "photo courtesy",
    "photo illustration",
    "photograph by",
    "photograph:",
    "photographs by",
    "(photo",
    "(foto",
    "(image",
    "image:",
    "images:",
    "image credit",
    "image source",
    "image via",
    "picture:",
    "pictures:",
    "picture credit",
    "credit:",
    "credits:",
    "bild:",
    "bilder:",
    "bildquelle",
    "symbolbild",
    "symbolfoto",
    "beitragsbild",
    "crédit",
    "crédits",
    "imagen:",
    "imágenes:",
    "imagem:",
    "créditos",
    "crédito",
    "fotografía:",
    "video:",
    "фото:",
    "фото ",
    "featured image",
    "header image",
    "illustration:",
    "grafik:",
    "source:",
    "sources:",
    "getty images",
    "ap photo",
    "reuters/",
    "afp/",
    "zdj.",
    "fot.",
];

/// Words of appeals to subscribe, to follow, or to give money.
const APPEALS: &[&str] = &[
    "newsletter",
    "subscribe",
    "subscription",
    "subscriber",
    "sign up",
    "sign in",
    "log in",
    "register now",
    "follow us",
    "follow me",
    "follow him",
    "follow her",
    "like us on",
    "join us on",
    "join our",
    "join the conversation",
    "our app",
    "mobile app",
    "whatsapp",
    "telegram",
    "support our",
    "support us",
    "donate",
    "become a member",
    "facebook page",
    "on facebook",
    "on twitter",
    "on instagram",
    "e-mail updates",
    "email alerts",
    "boletín",
    "boletin",
    "suscríb",
    "suscrib",
    "síguenos",
    "siganos",
    "síganos",
    "únete a",
    "descarga",
    "abonnieren",
    "abonnement",
    "abonnez",
    "abonné",
    "folgen sie",
    "folge uns",
    "unterstützen sie",
    "unterstütze uns",
    "suivez",
    "inscrivez",
    "iscriv",
    "seguici",
    "abbonat",
    "assine",
    "inscreva",
    "siga o",
    "siga-nos",
    "nieuwsbrief",
    "volg ons",
    "nyhetsbrev",
    "nyhedsbrev",
    "følg oss",
    "uutiskirje",
    "подпис",
    "підпис",
    "телеграм",
    "abonează",
    "abonați",
    "bülten",
    "ニュースレター",
    "メルマガ",
    "订阅",
    "訂閱",
];

/// Phrases of lines about rights.
const RIGHTS: &[&str] = &[
    "all rights reserved",
    "todos los derechos reservados",
    "derechos reservados",
    "alle rechte vorbehalten",
    "tous droits réservés",
    "droits réservés",
    "tutti i diritti riservati",
    "diritti riservati",
    "riproduzione riservata",
    "todos os direitos reservados",
    "direitos reservados",
    "alle rechten voorbehouden",
    "wszelkie prawa zastrzeżone",
    "všechna práva vyhrazena",
    "toate drepturile rezervate",
    "все права защищены",
    "усі права захищені",
    "tüm hakları saklıdır",
    "may not be published, broadcast",
    "may not be reproduced",
    "prohibida su reproducción",
    "prohibida la reproducción",
    "reproduction interdite",
    "nachdruck",
    "無断転載",
    "版权所有",
    "版權所有",
    "reproduction without permission",
    "без разрешения",
];

/// Whole lines that are labels of something else.
const LABELS: &[&str] = &[
    "advertisement",
    "advertisements",
    "advertising",
    "ad",
    "sponsored",
    "promoted",
    "publicidad",
    "publicidade",
    "publicité",
    "pubblicità",
    "anzeige",
    "werbung",
    "reklama",
    "reklam",
    "advertentie",
    "annons",
    "реклама",
    "continue reading",
    "continue reading below",
    "story continues below",
    "article continues below",
    "continue reading the main story",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share on facebook",
    "teilen",
    "partager",
    "compartir",
    "compartilhar",
    "like this",
    "loading",
    "comments",
    "comment",
    "leave a comment",
    "leave a reply",
    "kommentare",
    "comentarios",
    "commentaires",
    "commenti",
    "no comments",
    "related",
    "related articles",
    "related posts",
    "related stories",
    "related content",
    "related topics",
    "related news",
    "tags",
    "more news",
    "more stories",
    "read more",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "top stories",
    "latest news",
    "recommended",
    "recommended for you",
    "you may also like",
    "about the author",
    "print",
    "email",
    "facebook",
    "twitter",
    "whatsapp",
    "instagram",
    "pinterest",
    "linkedin",
    "follow us",
    "newsletter",
    "subscribe",
    "sign up",
    "getty images",
    "getty",
    "shutterstock",
    "istock",
    "reuters",
    "afp",
    "image",
    "photo",
    "video",
    "advert",
    "this slideshow requires javascript",
    "more",
    "playback unsupported on your device",
    "media caption",
    "image copyright",
    "back to top",
    "zurück",
    "nach oben",
    "mehr zum thema",
    "lesen sie auch",
    "lea también",
    "leggi anche",
    "leia também",
    "lire aussi",
    "ver más",
    "читайте также",
    "читайте також",
];

/// Beginnings of lines after the article: about its section, other pages, or its author.
const TRAILERS: &[&str] = &[
    "tags:",
    "tag:",
    "tagged",
    "filed under",
    "filed in",
    "posted in",
    "posted by",
    "posted on",
    "posted at",
    "categories:",
    "category:",
    "categorized",
    "topics:",
    "topic:",
    "labels:",
    "in this article",
    "share this",
    "share on",
    "share via",
    "like this",
    "email this",
    "print this",
    "permalink",
    "trackback",
    "bookmark the",
    "comments are closed",
    "leave a comment",
    "leave a reply",
    "write a comment",
    "post a comment",
    "view comments",
    "show comments",
    "comments (",
    "previous post",
    "next post",
    "previous article",
    "next article",
    "previous:",
    "next:",
    "newer post",
    "older post",
    "about the author",
    "about author",
    "originally published",
    "get the latest",
    "stay up to date",
    "stay informed",
    "schlagworte",
    "schlagwörter",
    "themen:",
    "kategorien",
    "veröffentlicht in",
    "zur startseite",
    "etiquetas",
    "temas",
    "archivado en",
    "publicado en",
    "mots clés",
    "mots-clés",
    "thèmes",
    "sobre el autor",
    "über den autor",
    "über die autorin",
    "zum autor",
    "zur autorin",
    "sull'autore",
    "tagi:",
    "tagy:",
    "теги",
    "метки",
    "send your",
    "contact us",
    "contact the writer",
    "have a tip",
    "got a tip",
    "do you have a",
    "report a typo",
    "did you find",
    "view all posts",
    "all posts by",
    "more by",
    "more from",
    "see all",
    "rate this",
    "follow",
    "read the original",
    "print article",
    "download the",
    "advertisement",
];

/// The blocks without these lines, and how many words were removed. `heading` is the article's own headline.
pub(crate) fn without(blocks: Vec<Block>, heading: Option<&str>) -> (Vec<Block>, u32) {
    let letters: usize = blocks.iter().map(Block::letters).sum();
    let mut words = 0;
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut before = 0;
    let mut is_list = false;
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let own = block.letters();
        let place = Place {
            // A block's place is its middle, so that a long last paragraph of the article is not at the end.
            behind: before + own / 2,
            all: letters,
        };
        before += own;
        let headline = heading.is_some_and(|heading| clean::line(&block.text) == heading);
        // After a label come the titles of other articles, each an item of a list or a heading.
        is_list = is_list && is_listed(&block);
        is_list |= is_label(&block) && blocks.peek().is_some_and(is_listed);
        if is_list || (!headline && (is_aside(&block, place) || is_above(&block, before, letters)))
        {
            is_list |= clean::words(&block.text) <= 6;
            words += clean::words(&block.text);
        } else {
            kept.push(block);
        }
    }
    // A heading with nothing after it belonged to what was left out.
    while let Some(last) =
        kept.pop_if(|last| last.is_heading && heading != Some(last.text.as_str()))
    {
        words += clean::words(&last.text);
    }
    (kept, words)
}

/// Whether a block may be the label of such a list: "More great stories".
fn is_label(block: &Block) -> bool {
    let text = clean::line(&block.text).to_lowercase();
    clean::words(&text) <= 6 && text.starts_with("more ")
}

/// Whether a block is the title of another article in a list of such.
fn is_listed(block: &Block) -> bool {
    let is_short = clean::words(&block.text) <= 25;
    let share = block.linked * 100 / block.letters().max(1);
    let is_entry = block.kind == Kind::Item || block.is_heading;
    is_short && ((is_entry && share >= 25) || share >= 90)
}

/// Whether a block near the start only says by whom or when the article was written.
fn is_above(block: &Block, behind: usize, all: usize) -> bool {
    block.kind == Kind::Body
        && !block.is_heading
        && behind * 8 <= all + 4_000
        && head::is_by_or_when(&clean::line_of_any_length(&block.text))
}

/// The place of a block, in letters of the text.
#[derive(Clone, Copy)]
struct Place {
    behind: usize,
    all: usize,
}

impl Place {
    /// Whether it is in the last `1/part` of the text.
    fn is_in_last(self, part: usize) -> bool {
        self.behind * part > self.all * (part - 1)
    }
}

fn is_aside(block: &Block, place: Place) -> bool {
    let line = clean::line_of_any_length(&block.text).to_lowercase();
    let text = line
        .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '('))
        .trim();
    let words = clean::words(text);
    let letters = block.letters().max(1);
    let opens = |with: &[&str]| {
        with.iter().any(|start| {
            text.strip_prefix(start)
                .is_some_and(|rest| ends_word(start, rest))
        })
    };
    let says = |any: &[&str]| any.iter().any(|part| text.contains(part));
    let share = block.linked * 100 / letters;
    let label = text.trim_end_matches([':', '.', '…', '>', '»', '›', '→', ' ', '!']);
    if words == 0 {
        // Only signs: they separated the article from what follows, or parts of it.
        return place.is_in_last(6) && block.linked > 0;
    }
    if words <= 6 && LABELS.contains(&label) {
        return true;
    }
    if opens(READ_ALSO)
        && (share >= 40 || (words <= 25 && block.linked > 0) || (words <= 20 && colon_soon(text)))
    {
        return true;
    }
    if words <= 20 && opens(CREDITS) {
        return true;
    }
    let rights = text.starts_with('©')
        || text.starts_with("(c) ")
        || (text.starts_with("copyright") && text.chars().any(|c| c.is_ascii_digit() || c == '©'));
    // A caption with its rights.
    if words <= 45 && text.contains('©') && !quotes(text) {
        return true;
    }
    if words <= 70 && (rights || says(RIGHTS)) && (words <= 25 || place.is_in_last(3)) {
        return true;
    }
    if words <= 45
        && says(APPEALS)
        && (share >= 12 || (words <= 30 && place.is_in_last(6) && !quotes(text)))
        && (share >= 30 || place.is_in_last(3) || words <= 30)
    {
        return true;
    }
    if words <= 30 && place.is_in_last(4) && opens(TRAILERS) && (block.linked > 0 || words <= 12) {
        return true;
    }
    // A paragraph that is only a link is the title of another article.
    let whole_link = share >= 90 && block.kind == Kind::Body && !block.is_heading;
    let sentence = text.ends_with(['.', '?', '!', '”', '"', '。']);
    whole_link && words >= 3 && (place.is_in_last(4) || !sentence)
}

/// Whether the beginning ends with a whole word: `ad` is no beginning of `adults`.
fn ends_word(start: &str, rest: &str) -> bool {
    !start.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
}

/// Whether there is a colon among the first words.
fn colon_soon(text: &str) -> bool {
    text.split_whitespace()
        .take(5)
        .any(|word| word.ends_with(':'))
}

/// Whether somebody is quoted. If so, the words belong to the article.
fn quotes(text: &str) -> bool {
    text.contains(['“', '”', '«', '»', '„', '"'])
}

#[cfg(test)]
mod tests {
    use super::without;
    use crate::html::walk;
    use dom_query::Document;

    const BODY: &str = "<p>The harbour board voted on Tuesday to close the bridge, and the fishermen asked for a ferry, which it refused.</p>";

    fn kept(html: &str) -> Vec<String> {
        let blocks = walk::blocks(&Document::fragment(html).root());
        without(blocks, Some("Bridge"))
            .0
            .into_iter()
            .map(|block| block.text)
            .collect()
    }

    #[test]
    fn what_stands_between_goes() {
        for aside in [
            "<p><b>Lea también: <a href='/a'>La grúa saca al pesquero</a></b></p>",
            "<p><b>Read more:</b> <a href='/a'>Crane lifts trawler</a></p>",
            "<p>Foto: Agencia Muelle / R. Castañer</p>",
            "<p>© 2026 El Muelle. Todos los derechos reservados.</p>",
            "<p>Copyright 2026 The Quay Gazette</p>",
            "<p>Get the harbour's news by mail: <a href='/n'>subscribe to our newsletter</a>.</p>",
            "<p><a href='/a'>Crane lifts trawler from the harbour</a></p>",
            "<p>Advertisement</p>",
            "<h3>Related</h3>",
            "<p>Advert</p>",
            "<p>SOURCE: News agencies</p>",
            "<p>A cyclist rides past the closed bridge, November 19, 2019. © Quay Pictures / D. Mercado</p>",
        ] {
            let html = format!("{}{aside}{}", BODY.repeat(5), BODY.repeat(5));
            assert_eq!(kept(&html).len(), 10, "{aside}");
        }
    }

    #[test]
    fn what_only_resembles_stays() {
        for own in [
            "<p>Read the whole report, the chair asked the members before they voted on the closure of the bridge.</p>",
            "<p>More on the quay than in the hall, people spoke of copyright and of who had drawn the plans.</p>",
            "<p>The board's <a href='/r'>report</a> says that the cracks were found last autumn in eleven bearings.</p>",
            "<p>Photographs of the cracks were shown, and nobody in the hall said a word for a while.</p>",
            "<p>“Subscribe to that view if you like,” she said, “but do not ask me to.”</p>",
            "<h2>What comes next</h2>",
            "<p>Adults pay two crowns.</p>",
        ] {
            let html = format!("{}{own}{}", BODY.repeat(5), BODY.repeat(5));
            assert_eq!(kept(&html).len(), 11, "{own}");
        }
    }

    #[test]
    fn lines_above_the_text_that_say_by_whom_and_when_go() {
        for about in [
            "<p>By Jane Doe - 11/18/19 11:04 PM EST</p>",
            "<p>PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019</p>",
            "<p>Nov. 20, 2019, 9:28 AM UTC</p>",
            "<p>By Reuters</p>",
        ] {
            let html = format!("<h1>Bridge</h1>{about}{}", BODY.repeat(5));
            assert_eq!(kept(&html).len(), 6, "{about}");
        }
        for own in [
            "<p>By Tuesday the bridge was shut.</p>",
            "<p>In March 2019 a crane came.</p>",
        ] {
            let html = format!("<h1>Bridge</h1>{own}{}", BODY.repeat(5));
            assert_eq!(kept(&html).len(), 7, "{own}");
        }
    }

    #[test]
    fn titles_behind_a_label_go_with_it_and_lists_of_the_article_stay() {
        let titles = "<ul><li>The strange life of <a href='/a'>a crane on the quay</a></li><li><a href='/b'>Who pays for the ferry</a></li></ul>";
        for label in [
            "<h4>More:</h4>",
            "<h3>More Great QUAY Stories</h3>",
            "<p>Related</p>",
        ] {
            let html = format!("{}{label}{titles}{}", BODY.repeat(5), BODY);
            assert_eq!(kept(&html).len(), 6, "{label}");
        }
        let own = "<p>The board named three reasons:</p>";
        let html = format!("{}{own}{titles}{}", BODY.repeat(5), BODY);
        assert_eq!(kept(&html).len(), 9);
    }

    #[test]
    fn what_ends_a_page_goes_with_its_heading() {
        let html = format!(
            "<h1>Bridge</h1>{}<h3>Topics</h3><p>Tags: <a href='/h'>harbour</a></p>",
            BODY.repeat(6)
        );
        assert_eq!(kept(&html).len(), 7);
    }
}
