//! Recognises furniture only by its words: cookie notices, share lines, newsletter boxes, *Read more*, picture credits,
//! *All rights reserved*. Two articles of one site often share these lines and nothing else.
//!
//! The rules are narrow, since an article's own sentence must never be removed. A sentence counts as furniture only if it
//! begins like such lines, is as short, contains no quotation, and fills its line of text together with others like it.
//! A sentence about cookies or newsletters in the middle of a paragraph belongs to the article. The lists hold folded words
//! (small letters, no marks). In languages without a list, such lines are not recognised.

use std::collections::HashSet;

use crate::Span;
use crate::values::FIGURE;
use crate::words::{Vocabulary, Word};

/// The most words of a line that is furniture as a whole.
const LINE: usize = 45;
/// The most words of a sentence that is furniture because its line has such a sentence.
const COMPANION: usize = 8;

/// Lines with exactly these words.
const WHOLE: &str = "advertisement|advertising|sponsored|sponsored content|anzeige|werbung|publicité|publicidad|\
    pubblicità|publicidade|advertentie|annons|annonse|annonce|mainos|reklama|reklam|реклама|广 告|広 告|إعلان|\
    read more|read on|read also|see also|more to follow|continue reading|show more|load more|see more|\
    click here|back to top|skip to content|skip to main content|leave a comment|post a comment|comments|\
    view comments|related|related articles|related stories|related topics|related content|most read|most popular|\
    trending|recommended|you may also like|more on this story|more on this topic|print this page|print|\
    listen to this article|log in|sign in|subscribe|subscribe now|sign up|follow us|share|tweet|save|\
    mehr lesen|weiterlesen|mehr zum thema|zum thema|das könnte sie auch interessieren|meistgelesen|kommentare|teilen|\
    lire plus|lire la suite|lire aussi|à lire aussi|sur le même sujet|les plus lus|commentaires|partager|imprimer|\
    leer más|lee también|seguir leyendo|más información|lo más leído|noticias relacionadas|comentarios|compartir|\
    leggi anche|leggi tutto|continua a leggere|i più letti|commenti|condividi|leia mais|leia também|continue lendo|\
    mais lidas|comentários|compartilhar|compartilhe|lees meer|lees ook|lees verder|meest gelezen|reacties|delen|\
    läs mer|läs också|mest läst|kommentarer|dela|les mer|les også|læs mere|læs også|del|lue lisää|lue myös|jaa|\
    czytaj więcej|czytaj także|czytaj też|udostępnij|komentarze|devamını oku|paylaş|yorumlar|\
    читать далее|читать дальше|читайте также|подробнее|поделиться|комментарии|самое читаемое|\
    читати далі|читайте також|поширити|поділитися|коментарі|اقرأ المزيد|اقرأ أيضا|شارك|\
    阅 读 更 多|相 关 阅 读|相 关 新 闻|分 享|续 读|続 き を 読 む|関 連 記 事|共 有|シ ェ ア|더 보기|관련기사|공유";

/// Names of services where a page is shared; they count as a line beside other such lines.
const SHARED_ON: &str = "facebook|whatsapp|twitter|x|email|e mail|mail|telegram|linkedin|reddit|pinterest|messenger|\
    instagram|threads|bluesky|tumblr|flipboard|pocket|xing|viber|vk|вконтакте|copy link|link|copy|youtube|tiktok|line|weibo";

/// Beginnings of such lines, and the most words that such a line has.
const BEGINS: [(&str, usize); 4] = [
    // Sharing and following.
    (
        "share this article|share this story|share this page|share this on|share this post|share on|share via|share article|\
         share full article|tweet this|artikel teilen|diesen artikel teilen|teilen sie diesen|auf facebook teilen|\
         folgen sie uns|folge uns|partager cet article|partager sur|partagez cet article|suivez nous|retrouvez nous|\
         compartir en|comparte este artículo|comparte esta noticia|compartir este|síguenos|síganos|condividi questo|\
         condividi su|seguici|compartilhe esta|compartilhe este|siga nos|deel dit artikel|volg ons|dela artikeln|\
         följ oss|del artikkelen|følg oss|del artiklen|følg os|jaa artikkeli|seuraa meitä|udostępnij artykuł|obserwuj nas|\
         поделиться в|поделитесь|следите за нами|поширити в|поділіться|стежте за нами",
        12,
    ),
    // Mail and channels.
    (
        "subscribe to our|sign up to our|sign up for our|sign up here|sign up now|subscribe now|jetzt abonnieren|\
         abonnieren sie|abonnez vous|inscrivez vous|suscríbete|suscríbase|iscriviti alla|iscriviti al|inscreva se|\
         schrijf je in|schrijf u in|meld je aan|prenumerera på|meld deg på|tilmeld dig|tilaa uutiskirje|abone olun|\
         подписывайтесь|подпишитесь|подпишись|підписуйтесь|підписуйтеся|підпишіться|приєднуйтесь|اشترك في",
        25,
    ),
    // Rights, authors and remarks of a page about itself.
    (
        "all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|\
         tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|alla rättigheter förbehållna|\
         alla rättigheter reserverade|alle rettigheter reservert|alle rettigheter forbeholdt|alle rettigheder forbeholdes|\
         wszelkie prawa zastrzeżone|tüm hakları saklıdır|все права защищены|всі права захищені|усі права захищені|\
         جميع الحقوق محفوظة|版 权 所 有|無 断 転 載|reproduction interdite|riproduzione riservata|nachdruck nur mit|\
         reproduction without permission|additional reporting by|your browser does not support|please enable javascript|\
         javascript is disabled|already a subscriber|to continue reading|image source|image caption|media caption|\
         image credit|photo credit",
        16,
    ),
    ("photo by|photograph by|foto von", 8),
];

/// Beginnings of such lines that are followed by a colon: *Read more: the vote in figures*.
const LABELS: &str = "read|read more|read also|read next|see also|related|related story|related article|more on this|\
    lesen sie auch|lesen sie mehr|lesen sie dazu|mehr zum thema|lire aussi|à lire aussi|à lire également|voir aussi|\
    lea también|lee también|leer más|te puede interesar|también te puede interesar|vea también|leggi anche|\
    leia também|leia mais|veja também|lees ook|läs också|läs även|läs mer|les også|les mer|læs også|læs mere|lue myös|\
    czytaj także|czytaj też|zobacz także|zobacz też|читайте также|читайте еще|смотрите также|читайте також|\
    дивіться також|اقرأ أيضا|اقرأ أيضًا|ayrıca okuyun|相 关 阅 读|関 連 記 事";

/// Beginnings of such lines, and words that must follow later in the line.
const BEGINS_AND_HOLDS: [(&str, &str, usize); 6] = [
    // Cookies.
    (
        "we use|we and our|this site|this website|our site|our website|by continuing|by using|by clicking|by browsing|\
         accept|wir verwenden|wir nutzen|wir setzen|diese website|diese webseite|diese seite|unsere website|\
         mit der nutzung|nous utilisons|ce site|notre site|en poursuivant|en continuant|utilizamos|usamos|este sitio|\
         esta web|esta página|este site|nuestro sitio|al continuar|ao continuar|ao navegar|utilizziamo|questo sito|\
         continuando|wij gebruiken|we gebruiken|deze website|deze site|vi använder|den här webbplatsen|vi bruker|vi bruger|\
         dette nettstedet|denne hjemmeside|käytämme|tämä sivusto|używamy|ta strona|ten serwis|nasza strona|bu site|\
         мы используем|этот сайт|наш сайт|сайт использует|ми використовуємо|цей сайт|本 网 站|我 们 使 用|当 サ イ ト",
        "cookie|cookies|kakor|informasjonskapsler|evästeitä|ciasteczka|ciasteczek|çerez|çerezler|çerezleri|куки|\
         файлы cookie|ク ッ キ ー",
        35,
    ),
    // Privacy and terms.
    (
        "read our|see our|view our|read the|see the|by continuing|by using|by clicking|by signing up|by submitting|\
         by subscribing|lesen sie|es gelten|consultez|consulta|ознакомьтесь",
        "privacy policy|privacy notice|privacy statement|terms of service|terms of use|terms and conditions|\
         datenschutzerklärung|politique de confidentialité|política de privacidad|политикой конфиденциальности",
        25,
    ),
    // Newsletters.
    (
        "get|sign|subscribe|receive|join|register|enter|want|never|don't|erhalten|melden|bestellen|jetzt|holen|recevez|\
         recibe|reciba|regístrate|apúntate|ricevi|receba|cadastre|assine|ontvang|meld|anmäl|få|motta|modtag|tilaa|\
         zapisz|otrzymuj|получайте|отримуйте|abonniere|abbonati",
        "newsletter|newsletters|your inbox|by e mail|by email|email alerts|e mail alerts|posteingang|boletín|\
         correo electrónico|infolettre|nieuwsbrief|nyhetsbrev|nyhetsbrevet|nyhedsbrev|uutiskirje|uutiskirjeemme|\
         newslettera|рассылку|розсилку",
        25,
    ),
    // Following.
    (
        "follow us|like us on|find us on|join us on|follow the|join our|follow our",
        "facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|tiktok|bluesky|threads",
        16,
    ),
    // Rights and hands.
    (
        "no part of this|reprint",
        "reproduced|copied|republished|with permission",
        30,
    ),
    (
        "reporting by",
        "editing by|additional reporting by|writing by",
        25,
    ),
];

/// Words that form a line together with a number before them: *5 comments*, *3 min read*.
const COUNTED: &str = "comment|comments|share|shares|like|likes|view|views|min read|minute read|minutes read|min|\
    kommentare|kommentar|commentaires|commentaire|comentarios|comentario|commenti|comentários|reacties|kommentarer|\
    комментариев|комментария|комментарий|коментарів|shares on facebook|min lesezeit|minuten lesezeit|min de lecture|\
    min de lectura|min di lettura";

/// Words before a colon that introduce the credit of a picture.
const PICTURE: &str = "photo|photograph|picture|image|credit|foto|bild|crédit|crédits|crédito|imagen|imagem|immagine|\
    beeld|kuva|zdjęcie|fot|фото|fotoğraf|صورة";

/// A sentence: its place and its words.
pub(crate) type Placed = (Span, (u32, u32));

/// Whether each sentence is such a line. `quoted` tells for each word whether it is in quotation marks.
pub(crate) fn boilerplate(
    text: &str,
    (words, vocabulary): (&[Word], &Vocabulary),
    sentences: &[Placed],
    quoted: &[bool],
) -> Vec<bool> {
    let mut out = vec![false; sentences.len()];
    let opening = opening(vocabulary);
    let opens = |placed: &Placed| {
        let first = words
            .get(placed.1.0 as usize)
            .filter(|_| placed.1.0 < placed.1.1);
        first.is_some_and(|word| {
            let before = text.get(..word.span.start).unwrap_or("");
            opening[word.key as usize] || behind_sign(before)
        })
    };
    // A line that names such a service counts only beside another such line.
    let mut shares: Vec<(usize, usize)> = Vec::new();
    let mut first = 0;
    while first < sentences.len() {
        let mut end = first + 1;
        while end < sentences.len() && on_one_line(text, sentences[end - 1].0, sentences[end].0) {
            end += 1;
        }
        let line = &sentences[first..end];
        let (from, to) = (line[0].1.0 as usize, line[line.len() - 1].1.1 as usize);
        let may = to - from <= LINE && line.iter().any(opens);
        if may && from < to && !quoted[from..to].contains(&true) {
            let of = |(from, to): (u32, u32)| Told {
                text,
                words: &words[from as usize..to as usize],
                vocabulary,
            };
            let sure = line.iter().filter(|one| of(one.1).is_boilerplate()).count();
            let others = line.iter().filter(|one| {
                (one.1.1 - one.1.0) as usize > COMPANION && !of(one.1).is_boilerplate()
            });
            let whole = of((from as u32, to as u32));
            if whole.is_boilerplate() || sure * 2 >= line.len() && others.count() == 0 {
                out[first..end].fill(true);
            } else if is_one_of(SHARED_ON, &whole.joined()) {
                shares.push((first, end));
            }
        }
        first = end;
    }
    let beside = |out: &[bool], (first, end): (usize, usize)| {
        let before = first.checked_sub(1);
        let near = |at: usize| {
            let share = shares.partition_point(|&(_, end)| end <= at);
            let shares = shares.get(share).is_some_and(|&(first, _)| first <= at);
            shares || out.get(at).is_some_and(|&is| is)
        };
        before.is_some_and(near) || near(end)
    };
    let found: Vec<(usize, usize)> = shares
        .iter()
        .copied()
        .filter(|&one| beside(&out, one))
        .collect();
    for (first, end) in found {
        out[first..end].fill(true);
    }
    out
}

/// For each word, whether such a line can begin with it, which most lines do not.
fn opening(vocabulary: &Vocabulary) -> Vec<bool> {
    let begins = BEGINS.iter().map(|&(heads, _)| heads);
    let holds = BEGINS_AND_HOLDS.iter().map(|&(heads, ..)| heads);
    let lists = [WHOLE, SHARED_ON, LABELS, PICTURE, "copyright"];
    let heads = lists
        .into_iter()
        .chain(begins)
        .chain(holds)
        .flat_map(|list| list.split('|'));
    let first = heads.filter_map(|head| head.split_whitespace().next());
    let known: HashSet<&str> = first.collect();
    let number = |form: &str| form.starts_with(|c: char| c == FIGURE || c.is_numeric());
    (vocabulary.forms())
        .map(|form| known.contains(form) || number(form))
        .collect()
}

/// Whether a text ends with the sign of a copyright.
fn behind_sign(text: &str) -> bool {
    text.trim_end_matches([' ', '\u{a0}']).ends_with('©')
}

/// Whether no line ends between two sentences that follow each other.
fn on_one_line(text: &str, one: Span, next: Span) -> bool {
    let between = Span::new(one.end, next.start).of(text);
    let (last, first) = (one.of(text), next.of(text));
    !between.contains(['\n', '\r'])
        && !last.ends_with(['\n', '\r'])
        && !first.starts_with(['\n', '\r'])
}

/// A sentence or a line.
struct Told<'t> {
    text: &'t str,
    words: &'t [Word],
    vocabulary: &'t Vocabulary,
}

impl Told<'_> {
    /// Its words as they are compared, with one space between.
    fn joined(&self) -> String {
        let forms = self.words.iter().map(|word| self.vocabulary.form(word.key));
        forms.collect::<Vec<_>>().join(" ")
    }

    fn is_boilerplate(&self) -> bool {
        if self.words.is_empty() || self.words.len() > LINE {
            return false;
        }
        let said = self.joined();
        let short = |most: usize| self.words.len() <= most;
        let begins = |list: &str| list.split('|').any(|head| begins(&said, head.trim()));
        let holds = |list: &str| list.split('|').any(|part| holds(&said, part.trim()));
        is_one_of(WHOLE, &said)
            || BEGINS
                .iter()
                .any(|&(heads, most)| short(most) && begins(heads))
            || (BEGINS_AND_HOLDS.iter())
                .any(|&(heads, parts, most)| short(most) && begins(heads) && holds(parts))
            || self.counts(&said)
            || short(12) && self.is_labelled(&said, PICTURE)
            || short(25) && self.is_labelled(&said, LABELS)
            || short(16) && self.is_copyright()
    }

    /// *5 comments*.
    fn counts(&self, said: &str) -> bool {
        let number = self.vocabulary.form(self.words[0].key);
        let bare = number.trim_start_matches(|c: char| !c.is_numeric());
        let plain =
            !bare.is_empty() && bare.chars().all(|c| c.is_numeric() || c == ',' || c == '.');
        let rest = said.get(number.len()..).unwrap_or("").trim_start();
        plain && is_one_of(COUNTED, rest)
    }

    /// *Photograph: Jo Ray/The Holm Post*: one of these, a colon, and more.
    fn is_labelled(&self, said: &str, labels: &str) -> bool {
        labels.split('|').any(|label| {
            let label = label.trim();
            let last = label.split(' ').count() - 1;
            let behind = self.words.get(last).filter(|_| begins(said, label));
            let rest = behind
                .and_then(|word| self.text.get(word.span.end..))
                .unwrap_or("");
            let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '.']);
            self.words.len() > last + 1 && rest.starts_with([':', '：'])
        })
    }

    /// *© The Holm Post 2024*, *Copyright 2024 The Holm Post*.
    fn is_copyright(&self) -> bool {
        let first = self.words[0];
        let before = self.text.get(..first.span.start).unwrap_or("");
        let year = |word: &Word| {
            let form = self.vocabulary.form(word.key).trim_start_matches(FIGURE);
            form.len() == 4 && form.starts_with(['1', '2']) && form.parse::<u16>().is_ok()
        };
        let stated = self.vocabulary.form(first.key) == "copyright";
        let next = self
            .words
            .get(1)
            .map_or(self.text.len(), |word| word.span.start);
        let mark = Span::new(first.span.end, next).of(self.text).contains('©');
        behind_sign(before) || stated && (mark || self.words.iter().take(3).any(year))
    }
}

fn is_one_of(list: &str, said: &str) -> bool {
    list.split('|').any(|one| one.trim() == said)
}

/// Whether the words begin with these.
fn begins(said: &str, head: &str) -> bool {
    said.strip_prefix(head)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether the words contain these.
fn holds(said: &str, part: &str) -> bool {
    let found = said.match_indices(part);
    found.into_iter().any(|(at, _)| {
        let before = at == 0 || said[..at].ends_with(' ');
        let rest = &said[at + part.len()..];
        before && (rest.is_empty() || rest.starts_with(' '))
    })
}
