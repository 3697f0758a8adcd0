/* Directory: sorts and filters the table of partners, and keeps the choice in the address.

   The page is whole without it. All that is compared was computed when the site was built and
   stands in the rows: `data-text` has folded names, `data-ties` has group:kind:decade of every
   relation, and `data-ranks` has the row's place by each column. The table comes in parts, and
   the browser lays out those near the screen alone; a change writes `hidden` on the rows that it
   concerns, reads no measure of the page, and leaves to later tasks what nobody can see yet. */

import { fold } from "./fold.js";

const QUIET = 300; // milliseconds after the last key until the address and the announcement follow
const SIZE = 25; // rows in a part
const AT_ONCE = 2; // parts that may be on the screen when the order changes

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** Return the test that a row must pass. One and the same relation must be of kind and decade. */
function makeTest({ q, region, kind, decade }) {
  const words = fold(q).split(" ");
  const squeezed = words.join("");
  const any = "[^: ]+";
  const kinds = kind ? `(?:${kind}:${any}|${any}:${kind})` : `${any}:${any}`;
  const tie = new RegExp(`(?:^| )${kinds}:${decade || any}(?: |$)`);
  return (row) =>
    (!region || row.region === region) &&
    (words.every((word) => row.text.includes(word)) || squeeze(row).includes(squeezed)) &&
    ((!kind && !decade) || tie.test(row.ties));
}

/** Return a row's names without spaces, so that "newyork" is found in "new york". */
function squeeze(row) {
  row.squeezed ??= row.text.replaceAll(" ", "");
  return row.squeezed;
}

function placesOf(row) {
  row.places ??= row.ranks.split(",");
  return row.places;
}

/** Return rows by a column: what has no rank comes last, equals keep the built order. */
function inOrder(rows, column, sign) {
  const ranked = rows.map((row, place) => [row, placesOf(row)[column], place]);
  const compare = ([, mine, here], [, theirs, there]) => {
    if (mine === theirs) return here - there;
    if (mine === "" || theirs === "") return mine === "" ? 1 : -1;
    return sign * (Number(mine) - Number(theirs));
  };
  return ranked.sort(compare).map(([row]) => row);
}

/** Say in roles what the elements of a table are: laid out as a grid, some browsers forget it. */
function nameParts(whole, selector) {
  for (const part of [whole, ...whole.querySelectorAll(selector)]) {
    const head = part.scope === "col" ? "columnheader" : "rowheader";
    part.setAttribute("role", ROLES[part.tagName] ?? head);
  }
}

/** Read a part of the table; `leads` tells that the name of the region stands in it. */
function readPart(element) {
  const rows = [...element.querySelectorAll("tr[data-ranks]")].map((row) => ({
    element: row,
    isShown: !row.hidden,
    ...row.dataset,
  }));
  return { element, rows, leads: rows.length < element.rows.length };
}

/** Return the job that puts a part's rows into it. */
function fill(part) {
  return () => part.element.append(...part.rows.map((row) => row.element));
}

/** Do the first jobs at once, the others one by one after the next picture; return what stops them. */
function inTurn(jobs) {
  const later = jobs.slice(AT_ONCE);
  let isStopped = false;
  const goOn = () => {
    if (isStopped || later.length === 0) return;
    later.shift()();
    setTimeout(goOn);
  };
  jobs.slice(0, AT_ONCE).forEach((job) => job());
  requestAnimationFrame(() => setTimeout(goOn));
  return () => {
    isStopped = true;
  };
}

/** The rows in their parts, in the built order or in another. */
class Rows {
  constructor(table) {
    this.table = table;
    this.home = [...table.tBodies].map(readPart);
    this.all = this.home.flatMap((part) => part.rows);
    this.parts = this.home;
    this.emptied = [];
    this.stop = () => {};
    nameParts(table, "thead, thead tr, thead th");
    inTurn(this.home.map((part) => () => nameParts(part.element, "tr, th, td")));
  }

  /** Show the rows that pass a test and return how many these are. */
  filter(passes) {
    let count = 0;
    for (const row of this.all) {
      const isShown = passes(row);
      if (isShown !== row.isShown) row.element.hidden = !isShown;
      row.isShown = isShown;
      count += isShown;
    }
    this.measure();
    return count;
  }

  /** Hide parts without a row, and tell the browser how high those are that it leaves out. */
  measure() {
    const regions = new Set(this.all.filter((row) => row.isShown).map((row) => row.region));
    for (const { element, rows, leads } of this.parts) {
      const count = rows.filter((row) => row.isShown).length;
      element.hidden = !count && !(leads && regions.has(rows[0].region));
      const height = count === rows.length ? "" : `calc(var(--row) * ${count})`;
      element.style.containIntrinsicBlockSize = height;
    }
  }

  /** Put the rows in an order; without a column, in that of the build, by regions. */
  arrange(column, sign) {
    const before = this.parts;
    this.parts = column === null ? this.home : this.cut(inOrder(this.all, column, sign));
    before.forEach((part) => (part.element.hidden = true));
    this.emptied.push(...before.filter((part) => !this.home.includes(part)));
    this.measure();
    this.stop();
    const seen = this.parts.filter((part) => !part.element.hidden);
    const unseen = this.parts.filter((part) => part.element.hidden);
    this.stop = inTurn([...[...seen, ...unseen].map(fill), () => this.sweep()]);
  }

  cut(rows) {
    const parts = [];
    for (let start = 0; start < rows.length; start += SIZE) {
      const element = document.createElement("tbody");
      element.className = "directory__group";
      element.setAttribute("role", "rowgroup");
      parts.push({ element, rows: rows.slice(start, start + SIZE), leads: false });
    }
    this.table.append(...parts.map((part) => part.element));
    return parts;
  }

  /** Remove the parts of orders gone by, once their rows are elsewhere. */
  sweep() {
    this.emptied.forEach((part) => part.element.remove());
    this.emptied = [];
  }
}

/** The form, the heads of the columns, the address, and what is told. */
class Directory {
  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    this.root = root;
    this.rows = new Rows(find("table"));
    this.form = find("form");
    this.fields = [...this.form.elements].filter((field) => field.name);
    this.heads = [...root.querySelectorAll("th[data-column]")];
    this.first = this.heads.find((head) => head.hasAttribute("aria-sort")); // of the built order
    this.count = find("[data-count]");
    this.status = find("[role=status]");
    this.none = find("[data-nothing]");
    this.clearers = [...root.querySelectorAll("[data-clear]")];
    this.words = { ...this.count.dataset, all: this.count.textContent };
    this.switcher = document.querySelector(".switcher__link");
    this.sort = { head: this.first, sign: 1 };
    this.timer = 0;
    this.isTyping = false;
  }

  start() {
    this.heads.forEach((head) => this.makeButton(head));
    this.root.toggleAttribute("data-sortable", true);
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.take(event.target));
    this.form.addEventListener("change", (event) => this.leave(event.target));
    this.clearers.forEach((button) => button.addEventListener("click", () => this.clear()));
    window.addEventListener("popstate", () => this.follow(true));
    this.follow(false);
  }

  /** Turn a column's words into a button. */
  makeButton(head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "directory__sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const begin = head.dataset.begin === "descending" ? -1 : 1;
      this.arrange({ head, sign: this.sort.head === head ? -this.sort.sign : begin });
      this.settle();
    });
  }

  arrange(sort) {
    const isBuilt = sort.head === this.first && sort.sign > 0;
    this.sort = sort;
    this.rows.arrange(isBuilt ? null : Number(sort.head.dataset.column), sort.sign);
    this.root.dataset.order = isBuilt ? "groups" : "flat";
    this.heads.forEach((head) => head.removeAttribute("aria-sort"));
    sort.head.setAttribute("aria-sort", sort.sign > 0 ? "ascending" : "descending");
  }

  /** Filter at once; what is typed is told and kept when the keys rest. */
  take(field) {
    this.filter();
    clearTimeout(this.timer);
    if (field.type === "search") this.timer = setTimeout(() => this.settle(true), QUIET);
  }

  /** End a run of keys, so that the next one is a step of its own. */
  leave(field) {
    this.settle(field.type === "search");
    this.isTyping = false;
  }

  clear() {
    this.fields.forEach((field) => (field.value = ""));
    this.filter();
    this.settle();
    this.form.elements.q.focus();
  }

  chosen() {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
  }

  filter() {
    const shown = this.rows.filter(makeTest(this.chosen()));
    const isNarrowed = this.fields.some((field) => field.value.trim());
    this.root.toggleAttribute("data-narrowed", isNarrowed);
    this.none.hidden = shown > 0;
    this.clearers[0].hidden = !isNarrowed;
    this.count.textContent = isNarrowed ? this.tell(shown) : this.words.all;
  }

  tell(shown) {
    const { none, one, other } = this.words;
    return (shown === 0 ? none : shown === 1 ? one : other).replace("{n}", shown);
  }

  /** Keep the choice in the address, one step of the history a run of keys, and announce it. */
  settle(isTyping = false) {
    clearTimeout(this.timer);
    const query = this.query();
    if (query !== location.search) {
      const url = location.pathname + query;
      if (isTyping && this.isTyping) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
    }
    this.isTyping = isTyping;
    this.announce();
    this.passOn();
  }

  announce() {
    const words = this.sort.sign > 0 ? this.words.ascending : this.words.descending;
    const order = words.replace("{column}", this.sort.head.textContent.trim());
    this.status.textContent = `${this.count.textContent}. ${order}`;
  }

  /** Let the other language's page open with the same choice. */
  passOn() {
    if (this.switcher) this.switcher.search = location.search;
  }

  query() {
    const { head, sign } = this.sort;
    const sort = head === this.first && sign > 0 ? "" : (sign < 0 ? "-" : "") + head.dataset.key;
    const pairs = Object.entries({ ...this.chosen(), sort }).filter(([, value]) => value.trim());
    return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
  }

  /** Do what the address says; values that the page does not know are passed over. */
  follow(isTold) {
    clearTimeout(this.timer);
    const given = new URLSearchParams(location.search);
    this.fields.forEach((field) => {
      field.value = given.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    });
    const [, minus, key] = /^(-?)(.*)$/.exec(given.get("sort") ?? "");
    const head = this.heads.find((each) => each.dataset.key === key) ?? this.first;
    const sign = minus ? -1 : 1;
    if (head !== this.sort.head || sign !== this.sort.sign) this.arrange({ head, sign });
    this.filter();
    this.isTyping = false;
    if (isTold) this.announce();
    this.passOn();
  }
}

document
  .querySelectorAll("[data-enhance='directory']")
  .forEach((root) => new Directory(root).start());
