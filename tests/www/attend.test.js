import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Attendance } from "../../www/highlight/attend.js";

test("what is painted is looked after while somebody is there, and an idle page is left in peace", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const page = new EventTarget();
  let looks = 0;
  const attendance = new Attendance(page, () => looks++);
  const after = (/** @type {number} */ seconds) => {
    for (let second = 0; second < seconds; second++) mock.timers.tick(1000);
    return looks;
  };
  assert.equal(after(1), 1);
  assert.equal(after(300), 7, "ever more seldom, then no more");
  page.dispatchEvent(new Event("pointermove"));
  assert.equal(after(1), 8);
  for (let second = 0; second < 10; second++) {
    page.dispatchEvent(new Event("keydown"));
    after(1);
  }
  assert.equal(looks, 18, "once a second while something is done");
  attendance.end();
  page.dispatchEvent(new Event("keydown"));
  assert.equal(after(300), 18);
  mock.timers.reset();
});
