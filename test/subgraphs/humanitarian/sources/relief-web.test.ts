import { expect, test } from "vitest";
import { createReliefReports } from "../../../../subgraphs/humanitarian/sources/relief-reports.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("RELIEFWEB");

test("titles, dates and links are kept, texts are not", async () => {
  const fields = {
    title: "Afghanistan: Flash Update",
    url: "https://reliefweb.int/node/4",
    url_alias: "https://reliefweb.int/report/afghanistan/flash-update",
    body: "free text",
    date: { created: "2026-11-20T08:00:00+00:00", original: "2026-11-19T00:00:00+00:00" },
    source: [{ name: "Office", shortname: "OCHA" }],
    language: [{ code: "en" }],
  };
  replay.script("/reports", {
    body: {
      totalCount: 1,
      count: 1,
      data: [
        { id: "4", score: 1, href: "x", fields },
        { id: 5, fields: { title: "Bare" } },
      ],
    },
  });
  const data = (await createReliefReports(deps({ key: "aryk-test" })).fetch(["AFG"])).get("AFG")?.data;
  expect(data).toEqual([
    {
      id: "4",
      title: "Afghanistan: Flash Update",
      url: fields.url_alias,
      date: "2026-11-19",
      publishers: ["OCHA"],
      languages: ["EN"],
    },
    { id: "5", title: "Bare", url: null, date: null, publishers: [], languages: [] },
  ]);
  expect(replay.requests[0]?.query.get("appname")).toBe("aryk-test");
});

test("a name that is not approved is told from none", async () => {
  replay.script("/reports", { status: 403, body: { error: { message: "You are not using an approved appname" } } });
  const refused = await sourceFailure(createReliefReports(deps({ key: "aryk-test" })).fetch(["AFG"]));
  expect([refused.code, refused.message]).toEqual([
    "SOURCE_REJECTED",
    "RELIEFWEB refuses the key in RELIEFWEB_APPNAME.",
  ]);
  expect((await sourceFailure(createReliefReports(deps()).fetch(["AFG"]))).code).toBe("SOURCE_NEEDS_KEY");
});
