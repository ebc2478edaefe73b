// Pages that are none, or too much of one. Node and the browsers are given the same.

/** Numbers from 0 to 2^32, the same in every run. @param {number} seed */
function noise(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

/** Bytes of all kinds. @param {number} length */
export function binaryNoise(length) {
  const next = noise(7);
  return Uint8Array.from({ length }, () => next() >>> 24);
}

/** Tags, attributes and their pieces in no order. @param {number} pieces */
export function tagSoup(pieces) {
  const next = noise(11);
  const parts = ["<p>", "</p>", "<table>", "<tr>", "</td>", "<a href='", "<b", " class=", "\"", "<!--", "-->", "<svg>", "<math>", "</div>", "<div", ">", "<template shadowrootmode=open>", "</template>", "<select>", "<script>", "</script>", "<noscript>", "<form>", "&amp", "&#x0;", "\0", "text ", "文字", "\ud800", "<![CDATA[", "<li>", "<frameset>", "</body>", "<plaintex"];
  return Array.from({ length: pieces }, () => parts[next() % parts.length]).join("");
}

/** Elements inside one another. @param {number} depth @param {string} tag */
export function nested(depth, tag = "div") {
  return `<title>Deep</title>${`<${tag}>`.repeat(depth)}text${`</${tag}>`.repeat(depth)}`;
}

/** A page of about so many bytes that is all paragraphs, no two alike. @param {number} bytes */
export function long(bytes) {
  const paragraph = (/** @type {number} */ n) =>
    `<p>The river rose through the night of day ${n}, and in the morning the lower streets of the old town stood under <i>water</i> again, said the mayor.</p>\n`;
  const paragraphs = Array.from({ length: Math.ceil(bytes / 150) }, (_, n) => paragraph(n));
  return `<title>Long</title><article><h1>Long</h1>${paragraphs.join("")}</article>`;
}
