// What `npm pack` packs works where it is unpacked, and where a bundler has taken it in.
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
const USE = `import { init, extract } from "rubricate";
  await init(globalThis.process?.argv[2] ? { module: new URL(process.argv[2]) } : undefined);
  console.log(extract(${JSON.stringify(PAGE)}).title);`;

before(() => {
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: www, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [{ filename }] = JSON.parse(packed);
  execFileSync("tar", ["-xzf", filename], { cwd: folder });
  mkdirSync(join(folder, "node_modules"));
  cpSync(join(folder, "package"), join(folder, "node_modules/rubricate"), { recursive: true });
  writeFileSync(join(folder, "use.mjs"), USE);
});
after(() => rmSync(folder, { recursive: true }));

test("the package works in Node", () => {
  assert.equal(execFileSync("node", ["use.mjs"], { cwd: folder, encoding: "utf8" }), "Rain\n");
});

test("a bundler takes it in", async () => {
  const outfile = join(folder, "bundle.mjs");
  await build({ entryPoints: [join(folder, "use.mjs")], bundle: true, format: "esm", platform: "browser", outfile, logLevel: "error" });
  const wasm = new URL(`file://${join(folder, "node_modules/rubricate/wasm/full_bg.wasm")}`).href;
  assert.equal(execFileSync("node", [outfile, wasm], { encoding: "utf8" }), "Rain\n");
});

test("its types say what its calls take", () => {
  writeFileSync(join(folder, "typed.mts"), `import { extract, find, init } from "rubricate";\nawait init();\nconst title: string | null = extract("a", { markdown: true }).title;\nconst starts: number[] = find("a", ["a"]).map((match) => match.start);\n// @ts-expect-error: there is no such option\nextract("a", { nonsense: 1 });\nexport { title, starts };\n`);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--lib", "es2024,dom,dom.iterable", "--skipLibCheck", "--types", "", "typed.mts"];
  execFileSync(fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url)), options, { cwd: folder, stdio: "inherit" });
});
