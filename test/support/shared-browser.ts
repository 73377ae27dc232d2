import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import { requireBuiltPages } from "./built-pages.ts";

/** One browser for all tests of a file, to look at the pages as they are built. */
export function sharedBrowser(): Pick<Browser, "newContext"> {
  let current: Browser | undefined;
  beforeAll(async () => {
    requireBuiltPages();
    current = await launchBrowser();
  });
  afterAll(() => current?.close());
  return {
    newContext(options) {
      if (!current) throw new Error("The browser runs only within a test");
      return current.newContext(options);
    },
  };
}
