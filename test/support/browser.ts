import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { projectRoot } from "../../subgraphs/kit/project-root.ts";

const require = createRequire(import.meta.url);
const screenshots = join(projectRoot, "test", "screenshots");

/** The Debian chromium, with everything off that would speak to its makers. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
    ],
  });
}

export interface OpenPage {
  readonly page: Page;
  /** What the page complained of: console errors, uncaught errors, requests to other hosts. */
  readonly complaints: string[];
}

/** Opens an address in a browser context of its own and notes every complaint. */
export async function openPage(
  browser: Pick<Browser, "newContext">,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(url).origin) complaints.push(`asks ${origin}`);
  });
  await page.goto(url);
  return { page, complaints };
}

/** Writes what is shown for people to look at; the folder is not kept. */
export async function takeScreenshot(page: Page, name: string, fullPage = false): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage });
}

/** Fails on what keeps people out: axe-core's serious and critical violations. @param within selector of the part to look at */
export async function expectAccessible(page: Page, within = "body"): Promise<void> {
  await page.evaluate(await axeSource());
  const found = (await page.evaluate(
    `axe.run(${JSON.stringify(within)}, { resultTypes: ["violations"] })`,
  )) as AxeResults;
  const grave = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const told = grave.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`,
  );
  expect(told).toEqual([]);
  expect(found.passes.length).toBeGreaterThan(5);
}

async function axeSource(): Promise<string> {
  return (require("axe-core") as { source: string }).source;
}
