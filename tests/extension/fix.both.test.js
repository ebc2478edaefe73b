// The article mended by hand, and the rule that holds for the next page of its site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person, withPerson } from "./person.js";

/** A word of the block that is set aside. */
const TIDES = /Tide tables of the outer islands/;

withPerson();

/** @param {string} path */
async function read(path) {
  const tab = await person.open(path);
  const reader = await person.read(tab);
  await person.expectText(reader, /The harbour council voted/);
  const close = async () => {
    await reader.close();
    await tab.close();
  };
  return { reader, close };
}

/** @param {import("./person.js").Tab} reader @returns {Promise<string>} */
const bodyOf = (reader) => reader.run(() => document.querySelector(".article .body")?.textContent ?? "");

test("a block is put back and remembered: the next page of the site has it, the options list the rule and remove it", async () => {
  const { reader, close } = await read("/fix.html");
  assert.doesNotMatch(await bodyOf(reader), TIDES);
  await person.press(reader, "button", "set aside");
  await person.until(() => reader.run(() => {
    const item = [...document.querySelectorAll(".aside-list li")].find((one) => one.textContent?.includes("Tide tables"));
    const back = item?.querySelector(".put-back");
    if (back instanceof HTMLElement) back.click();
    return back !== undefined && back !== null;
  }), "the block among those set aside");
  await person.until(async () => TIDES.test(await bodyOf(reader)), "the block in the article");
  await person.press(reader, "button", "Remember for this site");
  await person.expectText(person.desk, /localhost:\d+ 1 put back, 0 hidden/);
  await close();
  const next = await read("/fix-next.html");
  await person.until(async () => TIDES.test(await bodyOf(next.reader)), "the block in the next page's article");
  await next.close();
  const rule = await person.desk.run(async () => {
    const { store } = await import(/** @type {string} */ ("/extension/common/store.js"));
    return (await (await store()).rules())[0];
  });
  assert.deepEqual(rule.include, ["footer.tides"], "a name, not a place that is another on the next page");
  await person.press(person.desk, "button", "Remove: localhost");
  await person.expectText(person.desk, /None yet/);
  const last = await read("/fix-next.html");
  assert.doesNotMatch(await bodyOf(last.reader), TIDES);
  await last.close();
});

test("the article is picked by hand, and a block of it hidden", async () => {
  const { reader, close } = await read("/fix.html");
  await person.press(reader, "button", "set aside");
  await person.press(reader, "button", "Pick the article");
  await person.until(() => reader.run(() => document.querySelectorAll(".pick-row").length > 2), "the page's blocks");
  await reader.run(() => {
    const row = [...document.querySelectorAll(".pick-row")].find((one) => one.textContent?.includes("Its chair, Marit Solheim") && !one.querySelector(".pick-inner > *"));
    /** @type {HTMLElement} */ ([.../** @type {Element} */ (row).querySelectorAll("button")].at(-1)).click();
  });
  await person.until(async () => !(await bodyOf(reader)).includes("Marit Solheim"), "the article without the block");
  assert.match(await bodyOf(reader), /A new hull, ordered two years ago/);
  await close();
});
