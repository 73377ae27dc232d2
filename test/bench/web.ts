import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { expectAccessible, launchBrowser, openPage } from "../support/browser.ts";
import { requireBuiltPages } from "../support/built-pages.ts";
import { startGateway } from "../support/gateway.ts";

const rounds = 7;
const pages = { "/": "index.html", "/country/KGZ": "index.html", "/explore": "explore.html" } as const;

type Manifest = Readonly<
  Record<string, { readonly file: string; readonly css?: string[]; readonly imports?: string[] }>
>;

/** What the pages weigh before anything is done on them, and how soon they show something. */
export async function benchWeb(): Promise<void> {
  const built = requireBuiltPages();
  const manifest = JSON.parse(await readFile(join(built, ".vite", "manifest.json"), "utf8")) as Manifest;
  const gateway = await startGateway();
  const browser = await launchBrowser();
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print("| page | scripts and styles, gzip | first contentful paint, cold | warm | axe, serious or critical |");
  print("|---|---|---|---|---|");
  try {
    for (const [path, entry] of Object.entries(pages)) {
      const bytes = await weigh(built, manifest, entry);
      const cold = await paints(browser, `${gateway.url}${path}`, "cold");
      const warm = await paints(browser, `${gateway.url}${path}`, "warm");
      const { page } = await openPage(browser, `${gateway.url}${path}`);
      await page
        .locator(path === "/explore" ? ".result-window" : "figure img")
        .first()
        .waitFor();
      await expectAccessible(page);
      await page.context().close();
      print(`| ${path} | ${Math.round(bytes / 1000)} KB | ${median(cold)} ms | ${median(warm)} ms | 0 |`);
    }
  } finally {
    await browser.close();
    await gateway.close();
  }
}

/** Everything that an entry loads by itself; what it imports later is not in it. */
async function weigh(built: string, manifest: Manifest, entry: string): Promise<number> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(entry);
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(built, file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const firstPaint = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const entry = list.getEntriesByName("first-contentful-paint")[0];
    if (entry) resolve(entry.startTime);
  }).observe({ type: "paint", buffered: true });
})`;

async function paints(browser: Browser, url: string, cache: "cold" | "warm"): Promise<number[]> {
  const found: number[] = [];
  const kept = await openPage(browser, url);
  for (let round = 0; round < rounds; round++) {
    const { page } = cache === "cold" ? await openPage(browser, url) : kept;
    if (cache === "warm") await page.reload();
    found.push(Number(await page.evaluate(firstPaint)));
    if (cache === "cold") await page.context().close();
  }
  await kept.page.context().close();
  return found;
}

function median(numbers: readonly number[]): number {
  return Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);
}
