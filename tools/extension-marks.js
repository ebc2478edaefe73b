// The style rules of marks on live pages, made from the reader's colours: a page knows nothing of the reader's variables,
// and is light or dark as it likes, so each rule stands twice, with the colours written out.

const HUES = ["yellow", "green", "blue", "pink", "orange", "violet", "teal", "grey"];

/**
 * @param {string} colours the reader's `colours.css`
 * @returns {string} `::highlight` rules, light ones and those whose names end in `-dark`
 */
export function marksCss(colours) {
  return [...rules(palette(colours, 0), ""), ...rules(palette(colours, 1), "-dark")].join("\n") + "\n";
}

/**
 * @param {string} colours
 * @param {0 | 1} side light or dark
 * @returns {(name: string) => string} a colour by its name
 */
function palette(colours, side) {
  const found = new Map([...colours.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map((match) => [match[1], match[2 + side]]));
  return (name) => {
    const colour = found.get(name);
    if (!colour) throw new Error(`the reader has no colour ${name}`);
    return colour;
  };
}

/** @param {(name: string) => string} colour @param {string} end of each name */
function rules(colour, end) {
  const rule = (/** @type {string} */ name, /** @type {string} */ declarations) => `::highlight(rubricate-${name}${end}){${declarations}}`;
  const fill = (/** @type {string} */ name) => `background-color:${colour(name)};color:${colour("text")}`;
  return [
    ...HUES.flatMap((hue) => [
      rule(`own-${hue}`, fill(hue)),
      rule(`own-${hue}-noted`, `${fill(hue)};text-decoration:underline 2px ${colour(`${hue}-line`)}`),
      rule(`list-${hue}`, `text-decoration:underline 3px ${colour(`${hue}-line`)}`),
      rule(`current-${hue}`, `background-color:${colour(`${hue}-line`)};color:${colour("page")}`),
    ]),
    rule("keyword", `text-decoration:underline dotted 2px ${colour("muted")}`),
    rule("find", fill("find")),
    rule("current", `background-color:${colour("current")};color:${colour("on-current")}`),
  ];
}
