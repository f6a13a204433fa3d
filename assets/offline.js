// Keeps the site for use without a network, and offers a new version when there is one. It never switches to one by itself.
//
// It is separate from the program, so that a version that fails to start can still be replaced. Its words are in
// index.html (#update). If a browser refuses, the site works over the network as usual, and no message is needed.

const { build } = document.querySelector("script[data-build]").dataset;
const container = navigator.serviceWorker;

// Needed by the page's policy (Trusted Types): this is the only text in this file that becomes the address of a script.
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
  // With the manifest a browser can install the site and list it in the share sheet. This must wait for the service worker,
  // which receives shared texts: without it they would be sent to the host.
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
    // No version is waiting if another tab has already switched to it.
    if (!registration.waiting) return location.reload();
    taking = true;
    registration.waiting.postMessage("take");
  });

  const hello = () => registration.active?.postMessage(build);
  container.addEventListener("controllerchange", () => {
    if (taking) return location.reload();
    // Another tab has switched to the new version. This page keeps its own until the reader decides.
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

// Once the page is complete: the files to keep then come from the browser's own cache. The first page is complete before the
// program has arrived, and this must not compete with the program's download. If the program does not start, this waits five
// seconds.
const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 1000));
const wait = (time) => {
  if (time < 20 && document.documentElement.dataset.boot === "running") setTimeout(wait, 250, time + 1);
  else document.fonts.ready.then(() => idle(() => keep().catch(() => {})));
};
if (container) addEventListener("load", () => wait(0));
