//! Abbreviations by language: words that end with a dot without ending a sentence. Also the words that
//! often begin sentences. They decide when an abbreviation may also be the last word of a sentence.
//!
//! The lists cover news prose. A missing word causes a wrong cut only before a capital.
//! They are folded: no accents, and lower case unless the word counts only with its capital
//! (*Sat.* is a day, *sat.* the end of a sentence).

use crate::lang::Lang;

/// How a word behaves before a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A title and the like, or *e.g.*: never the last word.
    Title,
    /// A name or a noun usually follows; before a word that begins sentences, and is not a name, the sentence is over
    /// (*She is a Dr. It is known.*).
    Either,
    /// A number follows; before anything else the sentence is over.
    Number,
    /// Often the last word: the sentence is over if the next word is one that begins sentences.
    Middle,
    /// More often the last word than not: the sentence is over before any capital.
    Last,
}

struct Words {
    title: &'static str,
    either: &'static str,
    number: &'static str,
    middle: &'static str,
    last: &'static str,
    starters: &'static str,
}

const ENGLISH: Words = Words {
    title: "mr mrs ms messrs vs e.g i.e cf viz eg ie approx rt et.seq comdr lieut pfc spc cllr fr",
    either: "dr drs prof rev gen lt col maj capt cpt sgt cpl pvt cmdr cdr adm brig gov sen sens rep reps hon pres supt \
        det insp atty esq",
    number: "no nos nr p pp vol vols fig figs sec ch art para par ed op ext Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov \
        Dec rs n° nº vv cl pt bk ver eq",
    middle: "inc corp co cos ltd llc plc bros jr sr dept dist est assn univ ave blvd rd hwy bldg sq apt u.s u.k u.n e.u \
        u.a.e u.s.a u.s.s.r d.c b.c a.d ph.d m.d b.a m.a m.p al et.al Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun \
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn \
        Tex Va Vt Wash Wis Wyo Ont Que s.u i.v v c ca abbr misc tech med asst govt intl natl mts ln pkwy cres terr \
        plz fwy mfg",
    last: "etc a.m p.m am pm",
    starters: "a about according after all also although an and another any are as at because before both but by can could \
        did do does during each earlier even every few for from had has have he her here his how however i if in \
        instead is it its just last later let many meanwhile more most my no nobody none nor not nothing now of \
        officials on once one only or other others our over people perhaps please police she should since so some \
        still such that the their them then there these they this those though through thus to today under unlike \
        until was we were what when where whether which while who why with without would yes yesterday yet you your \
        anyone everyone someone something neither either despite besides between beyond soon often sometimes hence \
        therefore nevertheless nonetheless moreover furthermore finally first second third next tomorrow tonight \
        maybe indeed",
};

#[cfg(feature = "languages")]
const GERMAN: Words = Words {
    title: "bzw ca z.b d.h u.a z.t u.u i.d.r i.v m.e o.a v.a s.o s.u vgl evtl ggf inkl exkl zzgl bspw sog etwa zz allg \
        bes betr dgl einschl entspr gegr ges gesch jr mind max Min od urspr zw s dt engl frz ital lat doz dir reg \
        stellv insb i.a i.d.f n.a z.hd z.zt zzt ders hrsg hg bearb gem hist internat kgl lfd mitgl mag mgr dkfm stud \
        cand habil vors wiss ggfs o.g p.a techn u.dgl verf versch zahlr",
    either: "hr hrn fr frl dr prof dipl ing st hl jur med phil rer nat gen maj lt oberst min rd kfm verh kath ev evang \
        ehem geb gest abg",
    number: "nr nrn no str bd abs art kap abb tab aufl anm fn ziff rz tel fax jan feb marz apr jun jul aug sep sept okt \
        nov dez hnr hausnr stk rdnr lit lfg pos par anh ausg bl sp",
    middle: "u.s usa co mio mrd tsd std u.s.w pl ag a.d n.chr v.chr v e.v abt jh jhd jhdt mill mia hbf bhf",
    last: "usw etc uvm ff f usf",
    starters: "aber alle als am an auch auf aus bei bis da dabei dafur daher damit danach dann darum das dass dem den denn \
        der des deshalb die dies diese dieser dieses doch dort durch ein eine einen einer er erst es fur ganz gegen \
        hier hinter ich ihr ihre im in ist ja jede jetzt kein keine man mehr mit nach nachdem nein neben nicht noch \
        nun nur ob obwohl ohne seit sein seine sich sie so sogar solche trotz uber um und unter viele vom von vor \
        wahrend wann warum was weil weiter welche wenn wer wie wir wird wo zu zudem zum zur zwar zwei zwischen",
};

#[cfg(feature = "languages")]
const FRENCH: Words = Words {
    title: "m mm mme mmes mlle mlles st ste cf c.-a-d av ex env p.ex vve resp id ibid op.cit i.e dept",
    either: "dr pr prof me mgr gen col cap lt cdt sgt adj",
    number: "no nos n° nº p pp vol fig art chap al ed tel janv fevr avr juil sept oct nov dec ch ann tab tabl ill pl sect \
        par para livr t bat",
    middle: "s.a inc ltd cie bd boul apr j.-c hab min max u.s sarl ave imp fg sq chem rte all ets s.a.r.l s.n.c ap.j.-c \
        av.j.-c",
    last: "etc",
    starters: "a ainsi alors apres au aucun aussi avec c ce cela celui ces cet cette chaque comme d dans de depuis des donc \
        du elle elles en enfin est et il ils j je l la le les leur leurs lors mais malgre n ne ni nous on or ou par \
        parmi pendant plus plusieurs pour pourtant puis qu quand que quel quelle qui sa sans selon ses si son sous \
        sur tandis tous tout toute tres un une vous",
};

#[cfg(feature = "languages")]
const SPANISH: Words = Words {
    title: "sr sra sres sras srta srtas d da sto sta st pdte excmo ilmo fr c.f rte p.ej dir subdir depto dpto edo izq \
        dcha aprox fdo ibid id i.e vid v.gr ej",
    either: "dr dra dres lic ing arq prof profa gral cnel cap tte mons av avda hno hna mt gen cmdte sgto alm pbro",
    number: "no num nº n° p pag pags parr parrf art arts vol fig tel ed ene feb mar abr jun jul ago sept oct nov dic col \
        cod ref inc ap apdo lib tom t sec secc ss km n edif c",
    middle: "ee.uu ee uu u.s s.a s.l cia ltda ltd a.c d.c hs hnos a.m p.m pza plza pl ctra urb bo ptda pdo s.l.u s.a.u \
        s.a.s u.e",
    last: "etc",
    starters: "a ademas ahora al algunos ante antes asi aun aunque cada como con cual cuando de del desde despues donde \
        durante e el ella ellas ellos en entre era es esa ese eso esta estas este esto estos fue ha hay hasta la las \
        le lo los luego mas mientras mi muchos muy ni no nos o para pero por porque que quien se segun si sin sobre \
        solo su sus tambien tras tu un una uno y ya yo",
};

#[cfg(feature = "languages")]
const ITALIAN: Words = Words {
    title: "sig sig.ra sig.na sigg don s st ss v.cte egr gent spett es p.es c.so v.le p.za p.zza ca cfr on.le on.li \
        egr.a ill rev rev.mo sigg.ri id ibid i.e v.d p.c p.v fam sac",
    either: "dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons amm cav comm min dir magg \
        mar serg brig vesc card",
    number: "n nn no n° nº p pp pag art artt vol fig tel tab ed feb apr mag giu lug ago set sett ott nov dic sec secc cit \
        capp voll figg tavv tav sez lett c l par all n.ri int sc prot",
    middle: "s.p.a s.r.l s.n.c co ltd inc a.c d.c u.s ecc.ti f.lli s.a.s s.r.l.s p.le v.lo l.go loc fraz prov ass.ne soc \
        coop",
    last: "ecc etc",
    starters: "a ad al alcuni alla anche ancora c che chi ci come con cosi cui da dal dalla de dei del della di dopo dove \
        due e ed era essi ha hanno i il in infatti io l la le lei li lo loro lui ma mentre molti ne negli nel nella \
        nessuno noi non o ogni oggi per perche pero piu poi prima qua quando quella quello questa queste questi \
        questo qui se secondo senza si solo sono sua sul sulla suo tra tutti tutto un una uno",
};

#[cfg(feature = "languages")]
const PORTUGUESE: Words = Words {
    title: "sr sra srs sras srta d exmo exma ilmo sto sta st r p.ex ilma ilm exmas v.exa sr.a id ibid i.e ex obs",
    either: "dr dra eng prof profa gen cel cap ten av maj sgt des dep sen min arq",
    number: "no num nº n° p pag pags art arts vol fig tel aprox ed jan fev abr jun jul ago set out nov dez tab inc par l \
        t sec cod ref apto ap bl lt qd km cx lote f fls fl",
    middle: "s.a ltda cia e.u.a eua a.c d.c u.s trav al pca pc rod est jd vl cj dto esq s.a.r.l lda",
    last: "etc",
    starters: "a ainda agora alem alguns ao aos apos as assim ate cada com como da das de depois desde do dos durante e ela \
        elas ele eles em embora enquanto entre era essa esse esta este eu foi ha isso ja la mais mas muitos na nao \
        nas nem no nos o onde os ou para pela pelo por porque quando que quem se segundo sem sendo ser seu sob sobre \
        sua tambem toda todos tudo um uma voce",
};

#[cfg(feature = "languages")]
const DUTCH: Words = Words {
    title: "dhr mevr mw st sint bijv bv d.w.z o.a m.b.t t.a.v i.v.m m.n t.o.v z.g zgn resp evt incl excl aanw vnw jhr \
        plv mej ned m.i nl i.c i.p.v o.l.v p.p t.w.z h.k i.o t.n.v z.s.m e.v t/m red vz voorz secr burg weth cie \
        a.u.b",
    either: "dr drs ir ing mr prof ds gen kol kapt lt maj sgt min sen",
    number: "nr nrs no p pag blz art hfst afb tel jan feb mrt apr jun jul aug sep sept okt nov dec bijl hs dl jg tab vgl \
        pos par",
    middle: "n.v b.v co inc ltd jr sr str v.chr n.chr u.s pl ln wg kde gld mln mld mjr s.v",
    last: "enz etc e.d e.a o.i.d enzv",
    starters: "aan al alle als bij daar daarna dan dat de deze die dit door dus echter een eerst en er ook het hier hij hoe \
        hun ik in is ja je maar meer men met na naar nee niet nog nu of om ondanks onder ons op over sinds te tegen \
        toch toen tot uit vaak van veel volgens voor vooral waar waarom want wat we wel wie wij ze zij zijn zo \
        zonder",
};

#[cfg(feature = "languages")]
const NORDIC: Words = Words {
    title: "skt st sankt bl.a f.eks t.ex t.eks d.v.s dvs ca vedr inkl ekskl exkl evt pga p.g.a mht jf jfr s.k m.a.o kl resp \
        tidl nuv opr overs eks adm fhv d.y d.e e.l forf forts h.k.h hhv ifm iht ift iflg lekt m.h.t phil repr sekr \
        stud tilsv utg vs t.o.m f.d f.n fr.o.m enl ordf statsmin",
    either: "hr fr fru frk dr prof ing gen lt kapt oberst maj adv dir res red min kgl kand cand fil",
    number: "nr no s sid kap bd art tlf tel pkt par § jan feb mar apr jun jul aug sep sept okt nov dec tabl fig n° lbnr \
        stk mob avs",
    middle: "co inc ltd u.s e.u u.s.a e.kr f.kr m.fl jr sr s.u i.v kr mio mia mrd milj md mdr gt gd gde aps a/s asa arh \
        arg sthlm gbg kbh",
    last: "osv etc m.m m.v mv mm a.m p.m",
    starters: "af alla alle allt alt att at av da de den denna denne der dess det detta dette dit du efter eller en er ett \
        et for fra fran fore ja jag jeg jo ha hade han hans har her hon hun hur hva hvad hvem hvis hvor hvordan i \
        ifolge ikke inte ingen kan man manga mange med medan men mens mot nar nej nu og och ogsa om over pa sa sedan \
        selv siden som till til under ut vad var ved vem vi vid vil vilken",
};

#[cfg(feature = "languages")]
const RUSSIAN: Words = Words {
    title: "им пр д стр р с п ст оз о см ср напр т.е т.н т.к и.о в.о зам зав мл св адм арх бывш вкл в.т.ч губ деиств деп \
        див дир евр ед заслуж зап кап канд лат нач нем о-во общ офиц пом пред п/п ред сев секр сокр сост спец т.наз \
        устар физ фр хим чл юж яп англ греч букв гл.обр прим ст.н.с к.т.н д.т.н гр-н",
    either: "г гг гр тов проф доц акад ул просп пер пл наб кв корп обл пос пгт дер ген полк тыс млн млрд долл инж архиеп \
        митр бул ш",
    number: "№ ч гл рис табл т тел янв февр апр авг сент окт нояб дек ок разд илл ил тт пп абз прил л вып кн к оф под эт",
    middle: "в вв н.э руб коп кв.м м км кг сша мин сек час мм га экз шт чел р-н уч",
    last: "др т.д т.п т.ч и.т.д и.т.п проч",
    starters: "а без более был была были в во вот все всего вы где да для до его ее если еще же за здесь и из из-за или им \
        именно их к как какои ко когда кроме кто ли между мне много мы на над нам не нет ни но ну о об однако он она \
        они оно от отметим по под позже после потому поэтому при про ранее с сам сегодня сеичас со согласно так \
        также там теперь то тогда того тоже только у уже хотя что чтобы эта эти это этот я",
};

/// For a language without its own list, or an unknown one: what Polish, Czech, Ukrainian, Bulgarian and most Latin
/// scripts share.
const OTHER: Words = Words {
    title: "mr mrs ms sr sra sv ing inz mgr doc ppłk płk por sierz hab im ul al pl nam tzn tzw np m.in tj ok zob mudr \
        judr phdr rndr bc ph.dr kupr napr tzv resp ev event vgl cf ca ім пл смт м р с св ул бул кв чл инж вкл напр \
        т.е т.нар т.зв т.н т.г тов бл о ред тис млн млрд",
    either: "dr prof st ks gen kpt г гр проф доц акад вул просп обл",
    number: "no nr n° nº p pp s str rys tab art par ust poz t vol fig tel pkt c § ч гл ст рис стр №",
    middle: "co inc ltd corp u.s r w r.z godz zł tys mld mln proc jr грн г.н рр н.е лв",
    last: "itd itp atd apod etc др ін т.д т.п a.m p.m",
    starters: "ale co czy dla do gdy i ich jak jest juz kto na nie no o od po to tak ten w we wiec z za ze a aj ak byl by \
        ja je jeho kdyz ktery pri se si som ta tato tento v ve vsak він вона вони воно це цеи ця але в до за з із і \
        и на не та то у що як якщо тои тя те това този тази от при със след през",
};

#[cfg(feature = "languages")]
const FINNISH: Words = Words {
    title: "esim ns mm ts ym ko ml ent joht puh toim hlo n vrt mr alik dos ev ev.lut evp fil kand kapt ed fk fl ft ltn \
        lis maist maj oik past prof puh.joht rov s.o so varat vas vt yht ylik t.s",
    either: "dr st tri toht hra rva nti",
    number: "nro s ss luku kpl klo art tel sid § taul mom",
    middle: "oy ab inc co mrd milj e.kr j.kr eaa jaa u.s oyj ky osk jkr ekr mk p.a",
    last: "jne yms etc tms",
    starters: "ei en ensin han he hanen hanta ja jo jos joka kaikki kun kuin kuka lisaksi me meidan mina minka mita mutta \
        myos ne nain nyt on se sen sina siis silla siita sitten tama taman tai talla te vaan vaikka vain voi",
};

#[cfg(feature = "languages")]
const TURKISH: Words = Words {
    title: "yrd sn org cad sok mah orn bkz st yuzb bsk mv yrd.doc cev ans arast brsg gor krs lt tgm",
    either: "dr prof doc av gen alb uzm op ing muh ogr",
    number: "no nr s sf say c cilt md tel mad bl sek sah ss daire d kat k",
    middle: "a.s ltd sti san tic t.c inc u.s sk apt ltd.sti as",
    last: "vb vs v.b v.s v.d",
    starters: "ama ancak bazi ben biz bir bu bunlar bunun cok da daha de eger en fakat gibi hem her icin ile ise kim ne \
        neden nasil o olan onlar onun sen siz sonra su ve veya ya yani",
};

#[cfg(feature = "languages")]
const GREEK: Words = Words {
    title: "κα κ.κ π.χ δηλ βλ πρβλ αρ.πρ ο.π κκ δις π.δ σ.σ αντ γεν γραμ διευθ ιωαν λ.χ μετ σημ τ.κ τ.μ εκδ αι",
    either: "κ κος δρ καθ αγ στρ λ λεωφ οδ υπ βουλ",
    number: "αρ σελ σ τ τηλ κεφ αριθ παρ αριθμ εικ πιν τομ φυλ αρθ εδ στ",
    middle: "μ.χ π.μ μ.μ α.ε ε.ε η.π.α χλμ εκατ δισ πλ χιλ ω.π",
    last: "κ.λπ κλπ κ.α κ.τ.λ κ.ο.κ κτλ",
    starters: "αν απο αλλα αυτα αυτη αυτο αυτοι αυτος για δεν ειναι εκει ενα ενας επισης η ηταν θα και κατα με μετα μια να \
        ο οι ολα οταν οτι που προς πως σε στη στην στις στο στον στους τα τη την της τι τις το τον του τους των ως",
};

#[cfg(feature = "languages")]
const ROMANIAN: Words = Words {
    title: "dl dna dra d-l d-na dlui dnei dle conf lect asist ing av st sf sfta pr pf prea e.g i.e cf vs ex aprox resp \
        adj v.d op.cit ibid id subl trad red n.r a.n prof.univ",
    either: "dr prof gen col lt cpt mr slt acad arh min sen dep ps ips str bd sos cal al spl jud mun com",
    number: "nr art alin lit pag p pg cap vol fig tab tel bl sc et ap sec pct ed t inc km ian feb mart apr iun iul aug \
        sept oct nov dec anex al int",
    middle: "s.a s.r.l srl sa ltd co u.e s.u.a n.t u.s mil mld i.hr d.hr e.n lei",
    last: "etc s.a.m.d samd a.m p.m",
    starters: "a acest aceasta acestea acesta acestia acum al am ar are as astfel astazi ati atunci au avea ca cand care ce \
        cei cel cele chiar ci cine conform cu cum da daca dar de deci desi din dintre dupa ea ei el ele era este eu \
        fara foarte i iar ieri il in insa intre isi l la le lui mai multe multi ne nici nimeni nu o odata oricum \
        pana pe pentru peste prin printre s sa sau se si sub sunt ti totul totusi tu un una unde unele unii unul va \
        vor",
};

#[cfg(feature = "languages")]
const HUNGARIAN: Words = Words {
    title: "un ill pl vo ld azaz ti kb ui tkp u.n i.e cf vs szt br gr ozv ifj id isk fov foig ig min biz megb meb ny \
        foszerk szerk ford tszf kat kpt alt varm cs aht eln orsz nemz ang nem fr lat gor",
    either: "dr prof gen ezr alez orn szds hdgy fohdgy tbk vezorgy foorv st",
    number: "sz old p pp kot evf fej fig tabl tel bek par § em hrsz ajt fszt mell jan febr mac marc apr maj jun jul aug \
        szept okt nov dec",
    middle: "kft bt rt zrt nyrt kkt ltd inc co u u.s t krt r c k ft mft mrd m db e.u kr.e kr.u i.sz i.u sz.u",
    last: "stb stbi s.k",
    starters: "a az azt azonban ahogy aki ami amikor am ara azok azota bar be csak de e ebben egy ekkor el elso en eppen \
        erre es ez ezek ezert ezt ezutan ezzel fel ha hanem hat hiszen hogy igy is ki kulonben le ma majd maga meg \
        mert mi miert mig minden mindez mivel most nagyon nalunk ne nem nincs o ok olyan pedig sem semmi sok soha \
        sot szerinte szerint tegnap tehat te ti tobb ugy ugyanakkor ugyanis ujra utana vagy valamint van vegul \
        viszont",
};

#[cfg(feature = "languages")]
const POLISH: Words = Words {
    title: "tzw tzn np m.in tj ok zob por w.w ww sp op cyt red oprac tlum wyd pt pn ps jw ds ws im al nb dot wlk wsp \
        obecn b ub br zwl szczeg wg pod przyp niem ang franc ros lac",
    either: "dr prof mgr inz ks lek adw gen plk ppłk mjr kpt ppor st sierz hab sw bp abp kard o s hr ul pl os doc rtm dyr \
        min pos woj pow gm m",
    number: "nr nry str ss art ust par pkt poz rys tab ryc t z zesz vol rozdz rozp dz lp tel l wiersz w § sygn kl ods",
    middle: "r godz zł gr tys mln mld bln proc szt ha r.z co inc ltd sp.z.o.o s.a u.s n.e p.n.e",
    last: "itd itp i.in etc in",
    starters: "a aby ale ani az bo bez był była było byc by były czy co dla do dlatego dzis gdy gdyby gdzie i ich ja jak \
        jako je jednak jednoczesnie jego jej jesli jest jestem juz kazdy kiedy kto ktos mimo moze mozna my na nad \
        nam nasz natomiast nawet nie niektore niestety nikt nic no o od ona one oni ono on oraz po pod podczas \
        ponadto potem poza przed przez przy sa sie skoro ta tak takze tam te tego ten teraz to tu tutaj tym w we \
        wczoraj wczesniej wedlug wiec wiele wielu wszyscy wszystko wtedy z za zas zatem ze zeby zgodnie",
};

/// Czech and Slovak.
#[cfg(feature = "languages")]
const CZECH: Words = Words {
    title: "tzv tzn napr mj aj resp pripadne event popr vc atp kupr cca cf srv viz tj t.j t.zn t.c m.j o.p.s pozn red \
        prel ed vyd sev vych zap nem angl franc lat byv zv pol arch s.p",
    either: "dr prof doc ing mgr bc bca mudr mvdr judr phdr rndr paeddr paed thdr thlic rsdr csc ph.dr ph.d sv gen plk \
        pplk mjr kpt npor por st p pi pp mons nam ul tr nabr min dir zast arcib",
    number: "c cis str s odst pism par § sb ods obr tab r roc kap sr tel kc zak zb vol fig cl ust bod ks",
    middle: "spol s.r.o a.s a.d v.o.s co inc ltd hod tis mil mld mia stol n.l pr.n.l pr.kr po.kr u.s m",
    last: "atd apod a.i etc",
    starters: "a aby ach ale ani ano asi az bez by bude budou byl byla bylo byly co coz dale dnes do dokonce dosud i ich ja \
        jak jake jako je jeho jejich jen jeste jestlize ji jsem jsme jsou k kazdy kde kdo kdyby kdyz ke kolem ktera \
        ktere kteri ktery ma mame maji me mezi mnoho mnozi moje muj muze my na nad nakonec nas nase navic ne nebo \
        nejen neni nekdo nektere nekteri nic nikdo no o od ode on ona oni ono pak po pod podle pokud potom prave \
        pred pres presto pri pritom pro proc proto protoze pry s se si ta tady tak take takze tam te tedy ten tento \
        tato toto teto tehdy ted to tohle tu ty u uz v ve vcera vsak vse vsechno vsichni vy z za zatim zatimco ze \
        zde zpravidla ako aj alebo bol bola bolo boli ci este jej ked kto ktora ktore nie niekto podla pretoze preto \
        som sa su takto vo vsetko vsetci",
};

/// Croatian, Serbian (in both scripts) and Slovenian.
#[cfg(feature = "languages")]
const SOUTH_SLAVIC: Words = Words {
    title: "tzv npr tj odn odnosno o.c i.e cf usp v.d ur prev izd itn oko ibid isto bl tkzv tkz ipd lat engl njem nem fr \
        tal тзв нпр тј одн уп в.д ур прев ибид",
    either: "dr prof doc ing mr mag sv gen puk pukovnik ppuk por don fra o s g gđa gda gdja gdica ga gosp ul trg bul akad \
        min red dipl spec др проф доц инж мр св ген пук мај кап г гђа ул бул акад мин дипл",
    number: "br st str cl tac sl tab gl vol god fig tel al toc § odst zr ct т стр бр чл таб сл гл тел ст",
    middle: "d.o.o d.d j.d.o.o a.d co inc ltd god.n stolj mil mlrd tis din kn eur pr.kr po.kr p.n.e n.e r u.s год хиљ мил \
        млрд дин н.е п.н.е а.д д.о.о",
    last: "itd i.t.d etc i.sl idr и.т.д итд и.сл",
    starters: "a ako ali ampak al bez bi bil bila bilo biti ce cim da dakle dok do dve ga gde gdje god i iako ili in ipak \
        iz iza ja jaz jer je jedan jedna kad kada kako kao kar kdaj kdo kdor kje ki kljub ko koja koje koji kod kot \
        k ker lahko ma me među medju medtem mi mnogi moze na nad naime naj nakon nas ne nego neka neki neko nema \
        niko nisu ni nic no o od ona oni ono on ovaj ova ovo osim pa pak po pod poleg posle poslije potem potom \
        prema pre pred prej pri prije saj sa se sem si smo su so sta sto ta tada tako tam taj te tega ti to toda \
        tokom torej tu tudi u uz v vec vecina vendar vi vse z za zaradi zato zatim zbog ze а али ако без био била \
        било да док до ево где и иако или из ипак ја јер је када како као који која које међутим ми на након не нема \
        нико није нису но о од он она они оно овај ова ово осим па по под после пре према при са се смо су та тада \
        тако тамо те то током тај у уз шта што за зато због",
};

#[cfg(feature = "languages")]
const UKRAINIAN: Words = Words {
    title: "див напр т.зв т.з тобто т.н т.б порів пор зокр ін.мов в.о т.в.о заст зав нач нім англ лат рос укр пол франц \
        гр ім приб бл близько прибл зб упоряд пер ред прим рец іл ст.н.с к.т.н д.т.н канд докт",
    either: "г проф доц акад вул просп пров пл бульв бул наб обл смт м с р св інж ген полк підполк кап маи леит тов о п \
        пп архіт архиєп митр сел кв-л шос тис млн млрд дол грн коп деп",
    number: "стор рис табл т тт кн розд гл ч ст пункт абз дод рр № буд кв корп оф каб тел вип арк мал кім ауд од",
    middle: "н.е год хв сек км см кг га шт чол осіб мін",
    last: "ін т.д т.п тощо т.ін",
    starters: "а або адже але би бо був була було були в вже ви від він вона вони воно все всі ось для до дуже иого іі іх є \
        ж же з за завдяки замість зараз зате зі звідти і із и кожен кожна коли крім куди лише ми між мене мені на \
        навіть над нам нас не немає ні ніхто нічого ну о один одна однак от по поки потім при про проте проти \
        протягом під після раніше саме своі себе серед сьогодні так також там те тепер ти то тоді тож тому тут у уже \
        усі учора хоча хто це цеи ця ці чи чому ще що щоб як яка яке якии які якщо вчора згідно зокрема",
};

#[cfg(feature = "languages")]
const BULGARIAN: Words = Words {
    title: "напр т.е т.нар т.н т.г вкл вж вм срв респ съкр св изд ред прев англ нем фр лат рус зам и.д в.и.д б.а бел \
        бел.ред бивш",
    either: "г гр проф доц акад д-р инж арх ул бул пл кв жк ж.к ген полк подп кап маи леит с обл общ м р н.пр о.з деп мин \
        хил млн млрд лв",
    number: "стр т чл ал табл фиг ч гл § № бл вх ет ап тел том бр точка кн вид рис обр п",
    middle: "гг в вв ст км кг сек пр.хр сл.хр н.е пр.н.е ад оод еоод дка",
    last: "др и.др",
    starters: "а ако ала ами без беше бе бил била било в вече все всеки всички във вчера впрочем да дали днес до докато \
        друг един една едно за защо защото зад затова заради и из или има имаше как каква какво като когато която \
        което които къде кои към ли междувременно между много може му на над нали например не него нея ние никои \
        нима нито но нои о обаче около освен от още по под поради после почти преди през при просто само са с сега \
        се след следва според сред срещу също съм съгласно така такива там тази тези това този тои тогава то те тя у \
        утре ще що я",
};

#[cfg(feature = "languages")]
const HINDI: Words = Words {
    title: "प्रो डॉ डा श्री श्रीमती सुश्री कु कुं पं स्व ले कै मो मु मौ ब्रि एड आचा इं न्या मा सर्व स्वा शि ज्ञा सं उदा \
        अर्था जैसे बी सी डी एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड ए",
    either: "",
    number: "पृ क्र ख अनु सू चि ता दि धा सर्ग फो टे रु रू नं कि.मी वि.सं",
    middle: "ई.पू ई कि.ग्रा मि मी प्रा.लि लि कं",
    last: "आदि इत्यादि",
    starters: "",
};

#[cfg(feature = "languages")]
const VIETNAMESE: Words = Words {
    title: "tp tx tt ts ths tskh pgs gs gs.ts pgs.ts bs bsck ds ks kts ls cn nsnd nsut ngnd ngut nxb st vd v.d h q p x đ \
        th thg tr.cn dt đt đc mr mrs ms dr prof o b đ/c ub hđnd kcn cty",
    either: "",
    number: "tr trg so t tap stt sđt tel fax khoan k ql tl no nr",
    middle: "co ltd inc corp jsc cp tnhh u.s t.u tcn scn",
    last: "v.v vv etc",
    starters: "ba boi cac cho chung co con cuoi cung cua do du đay đa đe đen đo đong đang đuoc gio hai hay ho hom hien khi \
        khong la luc ma mac mot moi nay neu nguoi nhung nhu nhieu no ngoai ngay o ong roi sau sang se song tai theo \
        the thi toi tren trong truoc tu tung tuy va vao van vi voi viec vay xin",
};

fn words(lang: Lang) -> &'static [&'static Words] {
    match lang {
        Lang::English => &[&ENGLISH],
        #[cfg(feature = "languages")]
        Lang::German => &[&GERMAN],
        #[cfg(feature = "languages")]
        Lang::French => &[&FRENCH],
        #[cfg(feature = "languages")]
        Lang::Spanish => &[&SPANISH],
        #[cfg(feature = "languages")]
        Lang::Italian => &[&ITALIAN],
        #[cfg(feature = "languages")]
        Lang::Portuguese => &[&PORTUGUESE],
        #[cfg(feature = "languages")]
        Lang::Dutch => &[&DUTCH],
        #[cfg(feature = "languages")]
        Lang::Danish | Lang::Norwegian | Lang::Swedish => &[&NORDIC],
        #[cfg(feature = "languages")]
        Lang::Russian => &[&RUSSIAN],
        #[cfg(feature = "languages")]
        Lang::Romanian => &[&ROMANIAN],
        #[cfg(feature = "languages")]
        Lang::Hungarian => &[&HUNGARIAN],
        #[cfg(feature = "languages")]
        Lang::Polish => &[&POLISH],
        #[cfg(feature = "languages")]
        Lang::Czech | Lang::Slovak => &[&CZECH],
        #[cfg(feature = "languages")]
        Lang::Croatian | Lang::Serbian | Lang::Slovenian => &[&SOUTH_SLAVIC],
        #[cfg(feature = "languages")]
        Lang::Ukrainian => &[&UKRAINIAN],
        #[cfg(feature = "languages")]
        Lang::Bulgarian => &[&BULGARIAN],
        #[cfg(feature = "languages")]
        Lang::Hindi => &[&HINDI],
        #[cfg(feature = "languages")]
        Lang::Vietnamese => &[&VIETNAMESE],
        #[cfg(feature = "languages")]
        Lang::Finnish => &[&FINNISH],
        #[cfg(feature = "languages")]
        Lang::Turkish => &[&TURKISH],
        #[cfg(feature = "languages")]
        Lang::Greek => &[&GREEK],
        // The words of languages without Latin letters cannot be confused with those of others.
        #[cfg(feature = "languages")]
        _ => &[&OTHER, &UKRAINIAN, &BULGARIAN, &HINDI],
        #[cfg(not(feature = "languages"))]
        _ => &[&OTHER],
    }
}

/// Whether the words of `list`, separated by white space, hold this one.
#[inline(never)]
pub(crate) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == word)
}

/// How the word before a dot behaves in `lang`: `raw` is the word as it is, without the dot.
pub(crate) fn kind(lang: Lang, raw: &str, folded: &str) -> Option<Kind> {
    let kinds = |w: &Words| {
        [
            (w.title, Kind::Title),
            (w.either, Kind::Either),
            (w.number, Kind::Number),
            (w.middle, Kind::Middle),
            (w.last, Kind::Last),
        ]
    };
    words(lang)
        .iter()
        .flat_map(|w| kinds(w))
        .find_map(|(list, kind)| (holds(list, folded) || holds(list, raw)).then_some(kind))
        .or_else(|| is_street(folded).then_some(Kind::Either))
}

/// Whether the folded word is a compound with a word for street, shortened: *Marktstr.*, *Kalverstr.*,
/// *Storgt.*
fn is_street(folded: &str) -> bool {
    folded.len() > 5
        && (folded.ends_with("str") || folded.ends_with("rgt") || folded.ends_with("evn"))
}

/// Whether the folded word begins surnames too, so that after a title or an initial it does not show a new sentence:
/// *Gen. De Gaulle*, *Dr. He*, *K. So*.
pub(crate) fn begins_names(folded: &str) -> bool {
    const WORDS: &str = "de del della di da do dos das la las le les el los al van von vom der den die ten ter du des lo li \
        zu zum zur auf im am in an so no do he who she you we more just still few last";
    holds(WORDS, folded)
}

/// Whether the folded word begins sentences where English is written without capitals. Nouns and
/// prepositions are left out, since they follow abbreviations that the lists do not know.
pub(crate) fn is_chatty(folded: &str) -> bool {
    const WORDS: &str = "also but he his how i if it its my please she so thanks that there they this we what when where why will you your";
    holds(WORDS, folded)
}

/// Whether the folded word often begins a sentence of `lang`.
pub(crate) fn is_starter(lang: Lang, folded: &str) -> bool {
    words(lang).iter().any(|w| holds(w.starters, folded))
}

/// Panics if an entry could never be found: every word must be its own folded form, except for its capital.
#[cfg(test)]
pub(crate) fn check() {
    let langs = Lang::ALL.into_iter().chain([Lang::Other]);
    for w in langs.flat_map(words) {
        for list in [w.title, w.either, w.number, w.middle, w.last, w.starters] {
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
