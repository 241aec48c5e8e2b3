// A report made by the program, opened in Chromium from the disk. What the browser complains of, or would fetch, is kept.

import { chromium } from "playwright-core";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const CORPUS = resolve(import.meta.dirname, "../../corpus/notices");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

/** Runs `zhenggai analyze` over files and leaves the address of the report; `texts` are notices by file name. */
export function makeReport({ paths = [], texts = {}, options = [] }) {
  const folder = mkdtempSync(join(tmpdir(), "zhenggai-report-"));
  const own = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const out = join(folder, "out");
  execFileSync(process.env.ZHENGGAI, ["analyze", ...paths, ...own, "-o", out, "--quiet", ...options], { stdio: "inherit" });
  return { out, address: pathToFileURL(join(out, "report.html")).href, remove: () => rmSync(folder, { recursive: true }) };
}

/** Chromium, to be closed. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
}

/** A page that keeps what went wrong in `page.faults`, and every request that left the disk. */
export async function open(browser, address, { view = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.faults.push(message.text()));
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("dialog", (dialog) => {
    page.faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => /^(file|data):/.test(request.url()) || page.faults.push(`request: ${request.url()}`));
  await page.goto(address);
  if (view) await show(page, view);
  return page;
}

/** Goes to a view of the report, `#/metrics`, and waits until it is drawn. */
export async function show(page, view) {
  await page.evaluate((hash) => (location.hash = hash), view);
  await page.waitForFunction((hash) => document.body.dataset.ready === hash, view);
}
