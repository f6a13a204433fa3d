//! What a page carries besides its article, told by its words alone; and that an article's own sentence never is.

use std::fs;
use std::path::Path;

use crossread_engine::{Lang, Options, Reading, Scope, Source, Standing, compare};

fn read(lang: Lang, text: &str) -> Reading {
    Reading::new(Source::new(text, lang))
}

/// The sentences that are furniture.
fn furniture(text: &str) -> Vec<&str> {
    let reading = read(Lang::English, text);
    let around = reading.sentences.iter();
    let around = around.filter(|one| one.standing == Standing::Furniture);
    around.map(|one| one.span.of(text).trim()).collect()
}

const BRIDGE: &str = "The council voted on Monday to rebuild the old bridge over the river.";
const SEALS: &str = "Three seals were seen beside the lighthouse on Tuesday morning.";

/// Two articles of one site that share nothing but these lines are no match.
#[test]
fn what_a_site_puts_around_every_article_links_nothing() {
    for lines in [
        "We use cookies to improve your visit. Learn more in our privacy policy.",
        "This website uses cookies.",
        "By continuing to use this site you accept our terms of use.",
        "Diese Website verwendet Cookies, um Ihnen den besten Service zu bieten.",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "Utilizamos cookies propias y de terceros para mejorar nuestros servicios.",
        "Questo sito utilizza i cookie per migliorare la navigazione.",
        "Этот сайт использует файлы cookie.",
        "Sign up for our daily newsletter and never miss a story.",
        "Get the latest headlines delivered to your inbox every morning.",
        "Abonnieren Sie unseren Newsletter.",
        "Inscrivez-vous à notre newsletter.",
        "Suscríbete a nuestro boletín diario.",
        "Подписывайтесь на наш канал в Telegram.",
        "Share this article\nTwitter\nFacebook\nCopy link\n12 comments",
        "Teilen\nFacebook\nWhatsApp",
        "Partager cet article\nFacebook\nTwitter",
        "Follow us on Facebook and Instagram.",
        "Read more: The week in pictures from around the region",
        "Lesen Sie auch: Die Woche in Bildern aus der Region",
        "Читайте также: Неделя в снимках из всех районов",
        "Advertisement",
        "3 min read",
        "Photo: Ann Lee/Getty Images",
        "Foto: Berg/dpa",
        "Image caption Boats in the harbour before the storm",
        "(Reporting by Ann Lee; Editing by Jo Berg)",
        "© 2024 The Ness Herald. All rights reserved. No part of this page may be reproduced.",
        "Copyright 2024 The Ness Herald",
        "Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung.",
        "Tous droits réservés.",
    ] {
        for (a, b) in [
            (
                format!("{lines}\n{BRIDGE}\n"),
                format!("{lines}\n{SEALS}\n"),
            ),
            (
                format!("{BRIDGE}\n\n{lines}"),
                format!("{SEALS}\n\n{lines}"),
            ),
        ] {
            let (one, other) = (read(Lang::English, &a), read(Lang::English, &b));
            let found = compare(&one, &other, Options::default());
            assert_eq!(found.matches, [], "{lines}: {:?}", furniture(&a));
            assert_eq!(found.passages, [], "{lines}");
            let own = one.sentences.iter().filter(|s| s.standing == Standing::Own);
            assert_eq!(own.count(), 1, "{lines}: {:?}", furniture(&a));
            // Whoever asks for everything gets it.
            let options = Options::default().with_scope(Scope::Full);
            let everything = compare(&one, &other, options);
            assert!(everything.a.words > found.a.words, "{lines}");
        }
    }
}

/// Sentences that speak of such things, and are an article's.
#[test]
fn an_articles_own_sentence_is_never_taken() {
    for own in [
        "The regulator fined the firm because its site uses cookies without asking.",
        "She left her newsletter to her daughter, who turned it into a paper.",
        "Copyright law changed on Monday after a long debate.",
        "Reporting by two papers showed that the mayor knew of the leak.",
        "Written by two sisters, the play opened in March.",
        "“We use cookies, like everyone,” the director told the committee.",
        "“All rights reserved,” she wrote below the letter.",
        "The facebook of the school was printed in June.",
        "No part of this was true, the court found.",
        "Share prices fell by five percent on Friday.",
        "Sign language was taught in both schools of the town.",
        "Get out of the valley, the fire brigade told everyone on Sunday.",
        "Related cases were found in three other towns.",
        "Comments by the minister angered the unions.",
        "5 comments by the judge were struck from the record.",
        "Photo evidence was shown to the jury on Friday.",
        "Read by millions, the novel was never filmed.",
        "Video: police chase ends in the river at Holm",
        "Leggi sulla riservatezza discusse in aula.",
        "Les règles de confidentialité ont changé lundi.",
        "Mehr dazu sagte der Minister am Freitag nicht.",
        "Teilen will der Verein den Gewinn nicht.",
        "Reklama była droga, powiedział dyrektor.",
        "Follow the money, the prosecutor told her staff.",
        "Facebook",
        "Telegram",
    ] {
        assert_eq!(furniture(own), Vec::<&str>::new());
        let among = format!("{BRIDGE}\n{own}\n{SEALS}");
        assert_eq!(furniture(&among), Vec::<&str>::new());
    }
    // In the middle of a paragraph such a sentence is the article's.
    let inside = format!("{BRIDGE} This site uses cookies. {SEALS}");
    assert_eq!(furniture(&inside), Vec::<&str>::new());
}

/// Nothing of the shipped articles goes that is not marked in their files.
#[test]
fn no_sentence_of_the_shipped_articles_is_taken() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/articles");
    let mut files = 0;
    for entry in fs::read_dir(folder).expect("the articles").flatten() {
        let text = fs::read_to_string(entry.path()).expect("an article");
        let body = text.splitn(3, "+++").last().unwrap_or(&text);
        let long: Vec<&str> = furniture(body)
            .into_iter()
            .filter(|one| one.split_whitespace().count() > 8)
            .collect();
        assert_eq!(long, Vec::<&str>::new(), "{:?}", entry.path());
        files += 1;
    }
    assert!(files >= 5, "{files}");
}
