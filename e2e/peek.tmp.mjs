import { launch, SCREENS } from "/work/story/e2e/lib/browser.mjs";
import { serve } from "/work/story/e2e/lib/server.mjs";
const site = await serve(); const browser = await launch();
const [,, address="?page=story", ...rest]=process.argv;
for (const [screen, scheme] of [["desk","light"],["phone","light"],["desk","dark"]]) {
 const c = await browser.newContext({viewport: SCREENS[screen], colorScheme: scheme, reducedMotion:"reduce"});
 const p = await c.newPage(); p.on("console",m=>console.log(m.type(),m.text())); p.on("pageerror",e=>console.log("ERR",e.message));
 await p.goto(site.url+address); await p.waitForSelector("html[data-boot=done]"); await p.locator(".finding").waitFor({timeout:8000}).catch(e=>console.log(e.message));
 await p.waitForTimeout(300);
 if(screen==="desk"&&scheme==="light") console.log(await p.locator("main").innerText());
 await p.screenshot({path:`/tmp/story-${screen}-${scheme}.png`, fullPage: true});
 await c.close();
}
await browser.close(); await site.close();
