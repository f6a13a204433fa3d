//! Light stemmers for Slavic languages without a Snowball stemmer. They cut off the endings of cases and
//! persons, the longest first, like Dolamic and Savoy (*Indexing and stemming approaches for the Czech
//! language*, 2009).

use super::Lang;

/// The endings of a language, the longest first, separated by white space.
fn endings(lang: Lang) -> &'static str {
    match lang {
        Lang::Ukrainian => {
            "уватися юватися увалися ювалися увався ювався ування ювання увати ювати ували ювали ується юється ували ували \
             ються ється яться ується ання ення іння аннями еннями аннях еннях анням енням анню енню ого ому ими ові еві єві ами ями \
             ої ою ею єю ий ій их іх им ім ам ям ах ях ів їв ом ем єм ати яти ити іти ути ала яла ила іла ула ало яло ило \
             али яли или іли ано яно ено ато ено ують юють ають яють уть ють ать ять ить їть ує ює ає яє єш еш иш ав яв ив ув \
             а я о е є у ю и і ї ь й"
        }
        Lang::Polish => {
            "owaniem owania owanie owały owała owało owali owało ego emu ych ymi imi ami ach iom owie ego ania anie eniem enia enie \
             ować ował owy owa owe owych owym ość ości ością iem iej ów om em ej ym im ie iu ią ie ał ała ało ali ały ił iła iło ili iły \
             ać ić eć uje ują a ą e ę i o ó u y"
        }
        Lang::Czech | Lang::Slovak => {
            "ování ovania ovaní ovanie ovat ovať ováno ovala ovalo ovali ovaly ého ého ému ých ými ama emi ami ách ech ích ích iach och \
             ého eho emu imi ové ého iam iem ám ým ém em ům om ov ou im ím ej at ať it iť al ala alo ali aly il ila ilo ili ily \
             ení ania anie uje ují ujú á é í ý ů ú a e ě i o u y ia ie iu"
        }
        Lang::Croatian | Lang::Serbian | Lang::Slovenian => {
            "ovanje ovanja ovati ovao ovala ovali anje anja enje enja anjem enjem ostima osti ost ima ama ega emu ega omu oga ome og \
             om em im ih oj am ah ju ati iti eti uti ao ala alo ali ila ilo ili uje uju aju ajo ijo je \
             a e i o u овање овања овати овао овала овали ање ања ење ења ањем ењем остима ости ост има ама ога оме ог ом ем им их ој \
             ати ити ети ао ала ало али ила ило или ује ују ају а е и о у"
        }
        Lang::Bulgarian => {
            "ването вания ване ането ания ане ието ията ията иите ите ъта ата ята ото ето ият ия ият ът та то те ове еве ища \
             ен ал ала ало али ил ила ило или хме ше а я о е и у ю й"
        }
        _ => "",
    }
}

/// The shortest stem, in letters.
const SHORTEST: usize = 3;

/// The stem of a folded word; `None` for other languages.
pub(super) fn stem(lang: Lang, form: &str) -> Option<String> {
    let endings = endings(lang);
    if endings.is_empty() {
        return None;
    }
    // Reflexive verbs have the usual endings before their particle.
    let form = match lang {
        Lang::Ukrainian => form
            .strip_suffix("ся")
            .or(form.strip_suffix("сь"))
            .unwrap_or(form),
        _ => form,
    };
    let mut best = form;
    for ending in endings.split_ascii_whitespace() {
        if let Some(stem) = form.strip_suffix(ending)
            && stem.len() < best.len()
            && stem.chars().count() >= SHORTEST
        {
            best = stem;
        }
    }
    Some(best.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::Stemming;
    use super::Lang;

    #[test]
    fn the_cases_of_a_word_have_one_stem() {
        for (lang, groups) in [
            (
                Lang::Ukrainian,
                "президент президентом президента президенти|закон закони закону законів|мову мови мовою|підписав підписано підписала підписати|\
                 уряд уряду урядом|новий нового новим нові",
            ),
            (
                Lang::Polish,
                "rząd rządu rządem|ustawa ustawy ustawę ustawą|nowy nowego nowym nowe",
            ),
            (
                Lang::Czech,
                "zákon zákona zákonem zákony|nový nového novým|města městem město",
            ),
            (
                Lang::Croatian,
                "zakon zakona zakonom zakoni|vlada vlade vladu vladom",
            ),
            (
                Lang::Serbian,
                "закон закона законом закони|влада владе владу владом",
            ),
            (Lang::Bulgarian, "закон закона законът закони законите"),
        ] {
            let stemming = Stemming::new(lang);
            for group in groups.split('|') {
                let stems: Vec<String> = group
                    .split_whitespace()
                    .map(|word| stemming.stem(word))
                    .collect();
                assert!(
                    stems.windows(2).all(|pair| pair[0] == pair[1]),
                    "{group}: {stems:?}"
                );
            }
        }
    }

    #[test]
    fn different_words_stay_apart() {
        let stemming = Stemming::new(Lang::Ukrainian);
        assert_ne!(stemming.stem("закон"), stemming.stem("закордон"));
        assert_ne!(stemming.stem("мова"), stemming.stem("море"));
    }
}
