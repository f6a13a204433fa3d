//! The words that numbers and dates are written with in each language: month names, weekdays, scale words, and the
//! decimal mark. Only English has more (numbers in words, relative dates), which is in `numbers` and `dates`.

use crate::hash::fnv1a;
use crate::lang::Lang;

use super::lists::{self, List};

/// Whether the decimal mark is a comma; `None` if the language is not known.
pub(crate) fn decimal_comma(lang: Lang) -> Option<bool> {
    match lang {
        Lang::English | Lang::Arabic | Lang::Hindi | Lang::Tamil => Some(false),
        Lang::Other => None,
        _ => Some(true),
    }
}

/// The days of the week from Monday on, each in the forms of running text, separated by `|`.
fn weekdays(lang: Lang) -> &'static str {
    match lang {
        Lang::English => "monday tuesday wednesday thursday friday saturday sunday",
        #[cfg(feature = "languages")]
        other => other_weekdays(other),
        #[cfg(not(feature = "languages"))]
        _ => "",
    }
}

/// The months of a language other than English, in the same way.
#[cfg(not(feature = "languages"))]
fn months(_: Lang) -> &'static str {
    ""
}

/// The months of a language other than English, in the same way.
#[cfg(feature = "languages")]
fn months(lang: Lang) -> &'static str {
    match lang {
        Lang::Arabic => {
            "يناير|كانون فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز \
             أغسطس|آب سبتمبر|أيلول أكتوبر نوفمبر ديسمبر"
        }
        Lang::Danish => {
            "januar februar marts april maj juni juli august september oktober november december"
        }
        Lang::Dutch => {
            "januari februari maart april mei juni juli augustus september oktober november december"
        }
        Lang::Finnish => {
            "tammikuu|tammikuuta|tammikuussa|tammikuun helmikuu|helmikuuta|helmikuussa|helmikuun \
             maaliskuu|maaliskuuta|maaliskuussa|maaliskuun huhtikuu|huhtikuuta|huhtikuussa|huhtikuun \
             toukokuu|toukokuuta|toukokuussa|toukokuun kesäkuu|kesäkuuta|kesäkuussa|kesäkuun \
             heinäkuu|heinäkuuta|heinäkuussa|heinäkuun elokuu|elokuuta|elokuussa|elokuun \
             syyskuu|syyskuuta|syyskuussa|syyskuun lokakuu|lokakuuta|lokakuussa|lokakuun \
             marraskuu|marraskuuta|marraskuussa|marraskuun joulukuu|joulukuuta|joulukuussa|joulukuun"
        }
        Lang::French => {
            "janvier février mars avril mai juin juillet août|aout septembre octobre novembre \
             décembre"
        }
        Lang::German => {
            "januar|jänner|januars februar|februars märz april|aprils mai juni juli august \
             september|septembers oktober|oktobers november|novembers dezember|dezembers"
        }
        Lang::Greek => {
            "ιανουαρίου|ιανουάριος|ιανουάριο φεβρουαρίου|φεβρουάριος|φεβρουάριο \
             μαρτίου|μάρτιος|μάρτιο απριλίου|απρίλιος|απρίλιο μαΐου|μάιος|μάιο \
             ιουνίου|ιούνιος|ιούνιο ιουλίου|ιούλιος|ιούλιο αυγούστου|αύγουστος|αύγουστο \
             σεπτεμβρίου|σεπτέμβριος|σεπτέμβριο οκτωβρίου|οκτώβριος|οκτώβριο \
             νοεμβρίου|νοέμβριος|νοέμβριο δεκεμβρίου|δεκέμβριος|δεκέμβριο"
        }
        Lang::Hungarian => {
            "január|januárban február|februárban március|márciusban április|áprilisban \
             május|májusban június|júniusban július|júliusban augusztus|augusztusban \
             szeptember|szeptemberben október|októberben november|novemberben december|decemberben"
        }
        Lang::Italian => {
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
             dicembre"
        }
        Lang::Norwegian => {
            "januar februar mars april mai juni juli august september oktober november desember"
        }
        Lang::Portuguese => {
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
        }
        Lang::Romanian => {
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie \
             decembrie"
        }
        Lang::Russian => {
            "января|январь|январе февраля|февраль|феврале марта|март|марте апреля|апрель|апреле \
             мая|май|мае июня|июнь|июне июля|июль|июле августа|август|августе \
             сентября|сентябрь|сентябре октября|октябрь|октябре ноября|ноябрь|ноябре \
             декабря|декабрь|декабре"
        }
        Lang::Spanish => {
            "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre \
             noviembre diciembre"
        }
        Lang::Swedish => {
            "januari februari mars april maj juni juli augusti september oktober november december"
        }
        Lang::Tamil => "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
        Lang::Turkish => {
            "ocak|ocak'ta şubat|şubat'ta mart|mart'ta nisan|nisan'da mayıs|mayıs'ta \
             haziran|haziran'da temmuz|temmuz'da ağustos|ağustos'ta eylül|eylül'de ekim|ekim'de \
             kasım|kasım'da aralık|aralık'ta"
        }
        _ => "",
    }
}

#[cfg(feature = "languages")]
fn other_weekdays(lang: Lang) -> &'static str {
    match lang {
        Lang::Arabic => "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
        Lang::Danish => "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        Lang::Dutch => "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        Lang::Finnish => {
            "maanantai|maanantaina tiistai|tiistaina keskiviikko|keskiviikkona torstai|torstaina \
             perjantai|perjantaina lauantai|lauantaina sunnuntai|sunnuntaina"
        }
        Lang::French => "lundi mardi mercredi jeudi vendredi samedi dimanche",
        Lang::German => {
            "montag|montags|montagabend dienstag|dienstags|dienstagabend \
             mittwoch|mittwochs|mittwochabend donnerstag|donnerstags|donnerstagabend \
             freitag|freitags|freitagabend samstag|samstags|sonnabend|samstagabend \
             sonntag|sonntags|sonntagabend"
        }
        Lang::Greek => "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
        Lang::Hungarian => {
            "hétfő|hétfőn kedd|kedden szerda|szerdán csütörtök|csütörtökön péntek|pénteken \
             szombat|szombaton vasárnap"
        }
        Lang::Italian => "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        Lang::Norwegian => "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        Lang::Portuguese => {
            "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"
        }
        Lang::Romanian => "luni marți|marţi miercuri joi vineri sâmbătă duminică",
        Lang::Russian => {
            "понедельник|понедельника вторник|вторника среда|среду|среды четверг|четверга \
             пятница|пятницу|пятницы суббота|субботу|субботы воскресенье|воскресенья"
        }
        Lang::Spanish => "lunes martes miércoles jueves viernes sábado domingo",
        Lang::Swedish => {
            "måndag|måndagen tisdag|tisdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen \
             lördag|lördagen söndag|söndagen"
        }
        Lang::Tamil => "திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு",
        Lang::Turkish => "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
        _ => "",
    }
}

/// Which of the entries has `word` among its forms, counted from 1.
fn place(list: &str, word: &str) -> Option<u8> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let mut entries = list.split_whitespace();
    let at = entries.position(|forms| forms.split('|').any(|form| form == word))?;
    Some(at as u8 + 1)
}

/// The month that a word in lower case names, 1 to 12.
pub(crate) fn month(word: &str, lang: Lang) -> Option<u8> {
    if lang == Lang::English {
        // Every word of a text comes by here.
        let word = word.strip_suffix("'s").unwrap_or(word);
        let lists = lists::lists(fnv1a(word.bytes()));
        let list = match (lists.has(List::Months), lists.has(List::ShortMonths)) {
            (true, _) => List::Months,
            (false, true) => List::ShortMonths,
            (false, false) => return (word == "sept").then_some(9),
        };
        return lists::place(list, word).map(|place| place as u8 + 1);
    }
    place(months(lang), word)
}

/// The day of the week that a word in lower case names, from Monday as 1 to Sunday as 7.
pub(crate) fn weekday(word: &str, lang: Lang) -> Option<u8> {
    let english = lang == Lang::English;
    if english && !word.contains("day") {
        return None;
    }
    place(weekdays(lang), word)
}

/// The factor of a scale word after a numeral.
pub(crate) fn scale(word: &str, lang: Lang) -> Option<f64> {
    let power = match (lang, word) {
        (Lang::English, "hundred") => 2,
        (Lang::English, "thousand") => 3,
        (Lang::English, "million" | "mln" | "mn") => 6,
        (Lang::English, "billion" | "bn") => 9,
        (Lang::English, "trillion" | "tn" | "trn") => 12,
        #[cfg(feature = "languages")]
        _ => return other_scale(word, lang),
        #[cfg(not(feature = "languages"))]
        _ => return None,
    };
    Some(10_f64.powi(power))
}

/// Most of Europe counts in the long scale: a milliard is 10⁹, a billion 10¹². Portuguese as Brazil
/// writes it (*bilhão*) and Turkish (*milyar*), Russian and Greek have words of their own.
#[cfg(feature = "languages")]
fn other_scale(word: &str, lang: Lang) -> Option<f64> {
    if matches!(lang, Lang::Other | Lang::English) {
        return None;
    }
    let begins = |list: &[&str]| list.iter().any(|head| word.starts_with(head));
    let power = if begins(&[
        "tausend", "mille", "tusen", "tuhat", "tuhatta", "duizend", "ezer", "bin",
    ]) || matches!(
        word,
        "mil" | "mila" | "mii" | "тысяч" | "тысячи" | "тыс" | "χιλιάδες" | "ألف" | "آلاف"
    ) {
        3
    } else if begins(&[
        "milliard",
        "miljard",
        "miliard",
        "milyar",
        "миллиард",
        "млрд",
        "δισεκατομ",
        "bilh",
        "mrd",
        "مليار",
    ]) {
        9
    } else if begins(&[
        "milli",
        "millones",
        "millón",
        "milion",
        "miljoen",
        "miljon",
        "milh",
        "milyon",
        "миллион",
        "млн",
        "εκατομ",
        "mio",
        "مليون",
    ]) {
        6
    } else if begins(&[
        "billion",
        "biljoen",
        "biljon",
        "billon",
        "billón",
        "biliard",
        "триллион",
        "trilh",
        "trilyon",
    ]) {
        12
    } else {
        return None;
    };
    Some(10_f64.powi(power))
}
