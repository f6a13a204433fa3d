// Handles a press on the extension's button: it runs press.js in the current tab, and opens Crossread in a new tab with the
// address that press.js returns. It reads no other tab and makes no requests.

import { kept } from "./address.js";
import { press } from "./press.js";

chrome.action.onClicked.addListener(async (tab) => {
  const site = await kept();
  if (!site) return chrome.runtime.openOptionsPage();
  // No extension may read the browser's own pages, its extension shop, or other extensions.
  let address = `${site}?page=add#page=closed`;
  try {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: press, args: [site] });
    address = result ?? address;
  } catch (error) {
    console.info(error.message);
  }
  await chrome.tabs.create({ url: address, index: tab.index + 1, windowId: tab.windowId, openerTabId: tab.id });
});
