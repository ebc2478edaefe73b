// The ways a page comes in on the web: files opened or dropped, pasted source or rich text, an address that lets itself be read.
import { button, element, fill } from "./element.js";
import { openDialog } from "./dialog.js";
import { Refused, fetchPage } from "./fetch-page.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./host.js").Page} Page */

/** Opens a page once all of it is here. @param {App} app @param {Omit<Page, "id">} page */
export function openText(app, page) {
  return app.read({ id: crypto.randomUUID(), ...page });
}

/**
 * Opens files: one is read, of several the first is and the rest are kept to be read.
 *
 * @param {App} app
 * @param {File[]} files
 */
export async function openFiles(app, files) {
  if (files.length === 0) return;
  if (files.length > 1) {
    const { openQueue } = await import("./queue.js");
    await openQueue(app, files);
    return;
  }
  try {
    await openText(app, await readFile(files[0]));
  } catch (error) {
    await refuse(app, error);
  }
}

/**
 * A file's page.
 *
 * @param {File} file
 * @returns {Promise<Omit<Page, "id">>}
 * @throws {Refused} for what is no page
 */
export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  if (head.startsWith("%PDF-")) throw new Refused("error.pdf");
  if (/\.mht(ml)?$/i.test(file.name) || /^(From: |MIME-Version: |Content-Type: multipart\/related)/im.test(head)) {
    const { readMhtml } = await import("./mhtml.js");
    const page = readMhtml(bytes);
    if (page) return { ...page, name: file.name };
  }
  if (/^\x89PNG|^\xFF\xD8|^GIF8|^PK\x03\x04|^RIFF/.test(head)) throw new Refused("error.notAPage");
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(head);
  return { source: bytes, url: saved && URL.canParse(saved[1]) ? saved[1] : "", name: file.name };
}

/** @param {App} app @param {unknown} error */
export async function refuse(app, error) {
  if (error instanceof Refused) app.shell.toast(app.language.t(error.key));
  else throw error;
}

/** Opens a page by its address, where its site lets others read it. @param {App} app @param {string} address */
export async function openAddress(app, address) {
  const url = URL.parse(address.trim());
  try {
    if (!url || !/^https?:$/.test(url.protocol)) throw new Refused("error.address");
    await openText(app, await app.shell.during(fetchPage(url)));
  } catch (error) {
    await refuse(app, error);
  }
}

/** A field for a page's source, or for what was copied from it. @param {App} app */
export function openPaste(app) {
  const { t } = app.language;
  const field = element("textarea", { rows: 10, spellcheck: "false", class: "control", "aria-label": t("start.paste"), placeholder: t("paste.placeholder") });
  const url = element("input", { type: "url", class: "control", placeholder: "https://" });
  const read = () => {
    const source = field.value;
    if (!source.trim()) return;
    dialog.close();
    void openText(app, { source: asPage(source), url: URL.canParse(url.value) ? url.value : "", name: t("paste.name") });
  };
  field.addEventListener("paste", (event) => {
    const rich = event.clipboardData?.getData("text/html");
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    if (!rich || looksLikeSource(plain)) return;
    event.preventDefault();
    field.value = rich;
  });
  const dialog = openDialog(app, t("start.paste"), [
    field,
    element("label", { class: "field" }, element("span", { class: "field-label" }, t("paste.address")), url),
    element("div", { class: "buttons" }, button(t("start.open"), read, { class: "button main" }), button(t("cancel"), () => dialog.close())),
  ]);
  field.focus();
}

/** @param {string} text */
function looksLikeSource(text) {
  return /^\s*<(!doctype|html|head|body|article|div|p|section|main|\?xml)\b/i.test(text);
}

/** A first line longer than this is no title, UTF-16 units. */
const LONGEST_TITLE = 200;

/** Plain text becomes paragraphs, under its first line where that can be a title; source stays as it is. @param {string} text */
export function asPage(text) {
  if (/<\w+[^>]*>/.test(text)) return text;
  const escape = (/** @type {string} */ line) => line.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
  const lines = text.split(/\n+/).map((line) => escape(line.trim())).filter(Boolean);
  const title = lines.length > 1 && lines[0].length <= LONGEST_TITLE ? lines.shift() : "";
  return `<!doctype html>${title && `<title>${title}</title>`}<article>${title && `<h1>${title}</h1>`}${lines.map((line) => `<p>${line}</p>`).join("")}</article>`;
}

/** Files and text dropped, or pasted outside a field. @param {App} app */
export function listenForPages(app) {
  const cover = element("div", { class: "drop-cover", hidden: true });
  document.body.append(cover);
  const carries = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.some((type) => type === "Files" || type === "text/html");
  addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    fill(cover, [element("p", {}, app.language.t("start.dropNow"))]);
    cover.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) cover.hidden = true;
  });
  addEventListener("drop", (event) => {
    cover.hidden = true;
    if (!carries(event)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const html = event.dataTransfer?.getData("text/html");
    if (files.length) void openFiles(app, files);
    else if (html) void openText(app, { source: html, url: "", name: app.language.t("paste.name") });
  });
  addEventListener("paste", (event) => {
    if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    const source = looksLikeSource(plain) ? plain : event.clipboardData?.getData("text/html") || plain;
    if (files.length) void openFiles(app, files);
    else if (source.trim()) void openText(app, { source: asPage(source), url: "", name: app.language.t("paste.name") });
  });
}
