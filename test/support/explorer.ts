import type { Page } from "playwright-core";

/** The link that opens a query in the explorer. */
export function linkTo(url: string, query: string, variables = ""): string {
  return `${url}/explore#${new URLSearchParams({ query, ...(variables && { variables }) })}`;
}

/** Runs what stands in the editor in front. */
export async function run(page: Page): Promise<void> {
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  await page.getByRole("button", { name: /Execute query/ }).click();
}

/** Shows the answer in another way. @param name as the tab is called on the page */
export async function show(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name, exact: true }).click();
}

/** The texts of the first table on the page, header first. */
export async function tableTexts(page: Page): Promise<string[][]> {
  await page.locator("table").first().waitFor();
  return page.evaluate(
    "[...document.querySelectorAll('table')[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent))",
  );
}

/** A picture of the regional page. @param query name of the published query */
export function figure(page: Page, query: string) {
  return page.locator(`figure[data-query="${query}"]`);
}

/** The same once it is drawn. */
export async function pictureOf(page: Page, query: string) {
  const found = figure(page, query);
  await found.scrollIntoViewIfNeeded();
  await found.locator("img").waitFor();
  return found;
}
