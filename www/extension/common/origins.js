// Match patterns of sites.

/**
 * The pattern of a page's site, as the browser asks for it.
 *
 * @param {string} url
 * @returns {string} empty where there is none
 */
export function originOf(url) {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? `${parsed.protocol}//${parsed.hostname}/*` : "";
}
