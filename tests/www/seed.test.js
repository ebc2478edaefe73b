import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { extract, init } from "../../www/index.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const seed = join(root, "../shared/seed");
const skip = existsSync(seed) ? false : "../shared is absent";
const URL_OF_SEED = "https://www.kankanews.com/detail/";

/** Passes every field of the seed's facts. @param {object} article */
function check(article) {
  const file = join(mkdtempSync(join(tmpdir(), "rubricate-seed-")), "article.json");
  writeFileSync(file, JSON.stringify(article));
  const { stdout, status } = spawnSync("python3", [join(seed, "check.py"), join(seed, "expected.json"), file], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
}

for (const name of ["semantic", "soup"]) {
  test(`the seed's facts, from Node and from the command line: ${name}`, { skip }, async () => {
    await init();
    const file = join(seed, `${name}.html`);
    const article = extract(readFileSync(file), { url: URL_OF_SEED });
    const command = join(root, "target/debug/rubricate");
    const printed = execFileSync(command, ["extract", file, "--url", URL_OF_SEED], { encoding: "utf8", maxBuffer: 1 << 26 });
    assert.deepEqual(JSON.parse(printed), article, "the same article natively and in the module");
    check(article);
  });
}
