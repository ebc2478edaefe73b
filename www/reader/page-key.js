// What names a page in the store: the same on the live page and in the reader.

/** Parameters that say where a visitor came from, not what is read. */
const TRACKING = /^(utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|spm|share_token|ref_src)$/i;

/**
 * @param {string | null} canonical the address that the page calls its own
 * @param {string} url the address it was read at; empty for files and pastes
 * @param {string} text of the article, for a page without an address
 * @returns {Promise<string>} an address, or `text:` with a SHA-256 in hexadecimal
 */
export async function stateKey(canonical, url, text) {
  const read = URL.parse(url);
  const own = canonical ? URL.parse(canonical) : null;
  const address = own && (!read || own.host === read.host) ? own : read;
  if (address && address.protocol !== "file:") return plainAddress(address);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `text:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {URL} address */
function plainAddress(address) {
  const plain = new URL(address);
  plain.hash = "";
  for (const name of [...plain.searchParams.keys()]) if (TRACKING.test(name)) plain.searchParams.delete(name);
  return plain.href;
}
