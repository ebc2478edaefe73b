// An article of several pages: the next one is read and added at the end, where it can be had.
import { button, element } from "./element.js";
import { pageCount } from "./page-count.js";
import { copySafely } from "./safe.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */

/**
 * "Page 1 of 4 · Add next": stands below the article while there is a next page.
 *
 * @param {App} app
 * @param {Reading} reading
 * @returns {HTMLElement | null} null where there is none
 */
export function makeNextPage(app, reading) {
  const next = reading.article?.nextPage;
  if (!next || !URL.canParse(next)) return null;
  const { t } = app.language;
  let address = next;
  let page = 1;
  const count = pageCount(reading.page.source, next);
  const place = () => (count && count >= page ? t("next.pageOf", { page, count }) : t("next.page", { page }));
  const line = element("span", { class: "hint", role: "status" }, place());
  const add = async () => {
    adder.disabled = true;
    const following = await app.shell.during(addPage(app, reading, address)).catch(() => undefined);
    adder.disabled = false;
    if (following === undefined) {
      app.shell.toast(t("error.cors"), { label: t("next.open"), press: () => app.host.follow(address) });
      return;
    }
    page += 1;
    line.textContent = place();
    if (following) address = following;
    else adder.remove();
  };
  const adder = button(t("next.add"), () => void add(), { class: "button small" });
  return element("nav", { class: "next-page", "aria-label": t("next.label") }, line, adder);
}

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {string} address
 * @returns {Promise<string | null>} the page after it; null where it is the last
 */
async function addPage(app, reading, address) {
  const { fetchPage } = await import("./fetch-page.js");
  const { source, url, charset } = await fetchPage(new URL(address));
  const article = await app.host.engine.extract(source, { url, charset, keywords: 0 });
  if (article.content === null) throw new Error("no article on the next page");
  reading.body.append(element("hr", {}));
  await copySafely(article.content, reading.body, { base: url, picture: (image, from) => reading.pictures.place(image, from), signal: reading.signal });
  await reading.readAgain();
  return article.nextPage && URL.canParse(article.nextPage) && article.nextPage !== address ? article.nextPage : null;
}
