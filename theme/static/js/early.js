/* Early: runs before the first letter is drawn, so that nothing jumps. It tells the styles that
   scripts run, and sets the size of text that the visitor chose before. */
(() => {
  const root = document.documentElement;
  root.dataset.scripted = "";
  try {
    const size = localStorage.getItem("text-size");
    if (size === "large" || size === "largest") root.dataset.text = size;
  } catch {
    // Storage is refused: the page has its usual size.
  }
})();
