/* Search: asks Pagefind's index and shows what it finds, the page's own language first.

   Each language has a bundle of its own, asked for when the visitor comes to the field. What is
   typed stays in the address, so that a search can be sent on and found again by going back.
   Pagefind takes marks off letters, but not the stroke off đ: the copies that it read have ḓ in
   its place (`render/search_copies.py`), and so has every question; no answer shows it. */

import { fold } from "./fold.js";

const PAUSE = 180; // milliseconds after the last key until the index is asked
const QUIET = 900; // milliseconds until the count is announced and the address follows
const SHOWN = 10; // results of the own language at a time
const FOREIGN = 5;
const MOST_WORDS = 8; // of a question that files of words are fetched for
// What a page is called weighs most; other names of what an article speaks of are but words.
const RANKING = { metaWeights: { title: 7, names: 1, called: 20 }, diacriticSimilarity: 2 };

// A document's number as people type it: "05 TT/TU", "12-CT/TW", "48 / KH-LHHN".
const NUMBER = /(\d+)\s*[-/–\s]\s*(\p{L}{2,6}(?:\s*[-/–]\s*\p{L}{2,6})+)/gu;

/** Return a question as the index has its words: composed, the stroke a mark, a document's
    number in one piece and all else that a hyphen joins in several. */
export function asked(text) {
  return text
    .normalize("NFC")
    .replaceAll("đ", "ḓ")
    .replaceAll("Đ", "Ḓ")
    .replaceAll("\u00d0", "Ḓ")
    .replace(NUMBER, (_, figure, letters) => figure + letters.replace(/[^\p{L}]/gu, ""))
    .replace(/[-/–—]+/g, " ")
    .trim();
}

/** Return words of the index as they are written. */
function shown(text) {
  return text.replaceAll("ḓ", "đ").replaceAll("Ḓ", "Đ");
}

/** Return the words of a text, without case and marks. */
function wordsOf(text) {
  return fold(text).split(" ").filter(Boolean);
}

/** Put a title into an element, with marks around the words that begin as one that is sought. */
function writeTitle(element, title, query) {
  const sought = wordsOf(query);
  const pieces = title.split(/([^\p{L}\p{N}\p{M}]+)/u).map((piece) => {
    if (!sought.some((word) => fold(piece).startsWith(word))) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
  element.replaceChildren(...pieces);
}

/** Which pages say a word: files of a few kilobytes, each fetched once when it is needed. */
class Words {
  constructor(files, folder) {
    this.files = files.map(([first, name]) => ({ first, url: `${folder}${name}.json` }));
    this.fetched = new Map();
  }

  /** Return the places of pages with a word that begins so: some of them, the newest. */
  async saying(word) {
    const at = this.files.findLastIndex(({ first }) => first <= word);
    const next = this.files.slice(at + 1).filter(({ first }) => first.startsWith(word));
    const files = this.files.slice(Math.max(at, 0), at + 1).concat(next.slice(0, 1));
    const parts = await Promise.all(files.map(({ url }) => this.fetch(url)));
    const begun = parts.flatMap(Object.entries).filter(([it]) => it.startsWith(word));
    return new Set(begun.flatMap(([, places]) => places));
  }

  fetch(url) {
    if (!this.fetched.has(url)) this.fetched.set(url, this.load(url));
    return this.fetched.get(url);
  }

  async load(url) {
    try {
      const answer = await fetch(url);
      return answer.ok ? await answer.json() : {};
    } catch {
      this.fetched.delete(url); // to be tried again
      return {};
    }
  }
}

/** Titles and names of all pages of the page's own language, and the words of the newest. They
    answer before the index, of which each new word needs another part. */
class Titles {
  constructor({ pages, words }, { root, bundle }) {
    this.rows = pages.map(([address, title, names, filters]) => ({
      data: async () => ({ url: root + address, meta: { title }, excerpt: "", filters }),
      filters,
      title: title.normalize("NFC").toLowerCase(),
      words: ` ${wordsOf(`${title} ${names}`).join(" ")}`,
    }));
    this.said = new Words(words, `${bundle}words/`);
  }

  static async load(places) {
    const answer = await fetch(places.titles);
    return answer.ok ? new Titles(await answer.json(), places) : undefined;
  }

  /** Return what is called by every word, those with the marks as typed first. */
  find(query, narrowed) {
    const words = wordsOf(query);
    const exact = query.trim().normalize("NFC").toLowerCase();
    const found = words.length
      ? this.rows.filter((row) => words.every((word) => isCalled(row, word)))
      : [];
    const [marked, bare] = [[], []];
    for (const row of found.filter(({ filters }) => isWanted(filters, narrowed)))
      (row.title.includes(exact) ? marked : bare).push(row);
    return [...marked, ...bare];
  }

  /** Return newest pages that have every word in the title or the text. */
  async findSaid(query, narrowed) {
    const words = wordsOf(query);
    if (!words.length || words.length > MOST_WORDS) return [];
    const said = await Promise.all(words.map((word) => this.said.saying(word)));
    return this.rows.filter(
      (row, place) =>
        isWanted(row.filters, narrowed) &&
        words.every((word, number) => said[number].has(place) || isCalled(row, word)),
    );
  }

  /** Fetch what `findSaid` will need, where titles are not enough. */
  ahead(query, narrowed) {
    if (this.find(query, narrowed).length < SHOWN) this.findSaid(query, narrowed);
  }
}

function isCalled(row, word) {
  return row.words.includes(` ${word}`);
}

function isWanted(filters, narrowed) {
  return Object.entries(narrowed).every(([name, value]) => filters[name]?.includes(value));
}

/** Return the index of one language, ready to be asked. */
async function open(bundle) {
  const pagefind = await import(`${bundle}pagefind.js`);
  const index = pagefind.createInstance({ basePath: bundle, ranking: RANKING, excerptLength: 28 });
  await index.preload("");
  return index;
}

/** Put an excerpt into an element: its words, and marks around those that were sought. */
function writeExcerpt(element, excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  const pieces = [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return shown(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = shown(node.textContent);
    return mark;
  });
  if (!/[.!?…]\s*$/.test(parsed.textContent)) pieces.push(" …");
  element.replaceChildren(...pieces);
}

/** The results of one language, some at a time. */
class Group {
  constructor(element, page, { size, language }) {
    this.element = element;
    this.page = page;
    this.size = size;
    this.language = language; // "" for the page's own
    this.list = element.querySelector("ol");
    this.more = element.querySelector("[data-more]");
    this.more.addEventListener("click", () => this.add());
    this.fill([]);
  }

  /** Take new results and show the first ones; true when they still were those to show. */
  async fill(results, count = this.size) {
    this.results = results;
    const items = await this.make(0, count);
    if (this.results !== results) return false;
    const held = this.list.contains(document.activeElement) && document.activeElement.href;
    this.list.replaceChildren(...items);
    this.settle();
    if (held) this.hold(held);
    return true;
  }

  /** Give the focus back to a result, or to the first one when it is there no more. */
  hold(address) {
    const links = [...this.list.querySelectorAll("a")];
    (links.find(({ href }) => href === address) ?? links[0])?.focus();
  }

  async add() {
    const { results } = this;
    const items = await this.make(this.list.children.length);
    if (this.results !== results) return;
    this.list.append(...items);
    this.settle();
    items[0]?.querySelector("a").focus();
  }

  async make(start, count = this.size) {
    const some = this.results.slice(start, start + count);
    const found = await Promise.all(some.map((result) => result.data()));
    return found.map((data) => this.page.item(data, this.language));
  }

  settle() {
    this.element.hidden = this.results.length === 0;
    this.more.hidden = this.list.children.length >= this.results.length;
  }
}

/** The page: what is asked, and where the answers go. */
class Search {
  constructor(element) {
    this.element = element;
    this.form = element.querySelector("form");
    this.field = this.form.elements.q;
    this.count = element.querySelector("[data-count]");
    this.status = element.querySelector("[role=status]");
    this.clear = element.querySelector("[data-clear]");
    this.template = element.querySelector("[data-result]").content;
    this.kinds = element.querySelector("[data-kinds]").dataset;
    this.none = element.querySelector("[data-none]:not([data-count])");
    const foreign = { size: FOREIGN, language: element.dataset.otherLanguage };
    this.own = new Group(element.querySelector("[data-own]"), this, { size: SHOWN, language: "" });
    this.foreign = new Group(element.querySelector("[data-foreign]"), this, foreign);
    this.turn = 0;
  }

  start() {
    this.takeAddress();
    this.form.hidden = false;
    this.element.querySelector("[data-without]").hidden = true;
    this.form.addEventListener("input", () => this.later());
    this.form.addEventListener("focusin", () => this.open(), { once: true });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.clear.addEventListener("click", () => this.clearFilters());
    this.element.querySelector("[data-found]").addEventListener("click", () => this.keep());
    addEventListener("popstate", () => {
      this.takeAddress();
      this.ask();
    });
    if (this.isAsked()) this.ask();
    else requestIdleCallback?.(() => this.open());
  }

  takeAddress() {
    const given = new URLSearchParams(location.search);
    for (const control of this.controls()) control.value = given.get(control.name) ?? "";
    for (const select of this.form.querySelectorAll("select")) {
      if (select.selectedIndex < 0) select.value = "";
    }
  }

  controls() {
    return [...this.form.elements].filter((control) => control.name);
  }

  narrowed() {
    const chosen = [...this.form.querySelectorAll("select")].filter(({ value }) => value);
    return Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  }

  isAsked() {
    return asked(this.field.value) !== "" || Object.keys(this.narrowed()).length > 0;
  }

  /** Open both indexes once; the second only after the first is there. */
  open() {
    const { bundle, otherBundle } = this.element.dataset;
    this.titles ??= Titles.load(this.element.dataset).catch(() => {});
    this.opened ??= open(bundle).catch((error) => {
      this.opened = undefined;
      throw error;
    });
    this.otherOpened ??= this.opened
      .then(() => otherBundle && open(otherBundle))
      .catch(() => {
        this.otherOpened = undefined;
      });
    return this.opened;
  }

  /** Fetch parts of the index for words that are whole, and ask when the keys rest: a beginning
      of a letter or two would fetch parts for all that begins so. */
  later() {
    clearTimeout(this.waiting);
    const words = asked(this.field.value.replace(/\S+$/, ""));
    this.titles?.then((titles) => titles?.ahead(this.field.value, this.narrowed()));
    if (words) this.open().then((index) => index.preload(words), () => {});
    this.waiting = setTimeout(() => this.ask(), PAUSE);
  }

  /** Ask both indexes and show the answers, unless another question came meanwhile. */
  async ask() {
    clearTimeout(this.waiting);
    this.turn += 1;
    const { turn } = this;
    const isCurrent = () => turn === this.turn;
    this.clear.hidden = Object.keys(this.narrowed()).length === 0;
    if (!this.isAsked()) return this.rest();
    try {
      if (!this.results) this.say(this.count.dataset.busy);
      await this.answer(isCurrent);
    } catch {
      if (isCurrent()) this.say(this.count.dataset.failed);
    }
    return undefined;
  }

  async answer(isCurrent) {
    const query = this.field.value;
    const asking = this.open().then((index) => this.find(index));
    await this.answerFirst(query, asking, isCurrent);
    const own = await asking;
    const { list, element } = this.own;
    const count = element.dataset.first === query ? Math.max(SHOWN, list.children.length) : SHOWN;
    if (!isCurrent() || !(await this.own.fill(own, count)) || !isCurrent()) return;
    this.own.element.dataset.query = query;
    this.reveal(own.length, undefined);
    const other = await this.otherOpened;
    const foreign = other ? await this.find(other) : [];
    if (!isCurrent() || !(await this.foreign.fill(foreign)) || !isCurrent()) return;
    this.reveal(own.length, foreign.length);
  }

  /** Show what is called by the words, and then what says them, if either is known before the
      index has answered. */
  async answerFirst(query, asking, isCurrent) {
    const late = asking.then(() => {}, () => {});
    const titles = await Promise.race([this.titles, late]);
    if (!titles || !isCurrent()) return;
    const narrowed = this.narrowed();
    const called = titles.find(query, narrowed);
    await this.showFirst(query, called, isCurrent);
    if (called.length >= SHOWN) return;
    const said = await Promise.race([titles.findSaid(query, narrowed), late]);
    const more = said?.filter((row) => !called.includes(row)) ?? [];
    if (more.length) await this.showFirst(query, [...called, ...more], isCurrent);
  }

  async showFirst(query, found, isCurrent) {
    if (!found.length || !isCurrent() || !(await this.own.fill(found)) || !isCurrent()) return;
    this.own.element.dataset.first = query;
    this.element.querySelector("[data-found]").hidden = false;
    this.element.querySelector("[data-ways]").hidden = true;
    this.none.hidden = true;
  }

  async find(index) {
    const filters = this.narrowed();
    const words = asked(this.field.value);
    const sort = words ? {} : { sort: { date: "desc" } };
    const { results } = await index.search(words || null, { filters, ...sort });
    return results;
  }

  /** Show what there is, say how much, and let the address and the announcement follow. */
  reveal(own, foreign) {
    this.results = true;
    this.element.querySelector("[data-found]").hidden = false;
    this.element.querySelector("[data-ways]").hidden = own + (foreign ?? 1) > 0;
    this.none.hidden = own > 0 || foreign === undefined;
    this.none.querySelector("[data-narrowed]").hidden = this.clear.hidden;
    this.say(this.tell(own, foreign));
  }

  tell(own, foreign) {
    const words = this.count.dataset;
    const fill = (text, n) => text.replace("{n}", n.toLocaleString(document.documentElement.lang));
    const parts = [];
    if (own || foreign) parts.push(fill(own === 1 ? words.ownOne : words.ownOther, own));
    if (foreign) parts.push(fill(foreign === 1 ? words.foreignOne : words.foreignOther, foreign));
    if (parts.length || foreign === undefined) return parts.join(" · ");
    const query = this.field.value.trim();
    return query ? words.none.replace("{query}", query) : words.noneNarrowed;
  }

  say(text) {
    this.count.textContent = text;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.status.textContent = text;
      this.keep();
    }, QUIET);
  }

  /** Keep in the address what is asked; a step back leads to the page before, not to each key. */
  keep() {
    const given = this.controls().filter(({ value }) => value.trim());
    const query = new URLSearchParams(given.map(({ name, value }) => [name, value.trim()]));
    const search = query.size ? `?${query}` : "";
    if (search !== location.search) history.replaceState(null, "", location.pathname + search);
  }

  /** Show nothing, as nothing is asked. */
  rest() {
    this.results = false;
    this.own.fill([]);
    this.foreign.fill([]);
    this.none.hidden = true;
    this.element.querySelector("[data-found]").hidden = true;
    this.element.querySelector("[data-ways]").hidden = false;
    this.say("");
  }

  clearFilters() {
    for (const select of this.form.querySelectorAll("select")) select.value = "";
    this.field.focus();
    this.ask();
  }

  /** Return one result as an element. */
  item(data, language) {
    const item = this.template.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-${name}]`);
    const link = part("link");
    link.href = data.url;
    writeTitle(link, shown(data.meta.title), this.field.value);
    if (data.excerpt) writeExcerpt(part("excerpt"), data.excerpt);
    else part("excerpt").hidden = true;
    part("kicker").textContent = this.kicker(data.filters);
    this.date(part("date"), data.filters.date?.[0]);
    const twin = data.filters.twin?.[0];
    part("twin").querySelector("a").href = this.element.dataset.root + (twin ?? "");
    if (!language || !twin) part("twin").remove();
    if (!language) part("mark").remove();
    else {
      link.hreflang = language;
      link.lang = language;
      part("excerpt").lang = language;
    }
    return item;
  }

  kicker(filters) {
    const section = filters.section?.[0];
    const option = [...this.form.elements.section.options].find(({ value }) => value === section);
    return option && section ? option.text : (this.kinds[filters.kind?.[0]] ?? "");
  }

  date(element, date) {
    if (!date) return element.remove();
    const [year, month, day] = date.split("-").map(Number);
    const language = document.documentElement.lang === "en" ? "en-GB" : "vi-VN";
    const name = language === "en-GB" ? "long" : "numeric";
    const style = { year: "numeric", month: name, day: "numeric" };
    const time = document.createElement("time");
    time.dateTime = date;
    time.textContent = day
      ? new Date(year, month - 1, day).toLocaleDateString(language, style)
      : date.split("-").reverse().join("/");
    return element.append(time);
  }
}

const element = document.querySelector('[data-enhance="search"]');
if (element?.querySelector("form")) new Search(element).start();
