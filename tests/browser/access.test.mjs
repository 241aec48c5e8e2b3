// Every view in both schemes of colour, to axe-core; and on a telephone.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CORPUS, launch, makeReport, open, show } from "./harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// An item of a tree is named by its row. axe-core would have the rows of all items below it in the name, too.
const namedByItsRow = (id, { html }) => id === "label-content-name-mismatch" && html.startsWith('<li role="treeitem"');

let browser;
let report;
let views;

before(async () => {
  report = makeReport({ paths: [CORPUS] });
  browser = await launch();
  const page = await open(browser, report.address);
  views = await page.locator(".views a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  views = [...views.slice(1), "#/notice/0", "#/"];
  await page.context().close();
});

after(async () => {
  await browser?.close();
  report?.remove();
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe-core has no serious finding, ${colorScheme}`, async () => {
    const page = await open(browser, report.address, { colorScheme });
    await page.evaluate(AXE);
    for (const view of views) {
      await show(page, view);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
      const told = serious.flatMap(({ id, nodes }) => nodes.filter((node) => !namedByItsRow(id, node))
        .map((node) => `${view} ${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
      assert.deepEqual(told, []);
    }
  });
}

test("nothing is wider than a telephone", async () => {
  const page = await open(browser, report.address, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  for (const view of views) {
    await show(page, view);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${view} is ${over} pixels too wide`);
  }
  assert.deepEqual(page.faults, []);
});
