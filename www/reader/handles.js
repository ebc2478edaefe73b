// The two handles of a highlight that was pressed: dragged by mouse or finger, or moved word by word with the arrow keys, they
// make it longer or shorter.
import { element } from "./element.js";
import { offsetAt } from "./selection.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./reading.js").Reading} Reading */
/** @typedef {import("./own.js").OwnHighlights} OwnHighlights */
/** @typedef {import("./own.js").Placed} Placed */
/** @typedef {{ start: number, end: number }} Span UTF-16 units of the text */
/** @typedef {"start" | "end"} Side */

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {OwnHighlights} own
 * @param {Placed} placed
 * @param {(placed: Placed) => void} changed called when the highlight has its new place
 * @returns {HTMLElement[]} in the article; to be removed when another place is pressed
 */
export function makeHandles(app, reading, own, placed, changed) {
  const span = { start: placed.start, end: placed.end };
  const keep = async () => {
    if (span.start === placed.start && span.end === placed.end) return;
    const { id } = await own.resize(placed, span.start, span.end, "highlights.resized");
    placed = own.placed.find(({ highlight }) => highlight.id === id) ?? placed;
    changed(placed);
  };
  const handles = /** @type {const} */ (["start", "end"]).map((side) => makeHandle(app, reading, side, span, {
    move: (offset) => {
      moveSide(reading, span, side, offset);
      own.preview(placed, span);
      handles.forEach((handle, at) => put(handle, reading, span, at ? "end" : "start"));
    },
    keep: () => void keep(),
  }));
  const article = /** @type {HTMLElement} */ (reading.body.closest(".article"));
  article.append(...handles);
  handles.forEach((handle, at) => {
    handle.classList.add(`hue-${placed.highlight.hue}`);
    put(handle, reading, span, at ? "end" : "start");
  });
  return handles;
}

/** Moves one side of a span; it keeps one character at least. @param {Reading} reading @param {Span} span @param {Side} side @param {number} offset */
function moveSide(reading, span, side, offset) {
  const { length } = reading.marks?.index.text ?? "";
  if (side === "start") span.start = Math.max(0, Math.min(offset, span.end - 1));
  else span.end = Math.min(length, Math.max(offset, span.start + 1));
}

/**
 * @param {App} app
 * @param {Reading} reading
 * @param {Side} side
 * @param {Span} span as it is at the time
 * @param {{ move: (offset: number) => void, keep: () => void }} acts
 */
function makeHandle(app, reading, side, span, { move, keep }) {
  const handle = element("button", { type: "button", class: `own-handle ${side}`, "aria-label": app.language.t(`highlights.${side}`) });
  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    // The finger is on the handle, below the line: what is meant is the line.
    const edge = edgeOf(reading, span, side);
    const [across, down] = edge ? [edge.x - event.clientX, edge.y - event.clientY] : [0, 0];
    const drag = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const offset = offsetAt(reading, clientX + across, clientY + down);
      if (offset >= 0) move(offset);
    };
    const ended = new AbortController();
    const { signal } = ended;
    handle.classList.add("dragged");
    handle.addEventListener("pointermove", drag, { signal });
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      handle.addEventListener(end, () => {
        ended.abort();
        handle.classList.remove("dragged");
        keep();
      }, { signal });
    }
  });
  handle.addEventListener("keydown", (event) => {
    const forward = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (forward === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const isBackwards = getComputedStyle(reading.body).direction === "rtl";
    move(wordEdge(reading, span[side], side, forward !== isBackwards ? 1 : -1));
  });
  handle.addEventListener("keyup", (event) => event.key.startsWith("Arrow") && keep());
  return handle;
}

/** The next edge of a word in a direction: where words begin for the start, where they end for the end. @param {Reading} reading @param {number} place @param {Side} side @param {1 | -1} direction */
function wordEdge(reading, place, side, direction) {
  const { text = "" } = reading.marks?.index ?? {};
  const from = Math.max(0, place - 200);
  const words = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text.slice(from, place + 200))].filter(({ isWordLike }) => isWordLike);
  const edges = words.map(({ index, segment }) => from + index + (side === "end" ? segment.length : 0));
  return (direction > 0 ? edges.find((edge) => edge > place) : edges.findLast((edge) => edge < place)) ?? place;
}

/** The middle of the line at a side, in the window. @param {Reading} reading @param {Span} span @param {Side} side */
function edgeOf(reading, { start, end }, side) {
  const boxes = [...(reading.marks?.index.liveRange(start, end)?.getClientRects() ?? [])].filter(({ width }) => width > 0);
  const box = side === "start" ? boxes[0] : boxes.at(-1);
  if (!box) return null;
  const isLeft = (getComputedStyle(reading.body).direction === "rtl") !== (side === "start");
  return { x: isLeft ? box.left : box.right, y: (box.top + box.bottom) / 2, bottom: box.bottom };
}

/** @param {HTMLElement} handle @param {Reading} reading @param {Span} span @param {Side} side */
function put(handle, reading, span, side) {
  const edge = edgeOf(reading, span, side);
  const article = handle.parentElement?.getBoundingClientRect();
  if (!edge || !article) return;
  handle.style.setProperty("--left", `${edge.x - article.left}px`);
  handle.style.setProperty("--top", `${edge.bottom - article.top}px`);
}
