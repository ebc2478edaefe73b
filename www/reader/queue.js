// Several files at once: each is read and kept, one after the other, with a line that says how far it has come.
import { button, element, fill } from "./element.js";
import { openDialog } from "./dialog.js";
import { Refused } from "./fetch-page.js";
import { readFile } from "./ways-in.js";

/** @typedef {import("./app.js").App} App */

/**
 * @param {App} app
 * @param {File[]} files
 */
export async function openQueue(app, files) {
  const { t } = app.language;
  const line = element("p", { role: "status" });
  const list = element("ul", { class: "plain-list" });
  const bar = element("progress", { max: files.length, value: 0, "aria-label": t("progress.reading") });
  const stop = new AbortController();
  const dialog = openDialog(app, t("queue.title", { count: files.length }), [bar, line, list, element("div", { class: "buttons" }, button(t("close"), () => dialog.close()))]);
  dialog.addEventListener("close", () => stop.abort());
  let failed = 0;
  for (const [at, file] of files.entries()) {
    if (stop.signal.aborted) break;
    try {
      list.append(await readOne(app, file));
    } catch (error) {
      failed++;
      list.append(element("li", { class: "failed" }, file.name, element("span", { class: "related-facts" }, t(error instanceof Refused ? error.key : "error.other"))));
    }
    bar.value = at + 1;
    fill(line, [t("queue.progress", { done: at + 1, count: files.length }), failed > 0 && ` · ${t("queue.failed", { count: failed })}`]);
  }
}

/** @param {App} app @param {File} file @returns {Promise<HTMLElement>} @throws {Refused} where it is no page, or holds no article */
async function readOne(app, file) {
  const page = { id: crypto.randomUUID(), ...(await readFile(file)) };
  const article = await app.host.engine.extract(page.source, { url: page.url || undefined, charset: page.charset, keywords: 0 });
  if (article.content === null) throw new Refused("none.article");
  await app.store.putOpened(page, article, await app.store.keyOf(article, page));
  const open = () => {
    document.querySelector("dialog")?.close();
    void app.read(page);
  };
  return element("li", {}, element("button", { type: "button", class: "inline-button", onclick: open }, article.title ?? file.name));
}
