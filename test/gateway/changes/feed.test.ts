import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { toAtom } from "../../../gateway/changes/atom.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

/** What Python's own parser reads of a feed: it refuses what is not well-formed. */
function parseAtom(xml: string): { id: string; title: string; updated: string; hrefs: string[] }[] {
  const program = `import sys, json, xml.etree.ElementTree as t
a = "{http://www.w3.org/2005/Atom}"
feed = t.fromstring(sys.stdin.buffer.read())
assert feed.tag == a + "feed" and feed.find(a + "id") is not None and feed.find(a + "updated") is not None
print(json.dumps([dict(id=e.find(a + "id").text, title=e.find(a + "title").text, updated=e.find(a + "updated").text,
  hrefs=[l.get("href") for l in e.findall(a + "link")]) for e in feed.findall(a + "entry")]))`;
  return JSON.parse(execFileSync("python3", ["-c", program], { input: xml, encoding: "utf8" }));
}

test("the feed lists the releases behind the published queries and the revisions of aid, newest first, with links that answer", async () => {
  const response = await fetch(`${gateway.url}/changes.atom`);
  expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const entries = parseAtom(await response.text());

  const titles = entries.map(({ title }) => title);
  expect(titles).toContain("World Bank, World Development Indicators: release 2026-07");
  const { data } = await gateway.ask(
    '{ fundingChanges(country: "AFG", year: 2020, from: "2020-10-12", to: "2021-03-12") { netUsd } }',
  );
  const net = data.fundingChanges.netUsd.toLocaleString("en-US");
  expect(titles).toContain(
    `Humanitarian funding of Afghanistan moved by ${net} US dollars from 2020-10-12 to 2021-03-12`,
  );
  const times = entries.map(({ updated }) => Date.parse(updated));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const ids = entries.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const href of new Set(entries.flatMap(({ hrefs }) => hrefs))) {
    expect((await fetch(gateway.url + href)).status, href).toBe(200);
  }
});

test("a client that has the feed gets 304", async () => {
  const first = await fetch(`${gateway.url}/changes.atom`);
  const again = await fetch(`${gateway.url}/changes.atom`, {
    headers: { "if-none-match": first.headers.get("etag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("markup in a title is text in the feed", () => {
  const title = `Cotton & "silk" <script>`;
  const xml = toAtom([{ id: "a?b&c", title, summary: "", at: "2026-01-01T00:00:00Z", queries: ["q.json?a=1&b=2"] }]);
  expect(parseAtom(xml)).toEqual([
    { id: "tag:aryk,2026:a?b&c", title, updated: "2026-01-01T00:00:00Z", hrefs: ["/q/q.json?a=1&b=2"] },
  ]);
});
