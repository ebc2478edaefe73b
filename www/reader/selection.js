// The tools for a selection, and for a highlight that is pressed: beside it on a desk, in the bottom bar on a phone.
import { element, iconButton } from "./element.js";
import { colourPicker } from "./colour-picker.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./own.js").OwnHighlights} OwnHighlights */

/** How long a selection must rest before its tools show, ms. */
const REST = 250;

/** @param {App} app @param {Reading} reading */
export function addSelectionTools(app, reading) {
  const own = /** @type {OwnHighlights} */ (reading.own);
  const { signal } = reading;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {HTMLElement | null} */
  let shown = null;
  /** What the tools are for: a press moves the caret, which is no reason to hide what the press showed. @type {"selection" | "press" | null} */
  let shownFor = null;
  /** @type {HTMLElement[]} */
  let handles = [];
  const hideTools = () => {
    shown?.remove();
    shown = null;
    shownFor = null;
    app.shell.replaceBottom(null);
  };
  const hide = () => {
    hideTools();
    for (const handle of handles.splice(0)) handle.remove();
  };
  const show = (/** @type {{ start: number, end: number }} */ span, /** @type {HTMLElement} */ tools, /** @type {"selection" | "press"} */ of) => {
    hideTools();
    shownFor = of;
    if (matchMedia("(max-width: 599px)").matches) {
      app.shell.replaceBottom([tools]);
      shown = tools;
      return;
    }
    shown = element("div", { class: "selection-pop", role: "toolbar", "aria-label": app.language.t("selection.tools") }, tools);
    app.shell.main.append(shown);
    placeOver(shown, reading, span);
  };
  const look = () => {
    const span = own.selected();
    if (span || shownFor === "selection") hide();
    if (span) show(span, makeTools(app, reading, own, span, hide), "selection");
  };
  const showOwn = async (/** @type {import("./own.js").Placed} */ placed) => {
    hide();
    const tools = makeTools(app, reading, own, placed, hide);
    show(placed, tools, "press");
    const { makeHandles } = await import("./handles.js");
    if (tools.isConnected) handles = makeHandles(app, reading, own, placed, (resized) => show(resized, makeTools(app, reading, own, resized, hide), "press"));
  };
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    if (!shown?.contains(document.activeElement)) timer = setTimeout(look, REST);
  }, { signal });
  reading.body.addEventListener("click", (event) => {
    if (!getSelection()?.isCollapsed || /** @type {Element} */ (event.target).closest("a, button, summary")) return;
    const placed = own.at(offsetAt(reading, event.clientX, event.clientY));
    if (placed) void showOwn(placed);
    else hide();
  });
  // A press elsewhere, and what takes the focus: a note that is opened by its key. Who scrolls by finger presses as well, and keeps the selection.
  for (const left of ["click", "focusin"]) {
    document.addEventListener(left, ({ target }) => {
      if (shown && getSelection()?.isCollapsed && target instanceof Element && !shown.contains(target) && !target.closest(".own-handle")) hide();
    }, { signal, capture: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    hide();
    event.preventDefault();
  }, { signal, capture: true });
  signal.addEventListener("abort", hide);
}

/** Where in the text a point of the window is; -1 for nowhere. @param {Reading} reading @param {number} x @param {number} y */
export function offsetAt(reading, x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return -1;
  const text = /** @type {Text} */ (caret.offsetNode);
  const range = new StaticRange({ startContainer: text, startOffset: Math.min(caret.offset, text.length), endContainer: text, endOffset: text.length });
  return reading.marks?.index.span(range)?.start ?? -1;
}

/** @param {HTMLElement} pop @param {Reading} reading @param {{ start: number, end: number }} span */
function placeOver(pop, reading, { start, end }) {
  const box = reading.marks?.index.liveRange(start, end)?.getBoundingClientRect();
  if (!box) return;
  const size = pop.getBoundingClientRect();
  const above = box.top - size.height - 8;
  const top = above > 56 ? above : Math.min(box.bottom + 8, innerHeight - size.height - 8);
  const left = Math.min(Math.max(8, box.left + box.width / 2 - size.width / 2), innerWidth - size.width - 8);
  pop.style.setProperty("--left", `${left}px`);
  pop.style.setProperty("--top", `${top}px`);
}

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {OwnHighlights} own
 * @param {{ start: number, end: number }} span
 * @param {() => void} done
 */
function makeTools(app, reading, own, span, done) {
  const { t } = app.language;
  const known = own.placed.find((one) => one.start === span.start && one.end === span.end)?.highlight;
  const text = reading.marks?.index.text.slice(span.start, span.end) ?? "";
  const act = (/** @type {() => unknown} */ what) => () => {
    done();
    getSelection()?.removeAllRanges();
    void what();
  };
  const note = async () => {
    const highlight = known ?? (await own.mark(span.start, span.end, own.lastHue));
    (await import("./note.js")).openNote(app, own, highlight);
  };
  const everywhere = async () => (await import("./list-dialog.js")).openListDialog(app, null, [text.trim()]);
  return element(
    "div",
    { class: "tools" },
    colourPicker(app, known ? /** @type {import("./marks.js").Hue} */ (known.hue) : null, (hue) => act(() => own.mark(span.start, span.end, hue))()),
    element("span", { class: "divider", "aria-hidden": "true" }),
    iconButton("note", `${t("note")} (m)`, act(note)),
    iconButton("copy", t("copy"), act(() => navigator.clipboard.writeText(text))),
    !known && text.length <= 80 && iconButton("find", t("selection.find"), act(() => findText(app, text))),
    !known && text.length <= 80 && iconButton("plus", t("selection.addToList"), act(everywhere)),
    known && iconButton("bin", t("remove"), act(() => own.remove(known))),
  );
}

/** @param {App} app @param {string} text */
async function findText(app, text) {
  await app.reading?.words?.find(text.trim());
  await app.shell.openFind();
}
