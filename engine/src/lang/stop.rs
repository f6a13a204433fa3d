//! The commonest function words of each language with a stemmer, in folded form. In matching they weigh
//! half and propose no links. They also serve to detect the language. Only closed classes are listed:
//! articles, pronouns, prepositions, conjunctions, auxiliaries. Verbs of saying are frequent in news, but are
//! *not* listed, since a report is about who says what.

use super::Lang;

/// The function words of `lang`, separated by white space; empty where there is no list.
pub fn words(lang: Lang) -> &'static str {
    match lang {
        Lang::English => {
            "a about above after again against all also am an and any are aren't as at be because \
             been before being below between both but by can can't could couldn't did didn't do \
             does doesn't doing don't down during each either few for from further had hadn't has \
             hasn't have haven't having he he'd he'll he's her here hers herself him himself his \
             how i i'd i'll i'm i've if in into is isn't it it's its itself just let's may me might \
             more most must my myself no nor not now of off on once one only or other our ours \
             ourselves out over own same she she'd she'll she's should shouldn't so some such than \
             that that's the their theirs them themselves then there there's these they they'd \
             they'll they're they've this those through to too under until up upon us very was \
             wasn't we we'd we'll we're we've were weren't what when where whether which while who \
             whom whose why will with within without won't would wouldn't you you'd you'll you're \
             you've your yours yourself yourselves"
        }
        #[cfg(feature = "languages")]
        other => others(other),
        #[cfg(not(feature = "languages"))]
        _ => "",
    }
}

#[cfg(feature = "languages")]
fn others(lang: Lang) -> &'static str {
    match lang {
        Lang::German => {
            "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer \
             anderes auch auf aus bei beim bin bis bist da dadurch damit dann das dass dasselbe dazu \
             dein deine dem den denn der deren des dessen dich die dies diese diesem diesen dieser \
             dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer \
             für gegen gewesen hab habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre \
             ihrem ihren ihrer ihres im in ins ist jede jedem jeden jeder jedes jene jenem jenen \
             jener jenes jetzt kann kein keine keinem keinen keiner können könnte man manche mehr \
             mein meine mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr \
             sein seine seinem seinen seiner seines seit selbst sich sie sind so solche soll sollte \
             sondern sonst über um und uns unser unsere unter viel vom von vor war waren warst was \
             weg weil weiter welche welchem welchen welcher welches wenn werde werden wie wieder will \
             wir wird wirst wo worden wurde wurden während zu zum zur zwar zwischen"
        }
        Lang::French => {
            "à afin ai ainsi alors as au aucun aussi autre autres aux avait avant avec avoir ayant \
             c'est car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment \
             contre d'un d'une dans de depuis des deux doit donc dont du elle elles en encore entre \
             es est et étaient était étant été être eu eux fait font furent fut ici il ils j'ai je \
             jusqu'à l'on la laquelle le lequel les lesquels leur leurs lors lui ma mais me même mêmes \
             mes moi mon n'a n'est ne ni non nos notre nous on ont ou où par parce pas pendant peu \
             peut plus pour pourquoi qu'elle qu'il qu'ils quand que quel quelle quelles quels qui s'est \
             sa sans se sera ses si son sont sous sur ta te tes toi ton tous tout toute toutes très tu \
             un une vers vos votre vous y"
        }
        Lang::Spanish => {
            "a al algo algunas algunos ante antes aquel aquella así aun aunque bajo bien cada como con \
             contra cual cuales cuando cuya cuyo de del desde donde dos durante e el él ella ellas ellos \
             en entre era eran es esa esas ese eso esos esta está están estaba estas este esto estos fue \
             fueron ha había haber habían hacia han hasta hay la las le les lo los más me mi mientras muy \
             nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque \
             pues que qué quien quienes se sea ser si sí sido siempre sin sino sobre son su sus también \
             tan tanto te tiene tienen toda todas todo todos tras tu tú un una unas uno unos usted y ya yo"
        }
        Lang::Italian => {
            "a abbia abbiamo ad agli ai al alla alle allo anche ancora aveva avevano avere c'è che chi \
             ci coi col come con contro cui da dagli dai dal dalla dalle dallo degli dei del della delle \
             dello dentro di dopo dove due e è ed era erano essere fa fino fra già gli ha hanno ho i il in \
             io l'ha la le lei li lo loro lui ma me mentre mi mia mio molto ne negli nei nel nella nelle \
             nello noi non nostra nostro o ogni oltre per perché però più poi prima proprio può qua quale \
             quali quando quanto quella quelle quelli quello questa queste questi questo qui se sé senza \
             si sia siamo sono sopra sotto stata state stati stato su sua sue sugli sui sul sulla sulle \
             suo suoi tra tu tutta tutte tutti tutto un una uno verso vi voi"
        }
        Lang::Portuguese => {
            "a à ao aos aquela aquele aqueles aquilo as às até cada com como contra da das de dela dele \
             deles depois desde dessa desse desta deste do dos duas e é ela elas ele eles em entre era \
             eram essa essas esse esses esta está estão estas estava este estes eu foi foram há isso isto \
             já lhe lhes mais mas me mesmo meu minha muito na não nas nem no nos nós nossa nosso num numa \
             o onde os ou outra outras outro outros para pela pelas pelo pelos por porque qual quando que \
             quem se sem ser seu seus si sido só sob sobre sua suas são também te tem têm tinha toda todas \
             todo todos tu um uma umas uns você"
        }
        Lang::Dutch => {
            "aan al alle alles als altijd andere ben bij bijna daar dan dat de der deze die dit doch door \
             dus een eens en er ge geen geweest had hadden heb hebben heeft hem hen het hier hij hoe hun \
             ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of \
             om omdat onder ons ook op over reeds te tegen toch toen tot tussen u uit uw van veel voor want \
             waren was wat we wel werd werden wezen wie wij wil word worden wordt zal ze zei zelf zich zij \
             zijn zo zonder zou zouden"
        }
        Lang::Swedish => {
            "alla allt att av bara blev bli blir blivit de dem den denna deras dess dessa det detta dig \
             din ditt du där då efter ej eller en er ett från för ha hade han hans har henne hennes hon \
             honom hur här i icke ingen inom inte jag ju kan kunde man med mellan men mig min mot mycket \
             ni nu när något några och om oss på samma sedan sig sin sina sitt skulle ska som så sådan \
             till under upp ut utan vad var vara varför varit vi vid vilka vilken vill är över"
        }
        Lang::Danish => {
            "af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din dog du \
             efter eller en end er et for fra ham han hans har havde have hende hendes her hos hun hvad \
             hvis hvor i ikke ind jeg jer kan kunne man mange med meget men mig min mod ned noget nogle nu \
             når og også om op os over på sammen selv sig sin sit skal skulle som sådan til ud under var \
             ved vi vil ville vor være været"
        }
        Lang::Norwegian => {
            "alle at av bare ble bli blir blitt da de deg dem den denne der deres det dette din du eller \
             en enn er et etter for fra før ha hadde han hans har henne hennes her hun hva hvem hvis hvor \
             hvordan i ikke inn ja jeg kan kom kunne man mange med meg mellom men min mot må nei noe noen \
             nå når og også om opp oss over på samme seg selv sin sitt skal skulle slik som så til ut uten \
             var ved vi vil ville vår være vært å"
        }
        Lang::Finnish => {
            "ei eivät eli en että he heidän hän hänen ja jo joka jolla jonka jos joten jotka jotta kanssa \
             kuin kuka kun ole oli olisi olivat olla olleet ollut on osa ovat se sekä sen siellä siitä sitä \
             mikä minä missä mitä mukaan mutta myös ne niiden niin niitä noin nyt näin ovat saa sinä tai \
             tämä tämän tätä vain vaan voi yli yhteydessä"
        }
        Lang::Hungarian => {
            "a abban ahhoz aki akik akkor amely amelyek ami amíg annak arra az azért azok azon azonban azt \
             aztán be belül benne csak de e egy egyéb egyes egyik el ellen én ennek erre és ez ezek ezt fel \
             ha hanem hogy hol igen is itt jó kell ki lehet lesz lett meg még mert mi miatt mint minden \
             mindig most már nagy ne nem nincs nélkül ő ők össze pedig sem s sok szerint több talán ti ugyan \
             után utána úgy vagy van vannak vele volt voltak volna"
        }
        Lang::Romanian => {
            "a acea aceasta această aceea acei acel acele acest acesta acestea aceşti ai al ale alt am ar are \
             as asupra au avea aveau că care către ce cea cei cel cele cu cum da dacă dar de deci decât deja \
             din dintre doar după ea ei el ele era erau este eu există face fi fie fost în încă între iar îi \
             îşi îl la le lor lui mai mult ne ni nici nu o or ori pe pentru peste poate prin să sa sau se şi \
             său sunt te un una unde unei unor unui va vor"
        }
        Lang::Russian => {
            "а без бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его \
             ее ей ему если есть еще ещё же за здесь и из или им их к как какой когда кто ли либо меня мне \
             может можно мы на над надо нас не него нее ней нет ни них но ну о об однако он она они оно от \
             очень по под после при про с сам со так также такой там те тем то того тоже той только том тот \
             ты у уж уже хотя чего чей чем через что чтобы чье чья эта эти это этого этой этом этот я"
        }
        Lang::Turkish => {
            "ama ancak bazı belki ben bile bir biri birkaç biz bu buna bunda bundan bunu bunun çok çünkü da \
             daha de defa değil diye dolayı en fakat gibi göre hem hep hepsi her hiç için ile ise iki ilgili \
             kadar karşı kendi ki kim mi mı mu mü nasıl ne neden nerede o olan olarak oldu olduğu olduğunu \
             olması on ona onlar onu onun ise siz sonra şey şu tarafından tüm üzere var ve veya ya yani yer \
             yok"
        }
        Lang::Greek => {
            "αλλά αν αντί από αυτά αυτέσ αυτή αυτό αυτοί αυτόσ αυτού αυτών για γιατί δε δεν δύο εάν εγώ εδώ είναι \
             εκεί εκείνοσ εμείσ ένα έναν ένασ επειδή επί εσύ ετσι έχει έχουν η ή ήταν θα ίσωσ και κατά κι κάθε \
             μα με μεταξύ μετά μέχρι μη μην μία μια μου μόνο μπορεί να ο οι όμωσ όπου όπωσ όσο όταν ότι ού ούτε \
             πάρα πιο πολύ που προσ πρέπει πριν πωσ σαν σε στα στη στην στισ στο στον στου στουσ συν σύμφωνα τα \
             τη την τησ τι τισ το τον του τουσ τότε των ωσ ώστε"
        }
        Lang::Arabic => {
            "أن إن أو إلى إذا أي أنه أنها ان الى التي الذي الذين اللذين اي بأن بعد بل بين تحت تم ثم حتى حول حيث خلال \
             ذلك سوف ضد عبر عدم على عليه عليها عن عند عندما غير فإن فقد في فيه فيها قبل قد كان كانت كل كما لا لأن \
             لدى لكن لم لن له لها ليس ليست ما مع من منذ منها منه نحو هذا هذه هم هناك هو هي و وأن وفي وقد وكان ولا ولم \
             وهو وهي ومن يكون"
        }
        Lang::Tamil => {
            "அது அதன் அதை அந்த அவர் அவர்கள் அவன் அவள் ஆகிய ஆகும் ஆனால் இது இதன் இதை இந்த இவர் இவை இருந்து \
             இல்லை என என்ற என்று என்னும் எல்லாம் ஒரு ஓர் கொண்டு தன் தான் நான் நாம் நீ பற்றி பின் போது \
             மட்டும் மற்றும் மீது முன் மூலம் மேலும் வரை வேண்டும்"
        }
        _ => "",
    }
}

#[cfg(all(test, feature = "normalization"))]
mod tests {
    use super::words;
    use crate::fold::{fold, nfkc};
    use crate::lang::Lang;

    #[test]
    fn lists_are_in_folded_form() {
        for lang in Lang::ALL {
            for word in words(lang).split_whitespace() {
                assert_eq!(word, fold(word, &nfkc), "{lang:?}");
            }
        }
    }
}
