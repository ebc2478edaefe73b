// @ts-nocheck: most of this file runs in the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open, put } from "./harness.js";

const cases = JSON.parse(readFileSync(new URL("../highlight/cases.json", import.meta.url), "utf8"));

put("/highlight.html", "<!doctype html><meta charset=utf-8><title>highlight</title><body>");

/** Runs `work` in a page with the highlighter as `h`. */
async function inPage(work, ...given) {
  const page = await open("/highlight.html");
  await page.evaluate(async () => void (window.h = await import("/tests/highlight/page.js")));
  try {
    const answer = await page.evaluate(work, ...given);
    assert.deepEqual(page.errors, []);
    return answer;
  } finally {
    await page.close();
  }
}

test("the table of cases holds", async () => {
  const wrong = await inPage(async (cases) => {
    const wrong = [];
    for (const one of cases) {
      const answer = await h.run(one).catch((error) => [String(error?.stack ?? error)]);
      if (answer.length > 0) wrong.push(`${one.rule}: ${JSON.stringify(one.terms)} in ${one.html}: ${answer.join("; ")}`);
    }
    return wrong;
  }, cases);
  assert.equal(wrong.join("\n"), "");
});

test("steps go around, open what is closed, and are told", async () => {
  const [lines, facts] = await inPage(async () => {
    const root = await h.put("<p>cat one</p><details><summary>s</summary>cat two</details><div hidden=until-found>cat three</div>");
    const marks = h.highlight(root, "cat");
    const lines = h.told(marks);
    const before = marks.current;
    const steps = [marks.next(), marks.next(), marks.next(), marks.next(), marks.previous()].map((match) => match.index);
    const current = marks.current.index;
    const notified = typeof document.ariaNotify === "function";
    const open = root.querySelector("details").open && !root.querySelector("div").hidden;
    const inverted = [...CSS.highlights.values()].map((highlight) => `${highlight.priority}:${highlight.size}`).sort();
    const missing = marks.goTo(7);
    marks.clear();
    return [lines, { before, steps, current, notified, open, inverted, missing, after: marks.next(), painted: h.painted() }];
  });
  const steps = lines.filter((line) => line.includes("/"));
  assert.deepEqual(steps, ["cat 0/3", "cat 1/3", "cat 2/3", "cat 0/3", "cat 2/3"]);
  const { notified, ...rest } = facts;
  assert.deepEqual(rest, { before: null, steps: [0, 1, 2, 0, 2], current: 2, open: true, inverted: ["5:3", "6:1"], missing: null, after: null, painted: 0 });
  const told = lines.filter((line) => line.includes(" of "));
  assert.deepEqual(told, notified ? [] : ["1 of 3", "2 of 3", "3 of 3", "1 of 3", "3 of 3"]);
});

test("a step brings the match out from under a sticky header, in boxes too", async () => {
  const clear = await inPage(async () => {
    const tall = "<div style='height:1500px'></div>";
    const header = "<header style='position:sticky;top:0;height:300px;background:#ccc'>top</header>";
    const root = await h.put(`${header}${tall}<p>cat</p>${tall}<div style='height:200px;overflow:auto'>${tall}<p>cat</p></div>${tall}`);
    const marks = h.highlight(root, "cat");
    const seen = () => {
      const { startContainer, startOffset, endOffset } = marks.current.range;
      const live = document.createRange();
      live.setStart(startContainer, startOffset);
      live.setEnd(startContainer, endOffset);
      const rect = live.getBoundingClientRect();
      return document.elementFromPoint(rect.left + 2, rect.top + rect.height / 2) === startContainer.parentNode;
    };
    return [marks.next(), seen(), marks.next(), seen(), marks.previous(), seen()].filter((answer) => typeof answer === "boolean");
  });
  assert.deepEqual(clear, [true, true, true]);
});

test("an update reads only what changed", async () => {
  const facts = await inPage(async () => {
    const root = await h.put(`<p>one cat</p>${"<p>many a dog</p>".repeat(200)}<p>last cat</p>`);
    const marks = h.watched(root, "cat");
    h.asked.length = 0;
    root.children[5].firstChild.data = "a cat came";
    root.append(Object.assign(document.createElement("p"), { textContent: "new cat" }));
    root.children[0].remove();
    const count = marks.update();
    const again = marks.update();
    return { count, again, asked: h.asked, words: h.words(marks), painted: h.painted() };
  });
  assert.deepEqual(facts, { count: 3, again: 3, asked: ["a cat came\0new cat"], words: ["cat", "cat", "cat"], painted: 3 });
});

test("the current match stays the current one while the page changes around it", async () => {
  const facts = await inPage(async () => {
    const root = await h.put("<p>cat</p><p>cat</p><p>cat</p>");
    const marks = h.highlight(root, "cat");
    marks.goTo(1);
    root.prepend(Object.assign(document.createElement("p"), { textContent: "cat" }));
    marks.update();
    const moved = marks.current.index;
    root.children[2].remove();
    marks.update();
    return [moved, marks.current, marks.next().index, h.painted()];
  });
  assert.deepEqual(facts, [2, null, 2, 4]);
});

test("with watch the marks follow the page by themselves", async () => {
  const facts = await inPage(async () => {
    const root = await h.put("<p contenteditable>ca</p>");
    const marks = h.highlight(root, "cat", { watch: true });
    const changed = new Promise((resolve) => marks.addEventListener("change", resolve, { once: true }));
    root.firstChild.firstChild.data = "cat";
    await changed;
    return [marks.count, h.painted()];
  });
  assert.deepEqual(facts, [1, 1]);
});

test("shadow trees and frames are followed", async () => {
  const counts = await inPage(async () => {
    const root = await h.put("<div><template shadowrootmode=open><p>cat</p></template></div><iframe srcdoc='<p>cat</p>'></iframe>");
    const marks = h.highlight(root, "cat");
    const counts = [marks.count];
    root.firstChild.shadowRoot.firstChild.append(" cat");
    root.lastChild.contentDocument.body.append("cat");
    counts.push(marks.update(), h.painted());
    root.lastChild.remove();
    counts.push(marks.update());
    return counts;
  });
  assert.deepEqual(counts, [2, 4, 4, 2]);
});

test("following any change ends where a fresh start would", async () => {
  const wrong = await inPage(async () => {
    const style = new CSSStyleSheet();
    style.replaceSync(".gone { display: none } .line { display: inline } .block { display: block }");
    document.adoptedStyleSheets = [style];
    const wrong = [];
    for (let seed = 1; seed <= 100 && wrong.length === 0; seed++) {
      const roll = h.dice(seed);
      const root = await h.put("<p>cat <b>ca</b>t</p>dog<div>c<i>at</i><br>cat</div><p>cat</p>");
      const marks = h.highlight(root, ["cat", "dog"]);
      for (let round = 0; round < 25; round++) {
        for (let times = roll(4); times >= 0; times--) h.disturb(root, roll);
        marks.update();
        const fresh = h.highlight(root, ["cat", "dog"], { color: "red" });
        const [is, should] = [h.places(marks), h.places(fresh)];
        if (is.length !== should.length || is.some((place, at) => place.some((part, nth) => part !== should[at][nth]))) {
          wrong.push(`seed ${seed} round ${round}: ${h.words(marks)} for ${h.words(fresh)} in ${root.innerHTML}`);
          break;
        }
        fresh.clear();
      }
      marks.clear();
      if (h.painted() !== 0) wrong.push(`seed ${seed}: ${h.painted()} painted after clear`);
    }
    return wrong;
  });
  assert.deepEqual(wrong, []);
});

test("what the page clears is painted again", async () => {
  const facts = await inPage(async () => {
    const root = await h.put("<p>cat cat</p>");
    const marks = h.highlight(root, "cat");
    const facts = [];
    CSS.highlights.clear();
    marks.update();
    facts.push(h.painted());
    for (const highlight of CSS.highlights.values()) highlight.clear();
    marks.next();
    facts.push(h.painted());
    CSS.highlights.clear();
    while (h.painted() !== 3) await h.wait(50);
    facts.push(h.painted());
    marks.clear();
    return [...facts, h.painted()];
  });
  assert.deepEqual(facts, [2, 3, 3, 0]);
});

test("highlights of one colour are one, and clearing one leaves the other", async () => {
  const facts = await inPage(async () => {
    const root = await h.put("<p>cat dog</p>");
    const cat = h.highlight(root, "cat");
    const dog = h.highlight(root, "dog");
    const bird = h.highlight(root, "dog", { color: "rebeccapurple" });
    const facts = [CSS.highlights.size, h.painted(), [...CSS.highlights.keys()].some((name) => /cat|dog/.test(name))];
    cat.clear();
    bird.clear();
    return [...facts, CSS.highlights.size, h.painted(), dog.count];
  });
  assert.deepEqual(facts, [2, 3, false, 1, 1, 1]);
});

test("slices find what one go finds", async () => {
  const facts = await inPage(async () => {
    const root = await h.put("<p>a cat, a dog and a <b>c</b>at</p>".repeat(9000));
    const at = h.highlight(root, ["cat", "dog"]);
    const count = at.count;
    at.clear();
    const sliced = await h.highlightAsync(root, ["cat", "dog"]);
    const facts = [count, sliced.count, h.painted()];
    sliced.clear();
    const late = await h.later.highlightAsync(root, ["cat", "dog"]);
    facts.push(late.count);
    root.append(" cat");
    facts.push(await late.update());
    late.clear();
    return [...facts, h.painted()];
  });
  assert.deepEqual(facts, [27000, 27000, 27000, 27000, 27001, 0]);
});

test("in slices the part in view comes first", async () => {
  const facts = await inPage(async () => {
    const root = await h.put(Array.from({ length: 3000 }, (_, at) => `<p>cat ${"and so on ".repeat(20)} n${at}.</p>`).join(""));
    root.lastChild.scrollIntoView();
    h.asked.length = 0;
    const marks = await h.watchedAsync(root, "cat");
    return [h.asked.length > 3, h.asked[0].includes("n2999."), marks.count];
  });
  assert.deepEqual(facts, [true, true, 3000]);
});

test("style is read where matches tell, and a page that changes in between is read right", async () => {
  const facts = await inPage(async () => {
    const root = await h.put(`<p>One <span style="display:inline-block">ca</span>t.</p>${"<p>A cat.</p>".repeat(200)}<p>The end.</p>`);
    const work = h.interrupted(() => {
      if (root.lastChild.textContent !== "The end.") return;
      root.children[3].firstChild.data = "Dogs, and a cat.";
      root.children[4].append(" A cat.");
      root.lastChild.textContent = "The end, cat.";
    });
    const marks = await work.highlightAsync(root, "cat");
    const fresh = h.highlight(root, "cat", { color: "red" });
    return [marks.count, fresh.count, JSON.stringify(h.words(marks)) === JSON.stringify(h.words(fresh))];
  });
  assert.deepEqual(facts, [202, 202, true]);
});

test("a signal stops the work and takes the marks off", async () => {
  const facts = await inPage(async () => {
    const root = await h.put("<p>a cat, a dog and a <b>c</b>at</p>".repeat(9000));
    const stop = new AbortController();
    const work = h.interrupted(() => stop.abort(new Error("enough"))).highlightAsync(root, "cat", { signal: stop.signal });
    const thrown = await work.catch((error) => error.message);
    const facts = [thrown, h.painted()];
    const later = new AbortController();
    const marks = h.highlight(root, "dog", { signal: later.signal });
    facts.push(marks.count);
    later.abort();
    facts.push(marks.count, h.painted());
    facts.push(await Promise.resolve().then(() => h.highlight(root, "dog", { signal: later.signal })).catch((error) => error.name));
    return facts;
  });
  assert.deepEqual(facts, ["enough", 0, 9000, 0, 0, "AbortError"]);
});

test("what cannot be done is refused with its code", async () => {
  const codes = await inPage(async () => {
    const code = (work) => {
      try {
        work();
        return "none";
      } catch (error) {
        return error.code;
      }
    };
    const root = await h.put("<p>cat</p>");
    const codes = [
      code(() => h.highlight(null, "cat")),
      code(() => h.highlight(root, [1])),
      code(() => h.highlight(root, "cat", { color: "no colour" })),
      code(() => h.highlight(root, "cat", { exclude: "p[" })),
      code(() => h.highlight(root, "cat", { watch: 1 })),
      code(() => h.later.highlight(root, "cat")),
    ];
    const paint = window.Highlight;
    delete window.Highlight;
    codes.push(code(() => h.highlight(root, "cat")));
    window.Highlight = paint;
    return codes;
  });
  assert.deepEqual(codes, ["badInput", "badInput", "badOption", "badOption", "badOption", "unsupported", "unsupported"]);
});
