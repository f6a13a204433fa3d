// The page on which the reader enters the address of the Crossread site that they use.

import { keep, kept, siteOf } from "./address.js";

const form = document.getElementById("form");
const field = document.getElementById("site");
const said = document.getElementById("said");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const site = siteOf(field.value);
  field.setAttribute("aria-invalid", String(site === null));
  if (site === null) {
    said.textContent = "This is not the address of a web page, which begins with https://.";
    field.focus();
    return;
  }
  try {
    await keep(site);
    field.value = site;
    said.textContent = `From now on the button opens ${site}. Go back to the article and press it there.`;
  } catch {
    said.textContent = "The browser could not save this. Try again in a window that is not private.";
  }
});

// Last, and without overwriting what the reader is typing: the form is there before the database answers.
const before = await kept();
field.value ||= before ?? "";
