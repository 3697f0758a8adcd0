/* Folding: text without case and marks, for comparison, as `text/folding.py` of the build. */

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
