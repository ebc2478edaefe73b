// Serves folders over http on localhost: the reader for `make serve`, pages and modules for the browser tests.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * @typedef {{ body: string | Uint8Array, headers?: Record<string, string> }} Answer a page that stands in no file
 */

/**
 * Starts a server.
 *
 * @param {Record<string, string>} folders by the path they answer under, each ending in a slash: `{"/": "www/"}`
 * @param {{ port?: number, pages?: Map<string, Answer> }} [options] `port`: 0 takes a free one; `pages`: answers by path, looked up first
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} `address` without a slash at its end
 */
export async function serve(folders, { port = 0, pages = new Map() } = {}) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    const path = decodedPath(request.url ?? "/");
    const made = path && pages.get(path);
    if (made) {
      response.writeHead(200, { "content-type": TYPES[".html"], ...made.headers }).end(made.body);
      return;
    }
    const prefix = path && prefixes.find((candidate) => path.startsWith(candidate));
    const file = prefix && (await fileUnder(folders[prefix], path.slice(prefix.length)));
    if (!file) {
      response.writeHead(404, { "content-type": TYPES[".txt"] }).end("not found\n");
    } else if (file.endsWith(sep)) {
      response.writeHead(302, { location: `${path}/` }).end();
    } else {
      const type = /** @type {Record<string, string>} */ (TYPES)[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined)));
  const bound = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${bound.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {string} url @returns {string | null} its path, percent signs decoded; null where it cannot be read */
function decodedPath(url) {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
}

/**
 * @param {string} folder
 * @param {string} path below it
 * @returns {Promise<string | null>} the file (a folder's `index.html`); a folder named without its slash, ending in one; null where there is none
 */
async function fileUnder(folder, path) {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder))) return null;
  try {
    if (!(await stat(file)).isDirectory()) return file;
    if (path !== "" && !path.endsWith("/")) return file + sep;
    const index = join(file, "index.html");
    return (await stat(index)).isFile() ? index : null;
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 8017);
  const www = fileURLToPath(new URL("../www/", import.meta.url));
  const site = await serve({ "/": www }, { port }).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    return serve({ "/": www });
  });
  console.log(`Rubricate is at ${site.address}/ (Ctrl+C ends it)`);
}
