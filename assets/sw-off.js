// Ends offline use: published as sw.js, it takes the place of the worker in every browser that comes by, deletes what
// that one kept, and unregisters itself. docs/offline.md says when. `cargo xtask serve` serves it, so that a developer
// never sees a build of yesterday.
//
// It loads no page again: the script of an open page would register it once more, and so on without an end.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const end = async () => {
    for (const key of await caches.keys()) {
      const { scope } = registration;
      if (key.startsWith(`crossread ${scope} `) || key === `crossread-shared ${scope}`) await caches.delete(key);
    }
    await registration.unregister();
  };
  event.waitUntil(end());
});
