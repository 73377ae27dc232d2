import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, openPage, takeScreenshot } from "../../support/browser.ts";
import { pictureOf, run, tableTexts } from "../../support/explorer.ts";
import { sharedBrowser } from "../../support/shared-browser.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();
const browser = sharedBrowser();

/** Shows every picture once, as a reader does who scrolls to the end. */
async function showAll(page: Page): Promise<void> {
  await page.locator("figure").first().waitFor();
  for (const found of await page.locator("figure").all()) {
    await found.scrollIntoViewIfNeeded();
    await found.locator("img").waitFor();
  }
}

test("every theme is drawn by the server, with unit, years, source and freshness", async () => {
  const { page, complaints } = await openPage(browser, gateway.url);
  await showAll(page);
  expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
    "Sustainable Development Goals",
    "Shared water",
    "Aid to Afghanistan",
    "Trade, told by both sides",
  ]);
  for (const found of await page.locator("figure").all()) {
    const names = await found.locator(".caption dt").allTextContents();
    expect(names).toEqual(expect.arrayContaining(["Unit", "Source", "Retrieved"]));
  }
  const scripts = await page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)");
  expect(String(scripts)).not.toMatch(/vega|lite-|monaco|explore-/);
  await expectAccessible(page);
  await takeScreenshot(page, "region", true);
  expect(complaints).toEqual([]);
});

test("the figures behind a picture are the API's, and its query opens in the explorer with the same variables", async () => {
  const { page, complaints } = await openPage(browser, gateway.url);
  const aral = await pictureOf(page, "lake-area");
  await aral.getByRole("button", { name: "Figures" }).click();
  await aral.locator("table").waitFor();
  const { data } = await gateway.ask('{ lake(id: "aral-sea") { areas { year value } } }');
  const shown = (await tableTexts(page)).flat();
  for (const { year, value } of data.lake.areas) {
    expect(shown).toContain(String(year));
    expect(shown).toContain(new Intl.NumberFormat("en", { maximumFractionDigits: 10 }).format(value));
  }

  await aral.getByRole("link", { name: "Open the query" }).click();
  await page.getByRole("button", { name: /LakeArea/ }).waitFor();
  await run(page);
  await page.locator(".result-window").getByText("Aral Sea").waitFor();
  expect(complaints).toEqual([]);
});

test("a slider takes a picture back to what was known on another day", async () => {
  const { page, complaints } = await openPage(browser, gateway.url);
  const funding = await pictureOf(page, "funding-by-cluster");
  const before = await funding.locator("img").getAttribute("src");
  const slider = funding.getByRole("slider");
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
  expect(await slider.getAttribute("aria-valuetext")).toBe("2022, 2022-02-28");
  await expect.poll(() => funding.locator("img").getAttribute("src")).not.toBe(before);
  expect(await funding.getByRole("link", { name: "CSV" }).getAttribute("href")).toContain("year=2022&asOf=2022-02-28");
  expect(complaints).toEqual([]);
});

test("the page is Russian, dark and 360 pixels wide as well", async () => {
  const { page, complaints } = await openPage(browser, gateway.url, {
    locale: "ru-RU",
    colorScheme: "dark",
    viewport: { width: 360, height: 740 },
  });
  await showAll(page);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Центральная Азия и Афганистан в цифрах");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  await expectAccessible(page);
  await takeScreenshot(page, "region-360-dark-ru", true);
  expect(complaints).toEqual([]);
});

test("nothing above the fold moves while the page loads", async () => {
  const { page } = await openPage(browser, gateway.url);
  await page.locator("figure img").first().waitFor();
  const shift = await page.evaluate(
    `new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    })`,
  );
  expect(shift).toBeLessThan(0.1);
});

test("a country has a page of its own, and an unknown one is told with the way on", async () => {
  const { page, complaints } = await openPage(browser, `${gateway.url}/country/KGZ`);
  await page.getByRole("heading", { level: 1, name: "Kyrgyzstan" }).waitFor();
  await pictureOf(page, "population");
  expect(await page.locator(".facts").textContent()).toContain("Bishkek");
  await expectAccessible(page);
  await takeScreenshot(page, "country", true);
  expect(complaints).toEqual([]);

  await page.goto(`${gateway.url}/country/KAX`);
  await page.getByRole("heading", { level: 1, name: "No country KAX" }).waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("KAZ");
});
