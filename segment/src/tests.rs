//! Sentences in a one-line notation: ` | ` marks where the text is cut.

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

/// Checks the paragraphs of a text whose lines are separated by `/`; ` | ` stands between paragraphs
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
    cuts("They chose plan E\u{301}. | It failed. | They chose plan É. | It failed.");
    cuts("Dr. E\u{301}. Zola wrote to Dr. É. Zola.");
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
    cuts("More at https://example.org/news\r\n | The editors thank you.");
    cuts("More at https://example.org/news  | The editors thank you.");
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

#[test]
fn an_ordinal_keeps_its_dot() {
    use Lang::*;
    cuts_in(
        German,
        "Die Stadt feiert ihr 150. Jubiläum. | Es war Mozarts 250. Geburtstag. | Es kostet 150. | Das ist viel.",
    );
    cuts_in(
        German,
        "Sie kam als der 1000. Gast. | Das Haus brannte 1945. | Regen löschte es.",
    );
    cuts_in(
        German,
        "Die Sitzung am 12.3. (Dienstag) fällt aus. | Sie ist am 14.3. | Das ist sicher.",
    );
    cuts_in(
        German,
        "Papst Johannes XXIII. Nachfolger wurde er. | Es lebte Ludwig XIV. | Er starb.",
    );
    cuts_in(
        Czech,
        "Karel IV. Lucemburský založil univerzitu. | Vládl Karel IV. | Byl to král.",
    );
    cuts_in(
        Turkish,
        "II. Abdülhamid indirildi. | Sonra 2. Dünya Savaşı başladı.",
    );
    cuts_in(English, "They liked Henry VIII. | Charles was next.");
}

#[test]
fn abbreviations_of_many_languages() {
    use Lang::*;
    cuts_in(
        Ukrainian,
        "Див. стор. 7 та буд. 3. | Дані (табл. 2.1) є в м. Києві на вул. Мала. | Там є карта.",
    );
    cuts_in(
        Vietnamese,
        "Ông Minh ở TP. Huế. | TS. Lan và PGS. Hoa cũng vậy. | Họ ở Việt Nam. | Bà đi.",
    );
    cuts_in(
        Hindi,
        "प्रो. वर्मा ने डॉ. सिंह को लिखा। | ए. पी. जे. अब्दुल कलाम आए। | यह सच है. | वह गया.",
    );
    cuts_in(
        Romanian,
        "Ana e pe str. Mare nr. 7. | Dl. Pop vine la ora 5. | Casa e veche.",
    );
    cuts_in(
        Italian,
        "È del sec. XIV. | Il tetto è nuovo. | Parla l’on. Neri con l’avv. Bo.",
    );
    cuts_in(
        German,
        "Sie wohnt in der Marktstr. 12. | Dort sprach der Abg. Roth mit S. Müller. | Er steht auf S. 5.",
    );
    cuts_in(
        Polish,
        "Mieszka przy ul. Nowej z prof. Nowakiem. | To np. Anna. | To nie sen. | Było to w XX w. | Potem nic.",
    );
    cuts_in(
        Czech,
        "Bydlí v ul. Nové s Ing. Novákem. | Viz obr. 5 a např. Praha. | Je to tak.",
    );
    cuts_in(
        Hungarian,
        "Kb. Tíz ember jött dr. Kovács házába. | Ez a Fő u. 5. | Az a ház.",
    );
    cuts_in(
        Croatian,
        "Živi u ul. Nova s prof. Horvatom. | To je npr. Zagreb itd. | On je tu.",
    );
    cuts_in(
        Serbian,
        "Живи у ул. Нова са др. Петровићем. | То је нпр. Београд. | Он је ту.",
    );
    cuts_in(
        Bulgarian,
        "Живее на ул. Нова с проф. Иванов. | Вж. стр. 5. | Той е тук.",
    );
    cuts_in(
        Russian,
        "Это было в 2014 г. | Он уехал на ул. Мира. | См. рис. 5.",
    );
    cuts_in(
        Slovenian,
        "Dela z dr. Novakom, npr. Ljubljana. | Ona je tu.",
    );
    cuts_in(Other, "ดร. สมชาย มา น.ส. สมหญิง ไป");
}

#[test]
fn a_letter_or_a_title_may_be_the_last_word() {
    cuts("They named it Plan B. | It never worked. | She takes vitamin C. | Nobody cares.");
    cuts("He drives a Model T. | She walks. | It is in Hall A. | Doors open at six.");
    cuts_in(
        Lang::German,
        "Sie nahm Vitamin C. | Das half. | Siehe Abb. 3. | Dr. Roth kam am 3. Oktober.",
    );
    cuts("The shop is on Mill St. | It opens at nine. | St. Mary's is old.");
    cuts("The book is by J. B. Priest, A. A. Milne and I. Asim. | It sold well.");
    cuts("He became a Gen. | They cheered. | Gen. De Gaulle met Dr. He Jiankui and Mr. So.");
}

#[test]
fn a_speaker_goes_with_the_quotation() {
    cuts("“Who did this?” Berg exclaimed. | “Not me!” Holm of Ness angrily insists. | They left.");
    cuts("“Why now?” Anna Ness, a teacher from Holm, asked. | Nobody knew.");
    cuts("“Is it over?” | Marsh, a teacher, left the room. | It rained.");
    cuts(
        "They call it “illegal.” | They urged Russia to act. | Berg called it “a crime.” | Holm said he agreed.",
    );
    cuts("“Why?” | They called the police. | “Why?” She asked. | “Why?” | It rained.");
    cuts("“Why?” Dr. Ann Lee, 42, of Holm, wondered. | Nobody knew.");
    cuts_in(
        Lang::Other,
        "「なぜ？」記者が聞いた。|「はい。」|記者が理由を聞いた。",
    );
    cuts_in(
        Lang::Other,
        "“我们赢了！”队长喊道。|球迷冲进了球场。|“好吗？”他问记者。|“好。”|他走了。",
    );
    cuts_in(
        Lang::Other,
        "「誰だ！」と彼は叫んだ。|「はい。」|これは本だ。|「行く。」|ではまた。",
    );
    cuts_in(
        Lang::Other,
        "“누구냐!”라고 그는 외쳤다. | “가자!” 그가 외쳤다. | “가자!” | 그는 문을 열었다.",
    );
    cuts_in(
        Lang::Arabic,
        "«ماذا حدث؟» سأل الصحفي. | «لا شيء!» | خرج الجميع.",
    );
}

#[test]
fn what_hangs_on_a_stop_stays_with_it() {
    cuts(
        "The dam broke in June.[2,3] | It was rebuilt.[4–6] | It fell.[citation needed] | It stands.²,³",
    );
    cuts(
        "The court agreed.12 | It was over. | See No.10 Downing Street and p.12 The End, v3.5 Beta.",
    );
    cuts("They won again. 🏆 | The city sang.🎉🎉 | Then it rained.");
    cuts("... No answer came. | The line was dead. | … Then a noise.");
    cuts_in(Lang::Other, "༄༅། །ཁོང་ལྷ་སར་ཕེབས་སོང་། | ང་ནང་ལ་བསྡད་པ་ཡིན། །");
    cuts_in(Lang::Other, "ის წავიდა. | ის დაბრუნდა.");
}

#[test]
fn lines_broken_before_names_are_joined() {
    breaks(
        "The two ministers signed the treaty between Norway and / Denmark in Oslo on Thursday evening after talks with / \
         Chancellor Weber.",
    );
    breaks(
        "On Thursday evening in Oslo the prime ministers met / Chancellor Weber and signed what had been agreed / \
         Tuesday night.",
    );
    breaks("The storm tore the roof / off the old market hall / and threw it into the / harbour.");
    breaks("Mayor Berg and Bishop / Holm met President / Ness on Monday and / signed the deal.");
    breaks("The storm tore off the / North Tower and threw it / into the harbour.");
    breaks("The council wants a new station because passen- / gers have complained.");
    breaks("white bread flour | brown cane sugar | salted butter");
    breaks(
        "Council votes to rebuild the bridge over the Ness | Whales were seen off the coast of the islands | Minister resigns over the port of Holm and its debts",
    );
    breaks(
        "Council votes to rebuild the old bridge over Ness | The council voted on Monday to rebuild the bridge.",
    );
}

#[test]
fn headlines_without_capitals_stay_apart() {
    breaks(
        "中央银行周三宣布将基准利率下调半个百分点 | 三名登山者在雪崩后第四天被救援队找到生还 | 市议会以一票之差否决了新建机场的提案方案",
    );
    breaks(
        "部长在星期一的会议上表示，大桥将从五月开始关闭， / 为期两个月，因为工程师去年在主桥墩上发现了裂缝， / 市民对此表示担忧。他拒绝回答记者的提问。",
    );
    breaks("ธนาคารกลางประกาศลดดอกเบี้ยลงครึ่งหนึ่งเมื่อวันพุธ | นักปีนเขาสามคนรอดชีวิตหลังหิมะถล่มบนยอดเขา");
    breaks(
        "أعلن البنك المركزي خفض سعر الفائدة نصف نقطة | إنقاذ ثلاثة متسلقين بعد أربعة أيام من الانهيار | رفض المجلس بناء مطار جديد في المدينة",
    );
}
