// What readers do with the report: open it, look for something, sort, change the language, go between text and tree.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { CORPUS, launch, makeReport, open, show } from "./harness.mjs";

let browser;
let report;

before(async () => {
  report = makeReport({ paths: [CORPUS], options: ["--lang", "zh"] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  report?.remove();
});

/** Runs `use` on a page, and holds that the browser complained of nothing and asked nothing of a network. */
const on = (options, use) => async () => {
  const page = await open(browser, report.address, options);
  await use(page);
  assert.deepEqual(page.faults, []);
  await page.context().close();
};

const rows = (page, table) => page.locator(`${table} tbody tr:visible`);
const texts = (page, selector) => page.locator(selector).allTextContents();

test("opens from the disk; every view that the page names can be drawn", on({}, async (page) => {
  const views = await page.locator(".views a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(views.length >= 5);
  for (const view of [...views.slice(1), "#/notice/0"]) {
    await show(page, view);
    assert.equal(await page.locator(".view:visible h1").count(), 1, view);
    assert.equal(await page.locator(".failed[role=alert]").count(), 0, view);
  }
}));

test("a report in a folder of pages shows the same", async () => {
  const folder = makeReport({ paths: [CORPUS], options: ["--report-limit", "0"] });
  const page = await open(browser, folder.address, { view: "#/notice/0" });
  assert.ok(await page.locator(".text .m").count() > 10);
  await show(page, "#/metrics");
  assert.ok(await rows(page, "#table-metrics").count() > 10);
  assert.deepEqual(page.faults, []);
  await page.context().close();
  folder.remove();
});

test("search leaves the rows that hold the words", on({ view: "#/metrics" }, async (page) => {
  const all = await page.locator("#view-metrics [role=status]").textContent();
  await page.keyboard.press("/");
  await page.keyboard.type("资金");
  await page.waitForFunction((before) => document.querySelector("#view-metrics [role=status]").textContent !== before, all);
  const found = await texts(page, "#table-metrics tbody tr");
  assert.ok(found.length > 0);
  await page.fill("#view-metrics input[type=search]", "没有这样的词");
  await page.waitForFunction(() => !document.querySelector("#table-metrics tbody tr"));
}));

test("the notices are narrowed by words", on({ view: "#/notices" }, async (page) => {
  const all = await rows(page, "#table-notices").count();
  const wanted = await rows(page, "#table-notices").last().locator("td bdi").textContent();
  await page.fill("#find-notice", wanted);
  await page.waitForFunction(() => document.querySelector("#table-notices tbody tr[hidden]"));
  const left = await rows(page, "#table-notices").count();
  assert.ok(left > 0 && left < all, `${left} of ${all} rows hold ${wanted}`);
}));

test("a filter leaves the metrics of its role", on({ view: "#/metrics" }, async (page) => {
  await page.selectOption("[data-filter=role]", "target");
  const roles = await texts(page, "#table-metrics tbody td:nth-child(3)");
  assert.ok(roles.length > 0);
  assert.deepEqual([...new Set(roles)], ["目标"]);
}));

test("a heading sorts by value, down and up", on({ view: "#/notices" }, async (page) => {
  const heading = page.locator("#table-notices thead th").nth(5);
  const values = async () => (await texts(page, "#table-notices tbody td:nth-child(6)")).map(Number);
  await heading.locator("button").click();
  assert.equal(await heading.getAttribute("aria-sort"), "descending");
  const down = await values();
  assert.deepEqual(down, [...down].sort((a, b) => b - a));
  await heading.locator("button").press("Enter");
  assert.equal(await heading.getAttribute("aria-sort"), "ascending");
  assert.deepEqual(await values(), [...down].sort((a, b) => a - b));
}));

test("the language changes words, labels and the language of the page, and stays", on({}, async (page) => {
  assert.equal(await page.locator("h1:visible").innerText(), "总览");
  await page.click("#ui-lang");
  assert.equal(await page.locator("h1:visible").innerText(), "Overview");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator("nav.views").getAttribute("aria-label"), "Views");
  await page.reload();
  assert.equal(await page.locator("h1:visible").innerText(), "Overview");
}));

test("the reader's choice of light or dark changes the paper", on({ colorScheme: "light" }, async (page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.click("#ui-theme");
  assert.notEqual(await paper(), light);
}));

test("a marked figure tells its name on hover and chooses its place in the tree on click", on({ view: "#/notice/0" }, async (page) => {
  const mark = page.locator(".text .m.stop").first();
  await mark.hover();
  const name = await page.locator("#card .told-name").first().innerText();
  assert.ok(name.length > 0);
  await mark.click();
  assert.match(await page.locator("[aria-selected=true] > .row").innerText(), new RegExp(name.replace(/[^\p{L}\p{N}]/gu, ".")));
}));

test("a metric of the tree lights its words in the text", on({ view: "#/notice/0" }, async (page) => {
  await page.locator(".row.k-metric").nth(3).click();
  const lit = page.locator(".text .m.lit").first();
  assert.ok(await lit.isVisible());
  const value = await page.locator("[aria-selected=true] .value").innerText();
  assert.ok(value.length > 0);
}));

test("tree and text are walked by keys alone", on({ view: "#/notice/0" }, async (page) => {
  const tree = page.locator("[role=tree]");
  await tree.locator("[role=treeitem][tabindex='0']").focus();
  const here = () => page.evaluate(() => document.activeElement.getAttribute("aria-labelledby"));
  const first = await here();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await here(), first);
  await page.keyboard.press("Home");
  assert.equal(await here(), first);
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "false");
  await page.locator(".stop[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  assert.ok(await page.locator("#card").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#card").isHidden());
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "treeitem");
}));

test("the first tab stop skips to the content", on({}, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
}));

test("without script the overview and its charts are there", on({ javaScriptEnabled: false }, async (page) => {
  assert.ok(await page.locator("#view-overview svg.bar").first().isVisible());
  assert.equal(await page.locator("svg[role=img]:not(:has(title))").count(), 0);
  assert.equal(await page.locator(".needs-script:visible").count(), 0);
}));

test("on paper the frame is left out", on({ view: "#/notice/0" }, async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("header.top").isHidden());
  assert.ok(await page.locator(".text").isVisible());
}));
