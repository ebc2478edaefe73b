// The stories that a listing leads to: what it recommends, and the links of its own text.
import { inertDocument } from "./safe.js";

/** @typedef {import("./host.js").Article} Article */
/** @typedef {Article["related"][number]} Story */

/** Fewer stories make no list. */
const LEAST = 5;
/** Links with shorter texts lead to no story, UTF-16 units: Chinese titles are short. */
const SHORT = 6;

/**
 * @param {Article} article
 * @returns {Story[]} in the page's order, each address once; empty where the page is no list of stories
 */
export function storiesOf(article) {
  if (article.pageType !== "listing" && (article.content !== null || article.pageType !== "collection")) return [];
  /** @type {Map<string, Story>} */
  const stories = new Map();
  for (const story of [...linked(article.content ?? ""), ...article.related]) {
    const key = story.url ?? story.title;
    const known = stories.get(key);
    // A picture, a date and a headline lead to the same place: the headline is the longest of them.
    if (!known || story.title.length > known.title.length) stories.set(key, { ...known, ...story });
  }
  const found = [...stories.values()].filter(({ title }) => title.length >= SHORT);
  return found.length < LEAST ? [] : found;
}

/** @param {string} content @returns {Story[]} */
function linked(content) {
  const links = [...inertDocument(content).querySelectorAll("a[href]")];
  return links.map((link) => ({ title: link.textContent.replace(/\s+/g, " ").trim(), url: link.getAttribute("href"), section: null, date: null, duration: null, image: null }));
}
