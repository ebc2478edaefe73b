// Reads a web archive (MHTML, RFC 2557): the page of it, with the pictures that came with it.

/** @typedef {{ headers: Map<string, string>, body: string }} Part `body` in latin1, still encoded */

/**
 * @param {Uint8Array} bytes
 * @returns {{ source: string, url: string, pictures: Record<string, Blob> } | null} null where there is no page in it
 */
export function readMhtml(bytes) {
  const { headers, body } = splitPart(new TextDecoder("latin1").decode(bytes));
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get("content-type") ?? "")?.[1];
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1).map((text) => splitPart(text.replace(/^\r?\n/, ""))) : [{ headers, body }];
  const main = parts.find((part) => /^text\/html|application\/xhtml/i.test(part.headers.get("content-type") ?? ""));
  if (!main) return null;
  const charset = /charset="?([\w-]+)/i.exec(main.headers.get("content-type") ?? "")?.[1] ?? "utf-8";
  const source = new TextDecoder(charset).decode(decodePart(main));
  const url = main.headers.get("content-location") ?? headers.get("snapshot-content-location") ?? "";
  return { source, url: URL.canParse(url) ? url : "", pictures: picturesOf(parts) };
}

/** @param {string} text @returns {Part} */
function splitPart(text) {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : "" };
}

/** @param {Part} part @returns {Uint8Array<ArrayBuffer>} */
function decodePart({ headers, body }) {
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  let text = body;
  if (encoding === "base64") text = atob(body.replace(/[^A-Za-z0-9+/=]/g, ""));
  else if (encoding === "quoted-printable") text = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The archive's pictures by their addresses. @param {Part[]} parts */
function picturesOf(parts) {
  /** @type {Record<string, Blob>} */
  const pictures = {};
  for (const part of parts) {
    const type = (part.headers.get("content-type") ?? "").split(";")[0];
    const place = part.headers.get("content-location");
    if (place && /^image\/(png|jpeg|gif|webp|avif)$/i.test(type)) pictures[place] = new Blob([decodePart(part)], { type });
  }
  return pictures;
}
