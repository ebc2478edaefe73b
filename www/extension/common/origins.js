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

/**
 * Whether one of some patterns is of a page's site.
 *
 * @param {string[]} patterns
 * @param {string} url
 * @returns {boolean}
 */
export function covers(patterns, url) {
  const { protocol, hostname } = new URL(url);
  return patterns.some((pattern) => {
    const [, scheme, host] = /^(\*|[a-z]+):\/\/([^/]*)\//.exec(pattern) ?? [];
    if (scheme === undefined) return pattern === "<all_urls>";
    const sameScheme = scheme === "*" ? /^https?:$/.test(protocol) : protocol === `${scheme}:`;
    return sameScheme && (host === "*" || host === hostname || (host.startsWith("*.") && `.${hostname}`.endsWith(host.slice(1))));
  });
}
