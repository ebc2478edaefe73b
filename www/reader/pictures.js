// The article's pictures: none is asked for before the person wants them; each keeps its place, caption and credit.
import { button, element, icon } from "./element.js";

/** @typedef {import("./app.js").App} App */

/** Pictures this small, CSS pixels, are part of a line, not of the story. */
const SMALL = 40;

export class Pictures {
  /** @type {{ image: HTMLImageElement, from: Element, place: HTMLElement }[]} waiting for the person */
  #waiting = [];
  /** @type {string} */
  #host;
  #own;
  /** Captions that the text leaves out, by the picture's address. @type {Map<string, string>} */
  #captions = new Map();

  /**
   * @param {App} app
   * @param {import("./host.js").Page} page
   * @param {AbortSignal} signal lets go of the page's own pictures
   */
  constructor(app, page, signal) {
    this.app = app;
    this.#host = URL.parse(page.url)?.host ?? "";
    this.#own = new Map(Object.entries(page.pictures ?? {}).map(([address, picture]) => [address, URL.createObjectURL(picture)]));
    signal.addEventListener("abort", () => this.#own.forEach((address) => URL.revokeObjectURL(address)));
  }

  /** Takes the captions of an article's pictures that are no part of its text. @param {import("./host.js").Article} article */
  takeCaptions({ images, textContent }) {
    const left = images.filter(({ caption }) => caption && !textContent.includes(caption));
    this.#captions = new Map(left.map(({ url, caption }) => [url, caption ?? ""]));
  }

  get wanted() {
    const { pictures, pictureSites } = this.app.settings.now;
    return pictures === "show" || (pictures === "ask" && pictureSites.includes(this.#host));
  }

  /**
   * What stands for a picture: itself or its place, with the caption that its text leaves out.
   *
   * @param {HTMLImageElement} image without an address yet
   * @param {Element} from the picture in the inert document
   * @returns {Node}
   */
  place(image, from) {
    const shown = this.#show(image, from);
    const caption = this.#captions.get(from.getAttribute("src") ?? "");
    if (!caption) return shown;
    const figure = from.closest("figure") ? new DocumentFragment() : element("figure");
    figure.append(shown, element("figcaption", {}, caption));
    return figure;
  }

  /** @param {HTMLImageElement} image @param {Element} from */
  #show(image, from) {
    image.alt = from.getAttribute("alt") ?? "";
    image.referrerPolicy = "no-referrer";
    image.decoding = "async";
    const width = Number(from.getAttribute("width"));
    const height = Number(from.getAttribute("height"));
    if (width > 0 && height > 0) {
      image.width = width;
      image.height = height;
      if (width <= SMALL && height <= SMALL) image.className = "small";
    }
    if (image.className !== "small" && !from.closest("a, summary")) makePressable(image, this.app.language.t("picture"));
    const own = this.#own.get(from.getAttribute("src") ?? "");
    if (own) {
      image.src = own;
      return image;
    }
    if (this.wanted || isOwn(from)) {
      show(image, from);
      return image;
    }
    const place = element("span", { class: "picture-place" }, icon("panel"), image.alt && element("span", {}, image.alt));
    if (width > 0 && height > 0) place.style.setProperty("aspect-ratio", `${width} / ${height}`);
    this.#waiting.push({ image, from, place });
    return place;
  }

  /** Puts the offer to show the pictures in front of the first one. @param {Element} body */
  settle(body) {
    const first = this.#waiting[0]?.place;
    if (!first || this.app.settings.now.pictures === "hide") return;
    const { t } = this.app.language;
    const offer = element("div", { class: "picture-offer" });
    const label = this.#host ? t("pictures.showFrom", { count: this.#waiting.length, host: this.#host }) : t("pictures.offer", { count: this.#waiting.length });
    const press = () => {
      if (this.#host) this.app.settings.set({ pictureSites: [...new Set([...this.app.settings.now.pictureSites, this.#host])] });
      offer.remove();
      this.showAll();
    };
    offer.append(button(label, press));
    let top = /** @type {Element} */ (first);
    while (top.parentElement && top.parentElement !== body) top = top.parentElement;
    top.before(offer);
  }

  showAll() {
    for (const { image, from, place } of this.#waiting.splice(0)) {
      show(image, from);
      place.replaceWith(image);
    }
  }
}

/** A press, by keyboard too, shows it large. @param {HTMLImageElement} image @param {string} name where it has none of its own */
function makePressable(image, name) {
  image.tabIndex = 0;
  image.setAttribute("role", "button");
  image.setAttribute("aria-label", image.alt || name);
}

/** @param {HTMLImageElement} image @param {Element} from */
function show(image, from) {
  image.loading = "lazy";
  for (const name of ["sizes", "srcset", "src"]) {
    const value = from.getAttribute(name);
    if (value) image.setAttribute(name, value);
  }
}

/** Whether a picture stands in the page itself: nothing is asked of anybody. @param {Element} from */
function isOwn(from) {
  return /^(data:image\/|blob:)/.test(from.getAttribute("src") ?? "");
}
