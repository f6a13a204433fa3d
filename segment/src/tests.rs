//! Sentences in a notation of one line: ` | ` stands where the text is cut.

use super::{paragraphs, sentences};
use crate::lang::Lang;

/// Checks that `marked` without its bars is cut where they stand, and nowhere else. A bar with a
/// space on both sides stands for a space, any other for nothing.
fn cuts_in(lang: Lang, marked: &str) {
    let text = marked.replace(" | ", " ").replace('|', "");
    let found: Vec<&str> = sentences(&text, lang)
        .iter()
        .map(|span| span.of(&text))
        .collect();
    let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(found.join(" | "), wanted.join(" | "));
}

fn cuts(marked: &str) {
    cuts_in(Lang::English, marked);
}

/// Checks the paragraphs of a text whose lines are parted by `/`; ` | ` stands between paragraphs
/// that only a single line break parts.
fn breaks(marked: &str) {
    let text = marked.replace(" | ", "\n").replace(" / ", "\n");
    let found: Vec<String> = paragraphs(&text)
        .iter()
        .map(|span| span.of(&text).replace('\n', " / "))
        .collect();
    assert_eq!(found.join(" | "), marked);
}

#[test]
fn a_title_an_initial_or_a_month_is_not_the_end() {
    cuts("Mr. Smith left. | He was late.");
    cuts("Gen. J. F. Kelly met Sen. O. Hatch on Jan. 5. | Both smiled.");
    cuts("The award went to John F. Kennedy Jr. in Washington.");
    cuts("She asked for no. 5, i.e. the last one, and got No. 6. | No. | She did not.");
    cuts("St. Mary's stands on Mt. Royal. | It burned in Sept. 1901.");
}

#[test]
fn an_abbreviation_may_be_the_last_word() {
    cuts("He lives in the U.S. | How about you?");
    cuts("The U.S. Army left the U.S. in May. | It went far.");
    cuts("Talks with Brown & Co. began at noon. | Ms. Lee works for Brown & Co. | She likes it.");
    cuts("They met at 6 p.m. | Nobody spoke.");
    cuts("It opens at 9 a.m. Monday. | At 5 a.m. Mr. Jones was there.");
    cuts("It was you and I. | Did Albert I. Jones know?");
    cuts("They took pens, paper, etc. | Then they ran.");
}

#[test]
fn numbers_dates_and_addresses_keep_their_dots() {
    cuts("It cost $3.50. | He paid 1,000.00 euros on 22.02.2014. | Published on 30/05/2014");
    cuts("Write to jo.doe@example.com. | See www.example.com/a.Html for more.");
    cuts("The page is https://example.org/Some.Page?q=What. | Read it.");
    cuts("More at https://example.org/news | The editors thank you.");
    cuts("Use Node.js or example.com today.");
    cuts("He came.|She left.|Mr. Roe stayed with 1,000.|That was it.");
}

#[test]
fn a_quotation_keeps_its_closing_mark_and_its_speaker() {
    cuts("“We won!” he said. | “Did you?” | “Yes.” | She smiled.");
    cuts("“One.”|“Two.”|“Three?”");
    cuts("\"One.\"|\"Two.\"");
    cuts("“Is it over?” Secretary General Rasmussen asked. | Nobody knew.");
    cuts(
        "“Is it over?” Kyiv was silent."
            .replace("” K", "” | K")
            .as_str(),
    );
    cuts("He called it “a crime.” | The court agreed.");
    cuts("'This is great.' she said. | 'It is.' | He nodded.");
    cuts("“They told me ‘Go home.’” | So I went.");
    cuts("(He had waited for years.) | Then it came (see above.) at once.");
    cuts("“It is over. | We have won,” he said.");
}

#[test]
fn ellipses_end_a_sentence_before_a_capital_only() {
    cuts(
        "Well ... I was not sure... | She was."
            .replace("... I", "... we")
            .as_str(),
    );
    cuts("He left out . . . the rest. | And then . . . nothing.");
    cuts("They waited…and waited… | Nothing came.");
    cuts("It ended. . . .");
    cuts("“We were so ...” she began. | “Never mind …” | He left.");
    cuts("The text [...] was short (...) and clear.");
}

#[test]
fn questions_and_shouts() {
    cuts("What?! | Really?? | Yes!");
    cuts("She works at Yahoo! in sales. | And -- voila! -- there is cake.");
    cuts(
        "what do you mean? no idea. ask him."
            .replace("? ", "? | ")
            .replace("a. a", "a. | a")
            .as_str(),
    );
}

#[test]
fn lists_on_one_line() {
    cuts(
        "1. The first item 2. | The second"
            .replace(" 2. | ", " | 2. ")
            .as_str(),
    );
    cuts("1.) One thing | 2.) Another thing | 3.) A third");
    cuts("a) here it is | b) another | c) one more");
    cuts(
        "• 9. The first • 10. The second"
            .replace(" • ", " | • ")
            .as_str(),
    );
    cuts("1. The first. | 2. The second.");
}

#[test]
fn captions_and_credits() {
    cuts("Tanks arrive in Crimea | Photo: Reuters");
    cuts("A robot in Washington D.C. | Image: United States Navy.");
}

#[test]
fn european_languages() {
    use Lang::*;
    cuts_in(
        German,
        "Am 22. Februar kam Dr. Meier, z. B. mit Frau Prof. Schulze. | Das war gut.",
    );
    cuts_in(
        German,
        "„Ich habe keine Zeit“, sagte sie. | „Und keine Lust.“ | Das steht auf S. 5.",
    );
    cuts_in(German, "Es steht auf Seite 12. | Dort steht mehr.");
    cuts_in(
        French,
        "M. Dupont est là. | « Vraiment ? » demanda-t-il. | « Oui. » | Il partit.",
    );
    cuts_in(
        Spanish,
        "Hola Srta. Ruiz. | ¿Cómo está? | ¡Muy bien! | Vive en EE. UU. desde 2010.",
    );
    cuts_in(Italian, "Salve Sig.ra Neri! | Sono l'Ing. Rossi. | È qui?");
    cuts_in(Portuguese, "O Sr. Silva chegou. | A Dra. Costa saiu.");
    cuts_in(
        Dutch,
        "De heer ir. Jansen e.d. waren er. | ...en toen gingen ze.",
    );
    cuts_in(Danish, "De holdt Skt. Hans. | Kl. 5 kom hr. Olsen.");
    cuts_in(
        Russian,
        "Проф. А. С. Иванов живёт на ул. Мира. | «Правда?» — спросил он. | Да.",
    );
    cuts_in(Greek, "Πού είναι; | Ο κ. Νίκος ξέρει. | Ναι.");
    cuts_in(Other, "То було в м. Києві. | Він жив на вул. Хрещатик.");
    cuts_in(
        Other,
        "Mieszka przy ul. Nowej z mgr. Kowalskim. | To dobrze.",
    );
}

#[test]
fn other_scripts() {
    use Lang::*;
    cuts_in(
        Other,
        "これはペンです。|「行く。」と言った。|「はい。」|彼は来た（本当だ。多分）。",
    );
    cuts_in(Other, "你好！|他说：“我来了。”|好吗？|看《你好！世界》。");
    cuts_in(Arabic, "ماذا حدث؟ | وصل د. سامي اليوم. | شكرا۔ | نعم.");
    cuts_in(Other, "यह सच है। | क्या? | हाँ।");
    cuts_in(Other, "Բարև Ձեզ: | Իմ անունն է Արմինե։");
    cuts_in(Other, "እንደምን አለህ፧|መልካም ቀን።");
    cuts_in(Other, "ခင္ဗ်ားနာမည္။|၇ွင္ေနေကာင္းလား။");
    cuts_in(Other, "네. | 안녕하세요. | 반갑습니다.");
}

#[test]
fn a_line_is_a_paragraph_in_web_copy() {
    breaks(
        "Russia Warns Kiev | By John Smith | The minister said on Monday that troops had left. | Nobody believed it.",
    );
    breaks("features | contact manager | events, activities");
    breaks("Consular assistance | Russia is at war. | Find your embassy.");
    breaks("Shopping | flour | sugar");
}

#[test]
fn broken_lines_are_joined() {
    breaks("This is a sentence / cut off in the middle.");
    breaks(
        "It is a truth universally acknowledged, that a single man in possession / of a good fortune, must be \
         in want of a wife. However little known the / feelings or views of such a man may be on his first \
         entering a / neighbourhood, this truth is so well fixed in the minds of Mr. / Bennet that he is \
         considered as the rightful property. | A new paragraph begins here because the line above it was not / \
         full, and it goes on for a while.",
    );
    breaks(
        "The following points were raised in the course of the long meeting: | - the budget for next year | - the date of the next meeting",
    );
}

#[test]
fn every_kind_of_line_break_counts() {
    for end in [
        "\n\n",
        "\r\n\r\n",
        "\r\r",
        "\u{2028}\u{2028}",
        "\u{2029}",
        "\u{85}\u{85}",
        "\n \u{a0}\n",
    ] {
        let text = format!("a headline of words{end}and the text");
        assert_eq!(paragraphs(&text).len(), 2, "{end:?}");
    }
}

#[test]
fn word_lists_are_written_folded() {
    super::abbreviations::check();
}
