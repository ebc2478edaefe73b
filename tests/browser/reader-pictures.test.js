// Pictures: none is asked for before the person wants them, each keeps its place; archives bring their own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { put, site } from "./harness.js";
import { giveFiles, openReader, textOf, until, untilReady, watchRequests } from "./reader-steps.js";

const LINE = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";

test("with pictures off not one request leaves while reading; asked for, they come without referrer", async () => {
  const page = await openReader();
  const asked = watchRequests(page);
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"/>';
  put("/a.svg", picture, { "content-type": "image/svg+xml" });
  put("/b.svg", picture, { "content-type": "image/svg+xml" });
  // The same server by another name: another site.
  const news = (await site()).replace("localhost", "127.0.0.1");
  const text = "<p>The water came up to the third step of the quay in the night, as it does each spring, and went again before the first boat.</p>";
  await giveFiles(page, [{ name: "saved.html", text: `<!-- saved from url=(0026)${news}/tides --><!doctype html><title>Tides</title><article><h1>Tides</h1>${text.repeat(3)}<p><img src="${news}/a.svg" alt="The quay" width="600" height="300"></p>${text.repeat(3)}<p><img data-src="${news}/b.svg" alt=""></p>${text}</article>` }]);
  await untilReady(page);
  await page.keyboard.press("/");
  await page.waitForSelector(".find-bar input");
  await page.keyboard.type("quay");
  await until(page, () => CSS.highlights.has("rubricate-find"));
  assert.equal(asked.length, 0);
  assert.equal(await textOf(page, ".picture-place"), "The quay", "its place says what it shows");
  assert.equal(await textOf(page, ".picture-offer"), `Show 2 pictures from ${new URL(news).host}`);
  await page.click(".picture-offer button");
  await page.waitForSelector(".body img");
  await page.waitForFunction(() => [...document.querySelectorAll(".body img")].some((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0));
  assert.ok(asked.length > 0 && asked.every(({ url, referer }) => url.startsWith(news) && !referer));
  assert.deepEqual(await page.evaluate(() => JSON.parse(localStorage.getItem("rubricate-settings") ?? "{}").pictureSites), [new URL(news).host], "remembered");
  await page.click(".body img");
  await page.waitForSelector(".lightbox[open]");
  assert.match(await textOf(page, ".lightbox"), /The quay/);
  await page.close();
});

test("a web archive is read with its own pictures", async () => {
  const page = await openReader();
  const archive = [
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://tides.example/spring",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="----edge"',
    "",
    "------edge",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://tides.example/spring",
    "",
    `<!doctype html><meta charset=3D"utf-8"><title>Spring</title><article><h1>Spring</h1>${LINE.repeat(4)}<p>Caf=C3=A9 open =E2=80=94 until the tide turns, which is later than one would think at this time of the=\r\n year.</p><p><img src=3D"https://tides.example/a.png" alt=3D"One" width=3D"200" height=3D"100"></p>${LINE}</article>`,
    "------edge",
    "Content-Type: image/png",
    "Content-Transfer-Encoding: base64",
    "Content-Location: https://tides.example/a.png",
    "",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "------edge--",
    "",
  ].join("\r\n");
  await giveFiles(page, [{ name: "spring.mhtml", text: archive, type: "multipart/related" }]);
  await untilReady(page);
  assert.match(await textOf(page, ".body"), /Café open — until the tide turns, .* the year\./);
  assert.match((await page.$eval(".body img", (image) => image.getAttribute("src"))) ?? "", /^blob:/);
  await until(page, () => /** @type {HTMLImageElement} */ (document.querySelector(".body img")).naturalWidth === 1);
  await page.close();
});
