import { expect, test } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();

const open = (env: Record<string, string> = {}) =>
  gateway.open({ SOURCES: "auto", RELIEFWEB_BASE_URL: replay.url, RELIEFWEB_APPNAME: "aryk-test", ...env });
const report = (id: string, day: string, more: object = {}) => ({
  id,
  fields: { title: `Report ${id}`, body: "free text", date: { original: `${day}T00:00:00+00:00` }, ...more },
});
const reply = (...data: object[]) => ({ body: { totalCount: data.length, count: data.length, data } });

test("reports on a country are titles and links, joined to the country and kept", async () => {
  const source = [{ name: "Office", shortname: "OCHA" }];
  const url = "https://reliefweb.int/report/afghanistan/flash-update";
  replay.script("/reports", reply(report("4", "2026-11-19", { url_alias: url, source }), report("5", "2026-11-18")));
  await open();
  const query = `{ reliefReports(country: "AF") { id title date url sources country { name } provenance { freshness source { id } } } }`;
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  expect(data.reliefReports).toMatchObject([
    {
      id: "4",
      title: "Report 4",
      date: "2026-11-19",
      url,
      sources: ["OCHA"],
      country: { name: "Afghanistan" },
      provenance: { freshness: "LIVE", source: { id: "RELIEFWEB" } },
    },
    { id: "5", url: "https://reliefweb.int/node/5", sources: [] },
  ]);
  expect((await gateway.ask(query)).data.reliefReports[0].provenance.freshness).toBe("CACHED");
  expect(replay.requests.map(({ query: asked }) => asked.get("filter[value]"))).toEqual(["afg"]);
});

test("without a country the reports of the six come together, the newest first, and page on by id", async () => {
  const days: Record<string, string> = { afg: "2026-11-03", kaz: "2026-11-05", tjk: "2026-11-04" };
  replay.script("/reports", ({ query }) => {
    const code = query.get("filter[value]") ?? "";
    return days[code] ? reply(report(code, days[code])) : reply();
  });
  await open();
  const ids = async (page: string) =>
    (await gateway.ask(`{ reliefReports${page} { id } }`)).data.reliefReports.map(({ id }: { id: string }) => id);
  expect(await ids("(first: 2)")).toEqual(["kaz", "tjk"]);
  expect(await ids('(first: 2, after: "tjk")')).toEqual(["afg"]);
  const { errors } = await gateway.ask('{ a: reliefReports(after: "9") { id } b: reliefReports(first: 51) { id } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["INVALID_PAGE", "INVALID_PAGE"]);
});

test("disasters are names, numbers and links, and one of two countries is listed once", async () => {
  const disaster = (id: string, fields: object) => ({
    id,
    fields: { name: `Disaster ${id}`, profile: "text", ...fields },
  });
  const shared = disaster("7", {
    glide: "EQ-2026-000123-AFG",
    status: "current",
    primary_type: { name: "Earthquake" },
    date: { event: "2026-11-02T00:00:00+00:00", created: "2026-11-03T00:00:00+00:00" },
    url_alias: "https://reliefweb.int/disaster/eq-2026-000123-afg",
    country: [{ iso3: "afg" }, { iso3: "tjk" }],
  });
  replay.script("/disasters", ({ query }) => {
    const code = query.get("filter[value]");
    if (code === "afg")
      return reply(shared, disaster("3", { status: "past", date: { created: "2025-04-01T00:00:00+00:00" } }));
    return code === "tjk" ? reply(shared) : reply();
  });
  await open();
  const query = `{ reliefDisasters { id name glide status type date url countries { code name } provenance { source { id } } } }`;
  const { data, errors } = await gateway.ask(query);
  expect(errors).toEqual([]);
  expect(data.reliefDisasters).toEqual([
    {
      id: "7",
      name: "Disaster 7",
      glide: "EQ-2026-000123-AFG",
      status: "ongoing",
      type: "Earthquake",
      date: "2026-11-02",
      url: "https://reliefweb.int/disaster/eq-2026-000123-afg",
      countries: [
        { code: "AFG", name: "Afghanistan" },
        { code: "TJK", name: "Tajikistan" },
      ],
      provenance: { source: { id: "RELIEFWEB" } },
    },
    expect.objectContaining({ id: "3", glide: null, status: "past", type: null, date: "2025-04-01", countries: [] }),
  ]);
  expect(data.reliefDisasters[1].url).toBe("https://reliefweb.int/node/3");
  expect(replay.requests).toHaveLength(6);
  const wrong = await gateway.ask('{ reliefDisasters(country: "AFG", after: "9") { id } }');
  expect(wrong.errors).toMatchObject([{ extensions: { code: "INVALID_PAGE" } }]);
});

test.each([
  ["SOURCE_NEEDS_KEY", { RELIEFWEB_APPNAME: "" }],
  ["SOURCE_OFF", { SOURCES: "snapshot" }],
])("where nobody can be asked the field alone fails: %s", async (code, env) => {
  await open(env);
  const { data, errors } = await gateway.ask('{ reliefReports(country: "AFG") { id } country(code: "AFG") { code } }');
  expect(data).toEqual({ reliefReports: null, country: { code: "AFG" } });
  expect(errors).toMatchObject([{ path: ["reliefReports"], extensions: { code } }]);
  expect(replay.requests).toHaveLength(0);
});
