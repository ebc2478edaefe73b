// Reads a web archive (MHTML, RFC 2557): the page of it, with its own pictures in place.

/** @typedef {{ headers: Map<string, string>, body: string }} Part `body` in latin1, still encoded */

/** Largest picture taken into the page, bytes once decoded. */
const LARGEST = 4 << 20;

/**
 * @param {Uint8Array} bytes
 * @returns {{ source: string, url: string } | null} null where there is no page in it
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
  return { source: withPictures(source, parts), url: URL.canParse(url) ? url : "" };
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

/** @param {Part} part @returns {Uint8Array} */
function decodePart({ headers, body }) {
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  let text = body;
  if (encoding === "base64") text = atob(body.replace(/[^A-Za-z0-9+/=]/g, ""));
  else if (encoding === "quoted-printable") text = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The archive's pictures as `data:` addresses in place of their own. @param {string} source @param {Part[]} parts */
function withPictures(source, parts) {
  let text = source;
  for (const part of parts) {
    const type = (part.headers.get("content-type") ?? "").split(";")[0];
    const place = part.headers.get("content-location");
    if (!place || !/^image\/(png|jpeg|gif|webp|avif)$/i.test(type) || part.body.length > LARGEST * 1.4) continue;
    const bytes = decodePart(part);
    const address = `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
    text = text.replaceAll(`"${place.replaceAll("&", "&amp;")}"`, `"${address}"`);
  }
  return text;
}
