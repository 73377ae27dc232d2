import { beforeAll, expect, test } from "vitest";
import { requireBuiltPages } from "../../support/built-pages.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

beforeAll(() => void requireBuiltPages());
const gateway = sharedGateway();

test.each(["/", "/explore", "/country/KGZ"])("%s is a page that runs no script but the server's own", async (path) => {
  const response = await fetch(`${gateway.url}${path}`);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(response.headers.get("content-type")).toBe("text/html;charset=utf-8");
  expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
  expect(policy.includes("'unsafe-inline'")).toBe(path === "/explore");
  const html = await response.text();
  expect(html).not.toMatch(/(src|href)="https?:/);
});

test("files are compressed, kept for good by their hashed names, and pages are asked for again", async () => {
  const html = await (await fetch(gateway.url)).text();
  const [, script = ""] = /src="(\/assets\/region-[^"]+\.js)"/.exec(html) ?? [];
  for (const encoding of ["br", "gzip"]) {
    const response = await fetch(`${gateway.url}${script}`, { headers: { "accept-encoding": encoding } });
    expect(response.headers.get("content-encoding")).toBe(encoding);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await response.text()).toContain("Sustainable Development Goals");
  }
  const page = await fetch(gateway.url);
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const again = await fetch(gateway.url, { headers: { "if-none-match": page.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

test("what is no page is a coded 404, also outside of the folder and by another method", async () => {
  for (const path of [
    "/nothing",
    "/country/",
    "/country/KGZ/more",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/.vite/manifest.json",
  ]) {
    const response = await fetch(`${gateway.url}${path}`);
    expect([path, response.status]).toEqual([path, 404]);
    expect(((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code).toBe(
      "NOT_FOUND",
    );
  }
  expect((await fetch(`${gateway.url}/explore`, { method: "POST" })).status).toBe(404);
});
