/* Service worker of a site that keeps nothing: it removes what an earlier one kept, and itself. */

const own = `${self.registration.scope} `; // several sites may share a host

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(own));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
