// Saved pages as different sites build them: those that real programs saved, from the importer's test files, and others written
// for this, one for each way. The news in them is invented.

import { readFileSync, readdirSync } from "node:fs";
import { prose } from "./prose.mjs";

const FILES = new URL("../../import/tests/files/", import.meta.url);

/** The page in a file that a browser saved with everything in it (MHTML), as bytes. */
function unpacked(mhtml) {
  const [, boundary] = /boundary="(.+?)"/.exec(mhtml);
  const part = mhtml.split(`--${boundary}`).find((part) => /content-type: text\/html/i.test(part));
  const [head, ...rest] = part.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (!/quoted-printable/i.test(head)) return Buffer.from(body, "latin1");
  const plain = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, "latin1");
}

const real = () =>
  readdirSync(FILES)
    .filter((name) => /\.(html|mhtml)$/.test(name))
    .map((name) => {
      const bytes = readFileSync(new URL(name, FILES));
      if (name.endsWith(".html")) return { name, bytes };
      return { name: name.replace(/\.mhtml$/, "-unpacked.html"), bytes: unpacked(bytes.toString("latin1")) };
    });

const UKRAINIAN = [
  "Рятувальники другу добу рятують людей із затопленого села біля гирла річки, повідомила обласна рада у вівторок увечері. За її словами, вода піднялася на два метри за одну ніч і залила сорок вісім будинків, школу та пошту.",
  "Начальниця порятунку Олена Вербицька сказала, що дамбу прорвало о третій годині ранку. Тих, хто лишився на дахах, забирали човнами й двома гелікоптерами, і до полудня в безпеці було понад двісті людей.",
  "Метеорологи обіцяють дощ іще на три дні. Рада відкрила склади з водою та ковдрами, а залізниця тимчасово спинила потяги, бо міст через річку перевіряють інженери.",
];
const GERMAN = [
  "Der Damm am Unterlauf ist in der Nacht zum Dienstag auf einer Länge von vierzig Metern gebrochen, wie die Kreisverwaltung mitteilte. Das Wasser überflutete achtundvierzig Häuser, eine Schule und die Post; über zweihundert Menschen wurden in Sicherheit gebracht.",
  "Die Einsatzleiterin Johanna Weiß sagte, der Pegel sei binnen weniger Stunden um zwei Meter gestiegen. Für die Rettung von Dächern und Bäumen seien Boote und zwei Hubschrauber eingesetzt worden, größere Verletzungen habe es nicht gegeben.",
  "Der Wetterdienst erwartet drei weitere Tage Regen. Die Bahn hat den Verkehr auf der Strecke eingestellt, weil Ingenieure die Brücke prüfen, und rät Reisenden, über die Kreisstadt zu fahren.",
];
const ARABIC = [
  "قالت سلطات المحافظة مساء الثلاثاء إن فرق الإنقاذ تواصل لليوم الثاني إجلاء السكان من القرية التي غمرتها المياه عند مصب النهر. وأضافت أن منسوب المياه ارتفع مترين في ليلة واحدة فأغرق ثمانية وأربعين منزلا ومدرسة ومكتب البريد.",
  "وأوضحت مديرة الإنقاذ ليلى حداد أن السد انهار في الثالثة فجرا، وأن القوارب وطائرتين مروحيتين نقلت أكثر من مئتي شخص من فوق الأسطح حتى الظهر، ولم تسجل إصابات خطيرة بين السكان.",
  "وتتوقع الأرصاد الجوية هطول المطر ثلاثة أيام أخرى. وفتح المجلس مخازن المياه والأغطية، وأوقفت السكك الحديدية القطارات مؤقتا لأن المهندسين يفحصون الجسر.",
];
const JAPANESE = [
  "県は火曜日の夜、河口の集落で住民の救助が二日目に入ったと発表した。県によると、水位は一晩で二メートル上がり、住宅四十八棟と小学校、郵便局が水につかった。道路は三か所で通れなくなっている。",
  "救助を指揮する高橋さんは、堤防が午前三時ごろに切れたと話した。屋根に取り残された人はボートとヘリコプター二機で運ばれ、正午までに二百人以上が安全な場所に移った。大きなけがをした人はいないという。",
  "気象台は雨がさらに三日続くと見ている。県は水と毛布の倉庫を開け、鉄道は技術者が橋を調べる間、列車を止めている。",
];
const CHINESE = [
  "省政府星期二晚上表示，河口村庄的救援工作已进入第二天。据介绍，水位一夜之间上涨两米，四十八座房屋、一所学校和邮局被淹，三条道路中断，部分地区停电。",
  "救援负责人李娜说，堤坝在凌晨三点左右决口。被困在屋顶上的人由船只和两架直升机接走，到中午已有两百多人转移到安全地带，没有人受重伤。",
  "气象部门预计雨还会再下三天。当地打开了存放饮用水和毛毯的仓库，铁路部门在工程师检查桥梁期间暂停了列车。",
];

/** English paragraphs, others for every number. */
const english = (number) => [
  `The harbour board of district ${number} said on Tuesday that the old breakwater will be rebuilt, after a storm tore a gap of ${10 + number} metres into it and flooded the fish market behind.`,
  ...prose(220, 900 + number).split("\n\n"),
  `Ferries will sail from the northern pier until the work is done, the board's director, Amara Quell, told reporters. The repairs cost ${number + 3} million and take until spring.`,
];

const paragraphs = (list) => list.map((text) => `<p>${text}</p>`).join("\n");

/** A page; `head` and `body` are markup. */
const page = (head, body, attributes = 'lang="en"') => `<!doctype html>\n<html ${attributes}><head><meta charset="utf-8">${head}</head>\n<body>${body}</body></html>`;

const NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>';
const AROUND = `<aside class="newsletter"><h3>Our newsletter</h3><p>Sign up for the five stories of the day.</p><form><input type="email"><button>Sign up</button></form></aside>
<section class="comments" id="comments"><h3>Comments</h3><p>Gus says that this was to be expected since the summer, and that nobody listened to anybody.</p></section>
<div class="cookie-banner">We use cookies to give you the best of all worlds. <button>Accept all</button></div><footer>© The Quay, all rights reserved</footer>`;

/** The bytes of a text in an encoding that Node.js cannot write: one byte for a letter. `letters`: those from 0x80 on. */
const inBytes = (text, letters) =>
  Buffer.from(
    [...text].map((letter) => {
      if (letter < "\x80") return letter.charCodeAt(0);
      const at = letters.indexOf(letter);
      if (at < 0) throw new Error(`${letter} is not in the encoding`);
      return 0x80 + at;
    }),
  );
const letters = (label) => new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_none, at) => 0x80 + at));

/** Two bytes for a letter, from the inverse of the decoder's own table. */
function inTwoBytes(text, label) {
  const decoder = new TextDecoder(label);
  const table = new Map();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if ([...letter].length === 1 && letter !== "\ufffd" && !table.has(letter)) table.set(letter, [first, second]);
    }
  }
  return Buffer.from(
    [...text].flatMap((letter) => {
      if (letter < "\x80") return [letter.charCodeAt(0)];
      const bytes = table.get(letter);
      if (!bytes) throw new Error(`${letter} is not in ${label}`);
      return bytes;
    }),
  );
}

/** The pages that were written for this. */
const made = () => {
  const ld = (data) => `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...data })}</script>`;
  const pages = {
    "open-graph.html": page(
      '<title>Breakwater to be rebuilt | The Quay</title><meta property="og:title" content="Breakwater to be rebuilt"><meta property="og:site_name" content="The Quay"><meta property="article:published_time" content="2026-03-14T08:00:00Z"><link rel="canonical" href="https://quay.example/breakwater">',
      `${NAVIGATION}<article><h1>Breakwater to be rebuilt</h1>${paragraphs(english(1))}</article>${AROUND}`,
    ),
    "json-ld.html": page(
      `<title>Market under water – Harbour Post</title>${ld({ "@graph": [{ "@type": "WebSite", name: "Harbour Post" }, { "@type": "NewsArticle", headline: "Market under water", datePublished: "2026-03-15", publisher: { "@type": "Organization", name: "Harbour Post" } }] })}`,
      `<main><h1>Market under water</h1><div class="story-body">${paragraphs(english(2))}</div></main>${AROUND}`,
    ),
    "microdata.html": page(
      "<title>Storm tears a gap</title>",
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Storm tears a gap</h1><span itemprop="datePublished" content="2026-03-16">Monday</span><div itemprop="articleBody">${paragraphs(english(3))}</div></div>${AROUND}`,
    ),
    "time.html": page(
      "<title>Ferries sail from the north</title>",
      `<header>${NAVIGATION}</header><article><header><h1>Ferries sail from the north</h1><p class="byline">By Amara Quell, <time datetime="2026-03-17T10:00">17 March</time></p></header>${paragraphs(english(4))}</article>`,
    ),
    "german.html": page(
      "<title>Damm gebrochen – Kreisblatt</title><meta property=og:site_name content=Kreisblatt>",
      `${NAVIGATION}<article><h1>Damm gebrochen</h1><p class="date">18.03.2026, 9.15 Uhr</p>${paragraphs(GERMAN)}</article>`,
      'lang="de"',
    ),
    "windows-1252.html": inBytes(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Dammbruch</title></head><body bgcolor=white><table width=760><tr><td width=120><a href="/">Start</a><br><a href="/a">Archiv</a></td><td><font size=5>Dammbruch</font><br><br>${GERMAN.join("<br><br>")}</td></tr></table></body></html>`,
      letters("windows-1252"),
    ),
    "windows-1251.html": inBytes(
      `<!doctype html><html lang="uk"><head><meta charset="windows-1251"><title>Дамбу прорвало</title></head><body>${NAVIGATION}<article><h1>Дамбу прорвало</h1>${paragraphs(UKRAINIAN)}</article></body></html>`,
      letters("windows-1251"),
    ),
    "shift-jis.html": inTwoBytes(
      `<!doctype html><html lang="ja"><head><meta charset="shift_jis"><title>堤防が切れる</title></head><body><article><h1>堤防が切れる</h1>${paragraphs(JAPANESE)}</article></body></html>`,
      "shift_jis",
    ),
    "gbk.html": inTwoBytes(
      `<!doctype html><html lang="zh"><head><meta charset="gbk"><title>堤坝决口</title></head><body><article><h1>堤坝决口</h1>${paragraphs(CHINESE)}</article></body></html>`,
      "gbk",
    ),
    "utf-16.html": Buffer.from(`\ufeff${page("<title>Вода піднялася</title>", `<article><h1>Вода піднялася</h1>${paragraphs([...UKRAINIAN].reverse())}</article>`, 'lang="uk"')}`, "utf16le"),
    "arabic.html": page("<title>انهيار السد</title><meta property=og:site_name content=المرفأ>", `<article><h1>انهيار السد</h1>${paragraphs(ARABIC)}</article>${AROUND}`, 'lang="ar" dir="rtl"'),
    "noscript.html": page(
      "<title>Pier closed</title><noscript><style>.a{display:none}</style></noscript>",
      `<article><h1>Pier closed</h1><noscript><img src="/count?1"><p>Turn on scripts to see the pictures.</p></noscript>${paragraphs(english(5))}</article>${AROUND}`,
    ),
    "svg.html": page(
      "<title>Lighthouse dark for a night</title>",
      `<article><h1>Lighthouse dark for a night</h1><svg viewBox="0 0 9 9"><title>Share icon</title><path d="M0 0"/><g><path d="M1 1"/></g></svg>${english(6)
        .map((text) => `<p>${text}<svg width="1"><path d="M0 0"/></svg></p>`)
        .join("")}</article>`,
    ),
    "embedded.html": page(
      "<title>Divers look at the wall</title>",
      `<article><h1>Divers look at the wall</h1>${english(7)
        .map((text) => `<p>${text}</p><figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 2x" alt="Waves"><figcaption>Waves at the pier, in a picture of the board</figcaption></figure><iframe srcdoc="&lt;p&gt;An advertisement for boats&lt;/p&gt;"></iframe>`)
        .join("\n")}<video controls><source src="a.mp4"></video><object data="b.swf"></object></article>`,
    ),
    "scripts.html": page(
      '<title>Cranes stand still</title><script>window.state = {"body": "<p>not an article</p>"};</script><style>p::after { content: "x" }</style>',
      `<div id="app"><article><h1>Cranes stand still</h1>${paragraphs(english(8))}<script>/* <p>nor is this</p> */</script></article></div><template><p>A template of a card that nobody sees.</p></template>${AROUND}`,
    ),
    "strict.xhtml": `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>Ropes for the old quay</title><meta name="date" content="2026-03-19" /></head><body><div class="article"><h1>Ropes for the old quay</h1>${paragraphs(english(9))}<hr /></div></body></html>`,
    "marks.html": page("<title>Rain &lt;/script&gt; &amp; “wind” – The Quay</title><meta property=og:site_name content='The Quay'>", `<article><h1>Rain &lt;/script&gt; &amp; “wind”</h1>${paragraphs(english(10))}</article>`),
    "lists.html": page(
      "<title>What the board decided</title>",
      `<article><h1>What the board decided</h1>${paragraphs(english(11).slice(0, 3))}<ul><li>The breakwater is rebuilt in stone.</li><li>The market moves to the northern pier.</li></ul><blockquote><p>We begin in April, whatever the weather says.</p></blockquote><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2026</td><td>3 million</td></tr></table>${paragraphs(english(11).slice(3))}</article>`,
    ),
    "around.html": page(
      "<title>Nets and boats</title>",
      `${NAVIGATION}<div class="share-buttons"><a href="#">Share</a></div><article><h1>Nets and boats</h1>${paragraphs(english(12).slice(0, 3))}<div class="related"><h4>Read also</h4><ul><li><a href="/b">Grange hall roof to be mended</a></li><li><a href="/c">Hearing aids for all</a></li></ul></div>${paragraphs(english(12).slice(3))}</article>${AROUND}`,
    ),
    "ruby.html": page("<title>川の水が上がる</title>", `<article><h1>川の水が上がる</h1>${paragraphs(JAPANESE.map((text) => text.replace("県", "<ruby>県<rp>（</rp><rt>けん</rt><rp>）</rp></ruby>")).reverse())}</article>`, 'lang="ja"'),
    "open-tags.html": `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML><HEAD><TITLE>Fog on the river</TITLE><META NAME="Date" CONTENT="2026-03-20"></HEAD><BODY><H1>Fog on the river</H1>${english(13)
      .map((text) => `<P>${text}`)
      .join("\n")}</BODY></HTML>`,
    "boxes.html": page("<title>Salt for the roads</title>", `<div class="c1"><div class="c2"><h1>Salt for the roads</h1></div><div class="c3"><div>${english(14).map((text) => `<div class="t">${text}</div>`).join("")}</div></div></div>${AROUND}`),
    "folds.html": page("<title>Buoys are counted</title>", `<article><h1>Buoys are counted</h1>${paragraphs(english(15).slice(0, 4))}<details><summary>How they are counted</summary><p>Two boats go along the channel and write down every light that they see in the night.</p></details>${paragraphs(english(15).slice(4))}</article>`),
    "chinese.html": page(`<title>水位上涨两米</title>${ld({ "@type": "NewsArticle", headline: "水位上涨两米", datePublished: "2026-03-21T20:00:00+08:00", publisher: { name: "河口日报" } })}`, `<article><h1>水位上涨两米</h1>${paragraphs([...CHINESE].reverse())}</article>`, 'lang="zh-Hans"'),
  };
  return Object.entries(pages).map(([name, content]) => ({
    name,
    bytes: Buffer.from(content),
    ...(name.endsWith(".xhtml") && { type: "application/xhtml+xml" }),
  }));
};

/** All of them: { name, bytes, type }. */
export const saved = () => [...real(), ...made()];
