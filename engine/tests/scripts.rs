//! Texts in scripts that have no spaces between words: what tells the same is linked, and what shares no
//! more than a word, an ending or a few syllables is not.

use crossread_engine::lang::Lang;
use crossread_engine::options::Options;
use crossread_engine::{Comparison, Reading, Source, compare};

fn read(text: &str) -> Reading {
    Reading::new(Source::new(text, Lang::Other))
}

fn compared(a: &str, b: &str) -> Comparison {
    compare(&read(a), &read(b), Options::default())
}

/// How many matches and passages there are between two texts.
fn found(a: &str, b: &str) -> (usize, usize) {
    let comparison = compared(a, b);
    (comparison.matches.len(), comparison.passages.len())
}

#[test]
fn sentences_that_share_one_word_are_no_match() {
    for (a, b) in [
        // Thai: a committee; orders of a court and of a ministry.
        (
            "คณะกรรมการประกาศผลการเลือกตั้งแล้ว",
            "ชาวนาไม่เชื่อคณะกรรมการอีกต่อไป",
        ),
        (
            "ศาลรัฐธรรมนูญมีคำสั่งให้นายกรัฐมนตรีหยุดปฏิบัติหน้าที่",
            "กระทรวงสาธารณสุขมีคำสั่งให้โรงพยาบาลเตรียมเตียงผู้ป่วย",
        ),
        // Lao: three persons; a committee.
        (
            "ຕຳຫຼວດຈັບຜູ້ຕ້ອງສົງໄສສາມຄົນໃນຄືນວັນສຸກ",
            "ນັກຮຽນສາມຄົນໄດ້ຫຼຽນຄຳໃນການແຂ່ງຂັນ",
        ),
        ("ຄະນະກຳມະການປະກາດຜົນການເລືອກຕັ້ງ", "ຊາວນາບໍ່ເຊື່ອຄະນະກຳມະການ"),
        // Khmer: nothing but particles.
        (
            "ប៉ូលិសបានចាប់ខ្លួនជនសង្ស័យបីនាក់នៅរាជធានីភ្នំពេញ",
            "តម្លៃស្រូវបានធ្លាក់ចុះទាបបំផុតក្នុងរយៈពេលដប់ឆ្នាំ",
        ),
        // Burmese: a government and the ending of the past.
        (
            "နိုင်ငံတော်အစိုးရက ဆန်ဈေးနှုန်းကို လျှော့ချခဲ့သည်။",
            "နိုင်ငံတော်အစိုးရက ကျောင်းများကို ပိတ်ခဲ့သည်။",
        ),
        (
            "ဝန်ကြီးက တံတားကို ပိတ်မည်ဟု ပြောသည်။",
            "ကလေးများသည် ကျောင်းတွင် ဘောလုံးကစားကြသည်ဟု ပြောသည်။",
        ),
    ] {
        assert_eq!(found(a, b), (0, 0), "{a} and {b}");
    }
}

#[test]
fn sentences_that_tell_the_same_are_a_match() {
    for (a, b) in [
        (
            "ฝนตกหนักในกรุงเทพทำให้น้ำท่วมถนนหลายสาย",
            "น้ำท่วมถนนหลายสายในกรุงเทพหลังฝนตกหนัก",
        ),
        (
            "ລັດຖະບານປະກາດປິດຂົວຂ້າມແມ່ນ້ຳເປັນເວລາສອງເດືອນ",
            "ລັດຖະບານປະກາດປິດຂົວຂ້າມແມ່ນ້ຳສາມເດືອນ",
        ),
        (
            "រដ្ឋាភិបាលប្រកាសបិទស្ពានឆ្លងទន្លេរយៈពេលពីរខែ",
            "រដ្ឋាភិបាលប្រកាសបិទស្ពានឆ្លងទន្លេរយៈពេលបីខែ",
        ),
        (
            "ဝန်ကြီးက တံတားကို နှစ်လ ပိတ်မည်ဟု ပြောသည်။",
            "ဝန်ကြီးက တံတားကို သုံးလ ပိတ်မည်ဟု ပြောသည်။",
        ),
    ] {
        assert_eq!(found(a, b).0, 1, "{a} and {b}");
    }
}

#[test]
fn one_word_said_alone_links_nothing() {
    assert_eq!(
        found("ขอบคุณครับ\n\nฝนตกหนักเมื่อวานนี้", "ขอบคุณครับ\n\nทีมชาติชนะสองต่อหนึ่ง").0,
        0
    );
}

#[test]
fn an_invisible_space_between_words_makes_no_difference() {
    let (plain, spaced) = (
        "รัฐบาลประกาศปิดสะพานข้ามแม่น้ำ",
        "รัฐบาล\u{200b}ประกาศ\u{200b}ปิดสะพานข้ามแม่น้ำ",
    );
    let comparison = compared(plain, spaced);
    assert_eq!(comparison.matches.len(), 1);
    assert_eq!(comparison.matches[0].score, 1.0);
}
