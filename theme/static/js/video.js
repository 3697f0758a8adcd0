/* Video: the player takes the place of the poster, once a visitor asks for it.

   Without it the link leads to the video. Nothing is fetched from another host before a click,
   and a click that opens a new tab stays the browser's. */

const ALLOWED = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/** Return the element that plays a link's video. */
function makePlayer(link) {
  const isFile = link.dataset.kind === "file";
  const player = document.createElement(isFile ? "video" : "iframe");
  player.className = "video__player";
  player.title = link.querySelector(".video__title").textContent;
  if (isFile) {
    player.controls = true;
    player.autoplay = true;
    player.playsInline = true;
  } else {
    player.allow = ALLOWED;
    player.allowFullscreen = true;
    player.referrerPolicy = "strict-origin-when-cross-origin"; // YouTube refuses to play without
  }
  player.src = link.dataset.player;
  return player;
}

for (const link of document.querySelectorAll('[data-enhance="video"]')) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const player = makePlayer(link);
    player.tabIndex = 0;
    link.replaceWith(player);
    player.focus();
  });
}
