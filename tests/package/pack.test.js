// What `npm pack` packs works where it is unpacked, and where a bundler has taken it in: each entry.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rubricate-package-"));
const PAGE = "<title>Rain</title><article><h1>Rain</h1><p>The river rose through the night, and in the morning the town stood under water.</p></article>";
const INIT = "await init(globalThis.process?.argv[2] ? { module: new URL(process.argv[2]) } : undefined);";

/** By the name of the entry: a module that uses it, what it prints, and the build of the module that it takes. */
const USES = {
  whole: { code: `import { init, extract } from "rubricate"; ${INIT} console.log(extract(${JSON.stringify(PAGE)}).title);`, prints: "Rain", wasm: "full" },
  live: { code: `import { init, keywords } from "rubricate/live"; ${INIT} console.log(keywords("The ferry waits. The ferry stopped.")[0].term);`, prints: "ferry", wasm: "live" },
  find: { code: `import { init, find } from "rubricate/find"; ${INIT} console.log(find("a rain", "rain")[0].start);`, prints: "2", wasm: "find" },
};
const WORKER = `import { extract } from "rubricate/worker"; console.log((await extract(${JSON.stringify(PAGE)})).title);`;

before(() => {
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: www, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename }] = JSON.parse(packed);
  execFileSync("tar", ["-xzf", filename], { cwd: folder });
  mkdirSync(join(folder, "node_modules"));
  cpSync(join(folder, "package"), join(folder, "node_modules/rubricate"), { recursive: true });
  for (const [name, { code }] of Object.entries(USES)) writeFileSync(join(folder, `${name}.mjs`), code);
  writeFileSync(join(folder, "worker.mjs"), WORKER);
});
after(() => rmSync(folder, { recursive: true }));

for (const [name, { prints, wasm }] of Object.entries(USES)) {
  test(`the entry ${name} works in Node`, () => {
    assert.equal(execFileSync("node", [`${name}.mjs`], { cwd: folder, encoding: "utf8" }), `${prints}\n`);
  });

  test(`a bundler takes the entry ${name} in`, async () => {
    const outfile = join(folder, `${name}.bundle.mjs`);
    await build({ entryPoints: [join(folder, `${name}.mjs`)], bundle: true, format: "esm", platform: "browser", outfile, logLevel: "error" });
    const module = new URL(`file://${join(folder, `node_modules/rubricate/wasm/${wasm}_bg.wasm`)}`).href;
    assert.equal(execFileSync("node", [outfile, module], { encoding: "utf8" }), `${prints}\n`);
  });
}

test("the entry worker works in Node, and ends with what was asked", () => {
  assert.equal(execFileSync("node", ["worker.mjs"], { cwd: folder, encoding: "utf8" }), "Rain\n");
});

test("its types say what its calls take", () => {
  writeFileSync(
    join(folder, "typed.mts"),
    `import { extract, find, init } from "rubricate";
import * as live from "rubricate/live";
import { find as findAlone, highlight } from "rubricate/find";
import * as worker from "rubricate/worker";
await init();
const title: string | null = extract("a", { markdown: true }).title;
const rule: string | undefined = extract("a", { explain: true }).explanation?.lines[0]?.rule;
const starts: number[] = find("a", ["a"]).map((match) => match.start);
const later: Promise<string | null> = worker.extract("a").then((article) => article.title);
const count: number = highlight(document.body, "a", { wholeWord: "start" }).count;
// @ts-expect-error: there is no such option
extract("a", { nonsense: 1 });
// @ts-expect-error: live documents alone
live.extract("a");
// @ts-expect-error: no text
findAlone(1, "a");
export { title, rule, starts, later, count };
`,
  );
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--lib", "es2024,dom,dom.iterable", "--skipLibCheck", "--types", "", "typed.mts"];
  execFileSync(fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url)), options, { cwd: folder, stdio: "inherit" });
});
