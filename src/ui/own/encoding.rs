//! If the encoding of a file was guessed, the reader can choose another, and the file is read again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::texts::Source;
use super::{bring, entries};
use crate::ui::browser;
use crate::ui::dom::{El, classed, el, value_of};
use crate::ui::site::Site;

/// The encodings that are offered, by their names in the Encoding Standard (WHATWG), with what they are used for.
const KNOWN: [(&str, &str); 22] = [
    ("UTF-8", "all languages"),
    ("UTF-16LE", "all languages"),
    ("UTF-16BE", "all languages"),
    ("windows-1252", "Western Europe"),
    ("windows-1250", "Central Europe"),
    ("ISO-8859-2", "Central Europe"),
    ("windows-1251", "Cyrillic"),
    ("KOI8-U", "Cyrillic"),
    ("ISO-8859-5", "Cyrillic"),
    ("IBM866", "Cyrillic, DOS"),
    ("windows-1253", "Greek"),
    ("windows-1254", "Turkish"),
    ("windows-1255", "Hebrew"),
    ("windows-1256", "Arabic"),
    ("windows-1257", "Baltic languages"),
    ("windows-1258", "Vietnamese"),
    ("windows-874", "Thai"),
    ("GBK", "Chinese, simplified"),
    ("Big5", "Chinese, traditional"),
    ("Shift_JIS", "Japanese"),
    ("EUC-JP", "Japanese"),
    ("EUC-KR", "Korean"),
];

/// The field to choose another encoding.
pub fn choice(site: Site, key: u32, source: Source) -> El {
    let id = format!("sheet-{key}-encoding");
    let option = |(name, what): (&str, &str)| {
        let is_it = name.eq_ignore_ascii_case(&source.label);
        el("option")
            .attr("value", name)
            .maybe("selected", is_it.then_some(""))
            .text(&format!("{name} ({what})"))
    };
    let mut options: Vec<El> = KNOWN.into_iter().map(option).collect();
    let is_known = |(name, _): &(&str, &str)| name.eq_ignore_ascii_case(&source.label);
    if !KNOWN.iter().any(is_known) {
        let other = el("option").attr("value", &source.label);
        options.push(other.attr("selected", "").text(&source.label));
    }
    let select = el("select")
        .id(&id)
        .children(options)
        .on("change", move |event| {
            again(site, key, source.file.clone(), value_of(event));
        });
    classed("div", "field")
        .child(el("label").attr("for", &id).text("Encoding of the file"))
        .child(select)
        .child(
            classed("p", "hint")
                .text("Guessed. If you choose another one, the file is read again."),
        )
}

fn again(site: Site, key: u32, file: File, encoding: String) {
    spawn_local(async move {
        let Some(read) = bring::read(site, &file, Some(encoding), "").await else {
            return;
        };
        // A chosen encoding is not a guess any more, but can still be changed.
        if let Some((_, brought)) = read.pieces.into_iter().next() {
            entries::read_again(site, key, brought, read.source);
        }
        site.own.listed.notify();
        browser::next_frame(move || browser::focus(&format!("sheet-{key}-encoding")));
    });
}
