// Who comes by a link and has not been here before is told once what the page is, beside the texts; a notice about the link is in
// sight wherever it leads.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { column, finding, findings, known, notice, pair, RECOGNITION, settled, SIGNS, sticksOut, until } from "../lib/pages.mjs";

const { reader } = await setUp();

const intro = (page) => page.locator(".intro");

reader("a newcomer is told what the page is, who the two are and what the marks mean, once", async ({ visit }) => {
  for (const [width, height, bound] of [[1440, 900, 280], [1024, 768, 300], [683, 900, 300], [390, 844, 320]]) {
    const { page } = await visit(pair(SIGNS, RECOGNITION), { newcomer: true });
    await page.setViewportSize({ width, height });
    await intro(page).getByText(/EmbassyPages and Luhansk regions/).waitFor();
    await settled(page);
    const box = await intro(page).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= height, `${width}: in sight, from ${box.y} to ${box.y + box.height}`);
    if (width < 1300) {
      // It is the first card of the strip, and neither covers the others nor sticks out over the text.
      const strip = await page.locator(".differs").boundingBox();
      assert.ok(box.y >= strip.y && box.y + box.height <= strip.y + strip.height && strip.height <= 100, `${width}: outside of the strip`);
      const fits = await intro(page).evaluate((one) => one.scrollHeight <= one.clientHeight + 1);
      assert.ok(fits, `${width}: its words stand over one another`);
      const next = page.locator(".differs li").first();
      await next.evaluate((card) => card.scrollIntoView({ inline: "start", behavior: "instant" }));
      const card = await next.boundingBox();
      assert.ok(card.x >= 0 && card.x + card.width <= width, `${width}: the first card is pushed into sight`);
      await intro(page).evaluate((one) => one.scrollIntoView({ inline: "start", behavior: "instant" }));
    }
    const first = await page.evaluate(() => Math.min(...[...document.querySelectorAll(".flow")].map((flow) => flow.querySelector(".s").getClientRects()[0].top)));
    assert.ok(first <= bound, `${width}: the first sentence stands at ${first}`);
    assert.deepEqual(await sticksOut(page), [], `${width}`);
    assert.deepEqual(await findings(page), [], `${width}`);
    await intro(page).getByRole("button", { name: "Got it" }).focus();
    await page.keyboard.press("Enter");
    await until(page, "it is away", () => document.querySelector(".intro").childElementCount === 0);
    await page.reload();
    await finding(page).waitFor();
    await settled(page);
    assert.equal(await intro(page).getByText(/Two articles/).count(), 0, "it is not said again");
  }
});

reader("a notice about a link that leads into the texts is in sight", async ({ visit }) => {
  for (const screen of ["desk", "phone"]) {
    const { page } = await visit(known("min=no"), { screen });
    await column(page, "A").waitFor();
    await settled(page);
    const { top, bottom } = await notice(page).first().evaluate((one) => one.getBoundingClientRect().toJSON());
    assert.ok(top >= 0 && bottom <= page.viewportSize().height, `${screen}: from ${top} to ${bottom}`);
  }
});
