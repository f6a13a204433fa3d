//! The page about privacy: what stays in the browser, and what leaves it, in plain words.

use crate::ui::dom::{El, classed, el};
use crate::ui::site::Site;

const WORDS: [(&str, &str); 8] = [
    (
        "What stays",
        "Texts that you paste, open or keep stay in this browser, on this device. The page itself reads, compares and shows them. No server is involved, there is no account, and nothing counts or tracks you.",
    ),
    (
        "Where it is kept",
        "What you keep is in this browser’s own storage, under this site’s address. Clearing the site data removes it, a private window forgets it when it is closed, and some browsers delete the data of sites that were not visited for weeks. To take it along, save it as a file in the library. Open that file in another browser to add its texts to those that are there.",
    ),
    (
        "What a link says",
        "A link names the two texts, the view and what is selected. A text of yours is named by a short code, which this browser made from the text and from random bits. The host of this site can see that code when the page is loaded, as it sees every address. The code reveals neither the text nor which one it is.",
    ),
    (
        "What a link carries",
        "A link that you copy for sharing carries the whole text after the sign #. Browsers never send that part to any server. Whoever has the link has the text, and so has every program that the link passes through: a mail or chat provider can read it.",
    ),
    (
        "What others send you",
        "Texts in a link that you open are shown, but not kept until you press Keep. Everything in them is shown as text, and nothing in them is run.",
    ),
    (
        "What the button in another tab brings",
        "The bookmark and the extension read the page of the tab in which you press them, and no other. The page is put after the sign # of an address of this site, and the article is taken out of it here. It is shown, but not kept until you press Keep. Any site can open such an address, as if you had pressed the button. Tabs of this site exchange such articles within your browser, so that two presses become a comparison. Your browser’s history may list the address, and copy it to your other devices if it is synchronised with them.",
    ),
    (
        "What other programs share",
        "Once the site is installed, you can share a text or a file with it from a phone’s share sheet. A part of the site that works in the browser receives it before anything is sent, and it waits on the page for adding texts until you keep it or remove it. If you clear the site’s data and leave it installed, open it once before you share anything with it. Until then that part is missing, and the browser would send what you share to the host of this site.",
    ),
    (
        "What leaves",
        "Loading the page asks this site for its own files, and there are no other requests. A collection of articles is fetched part by part, so the host of this site sees which parts. If you follow an address from a text, the other site does not learn where you came from.",
    ),
];

/// The page.
pub fn privacy(_site: Site) -> Vec<El> {
    let parts = WORDS
        .into_iter()
        .flat_map(|(title, words)| [el("h2").text(title), el("p").text(words)]);
    let page = classed("div", "own-page prose")
        .child(el("h1").text("What stays here, and what leaves"))
        .children(parts);
    vec![page]
}
