//! Where pages write their headline and their day, and how: one small page for each kind that was met on real sites.

mod common;

use common::read;

const BODY: &str = "<p>The harbour board closed the old swing bridge on the quay, and the works will take fourteen months, \
    the clerk of the board told the council in the evening.</p><p>Nobody spoke against it, and three members were away on \
    that day. The ferry goes on as before until the bridge is open again for carts and people.</p>";

/// The page's title and day.
fn said(page: &str) -> (String, String) {
    let article = read("page.html", page.as_bytes()).expect("a page");
    let value =
        |field: Option<crossread_import::Stated>| field.map_or(String::new(), |field| field.value);
    (value(article.about.title), value(article.about.date))
}

fn day(head: &str, body: &str) -> String {
    let page =
        format!("<html><head><title>Bridge shut</title>{head}</head><body>{body}</body></html>");
    said(&page).1
}

/// A day beside the headline.
fn beside(lang: &str, words: &str) -> String {
    let page = format!(
        "<html lang='{lang}'><title>Bridge shut</title><article><h1>Bridge shut</h1>{words}{BODY}</article></html>"
    );
    said(&page).1
}

#[test]
fn heads_name_the_day_in_many_ways() {
    let article = format!("<article><h1>Bridge shut</h1>{BODY}</article>");
    for head in [
        "<meta name='article_date_original' content='Monday, December 29, 2014, 7:56 AM'>",
        "<meta name='og:datePublished' content='2014-12-29'>",
        "<meta name='DC.date.created' content='2014-12-29'>",
        "<meta name='citation_publication_date' content='2014/12/29'>",
        "<meta itemprop='datePublished' content='20141229 18:22:00'>",
        "<meta name='parsely-page' content='{\"title\":\"Bridge shut\",\"pub_date\":\"2014-12-29T13:56:17Z\"}'>",
        r#"<script type='application/ld+json'>{"@type":"NewsArticle","dateCreated":"2014-12-29T10:00:43-05:00"}</script>"#,
        r#"<script type='application/ld+json'>{"@type":"SocialMediaPosting","datePublished":"2014-12-29T10:00:43-05:00"}</script>"#,
        r#"<script type='application/ld+json'>{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2014-12-29"}}</script>"#,
        r#"<script type='application/ld+json'>{"@type":"NewsArticle","headline":"The "bridge"","datePublished":"2014-12-29"}</script>"#,
        r#"<script>window.state={"post":{"datePublished":"2014-12-29T10:00:43Z"},"again":{"datePublished":"2014-12-29T10:00:43Z"}}</script>"#,
        "<link rel=canonical href='https://a.example/2014/dec/29/bridge'>",
        "<link rel=canonical href='https://a.example/2014/12/29/bridge'>",
        "<link rel=canonical href='https://a.example/news/20141229/bridge'>",
        "<link rel=canonical href='https://a.example/news/bridge-shut-20141229/'>",
    ] {
        assert_eq!(day(head, &article), "2014-12-29", "{head}");
    }
    for head in [
        "<meta name='expiration_date' content='2014-12-29'>",
        "<meta name='unpublish_date' content='2014-12-29'>",
        "<meta name='article:modified_time' content='2014-12-29'>",
        r#"<script>window.state=[{"datePublished":"2014-12-29"},{"datePublished":"2014-12-30"}]</script>"#,
        "<link rel=canonical href='https://a.example/news/201412291/bridge'>",
        "<link rel=canonical href='https://a.example/2014/market/29/bridge'>",
    ] {
        assert_eq!(day(head, &article), "", "{head}");
    }
}

#[test]
fn a_title_can_have_the_day_between_bars() {
    for (title, day) in [
        ("Bridge shut - 29.12.2014 - The Quay", "2014-12-29"),
        ("Bridge shut on 29.12.2014 - The Quay", ""),
    ] {
        let page = format!("<title>{title}</title><article><h1>Bridge shut</h1>{BODY}</article>");
        assert_eq!(said(&page).1, day, "{title}");
    }
}

#[test]
fn years_of_two_figures_are_read_where_a_day_is_announced() {
    for (lang, words, day) in [
        (
            "de",
            "<div class='datum'>12.05.18, 10:30 Uhr</div>",
            "2018-05-12",
        ),
        ("en", "<span class='date'>12.29.14</span>", "2014-12-29"),
        (
            "en-US",
            "<span class='published'>3/09/15 8:00am</span>",
            "2015-03-09",
        ),
        ("en", "<span class='published'>3/09/15 8:00am</span>", ""),
        ("en", "<span class='score'>12.29.14</span>", ""),
        ("en", "<span class='date'>Call 030.12.29.14</span>", ""),
    ] {
        assert_eq!(beside(lang, words), day, "{words}");
    }
}

#[test]
fn a_sites_country_tells_how_it_writes_a_day() {
    for (host, day) in [
        ("a.example.com.br", "2018-10-05"),
        ("a.example.co.uk", "2018-10-05"),
        ("a.example.com", ""),
        ("a.example.io", ""),
    ] {
        let page = format!(
            "<link rel=canonical href='https://{host}/bridge'><article><h1>Bridge shut</h1><p class='date'>05/10/2018</p>{BODY}</article>"
        );
        assert_eq!(said(&page).1, day, "{host}");
    }
}

#[test]
fn a_day_can_stand_far_from_the_headline() {
    let long = BODY.repeat(8);
    for (body, day) in [
        // Below the text.
        (
            format!(
                "<div><h1>Bridge shut</h1>{long}<div class='post-byline'><time datetime='2014-12-18 10:00:00 -0500'>12.18.14</time></div></div>"
            ),
            "2014-12-18",
        ),
        // In a column of the article's own.
        (
            format!(
                "<article><h1>Bridge shut</h1><aside><ul><li class='meta__date'>19.07.2022</li></ul></aside>{BODY}</article>"
            ),
            "2022-07-19",
        ),
        // Beside a headline that is no heading.
        (
            format!(
                "<div>{long}</div><div><div class='title'>Bridge shut</div><div class='date'>on 04 December 2014</div></div>{BODY}"
            ),
            "2014-12-04",
        ),
        // In the text itself.
        (
            format!(
                "<article><h1>Bridge shut</h1><p>April 17, 2015 -- Imagine that the bridge is shut, and that nobody tells you until you stand before it.</p>{BODY}</article>"
            ),
            "2015-04-17",
        ),
        // What an element says that it holds, not the day that its text tells first.
        (
            format!(
                "<article><h1>Bridge shut</h1><p class='stamp' title='2016-06-13T1603Z'>Jun 13, 4:03 PM</p><div class='timestamp' title='2016-06-13T1603Z'>Jun 13, 4:03 PM EDT</div>{BODY}</article>"
            ),
            "2016-06-13",
        ),
        // Of other articles.
        (
            format!(
                "<article><h1>Bridge shut</h1>{long}</article><aside><p class='date'>19.07.2022</p><p class='date'>20.07.2022</p></aside>"
            ),
            "",
        ),
        (
            format!(
                "<article><h1>Bridge shut</h1>{long}</article><aside><p class='date'>19.07.2022</p></aside>"
            ),
            "",
        ),
        (
            format!(
                "<article><h1>Bridge shut</h1>{long}</article><footer><p class='date'>19.07.2022</p></footer>"
            ),
            "",
        ),
    ] {
        assert_eq!(self::day("", &body), day, "{body}");
    }
}

#[test]
fn an_address_is_surer_than_a_day_that_a_text_tells() {
    let head = "<link rel=canonical href='https://a.example/2013/12/16/bridge/'>";
    let told = format!(
        "<article><h1>Bridge shut</h1><p>The board meets on September 24, 2013.</p>{BODY}</article>"
    );
    assert_eq!(day(head, &told), "2013-12-16");
    let announced =
        format!("<article><h1>Bridge shut</h1><p class=date>December 18, 2013</p>{BODY}</article>");
    assert_eq!(day(head, &announced), "2013-12-18");
}

fn title(head: &str, body: &str) -> String {
    said(&format!(
        "<html><head>{head}</head><body>{body}</body></html>"
    ))
    .0
}

#[test]
fn what_else_stands_in_a_heading_is_no_part_of_the_headline() {
    let head = "<title>Board closes the swing bridge | The Quay</title><meta property='og:title' content='Board closes the swing bridge'>";
    for inside in [
        "Board closes the swing bridge <a href='#'>Add to …</a>",
        "<span>Board closes the swing bridge</span><span>A letter to the harbour master</span>",
        "<span>Board closes the swing bridge</span><a href='/quay.html'>The Quay</a>",
        "Board closes the swing bridge <a href='#it'>¶</a>",
    ] {
        let body = format!("<article><h1>{inside}</h1>{BODY}</article>");
        assert_eq!(
            title(head, &body),
            "Board closes the swing bridge",
            "{inside}"
        );
    }
    // A headline that says more than the title in one piece is whole.
    let body = format!(
        "<article><h1>Board closes the swing bridge for fourteen months</h1>{BODY}</article>"
    );
    assert_eq!(
        title(head, &body),
        "Board closes the swing bridge for fourteen months"
    );
}

#[test]
fn the_headline_that_is_seen_comes_before_another_that_programs_are_told() {
    let head = "<title>How the quay lost its bridge - The Quay</title><meta property='og:title' content='How the quay lost its bridge'>";
    let alone = format!("<article><h1>The bridge nobody wanted to pay for</h1>{BODY}</article>");
    assert_eq!(title(head, &alone), "The bridge nobody wanted to pay for");
    // Of the site, of something else, one of several, and within a text.
    for other in [
        format!("<h1>No matches for your search</h1><div>How the quay lost its bridge</div>{BODY}"),
        format!("<h1><a href='/'>Stories of bridges and quays</a></h1>{BODY}"),
        format!(
            "<h1>The bridge of sighs and tears</h1><h1>The bridge of size and fears</h1>{BODY}"
        ),
        format!(
            "<div>{}<h1>Crossing the bridge by night</h1>{BODY}</div>",
            BODY.repeat(4)
        ),
    ] {
        assert_eq!(
            title(head, &other),
            "How the quay lost its bridge",
            "{other}"
        );
    }
}

#[test]
fn a_heading_that_is_the_title_comes_before_one_that_is_the_sites() {
    let head = "<title>WTF? The bridge? - From the old bridge to the next bridge</title><meta property='og:title' content='WTF? The bridge?'>";
    let body = format!(
        "<article><h1>WTF? The bridge?</h1>{BODY}</article><h2>From the old bridge to the next bridge</h2>"
    );
    assert_eq!(title(head, &body), "WTF? The bridge?");
}

#[test]
fn a_site_that_tells_its_name_nowhere_is_known_by_its_place_in_the_title() {
    let body = format!("<div>{BODY}</div>");
    for (page, is) in [
        (
            "Board closes the old swing bridge – My website",
            "Board closes the old swing bridge",
        ),
        (
            "港の橋が十四か月にわたって閉鎖される - Entermedia",
            "港の橋が十四か月にわたって閉鎖される",
        ),
        ("Bridge - My website", "Bridge - My website"),
        (
            "The bridge - what the harbour board of the quay decided on its last day",
            "The bridge - what the harbour board of the quay decided on its last day",
        ),
    ] {
        assert_eq!(title(&format!("<title>{page}</title>"), &body), is);
    }
}

#[test]
fn a_headline_of_few_words_is_one_where_words_are_not_parted() {
    let head = "<title>新竹尖石美樹營地賞楓 (2) @ 史蒂文的家 :: 痞客邦 ::</title><meta property='og:title' content='新竹尖石美樹營地賞楓 (2) @ 史蒂文的家 :: 痞客邦 ::'>";
    let body = format!(
        "<h1>痞客邦 PIXNET</h1><h2><a href='/post/1'>新竹尖石美樹營地賞楓 (2)</a></h2>{BODY}"
    );
    assert_eq!(title(head, &body), "新竹尖石美樹營地賞楓 (2)");
    let head = "<title>打ち心地を実現し、キー入力がはかどる薄型キーボード</title>";
    let body = format!("<h1>Original text</h1>{BODY}");
    assert_eq!(
        title(head, &body),
        "打ち心地を実現し、キー入力がはかどる薄型キーボード"
    );
}
