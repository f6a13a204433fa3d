// The page that lists the packages in the programs: linked at the bottom, complete, readable on a phone and by a screen reader.

import assert from "node:assert/strict";
import { setUp } from "../lib/browser.mjs";
import { findings, sticksOut } from "../lib/pages.mjs";

const { reader } = await setUp({ base: "/some/where/" });

reader("it is found from the foot, and names packages with their terms", async ({ visit }) => {
  const { page } = await visit();
  await page.getByRole("contentinfo").getByRole("link", { name: "Licences" }).click();
  await page.getByRole("heading", { level: 1, name: "Licences" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/some/where/licences.html");
  const row = page.getByRole("row", { name: /^leptos / }).first();
  assert.match(await row.textContent(), /MIT/);
  const text = page.locator("details", { hasText: "Mozilla Public License" }).first();
  await text.locator("summary").click();
  await text.getByText("Mozilla Public License", { exact: false }).first().waitFor();
});

for (const [scheme, screen] of [["light", "phone"], ["dark", "desk"]]) {
  reader(`nothing sticks out and axe finds nothing, ${scheme}, ${screen}`, async ({ visit }) => {
    const { page } = await visit("licences.html", { scheme, screen, started: false });
    assert.deepEqual(await sticksOut(page), []);
    assert.deepEqual(await findings(page), []);
  });
}
