/* Service worker: keeps what was read, and the latest issue, for when there is no network.
   The build writes `site` before this file (render/offline.py). Online, every page comes from the
   network; only files whose name carries a digest of their content are taken from what is kept. */

const scope = self.registration.scope;
const own = (name) => `${scope} ${name}`; // several sites may share a host
const READ = own("read");
const FILES = own("files");
const NEWEST = own(`newest ${site.version}`);
const MOST = { [READ]: 60, [FILES]: 150 };
const LASTING = /\.[0-9a-f]{8}\.\w+$|\.[0-9a-f]{12}\.\d+\.\w+$/;

const languages = Object.values(site.languages);
const plain = (url) => url.split(/[?#]/, 1)[0];
const isPage = (response) => (response.headers.get("Content-Type") ?? "").startsWith("text/html");

/** Fetches past what the browser kept by itself. */
const anew = (request) => fetch(request, { cache: "no-cache" });

/** Returns the language whose front page is nearest above an address. */
const languageOf = (url) =>
  languages
    .filter((language) => url.startsWith(self.origin + language.home))
    .sort((a, b) => b.home.length - a.home.length)[0] ?? languages[0];

async function keep(name, url, response) {
  const cache = await caches.open(name);
  await cache.put(url, response);
  const kept = await cache.keys(); // the oldest first
  const many = kept.slice(0, Math.max(kept.length - MOST[name], 0));
  await Promise.all(many.map((request) => cache.delete(request)));
}

/** Returns a kept page; what was read is at least as new as what was fetched ahead. */
async function find(url) {
  for (const name of [READ, NEWEST]) {
    const found = await (await caches.open(name)).match(url);
    if (found) return found;
  }
  return undefined;
}

async function forget(url) {
  for (const name of [READ, NEWEST]) await (await caches.open(name)).delete(url);
}

async function keepNewest(address) {
  const url = self.origin + address;
  const response = await anew(url);
  if (!response.ok) return;
  const read = await caches.open(READ);
  if (await read.match(url)) await read.put(url, response.clone());
  await (await caches.open(NEWEST)).put(url, response);
}

/** Keeps what the fallback needs, and the latest issue or articles in the languages that are read. */
async function prepare() {
  const files = await caches.open(FILES);
  for (const file of site.files) if (!(await files.match(file))) await files.add(file);
  await Promise.all(languages.map((language) => keepNewest(language.fallback)));
  if (!navigator.connection?.saveData) {
    const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const read = await (await caches.open(READ)).keys();
    const used = new Set([...open, ...read].map((each) => languageOf(each.url)));
    const newest = [...used].flatMap((language) => language.newest);
    // One after the other: the visitor's own pages go first, and a list of them is in order.
    for (const address of newest) await keepNewest(address).catch(() => {});
  }
  await self.skipWaiting();
}

/** Drops what earlier workers kept ahead, and keeps the pages that are open now. */
async function begin() {
  const known = new Set([READ, FILES, NEWEST]);
  const names = (await caches.keys()).filter((name) => name.startsWith(own("")));
  await Promise.all(names.filter((name) => !known.has(name)).map((name) => caches.delete(name)));
  await clients.claim();
  const open = await clients.matchAll({ type: "window" });
  await Promise.allSettled(
    open.map(async ({ url }) => {
      const response = await fetch(plain(url));
      if (response.ok && isPage(response)) await keep(READ, plain(url), response);
    }),
  );
}

async function page(event) {
  const url = plain(event.request.url);
  try {
    const response = await anew(event.request);
    if (response.ok && isPage(response)) event.waitUntil(keep(READ, url, response.clone()));
    if (response.status === 404 || response.status === 410) event.waitUntil(forget(url));
    return response;
  } catch {
    const found = await find(url);
    return found ?? (await find(self.origin + languageOf(url).fallback)) ?? Response.error();
  }
}

async function lasting(event) {
  const found = await (await caches.open(FILES)).match(event.request.url);
  return found ?? picture(event);
}

/** A picture or a file that is not kept yet; without a network what was kept of it. */
async function picture(event) {
  try {
    const response = await fetch(event.request);
    if (response.status === 200) event.waitUntil(keep(FILES, event.request.url, response.clone()));
    return response;
  } catch {
    const found = await (await caches.open(FILES)).match(event.request.url);
    return found ?? Response.error();
  }
}

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (LASTING.test(plain(request.url))) event.respondWith(lasting(event));
  else if (request.destination === "image") event.respondWith(picture(event));
});
