import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Download, Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, openPage, takeScreenshot } from "../../support/browser.ts";
import { linkTo, run, show, tableTexts } from "../../support/explorer.ts";
import { sharedBrowser } from "../../support/shared-browser.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();
const browser = sharedBrowser();

const population = `query Population($codes: [CountryCode!]) {
  countries(codes: $codes) {
    code
    name
    indicator(id: "SP.POP.TOTL", from: 2010, to: 2020) { values { year value } }
  }
}`;
const codes = '{"codes": ["KAZ", "UZB", "AFG"]}';

test("a published query opens with its variables, runs, and its numbers are those of the API", async () => {
  const { page, complaints } = await openPage(browser, `${gateway.url}/explore`);
  const list = page.locator(".published");
  await list.getByRole("button", { name: /^Water stress/ }).click();
  await page.getByRole("button", { name: "WaterStress" }).waitFor();
  await run(page);
  await show(page, "Table");
  await page.locator("table").waitFor();

  const [header = [], first = []] = await tableTexts(page);
  const { data } = await gateway.ask('{ country(code: "KAZ") { water { stress { values { year value unit } } } } }');
  const { year, value, unit } = data.country.water.stress.values[0];
  expect(header).toContain(`value [${unit}]`);
  expect(first).toContain(String(year));
  expect(first).toContain(new Intl.NumberFormat("en", { maximumFractionDigits: 10 }).format(value));
  expect(await list.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
    "Countries and indicators",
    "Water and environment",
    "Aid",
    "Trade",
  ]);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("an answer is a table that sorts, a chart that can be changed, a map, citations and code", async () => {
  const { page, complaints } = await openPage(browser, linkTo(gateway.url, population, codes));
  await run(page);

  await show(page, "Table");
  await page.getByRole("button", { name: /^value/ }).click();
  await page.getByRole("button", { name: /^value/ }).click();
  const [, largest] = await tableTexts(page);
  const { data } = await gateway.ask(population, JSON.parse(codes));
  const values = data.countries.flatMap((country: { indicator: { values: { value: number }[] } }) =>
    country.indicator.values.map(({ value }) => value),
  );
  expect(largest).toContain(new Intl.NumberFormat("en").format(Math.max(...values)));
  await expectAccessible(page, ".results");

  await show(page, "Chart");
  const lines = page.locator(".picture-place svg path[stroke-width='2']");
  await lines.first().waitFor();
  expect(await page.locator(".picture-place svg .mark-line path").count()).toBe(3);
  await page.getByLabel("Chart type").selectOption("bar");
  await page.locator(".picture-place svg .mark-rect path").first().waitFor();
  await expectAccessible(page, ".results");
  await takeScreenshot(page, "explore-chart");

  await show(page, "Map");
  await page.locator(".picture-place svg .mark-shape path").first().waitFor();
  expect(await page.getByLabel("Moment").inputValue()).toBe("2020");
  await expectAccessible(page, ".results");
  await takeScreenshot(page, "explore-map");

  await show(page, "Cite");
  expect(await page.locator(".cite").textContent()).toContain("World Development Indicators");
  expect(await page.locator(".cite pre").textContent()).toMatch(/^@misc\{/);
  await expectAccessible(page, ".results");

  await show(page, "Code");
  await page.getByRole("heading", { name: "TypeScript" }).waitFor();
  expect(await page.locator(".code-block pre").allTextContents()).toEqual([
    expect.stringContaining("pd.read_csv"),
    expect.stringContaining("library(httr2)"),
    expect.stringContaining("value: number | null"),
    expect.stringMatching(/^curl /),
  ]);
  await expectAccessible(page, ".results");
  expect(complaints).toEqual([]);
});

test("downloads hold what the page shows: CSV, JSON, SVG and PNG", async () => {
  const { page, complaints } = await openPage(browser, linkTo(gateway.url, population, codes));
  await run(page);
  await show(page, "Table");
  const shown = await tableTexts(page);
  await show(page, "Download");
  await expectAccessible(page, ".results");

  const csv = Papa.parse<string[]>((await fileOf(page, "Table · CSV")).toString().replace("\uFEFF", ""), {
    skipEmptyLines: true,
  });
  expect(csv.errors).toEqual([]);
  expect(csv.data.map((row) => row.map((cell) => cell.replaceAll(",", "")))).toEqual(
    shown.map((row) => row.map((cell) => cell.replaceAll(",", ""))),
  );
  const answer = JSON.parse((await fileOf(page, "Answer · JSON")).toString());
  expect(answer.data).toEqual((await gateway.ask(population, JSON.parse(codes))).data);
  expect((await fileOf(page, "Picture · SVG")).toString()).toMatch(/^<svg[\s\S]*value \[persons\][\s\S]*<\/svg>$/);
  expect((await fileOf(page, "Picture · PNG")).subarray(1, 4).toString()).toBe("PNG");
  expect(complaints).toEqual([]);
});

test("a share link opens the same query and variables for the next person", async () => {
  const { page } = await openPage(browser, linkTo(gateway.url, population, codes));
  await run(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = page.url();

  const { page: other, complaints } = await openPage(browser, link);
  await run(other);
  await show(other, "Table");
  await other.locator("table").waitFor();
  expect(await other.locator(".view .hint").textContent()).toMatch(/^33 rows/);
  expect(complaints).toEqual([]);
});

test("the interface speaks Russian when asked and remembers it", async () => {
  const { page, complaints } = await openPage(browser, linkTo(gateway.url, population, codes), { colorScheme: "dark" });
  await page.getByRole("button", { name: "Русский" }).click();
  await page.reload();
  expect(await page.getByRole("tab", { name: "Таблица" }).count()).toBe(1);
  await page
    .locator(".published")
    .getByRole("button", { name: /^Численность населения/ })
    .waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  await expectAccessible(page);
  await takeScreenshot(page, "explore-dark-ru");
  expect(complaints).toEqual([]);
});

test("it works at 360 pixels without scrolling sideways", async () => {
  const { page, complaints } = await openPage(browser, `${gateway.url}/explore`, {
    viewport: { width: 360, height: 740 },
  });
  await run(page);
  await show(page, "Chart");
  await page.locator(".picture-place svg").waitFor();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  await expectAccessible(page);
  await takeScreenshot(page, "explore-360", true);
  expect(complaints).toEqual([]);
});

async function fileOf(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return readFile(await download.path());
}
