// Rows of the corpora, and pages of our own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/**
 * @param {string} file rows of JSON, compressed with gzip
 * @returns {{ id: string, url: string | null, html: string }[]}
 */
export function rows(file) {
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  return text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** The pages of `tests/pages`. @returns {{ id: string, html: string }[]} */
export function ownPages() {
  const folder = fileURLToPath(new URL("../pages/", import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((id) => ({ id, html: readFileSync(join(folder, id, "page.html"), "utf8") }));
}
