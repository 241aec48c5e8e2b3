// Notices whose words would be markup, script or tricks of direction somewhere: here they are words.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { launch, makeReport, open, show } from "./harness.mjs";

const HOSTILE = [
  "<script>alert(1)</script>", "</script><script>alert(2)</script>", "<img src=x onerror=alert(3)>",
  "\"'><svg onload=alert(4)>", "javascript:alert(5)", "[a](javascript:alert(6))", "<!-- & &lt; ]]>", "{{ 7 * 7 }}",
];
const TRICKS = "甲\u202e乙\u2066丙\u200f丁\u0007戊";
const TEXT = `关于${HOSTILE[0]}巡察整改情况的通报
2024年6月26日，县委第二巡察组向县水利局${HOSTILE[3]}党组反馈了巡察意见。
一、${HOSTILE[2]}学习不够深入
${HOSTILE.map((words) => `一是健全制度${words}，印发通知2份。`).join("\n")}
二是${TRICKS}清退公车3辆。
`;

let browser;
let report;

before(async () => {
  report = makeReport({ texts: { "a'b&c.txt": TEXT, "again.txt": TEXT.replace("2024年", "2023年") } });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  report?.remove();
});

test("hostile words are shown and do nothing", async () => {
  const page = await open(browser, report.address);
  const views = await page.locator(".views a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  for (const view of [...views.slice(1), "#/", "#/notice/0"]) {
    await show(page, view);
    assert.equal(await page.locator("main img, main script, [onload], [onerror]").count(), 0, view);
    assert.equal(await page.locator("a[href^='javascript:' i]").count(), 0, view);
  }
  await show(page, "#/notice/0");
  const text = await page.locator(".text").innerText();
  for (const words of HOSTILE) assert.ok(text.includes(words), words);
  assert.deepEqual(page.faults, []);
});

test("characters that hide or turn the words are shown as signs", async () => {
  const page = await open(browser, report.address, { view: "#/notice/0" });
  const text = await page.locator(".text").innerText();
  assert.doesNotMatch(text, /[\u0007\u200f\u202e\u2066]/);
  assert.match(text, /甲\u2426乙/);
});
