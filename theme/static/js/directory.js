/* Directory: sorts and filters the table of partners, and keeps the choice in the address.

   The page is whole without it. All that is compared was computed when the site was built and
   stands in the rows: `data-text` has folded names, `data-ties` has group:kind:decade of every
   relation, and `data-ranks` has the row's place by each column. A change writes `hidden` on the
   rows that it concerns and reads no measure of the page. */

const QUIET = 300; // milliseconds after the last key until the address and the announcement follow

const LETTERS = {
  đ: "d", ð: "d", ɖ: "d", ø: "o", ł: "l", ı: "i", æ: "ae", œ: "oe", þ: "th",
  ß: "ss", ς: "σ", "\u0345": "ι",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** Return words without case and marks, one space between them, as `plain_words` of the build. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(SPECIAL, (letter) => LETTERS[letter])
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** Read a row's attributes once; `squeezed` finds "hanoi" in "ha noi". */
function readRow(element, place) {
  const { text, ties, ranks, region } = element.dataset;
  return {
    element,
    place, // in the order of the build
    region,
    text,
    squeezed: text.replaceAll(" ", ""),
    ties: ties.split(" ").map((tie) => tie.split(":")),
    ranks: ranks.split(",").map((rank) => (rank === "" ? null : Number(rank))),
    home: element.parentElement,
    isShown: true,
  };
}

/** Return the test that a row must pass. One and the same relation must be of kind and decade. */
function makeTest({ q, region, kind, decade }) {
  const words = fold(q).split(" ");
  const squeezed = words.join("");
  const isFit = ([group, own, years]) =>
    (!kind || kind === own || kind === group) && (!decade || decade === years);
  return (row) =>
    (!region || row.region === region) &&
    (words.every((word) => row.text.includes(word)) || row.squeezed.includes(squeezed)) &&
    ((!kind && !decade) || row.ties.some(isFit));
}

/** Return the comparison by a column: what has no rank comes last, equals keep the built order. */
function makeOrder(column, sign) {
  return (one, other) => {
    const [mine, theirs] = [one.ranks[column], other.ranks[column]];
    if (mine === theirs) return one.place - other.place;
    if (mine === null || theirs === null) return mine === null ? 1 : -1;
    return sign * (mine - theirs);
  };
}

/** Say in roles what the elements of a table are: laid out as a grid, some browsers forget it. */
function nameParts(table) {
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    const head = part.scope === "col" ? "columnheader" : "rowheader";
    part.setAttribute("role", roles[part.tagName] ?? head);
  }
}

class Directory {
  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    this.root = root;
    this.form = find("form");
    this.fields = [...this.form.elements].filter((field) => field.name);
    this.groups = [...root.querySelectorAll("tbody")];
    this.rows = [...root.querySelectorAll("tr[data-ranks]")].map(readRow);
    this.heads = [...root.querySelectorAll("th[data-column]")];
    this.first = this.heads.find((head) => head.hasAttribute("aria-sort")); // the column of the built order
    this.flat = document.createElement("tbody");
    this.flat.className = "directory__group";
    this.groups.at(-1).after(this.flat);
    nameParts(find("table"));
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
      const isSame = this.sort.head === head;
      const begin = head.dataset.begin === "descending" ? -1 : 1;
      this.arrange({ head, sign: isSame ? -this.sort.sign : begin });
      this.settle();
    });
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
    this.form.reset();
    this.fields.forEach((field) => (field.value = ""));
    this.filter();
    this.settle();
    this.form.elements.q.focus();
  }

  chosen() {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
  }

  filter() {
    const passes = makeTest(this.chosen());
    let shown = 0;
    for (const row of this.rows) {
      const isShown = passes(row);
      if (isShown !== row.isShown) row.element.hidden = !isShown;
      row.isShown = isShown;
      shown += isShown;
    }
    const isNarrowed = this.fields.some((field) => field.value.trim());
    this.root.toggleAttribute("data-narrowed", isNarrowed);
    this.none.hidden = shown > 0;
    this.clearers[0].hidden = !isNarrowed;
    this.count.textContent = this.tell(shown, isNarrowed);
    this.hideEmptyGroups();
  }

  tell(shown, isNarrowed) {
    if (!isNarrowed) return this.words.all;
    const { none, one, other } = this.words;
    return (shown === 0 ? none : shown === 1 ? one : other).replace("{n}", shown);
  }

  hideEmptyGroups() {
    const kept = new Set(this.rows.filter((row) => row.isShown).map((row) => row.home));
    const isFlat = this.sort.head !== this.first;
    this.groups.forEach((group) => (group.hidden = isFlat || !kept.has(group)));
    this.flat.hidden = !isFlat;
  }

  /** Put the rows in an order: that of the build stands in groups, all others in one list. */
  arrange(sort) {
    this.sort = sort;
    const isFlat = sort.head !== this.first;
    const ordered = [...this.rows].sort(makeOrder(Number(sort.head.dataset.column), sort.sign));
    const elements = ordered.map((row) => row.element);
    if (isFlat) this.flat.append(...elements);
    else this.putBack(ordered, sort.sign);
    this.root.dataset.order = isFlat ? "flat" : "groups";
    this.heads.forEach((head) => head.removeAttribute("aria-sort"));
    sort.head.setAttribute("aria-sort", sort.sign > 0 ? "ascending" : "descending");
    this.hideEmptyGroups();
  }

  putBack(ordered, sign) {
    const groups = sign > 0 ? this.groups : [...this.groups].reverse();
    groups.forEach((group) => {
      group.append(...ordered.filter((row) => row.home === group).map((row) => row.element));
      this.flat.before(group);
    });
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
    const sign = this.sort.sign > 0 ? this.words.ascending : this.words.descending;
    const order = sign.replace("{column}", this.sort.head.textContent.trim());
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
