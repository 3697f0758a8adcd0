/* Site: what every page has, found by `data-enhance`. Pages are whole without it. */

const root = document.documentElement;

const enhancements = {
  /** Three sizes of text; the choice is kept on this machine alone. */
  "text-size"(group) {
    const buttons = [...group.querySelectorAll("button")];
    const show = () => {
      const size = root.dataset.text ?? "";
      for (const button of buttons) button.setAttribute("aria-pressed", button.value === size);
    };
    group.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.value) root.dataset.text = button.value;
      else delete root.dataset.text;
      try {
        localStorage.setItem("text-size", button.value);
      } catch {
        // Storage is refused: the choice lasts as long as the page.
      }
      show();
    });
    show();
  },

  /** Ways to pass a page on that need a script. */
  share(block) {
    const link = block.querySelector("[data-address]");
    const status = block.querySelector("[role=status]");
    const ways = {
      send: () => navigator.share({ title: document.title, url: link.href }).catch(() => {}),
      copy: () =>
        navigator.clipboard.writeText(link.href).then(() => {
          status.textContent = status.dataset.done;
        }, () => link.focus()),
      print: () => window.print(),
    };
    const able = { send: navigator.share, copy: navigator.clipboard, print: window.print };
    for (const button of block.querySelectorAll("button")) {
      button.parentElement.hidden = !able[button.value];
      button.addEventListener("click", ways[button.value]);
    }
    link.parentElement.hidden = Boolean(navigator.clipboard);
  },
};

for (const element of document.querySelectorAll("[data-enhance]")) {
  enhancements[element.dataset.enhance]?.(element);
}

// Where visitors keep pages, the manifest names the worker; it waits for the page to be whole.
const worker = document.querySelector("link[data-worker]")?.dataset.worker;
if (worker && navigator.serviceWorker) {
  addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => {}));
}
