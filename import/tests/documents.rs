//! What documents hold besides running text, as Word, LibreOffice and their like write it: styles, tracked changes, fields,
//! tables of contents, boxes.

mod common;

use common::{left_out, read, zip};
use crossread_import::Imported;

const NEWS: &str =
    "The harbour board voted on Tuesday to close the swing bridge for fourteen months.";
const MORE: &str =
    "Ferries will sail from the northern pier until the works are done, said the director.";

/// A DOCX with this body and these styles (id, name, the id of the style it comes from), and a title among its properties.
fn word(body: &str, styles: &[(&str, &str, &str)], stated: &str) -> Imported {
    let style = |(id, name, base): &(&str, &str, &str)| {
        format!(
            "<w:style w:type='paragraph' w:styleId='{id}'><w:name w:val='{name}'/><w:basedOn w:val='{base}'/></w:style>"
        )
    };
    let styles: String = styles.iter().map(style).collect();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles>{styles}</w:styles>");
    let core = format!("<cp:coreProperties><dc:title>{stated}</dc:title></cp:coreProperties>");
    let parts = [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
        ("docProps/core.xml", &core),
    ];
    let file = zip(&parts.map(|(name, part)| (name, part.as_bytes())));
    read("a.docx", &file).expect("a document")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", run(text))
}

fn styled(style: &str, text: &str) -> String {
    paragraph(&format!("<w:pStyle w:val='{style}'/>"), text)
}

/// A field as most programs write it. Its instruction may come in pieces.
fn field(instruction: &[&str], result: &str) -> String {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let pieces = instruction
        .iter()
        .map(|piece| format!("<w:r><w:instrText>{piece}</w:instrText></w:r>"));
    [
        mark("begin"),
        pieces.collect(),
        mark("separate"),
        result.to_owned(),
        mark("end"),
    ]
    .concat()
}

fn title(article: &Imported) -> &str {
    let title = article.about.title.as_ref();
    title.map_or("", |title| &title.value)
}

/// Paragraphs that are no title, before one that is.
fn late(style: &str) -> String {
    [
        styled("", NEWS),
        styled(style, "Most zůstane zavřený"),
        styled("", MORE),
    ]
    .concat()
}

#[test]
fn a_title_is_known_by_its_styles_name_and_by_the_style_that_this_comes_from() {
    let styles = [
        ("Nzev", "Title", "Normln"),
        ("Nadpis1", "heading 1", "Normln"),
        ("Domaci", "Titulek redakce", "Nzev"),
        ("Nadpisobsahu", "TOC Heading", "Nadpis1"),
        ("Kruh", "Kruh", "Kruh"),
    ];
    for style in ["Nzev", "Domaci", "Nadpis1"] {
        let article = word(&late(style), &styles, "");
        assert_eq!(title(&article), "Most zůstane zavřený", "{style}");
    }
    for style in ["Nadpisobsahu", "Kruh", "unknown"] {
        assert_eq!(title(&word(&late(style), &styles, "")), "", "{style}");
    }
    // Tracked changes of the form: what the paragraph was before does not count.
    let changed = "<w:pStyle w:val='Nzev'/><w:pPrChange w:id='1'><w:pPr><w:pStyle w:val='Normln'/></w:pPr></w:pPrChange>";
    let body = [
        styled("", NEWS),
        paragraph(changed, "Most zůstane zavřený"),
        styled("", MORE),
    ];
    assert_eq!(
        title(&word(&body.concat(), &styles, "")),
        "Most zůstane zavřený"
    );
}

#[test]
fn a_property_from_an_earlier_text_is_no_title() {
    let styles = [("Title", "Title", "Normal")];
    let own = "Bridge stays shut";
    let body = |style: &str| [styled(style, own), styled("", NEWS), styled("", MORE)].concat();
    let stale = "Minutes of 2019";
    assert_eq!(title(&word(&body("Title"), &styles, stale)), own);
    assert_eq!(title(&word(&body(""), &styles, stale)), own);
    // One that tells of the text counts, and one without another.
    let other = "The swing bridge closes";
    assert_eq!(title(&word(&body(""), &styles, other)), other);
    assert_eq!(title(&word(&styled("", NEWS), &styles, stale)), stale);
    // Chinese parts no words.
    assert_eq!(title(&word(&body(""), &styles, "大桥关闭")), "大桥关闭");
}

#[test]
fn paragraphs_with_a_deleted_mark_are_joined() {
    let deleted = "<w:rPr><w:ins w:id='3'/><w:del w:id='1'/></w:rPr>";
    let gone = format!(
        "<w:p><w:pPr>{deleted}</w:pPr><w:del w:id='2'><w:r><w:delText>and argued</w:delText></w:r></w:del></w:p>"
    );
    let body = [
        paragraph(deleted, "The board "),
        gone,
        styled("", "voted."),
        styled("", MORE),
    ];
    let article = word(&body.concat(), &[], "");
    assert_eq!(article.text, format!("The board voted.\n\n{MORE}"));
    assert_eq!(left_out(&article), ["deleted text of tracked changes: 2"]);
}

#[test]
fn contents_are_left_out_however_they_are_made() {
    let page = field(&[" PAGEREF _Toc1 "], &run("3"));
    let line = format!("{}<w:r><w:tab/></w:r>{page}", run("The vote"));
    let simple = format!(
        "<w:p><w:fldSimple w:instr=' TOC \\o \"1-3\" '>{}</w:fldSimple></w:p>",
        run("The vote 3")
    );
    let control = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        styled("", "The vote 3")
    );
    for contents in [
        format!("<w:p>{}</w:p>", field(&[" TOC \\o \"1-3\" "], &line)),
        format!("<w:p>{}</w:p>", field(&[" ", "T", "OC \\h"], &line)),
        simple,
        control,
    ] {
        let body = [styled("", NEWS), contents.clone(), styled("", MORE)];
        let article = word(&body.concat(), &[], "");
        assert_eq!(article.text, format!("{NEWS}\n\n{MORE}"), "{contents}");
        assert_eq!(left_out(&article), ["table of contents: 3"], "{contents}");
    }
}

#[test]
fn results_of_other_fields_are_text_and_their_instructions_are_not() {
    let inner = field(&[" MERGEFIELD address "], &run("http://a.example"));
    let link = format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r>{inner}<w:r><w:fldChar \
         w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        run("the board")
    );
    let body = format!(
        "<w:p>{}{}{}<w:fldSimple w:instr=' DATE '>{}</w:fldSimple>{}{link}{}</w:p>{}",
        run("It cost "),
        field(&[" = 3*4 "], &run("12")),
        run(" million on "),
        run("1 May 2026"),
        run(", said "),
        run("."),
        // A field that never ends takes nothing with it.
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    );
    let body = body + &styled("", NEWS) + &format!("<w:p>{}</w:p>", field(&["REF a"], &run(MORE)));
    assert_eq!(
        word(&body, &[], "").text,
        format!("It cost 12 million on 1 May 2026, said the board.\n\n{NEWS}\n\n{MORE}")
    );
}

#[test]
fn a_drop_cap_begins_the_next_paragraph() {
    for kind in ["drop", "margin"] {
        let body = [
            paragraph(&format!("<w:framePr w:dropCap='{kind}' w:lines='3'/>"), "T"),
            styled("", NEWS.strip_prefix('T').expect("a T")),
            styled("", MORE),
        ];
        assert_eq!(
            word(&body.concat(), &[], "").text,
            format!("{NEWS}\n\n{MORE}")
        );
    }
}

#[test]
fn a_box_is_read_once_as_a_paragraph_of_its_own() {
    let inside = "A box in the middle says that the bridge was built in 1906.";
    let content = format!("<w:txbxContent>{}</w:txbxContent>", styled("", inside));
    let (first, last) = NEWS.split_at(NEWS.find("to close").expect("its middle"));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>{}",
        run(first),
        run(last),
        styled("", MORE)
    );
    assert_eq!(
        word(&body, &[], "").text,
        format!("{NEWS}\n\n{inside}\n\n{MORE}")
    );
}

/// An ODT with this text, after these styles.
fn opendocument(styles: &str, text: &str) -> Imported {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{text}\
         </office:text></office:body></office:document-content>"
    );
    let file = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    read("a.odt", &file).expect("a document")
}

#[test]
fn a_title_with_letters_of_another_size_is_still_one() {
    let styles = "<style:style style:name='P1' style:parent-style-name='Title'/><style:style style:name='P2' style:parent-style-name='Text_20_body'/>";
    for (style, expected) in [("P1", "Bridge stays shut"), ("P2", "")] {
        let text = format!(
            "<text:p>{NEWS}</text:p><text:p text:style-name='{style}'>Bridge stays shut</text:p><text:p>{MORE}</text:p>"
        );
        assert_eq!(title(&opendocument(styles, &text)), expected, "{style}");
    }
}

#[test]
fn rows_with_headings_and_results_of_fields_are_text() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let text = format!(
        "<text:p>On <text:date text:date-value='2026-05-01'>1 May 2026</text:date> <text:author-name>Amara Quell</text:author-name> \
         showed <text:sequence>Table 1</text:sequence>.\
         </text:p><table:table><table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}{}</table:table-row></table:table><text:p>{NEWS}</text:p>",
        cell("Year"),
        cell("Cost"),
        cell("2026"),
        cell("3 million"),
    );
    let article = opendocument("", &text);
    assert_eq!(
        article.text,
        format!(
            "On 1 May 2026 Amara Quell showed Table 1.\n\nYear\nCost\n2026\n3 million\n\n{NEWS}"
        )
    );
}

#[test]
fn indexes_of_all_kinds_are_left_out() {
    for kind in [
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    ] {
        let text = format!(
            "<text:p>{NEWS}</text:p><text:{kind}><text:index-body><text:p>The vote 3</text:p></text:index-body></text:{kind}>\
             <text:p>{MORE}</text:p>"
        );
        let article = opendocument("", &text);
        assert_eq!(article.text, format!("{NEWS}\n\n{MORE}"), "{kind}");
        assert_eq!(left_out(&article), ["table of contents: 3"], "{kind}");
    }
}
