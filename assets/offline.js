// Keeps the site for use without a network, and offers a new version where there is one; it takes none by itself.
//
// Apart from the program, so that a version that cannot start can still be replaced. The words stand in index.html
// (#update). Where a browser refuses, the site works as ever, by the network: that needs no message.

const { build } = document.querySelector("script[data-build]").dataset;
const container = navigator.serviceWorker;

// Where the page's policy wants it (Trusted Types): this is the one address of a script that is text here.
const trusted = globalThis.trustedTypes?.createPolicy("crossread-offline", {
  createScriptURL: (text) => {
    if (text !== "sw.js") throw new TypeError(`${text} is not the worker that keeps the site`);
    return text;
  },
});
const WORKER = "sw.js";

const keep = async () => {
  let controlled = container.controller !== null;
  let taking = false;
  const registration = await container.register(trusted?.createScriptURL(WORKER) ?? WORKER, { updateViaCache: "none" });
  // With the manifest a browser can install the site, and offer it where other programs share texts. Not before the worker
  // is there that takes those: without it they would be sent to the host.
  container.ready.then(() => {
    const link = Object.assign(document.createElement("link"), { rel: "manifest", href: "manifest.webmanifest" });
    document.head.append(link);
  });
  const bar = document.getElementById("update-bar");
  const offer = () => {
    bar.hidden = false;
  };
  document.getElementById("update-later").addEventListener("click", () => {
    bar.hidden = true;
  });
  document.getElementById("update-now").addEventListener("click", () => {
    // None waits where another tab has taken it already.
    if (!registration.waiting) return location.reload();
    taking = true;
    registration.waiting.postMessage("take");
  });

  const hello = () => registration.active?.postMessage(build);
  container.addEventListener("controllerchange", () => {
    if (taking) return location.reload();
    // Another tab has taken the new version. This page goes on with its own until its reader wants to.
    if (controlled) offer();
    controlled = true;
    hello();
  });
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) offer();
    });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  if (registration.active) {
    if (registration.waiting) offer();
    hello();
    await registration.update();
  }
};

// When the page stands: what is kept then comes out of what the browser has just downloaded.
const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 1000));
if (container) addEventListener("load", () => idle(() => keep().catch(() => {})));
