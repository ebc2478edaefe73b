// A page of five megabytes with an article of 500,000 characters, for tests and benches.

const WORDS = "the harbour wall was built of stone from the old quay and every spring tide finds the same three gaps in it before the boats go out".split(" ");

/** How long the article is at least, UTF-16 units. */
export const LONG_ARTICLE = 500_000;

/** @returns {string} the same in every run */
export function longPage() {
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const sentence = () => `${Array.from({ length: 12 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ")}. `;
  let article = "";
  for (let length = 0; length < 1.02 * LONG_ARTICLE; ) {
    const text = Array.from({ length: 6 }, sentence).join("");
    length += text.length;
    article += `<p class="story__paragraph js-paragraph" data-index="${length}" data-track='{"module":"paragraph","position":${length}}'>${text}</p>\n`;
  }
  const items = Array.from({ length: 36_000 }, (_, at) => `<li class="list__item list__item--compact"><a class="list__link" href="/story/${at}" data-id="${at}">Story ${at}</a></li>`);
  return `<!doctype html><html lang="en"><title>The long wall</title><body><header><nav><ul>${items.slice(0, 150).join("")}</ul></nav></header><article><h1>The long wall</h1>${article}</article><aside class="related"><ul>${items.join("")}</ul></aside></body></html>`;
}
