//! Words that end with a dot without ending a sentence, by language, and the words that begin
//! sentences, which tell the two apart where an abbreviation may also be the last word.
//!
//! The lists hold what news prose uses; a word that is missing costs a cut only before a capital.
//! They are folded: no accents, and lower case unless the word counts with its capital alone
//! (*Sat.* is a day, *sat.* the end of a sentence).

use crate::lang::Lang;

/// How a word behaves before a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A title and the like: a name follows, never a sentence.
    Title,
    /// A number follows; before anything else the sentence is over.
    Number,
    /// Often the last word: the sentence is over if the next word is one that begins sentences.
    Middle,
    /// More often the last word than not: the sentence is over before any capital.
    Last,
}

struct Words {
    title: &'static str,
    number: &'static str,
    middle: &'static str,
    last: &'static str,
    starters: &'static str,
}

const ENGLISH: Words = Words {
    title: "mr mrs ms messrs dr drs prof rev fr st ste mt ft gen lt col maj capt cpt sgt cpl pvt cmdr cdr adm \
        brig gov sen sens rep reps hon pres supt det insp atty esq vs e.g i.e cf viz eg ie approx",
    number: "no nos nr p pp vol vols fig figs sec ch art para par ed op ext tel Jan Feb Mar Apr Jun Jul Aug \
        Sep Sept Oct Nov Dec rs n° nº",
    middle: "inc corp co cos ltd llc plc bros jr sr dept dist est assn univ ave blvd rd hwy bldg sq apt u.s u.k u.n e.u u.a.e \
        u.s.a u.s.s.r d.c b.c a.d ph.d m.d b.a m.a m.p al et.al Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun \
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa \
        Tenn Tex Va Vt Wash Wis Wyo Ont Que s.u i.v v c ca abbr misc tech med asst govt intl natl",
    last: "etc a.m p.m am pm",
    starters: "a about according after all also although an and another any are as at because before both but by can could did \
        do does during each earlier even every few for from had has have he her here his how however i if in instead is it its \
        just last later let many meanwhile more most my no nobody none nor not nothing now of officials on once one only or other others \
        our over people perhaps please police she should since so some still such that the their them then there these they this those \
        though through thus to today under unlike until was we were what when where whether which while who why with \
        without would yes yesterday yet you your",
};

#[cfg(feature = "languages")]
const GERMAN: Words = Words {
    title: "hr hrn fr frl dr prof dipl ing st hl bzw ca z.b d.h u.a z.t u.u i.d.r i.v m.e o.a v.a s.o s.u vgl evtl ggf inkl \
        exkl zzgl bspw sog geb gest verh kath ev evang ehem jur med phil rer nat gen maj lt oberst min rd etwa kfm zz \
        allg bes betr dgl einschl entspr gegr ges gesch jr mind max min Min od urspr zw s dt engl frz ital lat",
    number: "nr nrn no s str bd abs art kap abb tab aufl anm fn ziff rz tel fax jan feb marz apr jun jul aug sep sept okt nov dez",
    middle: "u.s usa co mio mrd tsd std u.s.w str pl ag a.d n.chr v.chr v e.v",
    last: "usw etc uvm ff f",
    starters: "aber alle als am an auch auf aus bei bis da dabei dafur daher damit danach dann darum das dass dem den denn der des deshalb die dies \
        diese dieser dieses doch dort durch ein eine einen einer er erst es fur ganz gegen hier hinter ich ihr ihre im in ist ja jede \
        jetzt kein keine man mehr mit nach nachdem nein neben nicht noch nun nur ob obwohl ohne seit sein seine seit sich sie so \
        sogar solche trotz uber um und unter viele vom von vor wahrend wann warum was weil weiter welche wenn wer wie wir wird wo zu \
        zudem zum zur zwar zwei zwischen",
};

#[cfg(feature = "languages")]
const FRENCH: Words = Words {
    title: "m mm mme mmes mlle mlles dr pr prof me mgr st ste gen col cap lt cf c.-a-d av ex env p.ex",
    number: "no nos n° nº p pp vol fig art chap al ed tel janv fevr avr juil sept oct nov dec",
    middle: "s.a inc ltd cie bd boul apr j.-c hab min max u.s",
    last: "etc",
    starters: "a ainsi alors apres au aucun aussi avec c ce cela celui ces cet cette chaque comme d dans de depuis des donc du elle \
        elles en enfin est et il ils j je l la le les leur leurs lors mais malgre n ne ni nous on or ou par parmi pendant plus plusieurs pour \
        pourtant puis qu quand que quel quelle qui sa sans selon ses si son sous sur tandis tous tout toute tres un une vous",
};

#[cfg(feature = "languages")]
const SPANISH: Words = Words {
    title: "sr sra sres sras srta srtas d da dr dra dres lic ing arq prof profa gral cnel cap tte sto sta st mons pdte excmo \
        ilmo fr hno hna av avda c.f mt rte p.ej",
    number: "no num nº n° p pag pags parr parrf art arts cap vol fig tel aprox ed ene feb mar abr jun jul ago sept oct nov dic",
    middle: "ee.uu ee uu u.s s.a s.l cia ltda ltd inc a.c d.c hs km hnos a.m p.m",
    last: "etc",
    starters: "a ademas ahora al algunos ante antes asi aun aunque cada como con cual cuando de del desde despues donde durante e el \
        ella ellas ellos en entre era es esa ese eso esta estas este esto estos fue ha hay hasta la las le lo los luego mas mientras mi muchos \
        muy ni no nos o para pero por porque que quien se segun si sin sobre solo su sus tambien tras tu un una uno y ya yo",
};

#[cfg(feature = "languages")]
const ITALIAN: Words = Words {
    title: "sig sig.ra sig.na sigg dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons don s st ss \
        v.cte dir amm egr gent spett es p.es c.so v.le p.za p.zza ca cfr",
    number: "n nn no n° nº p pp pag art artt cap vol fig tel tab ed gen feb mar apr mag giu lug ago set sett ott nov dic",
    middle: "s.p.a s.r.l s.n.c co ltd inc a.c d.c u.s ecc.ti f.lli",
    last: "ecc etc",
    starters: "a ad al alcuni alla anche ancora c che chi ci come con cosi cui da dal dalla de dei del della di dopo dove due e ed era \
        essi ha hanno i il in infatti io l la le lei li lo loro lui ma mentre molti ne negli nel nella nessuno noi non o ogni oggi per perche pero piu poi \
        prima qua quando quella quello questa queste questi questo qui se secondo senza si solo sono sua sul sulla suo tra tutti tutto un una uno",
};

#[cfg(feature = "languages")]
const PORTUGUESE: Words = Words {
    title: "sr sra srs sras srta dr dra d eng prof profa exmo exma ilmo gen cel cap ten sto sta st av r p.ex",
    number: "no num nº n° p pag pags art arts cap vol fig tel aprox ed jan fev abr jun jul ago set out nov dez",
    middle: "s.a ltda cia inc e.u.a eua a.c d.c u.s",
    last: "etc",
    starters: "a ainda agora alem alguns ao aos apos as assim ate cada com como da das de depois desde do dos durante e ela elas ele eles em \
        embora enquanto entre era essa esse esta este eu foi ha isso ja la mais mas muitos na nao nas nem no nos o onde os ou para pela pelo \
        por porque quando que quem se segundo sem sendo ser seu sob sobre sua tambem toda todos tudo um uma voce",
};

#[cfg(feature = "languages")]
const DUTCH: Words = Words {
    title: "dhr mevr mw dr drs ir ing mr prof ds st sint gen kol kapt bijv bv d.w.z o.a m.b.t t.a.v i.v.m m.n t.o.v z.g zgn ca resp \
        evt incl excl aanw vnw jhr plv",
    number: "nr nrs no p pag blz art hfst afb tel jan feb mrt apr jun jul aug sep sept okt nov dec",
    middle: "n.v b.v co inc ltd jr sr str v.chr n.chr u.s",
    last: "enz etc e.d",
    starters: "aan al alle als bij daar daarna dan dat de deze die dit door dus echter een eerst en er ook het hier hij hoe hun ik in is ja je \
        maar meer men met na naar nee niet nog nu of om ondanks onder ons op over sinds te tegen toch toen tot uit vaak van veel volgens voor vooral waar \
        waarom want wat we wel wie wij ze zij zijn zo zonder",
};

#[cfg(feature = "languages")]
const NORDIC: Words = Words {
    title: "hr fr fru frk dr prof ing skt st sankt bl.a f.eks t.ex t.eks d.v.s dvs ca vedr inkl ekskl exkl evt pga p.g.a mht jf jfr \
        s.k m.a.o kl adv dir res resp tidl nuv opr overs red eks adm fhv kgl kand cand fil",
    number: "nr no s sid kap bd art tlf tel pkt par § jan feb mar apr jun jul aug sep sept okt nov dec tabl fig n°",
    middle: "co inc ltd u.s e.u u.s.a e.kr f.kr m.fl jr sr s.u i.v kr mio mia mrd milj md mdr",
    last: "osv etc m.m m.v mv mm a.m p.m",
    starters: "af alla alle allt alt att at av da de den denna denne der dess det detta dette dit du efter eller en er ett et for fra fran fore \
        ja jag jeg jo ha hade han hans har her hon hun hur hva hvad hvem hvis hvor hvordan i ifolge ikke inte ingen ja kan man manga mange med \
        medan men mens mot nar nej nu og och ogsa om over pa sa sedan selv siden som till til under ut vad var ved vem vi vid vil vilken",
};

#[cfg(feature = "languages")]
const RUSSIAN: Words = Words {
    title: "г гг гр тов проф доц акад им св ул пр просп пер пл наб д кв корп стр обл р с пос пгт п дер ст оз о ген полк см ср \
        напр т.е т.н т.к и.о в.о долл тыс млн млрд инж зам зав архиеп митр мл",
    number: "№ п ч гл рис табл т стр с тел янв февр апр авг сент окт нояб дек ок разд",
    middle: "г гг в вв н.э руб коп кв.м кв м км кг сша гос",
    last: "др т.д т.п т.ч пр",
    starters: "а без более был была были в во вот все всего вы где да для до его ее если еще же за здесь и из из-за или им именно их к как \
        какои ко когда кроме кто ли между мне много мы на над нам не нет ни но ну о об однако он она они оно от отметим по под позже после потому поэтому \
        при про ранее с сам сегодня сеичас со согласно так также там теперь то тогда того тоже только у уже хотя что чтобы эта эти это этот я",
};

/// Polish, Czech, Slovak, Ukrainian, Bulgarian and what most Latin scripts share.
const OTHER: Words = Words {
    title: "dr prof mr mrs ms st sr sra sv ks ing inz mgr doc ppłk płk gen kpt por sierz hab im ul al pl nam tzn tzw np \
        m.in tj ok zob por mudr judr phdr rndr bc ph.dr kupr napr tzv resp ev event vgl cf ca \
        г гр проф доц акад ім вул просп пл обл смт м р с св ул бул пл кв чл инж вкл напр т.е т.нар т.зв т.н т.г тов бл о ред тис млн млрд",
    number: "no nr n° nº p pp s str rys tab art par ust poz t vol fig tel pkt c § ч гл ст рис стр №",
    middle: "co inc ltd corp u.s r w r.z godz zł tys mld mln proc jr sr гр грн г.н рр ст н.е лв",
    last: "itd itp atd apod etc др ін т.д т.п a.m p.m",
    starters: "ale co czy dla do gdy i ich jak jest juz kto na nie no o od po to tak ten w we wiec z za ze a aj ak byl by co ja je jeho \
        kdyz ktery pri se si som ta tato tento v ve vsak він вона вони воно це цеи ця але в до за з із і и на не та то у що як якщо \
        тои тя те това тои този тази от при със след през",
};

#[cfg(feature = "languages")]
const FINNISH: Words = Words {
    title: "esim ns mm ts ym toht tri prof hra rva nti ko ml ent joht puh toim hlo n vrt mr dr st",
    number: "nro n s ss luku kpl klo art puh tel",
    middle: "oy ab inc co mrd milj e.kr j.kr eaa jaa u.s",
    last: "jne yms ym etc",
    starters: "ei en ensin han he hanen hanta ja jo jos joka kaikki kun kuin kuka lisaksi me meidan mina minka mita mutta myos ne nain nyt \
        on se sen sina siis silla siita sitten tama taman tai talla te vaan vaikka vain voi",
};

#[cfg(feature = "languages")]
const TURKISH: Words = Words {
    title: "dr prof doc yrd av sn alb gen org uzm op ing cad sok mah orn bkz muh st",
    number: "no nr s sf say c cilt md tel",
    middle: "a.s ltd sti san tic t.c inc cev u.s",
    last: "vb vs",
    starters: "ama ancak bazi ben biz bir bu bunlar bunun cok da daha de eger en fakat gibi hem her icin ile ise kim ne neden nasil o olan onlar \
        onun sen siz sonra su ve veya ya yani",
};

#[cfg(feature = "languages")]
const GREEK: Words = Words {
    title: "κ κα κ.κ κος δρ καθ αγ στρ λ λεωφ π.χ δηλ βλ πρβλ οδ αρ.πρ ο.π",
    number: "αρ σελ σ τ τηλ κεφ αριθ παρ",
    middle: "π.χ μ.χ π.μ μ.μ α.ε ε.ε η.π.α χλμ εκατ δισ",
    last: "κ.λπ κλπ κ.α κ.τ.λ",
    starters: "αν απο αλλα αυτα αυτη αυτο αυτοι αυτος για δεν ειναι εκει ενα ενας επισης η ηταν θα και κατα με μετα μια να ο οι ολα οταν οτι \
        που προς πως σε στη στην στις στο στον στους τα τη την της τι τις το τον του τους των ως",
};

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::English => &ENGLISH,
        #[cfg(feature = "languages")]
        Lang::German => &GERMAN,
        #[cfg(feature = "languages")]
        Lang::French => &FRENCH,
        #[cfg(feature = "languages")]
        Lang::Spanish => &SPANISH,
        #[cfg(feature = "languages")]
        Lang::Italian => &ITALIAN,
        #[cfg(feature = "languages")]
        Lang::Portuguese => &PORTUGUESE,
        #[cfg(feature = "languages")]
        Lang::Dutch => &DUTCH,
        #[cfg(feature = "languages")]
        Lang::Danish | Lang::Norwegian | Lang::Swedish => &NORDIC,
        #[cfg(feature = "languages")]
        Lang::Russian => &RUSSIAN,
        #[cfg(feature = "languages")]
        Lang::Finnish => &FINNISH,
        #[cfg(feature = "languages")]
        Lang::Turkish => &TURKISH,
        #[cfg(feature = "languages")]
        Lang::Greek => &GREEK,
        _ => &OTHER,
    }
}

/// Whether the words of `list`, parted by white space, hold this one.
#[inline(never)]
pub(crate) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == word)
}

/// How the word before a dot behaves in `lang`: `raw` as it stands, without the dot, and `folded`.
pub(crate) fn kind(lang: Lang, raw: &str, folded: &str) -> Option<Kind> {
    let w = words(lang);
    [
        (w.title, Kind::Title),
        (w.number, Kind::Number),
        (w.middle, Kind::Middle),
        (w.last, Kind::Last),
    ]
    .into_iter()
    .find_map(|(list, kind)| (holds(list, folded) || holds(list, raw)).then_some(kind))
}

/// Whether the folded word begins sentences where English is written without capitals. Nouns and
/// prepositions are left out, since they follow abbreviations that the lists do not know.
pub(crate) fn is_chatty(folded: &str) -> bool {
    const WORDS: &str = "also but he his how i if it its my please she so thanks that there they this we what when where why will you your";
    holds(WORDS, folded)
}

/// Whether the folded word often begins a sentence of `lang`.
pub(crate) fn is_starter(lang: Lang, folded: &str) -> bool {
    holds(words(lang).starters, folded)
}

/// Panics if an entry could never be found: every word must be its own folded form, its capital aside.
#[cfg(test)]
pub(crate) fn check() {
    let all = [
        &ENGLISH,
        &GERMAN,
        &FRENCH,
        &SPANISH,
        &ITALIAN,
        &PORTUGUESE,
        &DUTCH,
        &NORDIC,
        &RUSSIAN,
        &OTHER,
        &FINNISH,
        &TURKISH,
        &GREEK,
    ];
    for w in all {
        for list in [w.title, w.number, w.middle, w.last, w.starters] {
            for entry in list.split_ascii_whitespace() {
                let folded = super::chars::fold(entry);
                assert!(
                    folded == entry || !entry.starts_with(char::is_lowercase),
                    "{entry} is not folded"
                );
            }
        }
    }
}
