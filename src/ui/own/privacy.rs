//! The page about privacy: what stays in the browser, and what leaves it, in plain words.

use crate::ui::dom::{El, classed, el};
use crate::ui::site::Site;

const WORDS: [(&str, &str); 8] = [
    (
        "What stays",
        "Texts that you paste, open or keep stay in this browser, on this device. They are read, compared and drawn by the page itself. No server takes part, there is no account, and nothing counts or follows you.",
    ),
    (
        "Where it is kept",
        "What you keep lies in this browser’s own storage, under this site’s address. Clearing the site data removes it, a private window forgets it when it is closed, and some browsers clear out sites that were not visited for weeks. To take it along, save it as a file in the library; opening that file in any browser joins it with what is there.",
    ),
    (
        "What a link says",
        "A link names the two texts, the view and what is selected. A text of yours is named by a short mark that this browser made of it and of chance. The host of this site can see that mark when the page is loaded, as it sees every address; neither the text nor which one it is can be told from it.",
    ),
    (
        "What a link carries",
        "A link that you copy for sharing carries the whole text behind the sign #. Browsers never send that part to any server. Whoever has the link has the text, and so does every program that the link passes through: a mail or chat provider can read it.",
    ),
    (
        "What others send you",
        "Texts in a link that you open are shown and not kept, until you press Keep. Whatever they hold is shown as text: nothing in them is run.",
    ),
    (
        "What the button in another tab brings",
        "The bookmark and the extension read the page of the tab in which you press them, and no other. The page goes behind the sign # of an address of this site, and the article is taken out of it here. It is shown and not kept, until you press Keep. Any site can open such an address, as if you had pressed. Two tabs of this site tell each other of such articles within your browser, so that two presses become a comparison. Your browser’s history may list the address, and carry it along if you let your history follow you to other devices.",
    ),
    (
        "What other programs share",
        "Once the site is installed, a phone’s share sheet can hand it a text or a file. A part of the site that works in the browser takes it before anything is sent, and it waits on the page for adding texts until you keep it or remove it. Should you clear the site’s data and leave it installed, open it once before you share anything with it: until then that part is missing, and the browser would send what you share to the host of this site.",
    ),
    (
        "What leaves",
        "Loading the page asks this site for its own files, and nothing else asks anyone for anything. A collection of articles is asked for part by part, so the host of this site sees which parts. An address that you follow from a text is told nothing of where you came from.",
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
