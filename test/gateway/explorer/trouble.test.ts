import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, openPage, takeScreenshot } from "../../support/browser.ts";
import { figure, linkTo, pictureOf, run, show, tableTexts } from "../../support/explorer.ts";
import { startGateway, type TestGateway } from "../../support/gateway.ts";
import { sharedBrowser } from "../../support/shared-browser.ts";
import { listenSilently } from "../../support/silent-server.ts";
import type { Upstream } from "../../support/upstream.ts";

let silent: Upstream;
/** One of its services is down and one takes questions without answering. */
let crippled: TestGateway;
beforeAll(async () => {
  silent = await listenSilently();
  crippled = await startGateway({
    SUBGRAPH_HUMANITARIAN_URL: "http://127.0.0.1:9/graphql",
    SUBGRAPH_TRADE_URL: `${silent.url}/graphql`,
  });
});
afterAll(async () => {
  await crippled?.close();
  await silent?.close();
});

const browser = sharedBrowser();

async function ask(url: string, query: string) {
  const opened = await openPage(browser, linkTo(url, query));
  await run(opened.page);
  return opened;
}

test("an error is told at its field, with the way out", async () => {
  const { page, complaints } = await ask(
    crippled.url,
    '{ good: country(code: "KGZ") { name } typo: indicator(id: "SP.POP.TOTAL") { title } }',
  );
  const told = page.locator(".errors");
  await told.waitFor();
  expect(await told.textContent()).toMatch(/One field failed; everything else is complete.*SP\.POP\.TOTL.*At\s*typo/s);
  await page.locator(".squiggly-error").waitFor();
  await expectAccessible(page);
  await takeScreenshot(page, "explore-error");
  expect(complaints).toEqual([]);

  await page.goto("about:blank");
  await page.goto(linkTo(crippled.url, "{ countri { code } }"));
  await run(page);
  await expect.poll(() => told.textContent()).toMatch(/The query failed.*Did you mean.*What to do/s);
});

test("when a service is down the rest of the answer is shown, and which service failed", async () => {
  const { page, complaints } = await ask(
    crippled.url,
    '{ country(code: "AFG") { name funding(year: 2022) { totalUsd } } }',
  );
  const told = page.locator(".errors");
  await told.waitFor();
  expect(await told.textContent()).toMatch(/One field failed.*At\s*country › funding.*Failed service\s*humanitarian/s);
  await show(page, "Table");
  expect((await tableTexts(page))[1]).toContain("Afghanistan");
  await takeScreenshot(page, "explore-partial");
  expect(complaints).toEqual([]);
});

test("a slow answer says what is waited for and can be cancelled", async () => {
  const { page } = await ask(crippled.url, "{ mirrorMatrix(year: 2019) { ratio } }");
  await page.getByText(/Waiting for mirrorMatrix: \d+ s/).waitFor();
  await expectAccessible(page, ".results");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText(/Waiting for/).waitFor({ state: "detached" });
});

test("pictures of a service that is down or slow say so and can be loaded again; the others stand", async () => {
  const { page } = await openPage(browser, crippled.url);
  await pictureOf(page, "lake-area");

  const appeals = figure(page, "appeals-by-year");
  await appeals.scrollIntoViewIfNeeded();
  const told = appeals.getByRole("alert");
  await told.waitFor();
  expect(await told.textContent()).toMatch(/cannot be drawn now.*Ask again later/s);
  await expectAccessible(page);

  const gaps = figure(page, "mirror-gaps");
  await gaps.scrollIntoViewIfNeeded();
  await gaps.getByText(/Waiting for Gaps between mirror figures: \d+ s/).waitFor();
  await gaps.getByRole("button", { name: "Cancel" }).click();
  await gaps.getByRole("button", { name: "Load again" }).waitFor();
  await takeScreenshot(page, "region-trouble");
});

test("a server that is gone is said plainly", async () => {
  const gateway = await startGateway();
  const { page } = await ask(gateway.url, "{ countries { code } }");
  await show(page, "Table");
  await page.locator("table").waitFor();
  await gateway.close();
  await page.getByRole("button", { name: /Execute query/ }).click();
  await page
    .locator(".errors")
    .getByText(/cannot be reached/)
    .waitFor();
});
