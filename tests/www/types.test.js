import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** Where the structs stand that JavaScript is given. */
const SOURCES = ["src/article.rs", "src/article/aside.rs", "src/content/explain.rs", "src/content/kind.rs", "src/metadata/facts.rs", "src/keywords/mod.rs", "src/keywords/features.rs", "src/labels.rs"];
const NUMBERS = new Set(["usize", "f64", "u32"]);
const STRINGS = new Set(["String", "&'static str"]);

const camel = (/** @type {string} */ name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** A Rust type as TypeScript writes it. @param {string} type @returns {string} */
function typescript(type) {
  const inside = /^(Option|Vec)<(.*)>$/.exec(type);
  if (inside?.[1] === "Option") return `${typescript(inside[2])} | null`;
  if (inside?.[1] === "Vec") return `${typescript(inside[2])}[]`;
  const map = /^BTreeMap<&'static str, (.*)>$/.exec(type);
  if (map) return `Record<string, ${typescript(map[1])}>`;
  if (NUMBERS.has(type)) return "number";
  if (type === "bool") return "boolean";
  return STRINGS.has(type) ? "string" : type;
}

/**
 * The members of each serialised struct, as TypeScript would declare them.
 *
 * @param {string} source
 */
function structs(source) {
  return [...source.matchAll(/#\[derive\(([^)]*)\)\]\n(?:#\[.*\]\n)*pub struct (\w+) \{\n([\s\S]*?)\n\}/g)]
    .filter(([, derives]) => derives.includes("Serialize"))
    .map(([, , name, body]) => ({ name, members: members(body) }));
}

/** @param {string} body of a struct */
function members(body) {
  const fields = [...body.matchAll(/((?: {4}#\[serde\([^\n]*\)\]\n)*) {4}pub (\w+): ([^\n]*),/g)];
  return fields
    .filter(([, attributes]) => !attributes.includes("flatten"))
    .map(([, attributes, name, type]) => {
      const renamed = /rename = "(\w+)"/.exec(attributes)?.[1] ?? camel(name);
      const optional = attributes.includes("skip_serializing_if");
      return `${renamed}${optional ? "?" : ""}: ${typescript(optional ? type.replace(/^Option<(.*)>$/, "$1") : type)}`;
    });
}

/** The members of an interface of types.d.ts. @param {string} declared @param {string} name */
function declaredMembers(declared, name) {
  const body = new RegExp(`export interface ${name}(?: extends Facts)? \\{\\n([\\s\\S]*?)\\n\\}`).exec(declared)?.[1];
  return body?.match(/^ {2}\w+\??: .*(?=;$)/gm)?.map((line) => line.trim());
}

test("types.d.ts says what the Rust structs are", () => {
  const declared = read("www/types.d.ts");
  const all = SOURCES.flatMap((path) => structs(read(path)));
  assert.ok(all.length >= 11, `structs found: ${all.map((one) => one.name)}`);
  for (const { name, members } of all) assert.deepEqual(declaredMembers(declared, name), members, name);
});

/** @param {string} name @param {string} style as serde writes it */
function renamed(name, style) {
  const lower = name[0].toLowerCase() + name.slice(1);
  return style === "kebab-case" ? lower.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : lower;
}

test("types.d.ts lists what the Rust enums list", () => {
  const declared = read("www/types.d.ts");
  const sources = SOURCES.map(read).join("\n");
  const enums = [...sources.matchAll(/Serialize\)\]\n#\[serde\(rename_all = "([\w-]+)"\)\]\npub enum (\w+) \{\n([\s\S]*?)\n\}/g)];
  assert.ok(enums.length >= 5, `enums found: ${enums.map(([, , name]) => name)}`);
  for (const [, style, name, body] of enums) {
    const values = [...body.matchAll(/^ {4}(\w+),/gm)].map(([, variant]) => renamed(variant, style));
    const union = new RegExp(`export type ${name} =([^;]*);`).exec(declared)?.[1] ?? "";
    assert.deepEqual([...union.matchAll(/"([\w-]+)"/g)].map(([, value]) => value), values, name);
  }
});
