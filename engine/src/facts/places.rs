//! Countries and what stands for them in the news: their people, their capital and the seats of their government.
//! *Moscow* and *the Kremlin* stand for Russia, *Brussels* for the European Union or NATO, and a reader does not take
//! them for different things. These are facts of geography, as in any almanac.

use std::sync::OnceLock;

use crate::hash::fnv1a;
use crate::lookup::Lookup;

/// One place per line: its names and its people's, then what stands for its government. Words of one name are joined
/// by an underscore, without *of* and *and*; plurals and possessives are found by the form without *s*.
const PLACES: &str = "\
us usa u_s u_s_a america american united_states united_states_america|washington white_house pentagon capitol_hill
uk u_k britain british briton great_britain united_kingdom|london downing_street westminster whitehall
england english|london
russia russian russian_federation|moscow kremlin
ukraine ukrainian|kiev kyiv
european_union eu e_u european|brussels
nato north_atlantic_treaty_organization north_atlantic_treaty_organisation atlantic_alliance|brussels
united_nations un u_n|
china chinese people_republic_china|beijing peking zhongnanhai
france french frenchman|paris elysee élysée elysée_palace élysée_palace
germany german|berlin
italy italian|rome
spain spanish spaniard|madrid
portugal portuguese|lisbon
netherlands dutch holland|hague amsterdam
belgium belgian|brussels
luxembourg luxembourger|
ireland irish|dublin
scotland scottish scot|edinburgh holyrood
wales welsh|cardiff
switzerland swiss|bern berne
austria austrian|vienna
poland polish pole|warsaw
czech_republic czech czechia|prague
slovakia slovak slovakian|bratislava
hungary hungarian|budapest
romania romanian|bucharest
bulgaria bulgarian|sofia
greece greek|athens
turkey turkish turk türkiye|ankara
cyprus cypriot|nicosia
malta maltese|valletta
slovenia slovenian slovene|ljubljana
croatia croatian croat|zagreb
bosnia bosnian bosnia_herzegovina|sarajevo
serbia serbian serb|belgrade
montenegro montenegrin|podgorica
kosovo kosovar|pristina
albania albanian|tirana
north_macedonia macedonia macedonian|skopje
moldova moldovan|chisinau
belarus belarusian belarussian|minsk
estonia estonian|tallinn
latvia latvian|riga
lithuania lithuanian|vilnius
finland finnish finn|helsinki
sweden swedish swede|stockholm
norway norwegian|oslo
denmark danish dane|copenhagen
iceland icelandic icelander|reykjavik
georgia georgian|tbilisi
armenia armenian|yerevan
azerbaijan azerbaijani|baku
kazakhstan kazakh|astana
uzbekistan uzbek|tashkent
turkmenistan turkmen|ashgabat
kyrgyzstan kyrgyz|bishkek
tajikistan tajik|dushanbe
mongolia mongolian|
japan japanese|tokyo
south_korea south_korean|seoul
north_korea north_korean|pyongyang
taiwan taiwanese|taipei
vietnam vietnamese|hanoi
laos laotian|vientiane
cambodia cambodian|phnom_penh
thailand thai|bangkok
myanmar burma burmese|naypyidaw
malaysia malaysian|kuala_lumpur putrajaya
singapore singaporean|
indonesia indonesian|jakarta
philippines philippine filipino|manila malacañang
brunei bruneian|
east_timor timorese timor_leste|dili
india indian|delhi new_delhi
pakistan pakistani|islamabad
bangladesh bangladeshi|dhaka
sri_lanka sri_lankan|colombo
nepal nepalese nepali|kathmandu
bhutan bhutanese|thimphu
maldives maldivian|
afghanistan afghan|kabul
iran iranian|tehran
iraq iraqi|baghdad
syria syrian|damascus
lebanon lebanese|beirut
israel israeli|jerusalem
palestine palestinian|ramallah
jordan jordanian|amman
saudi_arabia saudi saudi_arabian|riyadh
yemen yemeni|sanaa sana'a
oman omani|muscat
qatar qatari|doha
bahrain bahraini|manama
kuwait kuwaiti|
united_arab_emirates uae u_a_e emirati|abu_dhabi
egypt egyptian|cairo
libya libyan|tripoli
tunisia tunisian|tunis
algeria algerian|algiers
morocco moroccan|rabat
mauritania mauritanian|nouakchott
mali malian|bamako
niger nigerien|niamey
nigeria nigerian|abuja
chad chadian|n'djamena
sudan sudanese|khartoum
south_sudan south_sudanese|juba
ethiopia ethiopian|addis_ababa
eritrea eritrean|asmara
djibouti djiboutian|
somalia somali|mogadishu
kenya kenyan|nairobi
uganda ugandan|kampala
rwanda rwandan|kigali
burundi burundian|gitega
tanzania tanzanian|dodoma
congo congolese democratic_republic_congo|kinshasa
gabon gabonese|libreville
cameroon cameroonian|yaoundé yaounde
central_african_republic|bangui
senegal senegalese|dakar
gambia gambian|banjul
guinea guinean|conakry
sierra_leone sierra_leonean|freetown
liberia liberian|monrovia
ivory_coast ivorian côte_d'ivoire|yamoussoukro abidjan
ghana ghanaian|accra
togo togolese|lomé
benin beninese|porto_novo
burkina_faso burkinabe|ouagadougou
angola angolan|luanda
zambia zambian|lusaka
zimbabwe zimbabwean|harare
malawi malawian|lilongwe
mozambique mozambican|maputo
botswana botswanan|gaborone
namibia namibian|windhoek
south_africa south_african|pretoria
madagascar malagasy|antananarivo
mauritius mauritian|
canada canadian|ottawa
mexico mexican|mexico_city
guatemala guatemalan|
honduras honduran|tegucigalpa
el_salvador salvadoran|
nicaragua nicaraguan|managua
costa_rica costa_rican|
panama panamanian|
cuba cuban|havana
jamaica jamaican|
haiti haitian|port_au_prince
dominican_republic dominican|santo_domingo
colombia colombian|bogotá bogota
venezuela venezuelan|caracas
ecuador ecuadorian|quito
peru peruvian|lima
bolivia bolivian|la_paz
brazil brazilian|brasília brasilia
paraguay paraguayan|asunción
uruguay uruguayan|montevideo
argentina argentine argentinian|buenos_aires casa_rosada
chile chilean|santiago la_moneda
guyana guyanese|
suriname surinamese|
australia australian|canberra
new_zealand new_zealander|wellington
papua_new_guinea papuan|port_moresby
fiji fijian|suva
vatican holy_see|";

/// The places that a name can mean, and whether it is the place's own name or its people's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Lines of the list; unused ones are `NONE`.
    lines: [u8; 4],
    /// Whether it is the place itself, not something that stands for it.
    pub own: bool,
}

const NONE: u8 = u8::MAX;

impl Place {
    /// Whether both can be one.
    pub fn meets(&self, other: &Place) -> bool {
        let mut mine = self.lines.iter().filter(|&&line| line != NONE);
        mine.any(|line| other.lines.contains(line))
    }
}

static LOOKUP: OnceLock<Lookup> = OnceLock::new();

/// All names; a name's list is twice the number of its line, plus one if it stands for the government.
fn lookup() -> Lookup {
    let sides = PLACES.split(['|', '\n']).enumerate();
    let names = sides.flat_map(|(side, names)| names.split(' ').map(move |name| (name, side)));
    Lookup::new(&mut names.filter(|(name, _)| !name.is_empty()))
}

/// The places that a name means; the name is in lower case, its words joined by underscores, and has this hash.
pub(super) fn of(name: &str, hash: u64) -> Option<Place> {
    exactly(hash).or_else(|| exactly(fnv1a(name.strip_suffix('s')?.bytes())))
}

fn exactly(hash: u64) -> Option<Place> {
    let mut sides = LOOKUP.get_or_init(lookup).lists(hash).peekable();
    let own = sides.peek()?.is_multiple_of(2);
    let mut lines = [NONE; 4];
    for (line, side) in lines.iter_mut().zip(sides) {
        *line = (side / 2) as u8;
    }
    Some(Place { lines, own })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Option<Place> {
        super::of(name, fnv1a(name.bytes()))
    }

    #[test]
    fn a_capital_stands_for_its_country() {
        let meet = |x, y| of(x).unwrap().meets(&of(y).unwrap());
        assert!(meet("moscow", "russians"));
        assert!(meet("brussels", "nato") && meet("brussels", "eu") && meet("brussels", "belgians"));
        assert!(meet("white_house", "u_s"));
        assert!(!meet("niger", "nigeria") && !meet("kiev", "kremlin"));
        assert!(of("smith").is_none());
    }

    #[test]
    fn every_line_has_a_place_in_the_list() {
        assert!(PLACES.lines().count() < usize::from(NONE));
        assert!(PLACES.lines().all(|line| line.matches('|').count() == 1));
        for (number, line) in (0..).zip(PLACES.lines()) {
            for name in line.split([' ', '|']).filter(|name| !name.is_empty()) {
                let found = exactly(fnv1a(name.bytes())).unwrap();
                assert!(found.lines.contains(&number), "{name}");
            }
        }
    }
}
