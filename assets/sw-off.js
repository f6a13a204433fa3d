// Ends offline use. Published as sw.js, it replaces the worker in every browser that visits, deletes what that worker
// kept, and unregisters itself. docs/offline.md says when to use it. `cargo xtask serve` serves it, so that a developer
// never sees an old build.
//
// It does not reload pages: an open page's script would register it again, in an endless loop.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const end = async () => {
    for (const key of await caches.keys()) {
      const { scope } = registration;
      if (key.startsWith(`crossread ${scope} `) || [`crossread-shared ${scope}`, `crossread-set ${scope}`].includes(key)) await caches.delete(key);
    }
    await registration.unregister();
  };
  event.waitUntil(end());
});
