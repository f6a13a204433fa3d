// Own texts are always treated as text, never as markup, and they never leave the browser.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { found, settled, until } from "../lib/pages.mjs";
import { drop, file, sheetOf, zip } from "../lib/import.mjs";
import { ADD, NIGHT, RAIN, compareTwo, field, fragment, keep, keepButton, ownCards, shareLink, toLibrary, write } from "../lib/own.mjs";
import { PART } from "../lib/parts.mjs";

const { reader } = await setUp({ base: "/some/where/" });

const PAYLOADS = [
  "<script>hit()</script>",
  "</script><script>hit()</script>",
  "<img src=x onerror=hit()>",
  "<svg onload=hit()>",
  "<svg><script>hit()</script></svg>",
  "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
  "<iframe src=javascript:parent.hit()></iframe>",
  "<a href=javascript:hit()>click</a>",
  "<body onload=hit()>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=hit()>",
  "\"><script>hit()</script>",
  "' autofocus onfocus=hit() x='",
  "javascript:hit()",
  "data:text/html,<script>hit()</script>",
  "<!--><script>hit()</script-->",
  "<style>@import 'https://evil.example/x.css'</style>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
  "<base href=https://evil.example/>",
  "<object data=https://evil.example/x></object>",
  "<details open ontoggle=hit()>x</details>",
  "{{constructor.constructor('hit()')()}}",
  "${hit()}",
  "\u202e<script>hit()</script>\u2066",
  "&lt;script&gt;hit()&lt;/script&gt;",
];

const trap = {
  before: (context) =>
    context.addInitScript(() => {
      window.hits = 0;
      window.hit = () => (window.hits += 1);
    }),
};

const NEVER = "script:not([src]), iframe, object, embed, base, main img, main svg script, [onload], [onerror], [onfocus], [ontoggle], a[href^='javascript:' i], a[href^='data:' i]";

async function nothingRan(page, where) {
  await settled(page);
  assert.equal(await page.evaluate(() => window.hits), 0, where);
  assert.deepEqual(await page.evaluate((never) => [...document.querySelectorAll(never)].map((one) => one.outerHTML.slice(0, 120)), NEVER), [], where);
}

reader("markup and script in titles, file names, fields and bodies stay text", async ({ visit }) => {
  assert.ok(PAYLOADS.length >= 20);
  const { page } = await visit(ADD, trap);
  // File names: every payload at once.
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  await chooser.setFiles(PAYLOADS.map((payload) => ({ name: payload.replaceAll("/", "∕"), mimeType: "text/plain", buffer: Buffer.from(payload) })));
  await page.locator(`${PART.form}, ${PART.brief}`).nth(PAYLOADS.length - 1).waitFor();
  await nothingRan(page, "files on the add page");
  for (let left = PAYLOADS.length; left > 0; left -= 1) await page.getByRole("button", { name: "Remove", exact: true }).first().click();
  // Every field of texts that are kept.
  for (const [place, payload] of PAYLOADS.entries()) {
    const text = `${payload}\n\n${payload} said officials on day ${place}.`;
    await keep(page, { text, named: payload, publisher: payload });
  }
  await nothingRan(page, "the add page");
  await toLibrary(page);
  await ownCards(page).nth(PAYLOADS.length - 1).waitFor();
  await nothingRan(page, "the library");
  const titles = await ownCards(page).locator(PART.title).allTextContents();
  // As they are, but on one line, and without what turns the words beside them round.
  assert.deepEqual(titles.reverse(), PAYLOADS.map((payload) => payload.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim()));
  await page.reload();
  await ownCards(page).nth(PAYLOADS.length - 1).waitFor();
  await nothingRan(page, "the library, loaded again");
  for (const place of [0, 5, 10, 15, 20]) {
    const ids = await page.evaluate(async () => {
      const request = indexedDB.open("crossread");
      const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
      const keys = database.transaction("articles").objectStore("articles").getAllKeys();
      const ids = await new Promise((done) => (keys.onsuccess = () => done(keys.result)));
      database.close();
      return ids;
    });
    await page.goto(new URL(`./?a=${ids[place]}&b=${ids[place + 1]}`, page.url()).href);
    await found(page).waitFor();
    for (const view of ["1", "2", "3"]) {
      await page.keyboard.press(view);
      await nothingRan(page, `compared, view ${view}`);
    }
    const link = await shareLink(page);
    const { page: other } = await visit(link.slice(link.indexOf("?")), trap);
    await found(other).waitFor();
    await nothingRan(other, "shared");
    await page.goto(new URL("./", page.url()).href);
  }
});

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

reader("markup and script in documents and saved pages stay text, from import to comparison", async ({ visit }) => {
  const { page } = await visit(ADD, trap);
  const said = PAYLOADS.map((payload, place) => `${payload} said officials on day ${place}`);
  const paragraphs = (open, close) => said.map((one) => `${open}${escaped(one)}${close}`).join("");
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = zip("word/document.xml", Buffer.from(`<w:document ${word}><w:body>${paragraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>")}</w:body></w:document>`));
  const html = `<!doctype html><html><head><title>${escaped(PAYLOADS[0])}</title></head><body><article><h1>${escaped(PAYLOADS[1])}</h1>${paragraphs("<p>", "</p>")}${PAYLOADS.join("")}</article></body></html>`;
  const mhtml = `From: <Saved by Blink>\r\nSubject: ${PAYLOADS[0]}\r\nSnapshot-Content-Location: javascript:hit()\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html.replace("<article>", "<article><p>Saved as one file.</p>")).toString("base64")}\r\n--b--\r\n`;
  const markdown = said.map((one) => `${one}\n\n[x](javascript:hit()) ![x](https://evil.example/x.png)`).join("\n\n");
  const files = { "a.docx": docx, "a.html": html, "a.mhtml": mhtml, "a.md": markdown };
  await drop(page, Object.entries(files).map(([name, content]) => file(name, content)));
  await sheetOf(page, "a.md").waitFor();
  for (const name of Object.keys(files)) {
    const text = await sheetOf(page, name).getByLabel("Text", { exact: true }).inputValue();
    // In Markdown and in a page's markup some of them are markup, and gone.
    const there = said.filter((one) => text.includes(one.replace(/\s+/g, " ")));
    assert.ok(name === "a.md" || there.length === said.length, `${name}: ${said.find((one) => !there.includes(one))}`);
    const address = await sheetOf(page, name).getByLabel("Address", { exact: true }).inputValue();
    assert.ok(!address.startsWith("javascript"), name);
  }
  await nothingRan(page, "documents on the add page");
  for (let left = 4; left > 0; left -= 1) {
    await keepButton(page).click();
    await page.locator("#kept-now li").nth(4 - left).waitFor();
  }
  await page.getByRole("link", { name: "Compare the last two" }).click();
  await found(page).waitFor();
  for (const view of ["1", "2", "3"]) {
    await page.keyboard.press(view);
    await nothingRan(page, `documents compared, view ${view}`);
  }
});

reader("an address is a link only where it is one of the web", async ({ visit }) => {
  const { page } = await visit(ADD, trap);
  for (const url of ["javascript:hit()", "JaVaScRiPt:hit()", "data:text/html,<script>hit()</script>", "vbscript:hit()", "//evil.example", "file:///etc/passwd", "https://a b"]) {
    await write(page, { ...RAIN, url });
    await keepButton(page).click();
    await page.locator(PART.fault, { hasText: "An address begins with http" }).waitFor();
    await field(page, "Address").fill("");
  }
  await field(page, "Text").fill("");
  // Past the form: by a collection.
  const articles = ["javascript:hit()", "https://example.org/a?b=1#c"].map((value, place) => ({
    id: `own-x${place}`,
    title: { value: `Text ${place}` },
    url: { value, basis: "" },
    text: RAIN.text,
    added: place,
  }));
  const file = JSON.stringify({ crossread: "collection", version: 1, articles });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Open files" }).click()]);
  await chooser.setFiles([{ name: "c.json", mimeType: "application/json", buffer: Buffer.from(file) }]);
  await page.getByText("2 texts added from the collection.").waitFor();
  await page.goto(new URL("./?a=own-x0&b=own-x1", page.url()).href);
  await found(page).waitFor();
  const details = page.locator(`details${PART.known}`);
  await details.first().locator("summary").click();
  await page.getByText("javascript:hit()").waitFor();
  await details.last().locator("summary").click();
  await page.getByRole("link", { name: "Where it was taken from" }).waitFor();
  const links = await details.getByRole("link", { name: "Where it was taken from", includeHidden: true }).evaluateAll((links) => links.map((one) => [one.getAttribute("href"), one.rel]));
  assert.deepEqual(links, [["https://example.org/a?b=1#c", "noreferrer"]]);
  await nothingRan(page, "compared");
});

reader("nothing that is pasted, opened, kept or shared leaves the browser", async ({ visit, site }) => {
  const secret = "xylophonequartzsecret";
  const sent = [];
  const titles = [];
  const watch = async (context) => {
    await context.exposeBinding("crossreadTitle", (_source, title) => titles.push(title));
    await context.addInitScript(() => {
      const tell = () => window.crossreadTitle(document.title);
      new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
    });
    context.on("request", (request) => sent.push([request.url(), request.headers().referer ?? "", request.postData() ?? ""].join(" ")));
    context.on("websocket", (socket) => sent.push(`socket ${socket.url()}`));
  };
  const { page, context } = await visit(ADD, { before: watch });
  await compareTwo(page, { text: `${secret} one.\n\n${RAIN.text}`, publisher: secret }, { text: `${secret} two.\n\n${NIGHT.text}` });
  assert.equal(await page.title(), "A text of yours / A text of yours — Crossread");
  await page.keyboard.press("j");
  const link = await shareLink(page);
  await page.reload();
  await found(page).waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.goto(new URL(ADD, page.url()).href).then(() => page.getByRole("button", { name: "Open files" }).click()),
  ]);
  await chooser.setFiles([{ name: `${secret}.txt`, mimeType: "text/plain", buffer: Buffer.from(secret) }]);
  await page.getByRole("region", { name: `${secret}.txt` }).waitFor();
  await drop(page, [file(`${secret}.html`, `<!doctype html><title>${secret}</title><p>${secret} ${RAIN.text}</p>`)]);
  await page.getByRole("region", { name: `${secret}.html` }).waitFor();
  await keepButton(page).click();
  await page.getByRole("heading", { name: "Added just now" }).waitFor();
  await toLibrary(page);
  await page.getByRole("link", { name: /^Edit/ }).first().click();
  await page.getByRole("heading", { name: "Edit your text" }).waitFor();
  const { page: other } = await visit(link.slice(link.indexOf("?")), { before: watch });
  await found(other).waitFor();
  await other.reload();
  await found(other).waitFor();
  assert.ok(sent.length > 10);
  assert.ok(titles.length > 10);
  // Playwright gives the whole address of a page; what is sent ends before the fragment.
  const leaked = sent.map((one) => one.replace(/#\S*/, "")).filter((one) => one.includes(secret) || one.includes("texts="));
  assert.deepEqual(leaked, []);
  assert.deepEqual(titles.filter((title) => title.includes(secret)), [], "browsers keep and pass on what windows are called");
  const referrers = sent.map((one) => one.split(" ")[1]).filter((one) => one !== "" && !one.endsWith(".css"));
  assert.deepEqual(referrers, [], "no request says where it came from");
  assert.ok(!site.requested.some((path) => path.includes(secret) || path.includes("texts=")));
  const cookies = await context.cookies();
  assert.deepEqual(cookies, []);
});

reader("a short link that unpacks to very much freezes nothing, and says what was left out", async ({ visit }) => {
  const texts = (number) => Array.from({ length: number }, (_, at) => ({ id: `own-${at}`, text: at % 2 ? NIGHT.text : RAIN.text }));
  const long = texts(2);
  long[0].title = { value: "a".repeat(300_000), basis: "" };
  for (const [articles, said] of [
    [long, "This link has a title or another field that is longer than this page takes, which was cut."],
    [texts(20_000), "This link has 19900 more entries than this page takes, which were left out."],
  ]) {
    const start = Date.now();
    const { page } = await visit(`?a=own-0&b=own-1${fragment(articles)}`);
    await found(page).waitFor();
    await page.getByText(said).first().waitFor();
    // It takes a browser 12 s and more to set such a title; a slow machine has some seconds for the rest.
    assert.ok(Date.now() - start < 10_000, `${Date.now() - start} ms`);
    assert.ok((await page.title()).length < 1_200);
  }
});

reader("a letter with 20,000 marks on it is shown whole, in parts that a browser can lay out", async ({ visit }) => {
  const marked = `It rained. e${"\u0301".repeat(20_000)} was all that it said. It snowed in the night.`;
  const { page } = await visit(`?a=own-0&b=own-1${fragment([{ id: "own-0", text: marked }, { id: "own-1", text: NIGHT.text }])}`);
  await found(page).waitFor();
  await settled(page);
  const column = page.locator(PART.column).first();
  // A text is drawn in parts.
  const whole = (text) => document.querySelector(PART.column).textContent.includes(text);
  await until(page, "every mark is there", whole, `e${"\u0301".repeat(20_000)} was all`);
  const longest = await column.evaluate((one) => {
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    let longest = 0;
    while (texts.nextNode()) for (const run of texts.currentNode.data.match(/\p{M}+/gu) ?? []) longest = Math.max(longest, run.length);
    return longest;
  });
  assert.ok(longest <= 64, `${longest} marks in one text`);
});

reader("a title turns no sentence of the page's round", async ({ visit }) => {
  const articles = [
    { id: "own-0", text: RAIN.text, title: { value: "Rain \u202etsal ta\u2067", basis: "" }, publisher: { value: "The \u202eliaM", basis: "" } },
    { id: "own-1", text: NIGHT.text },
  ];
  const { page } = await visit(`?a=own-0&b=own-1${fragment(articles)}`);
  await found(page).waitFor();
  const turned = await page.evaluate(() => /[\u202a-\u202e\u2066-\u2069]/.test(document.title + document.body.innerText));
  assert.equal(turned, false);
});
