// What a press on the extension's button does: it runs press.js in the tab that was pressed, and opens Crossread beside it with
// the address that comes back. It reads no other tab, and asks nobody for anything.

import { kept } from "./address.js";
import { press } from "./press.js";

chrome.action.onClicked.addListener(async (tab) => {
  const site = await kept();
  if (!site) return chrome.runtime.openOptionsPage();
  // Pages of the browser itself, its shop and others' extensions are kept away from every extension.
  let address = `${site}?page=add#page=closed`;
  try {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: press, args: [site] });
    address = result ?? address;
  } catch (error) {
    console.info(error.message);
  }
  await chrome.tabs.create({ url: address, index: tab.index + 1, windowId: tab.windowId, openerTabId: tab.id });
});
