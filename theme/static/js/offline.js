/* Offline: lists the pages that the service worker has kept, the newest first. */

const block = document.querySelector("[data-kept]");

async function kept() {
  const { scope } = await navigator.serviceWorker.ready;
  const names = (await caches.keys()).filter((name) => name.startsWith(`${scope} `)).sort();
  const pages = new Map();
  for (const name of names.filter((each) => !each.endsWith(" files"))) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const text = await (await cache.match(url)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      if (!page.querySelector("[data-kept]")) pages.set(url, page);
    }
  }
  return pages;
}

function row([url, page]) {
  const link = document.createElement("a");
  link.href = url;
  link.lang = page.documentElement.lang;
  link.textContent = page.querySelector("h1")?.textContent.trim() || page.title;
  const item = document.createElement("li");
  item.append(link);
  return item;
}

const pages = await kept();
block.querySelector("ul").append(...[...pages].map(row));
block.hidden = pages.size === 0;
