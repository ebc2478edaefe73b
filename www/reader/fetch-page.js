// Gets a page from its site, where the site lets others read it.

/** Why a page or a file is not for reading. */
export class Refused extends Error {
  /** @param {"error.pdf" | "error.notAPage" | "error.cors" | "error.address" | "none.article"} key its message */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/**
 * @param {URL} url
 * @returns {Promise<Omit<import("./host.js").Page, "id">>}
 * @throws {Refused} where its site does not let it be read, or it is no page
 */
export async function fetchPage(url) {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" }).catch(() => null);
  if (!response?.ok) throw new Refused("error.cors");
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("pdf")) throw new Refused("error.pdf");
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
  return { source: new Uint8Array(await response.arrayBuffer()), url: response.url, name: url.host, charset };
}
