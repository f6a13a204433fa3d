//! Phrases that name the speaker of the quotation before: *“Is it over?” Secretary General Rasmussen
//! asked.* Such a phrase belongs to the quotation's sentence, although it begins with a capital or is in
//! a script without capitals.

use super::abbreviations::holds;
use super::chars::{
    after, before, find, find_or_end, is_dot, is_full_stop, is_pause, is_shout, skip_space,
};
use super::next::word;
use crate::Span;

/// How many characters of a word, and of a clause in a script without capitals, are examined.
const WORD: usize = 24;
const CLAUSE: usize = 40;

/// How many words a speaker's name may have, titles and adverbs included, and how many an apposition.
const NAMES: usize = 8;
const APPOSITION: usize = 12;

/// Verbs of speaking in their irregular forms, and the stems of the regular ones.
const FORMS: &str = "said says told tells wrote writes cried cries replied replies quipped begged begs thought thinks \
    swore swears read reads spoke";
const STEMS: &str = "ask add tweet answer continu shout demand wonder declar exclaim insist yell scream whisper murmur mutter mumbl \
    growl snarl snap roar bellow call hiss jok remark not observ comment explain argu claim warn urg plead protest object retort \
    counter respond repeat recall admitt conced agre announc stat suggest propos press inquir enquir queri quizz interrupt interject \
    teas taunt mock scoff sneer grumbl complain lament moan groan wail bark thunder cheer chant boom stammer stutter blurt \
    mus ponder reason conclud report post text messag boast bragg vow promis threaten caution advis instruct order command implor \
    confess reveal confid assert maintain contend reiterat emphasis emphasiz stress challeng question shriek \
    screech howl croak drawl rasp squeal admit quip brag beg whin fum rag rant interven pip chim";

/// Whether a folded English word is a verb of speaking in the past or the present.
fn speaks(folded: &str) -> bool {
    let stem = |ending: &str| {
        folded
            .strip_suffix(ending)
            .is_some_and(|stem| holds(STEMS, stem))
    };
    holds(FORMS, folded) || stem("ed") || stem("s") || stem("es")
}

/// Whether an English speaker follows at byte `at`: capitalised words, small words allowed between them,
/// perhaps an apposition between commas, and a verb of speaking.
pub(crate) fn english(text: &str, at: usize) -> bool {
    const BETWEEN: &str = "of and the de da di del la le van von der den al bin ibn then also later finally again once himself herself";
    let pronoun = holds("he she they we it you", &word(text, at));
    let mut at = at;
    for names in 0..NAMES {
        let folded = word(text, at);
        if names > 0 && speaks(&folded) {
            // A capital on a pronoun begins a sentence, unless nothing but the verb follows.
            let ends = word_end(text, at).and_then(|end| before(text, end));
            return !pronoun || ends.is_some_and(|c| is_dot(c) || is_pause(c));
        }
        let capital = after(text, at).is_some_and(char::is_uppercase);
        let adverb = folded.len() > 3 && folded.ends_with("ly");
        if !capital && (names == 0 || !(adverb || holds(BETWEEN, &folded))) {
            return false;
        }
        let Some(end) = word_end(text, at) else {
            return false;
        };
        match before(text, end) {
            Some(',') => {
                return apposition(text, end);
            }
            // Only the dot of a title or an initial may follow a name.
            Some(c) if is_dot(c) && end - at > 5 => return false,
            Some(c) if !is_dot(c) && (is_pause(c) || is_shout(c)) => return false,
            _ => {}
        }
        at = skip_space(text, end);
    }
    false
}

/// Whether a verb of speaking follows the apposition behind the comma at byte `at`, or a second one.
fn apposition(text: &str, at: usize) -> bool {
    let mut at = skip_space(text, at);
    for _ in 0..APPOSITION {
        let Some(end) = word_end(text, at) else {
            return false;
        };
        let last = before(text, end).unwrap_or(' ');
        at = skip_space(text, end);
        // "42, of Holm, wondered" has two.
        if last == ',' && speaks(&word(text, at)) {
            return true;
        }
        if is_dot(last) || is_shout(last) || (is_pause(last) && last != ',') {
            return false;
        }
    }
    false
}

/// Where the run of characters without white space that begins at byte `at` ends.
fn word_end(text: &str, at: usize) -> Option<usize> {
    let end = find_or_end(text, at, WORD, char::is_whitespace).map(|(end, _)| end);
    end.filter(|&end| end > at)
}

/// Whether the clause at byte `at`, in a script without capitals, says who spoke.
pub(crate) fn caseless(text: &str, at: usize) -> bool {
    let end = find_or_end(text, at, CLAUSE, |c| {
        is_dot(c) || is_full_stop(c) || is_shout(c) || is_pause(c) || matches!(c, '“' | '"' | '「')
    });
    let Some((end, stop)) = end else {
        return false;
    };
    let clause = Span::new(at, end).of(text);
    match clause.chars().next() {
        // A colon after the verb announces another quotation.
        Some('\u{3400}'..='\u{9FFF}') if clause.contains(is_kana) => japanese_verb(clause),
        Some('\u{3400}'..='\u{9FFF}') => !matches!(stop, Some(':' | '：')) && chinese(clause),
        Some('ぁ'..='ゖ') => japanese(clause),
        Some('\u{AC00}'..='\u{D7A3}') => korean(clause),
        Some(_) => spaced(clause),
        None => false,
    }
}

/// Chinese: the clause ends with a verb of speaking, or has one directly behind a short subject.
fn chinese(clause: &str) -> bool {
    const LAST: &str = "说 說 问 問 喊 道 答 叫 称 稱 嚷 吼 嘆 叹 说着 笑着说 骂 罵 回答 表示 指出 补充 補充 强调 強調 解释 解釋 写道 寫道 \
        反驳 反駁 质问 質問 追问 追問 回应 回應 大喊 高呼 惊呼 驚呼 警告 宣布";
    let ends = LAST.split_ascii_whitespace().any(|verb| {
        let rest = clause.strip_suffix(['着', '著', '了']).unwrap_or(clause);
        clause.ends_with(verb) || rest.ends_with(verb)
    });
    // "他问记者", "队长对记者说他很高兴" have the verb early.
    let early = find(clause, 0, 5, |c| {
        matches!(c, '说' | '說' | '问' | '問' | '喊')
    });
    ends || early.is_some_and(|(at, _)| at > 0)
}

/// Japanese: the particle that marks what was said, or a noun made of the quotation.
fn japanese(clause: &str) -> bool {
    const STARTERS: &str = "ところ とても とにかく とうとう とりわけ ともかく とはいえ とき では でも はい はじ なぜ なに なん なお ながら なら \
        もう もし もち もっと もの にもか がん やが やは かつ かれ かの かな だから だが だけど だれ をい のち へえ へん";
    let particle = clause.starts_with([
        'と', 'っ', 'を', 'が', 'は', 'に', 'も', 'の', 'へ', 'で', 'な', 'や', 'か', 'だ',
    ]);
    particle
        && !STARTERS
            .split_ascii_whitespace()
            .any(|starter| clause.starts_with(starter))
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ヿ')
}

/// Japanese: a short clause that ends with a verb of speaking and says neither what nor to whom.
fn japanese_verb(clause: &str) -> bool {
    const VERBS: &str = "言った 聞いた 尋ねた たずねた 叫んだ 答えた 話した 述べた 語った 怒鳴った つぶやいた ささやいた 訴えた 返した 言う 聞く \
        言いました 聞きました 尋ねました 答えました 叫びました 話しました";
    let verb = VERBS
        .split_ascii_whitespace()
        .find_map(|verb| clause.strip_suffix(verb));
    verb.is_some_and(|subject| {
        subject.chars().count() <= 12 && !subject.contains(['を', 'と', 'に'])
    })
}

/// Korean: the particle that marks what was said, or a short clause whose verb is one of speaking.
fn korean(clause: &str) -> bool {
    const PARTICLES: &str =
        "라고 이라고 라며 이라며 라면서 이라면서 라는 이라는 하고 고 며 면서 는 란 이란 라 하며";
    const VERBS: &str = "말했다 물었다 외쳤다 답했다 대답했다 소리쳤다 덧붙였다 밝혔다 전했다 주장했다 강조했다 설명했다 되물었다 반문했다 \
        했다 썼다 적었다 말한다 묻는다 외친다 말했습니다 물었습니다 외쳤습니다 답했습니다 대답했습니다 밝혔습니다 덧붙였습니다 중얼거렸다 속삭였다 \
        반박했다 경고했다 고백했다 호소했다";
    let mut words = clause.split_whitespace();
    let first = words.next().unwrap_or("");
    let (mut last, mut count) = (first, 1);
    for word in words {
        // "…했다고 말했다" is reported speech, not a speaker of the quotation.
        if word.ends_with('고') {
            return false;
        }
        last = word;
        count += 1;
    }
    holds(PARTICLES, first) || (count > 1 && count <= 4 && holds(VERBS, last))
}

/// Scripts with spaces and without capitals: the first word is a verb of speaking (Arabic, Hebrew,
/// Persian), or a short clause ends with one (Hindi, Bengali, Urdu, Thai).
fn spaced(clause: &str) -> bool {
    const FIRST: &str = "قال قالت سأل سألت صرخ صرخت أضاف أضافت وأضاف وأضافت أجاب أجابت رد ردت هتف هتفت تساءل تساءلت صاح صاحت \
        אמר אמרה שאל שאלה צעק צעקה השיב השיבה ענה ענתה הוסיף הוסיפה קרא קראה תהה תהתה";
    const LAST: &str = "कहा पूछा बोला बोली बोले चिल्लाया चिल्लाई चिल्लाए पूछी बताया বলেন বললেন বলল জিজ্ঞেস করেন گفت پرسید \
        گفتند افزود کہا پوچھا چلایا بولا";
    let mut words = clause.split_whitespace();
    let first = words.next().unwrap_or("");
    let (mut last, mut count) = (first, 1);
    for word in words {
        last = word;
        count += 1;
    }
    holds(FIRST, first) || (count > 1 && count <= 5 && holds(LAST, last))
}
