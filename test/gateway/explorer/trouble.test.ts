import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { expectAccessible, launchBrowser, openPage, takeScreenshot } from "../../support/browser.ts";
import { requireBuiltPages } from "../../support/built-pages.ts";
import { linkTo, run, show, tableTexts } from "../../support/explorer.ts";
import { startGateway } from "../../support/gateway.ts";
import { listenSilently } from "../../support/silent-server.ts";

let browser: Browser;
beforeAll(async () => {
  requireBuiltPages();
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function ask(query: string, env: Record<string, string> = {}) {
  const gateway = await startGateway(env);
  onTestFinished(() => gateway.close());
  const opened = await openPage(browser, linkTo(gateway.url, query));
  await run(opened.page);
  return { gateway, ...opened };
}

test("an error is told at its field, with the way out", async () => {
  const { gateway, page, complaints } = await ask(
    '{ good: country(code: "KGZ") { name } typo: indicator(id: "SP.POP.TOTAL") { title } }',
  );
  const told = page.locator(".errors");
  await told.waitFor();
  expect(await told.textContent()).toMatch(
    /One field failed; everything else is complete[\s\S]*SP\.POP\.TOTL[\s\S]*At\s*typo/,
  );
  await page.locator(".squiggly-error").waitFor();
  await expectAccessible(page);

  await page.goto("about:blank");
  await page.goto(linkTo(gateway.url, "{ countri { code } }"));
  await run(page);
  await expect.poll(() => told.textContent()).toMatch(/The query failed[\s\S]*Did you mean[\s\S]*What to do/);
  expect(complaints.filter((complaint) => !complaint.includes("400"))).toEqual([]);
});

test("when a service is down the rest of the answer is shown, and which service failed", async () => {
  const { gateway, page, complaints } = await ask(
    '{ country(code: "AFG") { name funding(year: 2022) { totalUsd } } }',
    { SUBGRAPH_HUMANITARIAN_URL: "http://127.0.0.1:9/graphql" },
  );
  const told = page.locator(".errors");
  await told.waitFor();
  expect(await told.textContent()).toMatch(
    /One field failed[\s\S]*At\s*country › funding[\s\S]*Failed service\s*humanitarian/,
  );
  await show(page, "Table");
  expect((await tableTexts(page))[1]).toContain("Afghanistan");
  await takeScreenshot(page, "explore-partial");
  expect(complaints).toEqual([]);
});

test("a slow answer says what is waited for and can be cancelled", async () => {
  const silent = await listenSilently();
  onTestFinished(() => silent.close());
  const { gateway, page } = await ask("{ mirrorMatrix(year: 2019) { ratio } }", {
    SUBGRAPH_TRADE_URL: `${silent.url}/graphql`,
  });
  await page.getByText(/Waiting for mirrorMatrix: \d+ s/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText(/Waiting for/).waitFor({ state: "detached" });
});

test("a server that is gone is said plainly", async () => {
  const { gateway, page } = await ask("{ countries { code } }");
  await show(page, "Table");
  await page.locator("table").waitFor();
  await gateway.close();
  await page.getByRole("button", { name: /Execute query/ }).click();
  await page
    .getByRole("alert")
    .getByText(/cannot be reached/)
    .waitFor();
});
