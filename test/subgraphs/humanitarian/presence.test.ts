import { expect, test } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();
const { answer } = gateway;

const path = "/coordination-context/operational-presence";
const open = (env: Record<string, string> = {}) =>
  gateway.open({ SOURCES: "auto", HAPI_BASE_URL: replay.url, HAPI_APP_IDENTIFIER: "YXJ5azp0ZXN0", ...env });
/** A row of a district of Kabul. */
const row = (changes: object = {}) => ({
  location_code: "AFG",
  org_name: "World Food Programme",
  org_acronym: "WFP",
  org_type_description: "United Nations",
  sector_code: "FSC",
  provider_admin1_name: "Kabul",
  admin1_code: null,
  admin2_code: "AF0101",
  reference_period_start: "2023-01-01T00:00:00",
  reference_period_end: "2023-03-31T23:59:59",
  ...changes,
});
const reply = (...data: object[]) => ({ body: { data } });

test("rows of districts are one of their province, joined to organisation, cluster and places, and kept", async () => {
  replay.script(path, reply(row(), row({ admin2_code: "AF0102" }), row({ admin2_code: "AF0999" }), row()));
  await open();
  const query = `{ country(code: "AF") { presence { organization { id type } organizationName acronym organizationType
    sector cluster { name } province { pcode name } districts { pcode } place period missing
    provenance { freshness source { id } } } } }`;
  const { presence } = (await answer(query)).country;
  expect(presence).toEqual([
    {
      organization: { id: "FTS:3049", type: "Multilateral Organizations" },
      organizationName: "World Food Programme",
      acronym: "WFP",
      organizationType: "United Nations",
      sector: "FSC",
      cluster: { name: "Food Security" },
      province: { pcode: "AF01", name: "Kabul" },
      districts: [{ pcode: "AF0101" }, { pcode: "AF0102" }],
      place: "Kabul",
      period: "2023-01-01/2023-03-31",
      missing: null,
      provenance: { freshness: "LIVE", source: { id: "HAPI" } },
    },
    // A district that the table of place codes has not got lies where its code says.
    expect.objectContaining({ province: { pcode: "AF09", name: "Baghlan" }, districts: [] }),
  ]);
  const again = (await answer(query)).country.presence;
  expect(again.map(({ provenance }: { provenance: { freshness: string } }) => provenance.freshness)).toEqual([
    "CACHED",
    "CACHED",
  ]);
  expect(replay.requests.map(({ query: asked }) => [asked.get("location_code"), asked.get("app_identifier")])).toEqual([
    ["AFG", "YXJ5azp0ZXN0"],
  ]);
});

test("an organisation is the one of that name or acronym, and none where several or no one fits", async () => {
  const names = [
    ["UNITED NATIONS CHILDREN'S FUND", "UNICEF", "FTS:2915"],
    ["Danish Afghan Committee", "DAC", "FTS:5350"],
    ["United Nations Human Settlements Programme", "UN-HABITAT", "FTS:4931"],
    ["Medair International", "MEDAIR", "FTS:4528"],
    ["Tearfund", "TF", null],
    ["UN Agencies", null, null],
    ["World Food Programme Support", "WFPS", null],
  ] as const;
  replay.script(path, reply(...names.map(([org_name, org_acronym]) => row({ org_name, org_acronym }))));
  await open();
  const { presence } = (await answer('{ country(code: "AFG") { presence { organizationName organization { id } } } }'))
    .country;
  expect(presence).toHaveLength(names.length);
  for (const [organizationName, , id] of names) {
    expect(presence).toContainEqual({ organizationName, organization: id && { id } });
  }
});

test("what stands for the country or for a place without a code says so", async () => {
  const nowhere = { admin1_code: null, admin2_code: null };
  const kunduz = { ...nowhere, provider_admin1_name: "Konduz and around" };
  replay.script(
    path,
    reply(
      row({ ...nowhere, provider_admin1_name: null, reference_period_end: null, sector_code: "Cash" }),
      row({ ...kunduz, sector_code: "WSH" }),
      row({ admin1_code: "AF19", admin2_code: null, sector_code: "WSH" }),
    ),
  );
  await open();
  const { presence } = (
    await answer(
      '{ country(code: "AFG") { presence { sector cluster { code } place period missing province { pcode } districts { pcode } } } }',
    )
  ).country;
  const period = "2023-01-01/2023-03-31";
  const wash = { sector: "WSH", cluster: { code: "WSH" }, period, districts: [] };
  expect(presence).toEqual([
    { ...wash, place: "Kabul", province: { pcode: "AF19" }, missing: null },
    {
      ...{ sector: "Cash", cluster: null, period: "2023-01-01/..", districts: [] },
      ...{ place: null, province: null, missing: "NOT_REPORTED" },
    },
    { ...wash, place: "Konduz and around", province: null, missing: "NOT_COVERED" },
  ]);
});

test("a list is narrowed by place, sector and organisation, and wrong ones suggest right ones", async () => {
  const ngo = { org_name: "Some Local NGO", org_acronym: null, sector_code: "Multi", admin2_code: "AF1902" };
  replay.script(path, reply(row(), row(ngo), row({ admin2_code: "AF1901" })));
  await open();
  const names = "{ organizationName province { pcode } }";
  const { province, district, elsewhere, ...found } = await answer(`{
    kunduz: operationalPresence(province: "af19") { nodes ${names} }
    district: operationalPresence(country: "AF", province: "AF1902") { nodes ${names} }
    food: operationalPresence(sector: "food security") { nodes ${names} }
    multi: operationalPresence(sector: "MULTI") { nodes ${names} }
    health: operationalPresence(sector: "HEA") { nodes ${names} }
    wfp: operationalPresence(organization: "FTS:3049", province: "AF19") { nodes ${names} }
    province(pcode: "AF19") { all: presence ${names} multi: presence(sector: "Multi", organization: "FTS:3049") ${names} }
    below: province(pcode: "AF1901") { presence ${names} }
    elsewhere: country(code: "DEU") { presence ${names} }
  }`);
  const listed = (list: { organizationName: string; province: { pcode: string } }[]) =>
    list.map((each) => `${each.organizationName} ${each.province.pcode}`);
  const [wfp, local] = ["World Food Programme AF19", "Some Local NGO AF19"];
  expect(listed(found.kunduz.nodes)).toEqual([wfp, local]);
  expect(listed(district.nodes)).toEqual([local]);
  expect(listed(found.food.nodes)).toEqual(["World Food Programme AF01", wfp]);
  expect(listed(found.multi.nodes)).toEqual([local]);
  expect(found.health.nodes).toEqual([]);
  expect(listed(found.wfp.nodes)).toEqual([wfp]);
  expect(listed(province.all)).toEqual([wfp, local]);
  expect(province.multi).toEqual([]);
  expect(listed(found.below.presence)).toEqual([wfp]);
  expect(elsewhere.presence).toBeNull();
  expect(replay.requests).toHaveLength(1);

  const { data, errors } = await gateway.ask(`{
    place: operationalPresence(province: "KAZ001") { totalCount }
    sector: operationalPresence(sector: "HAE") { totalCount }
    who: operationalPresence(organization: "FTS:304") { totalCount }
    where: operationalPresence(country: "ZZZ") { totalCount } }`);
  expect(data).toEqual({ place: null, sector: null, who: null, where: null });
  const byField = new Map(errors.map(({ path: at, extensions }) => [at?.[0], extensions]));
  expect(byField.get("sector")).toMatchObject({
    code: "UNKNOWN_ID",
    suggestions: expect.arrayContaining(["HEA", "Multi"]),
  });
  expect(byField.get("place")).toMatchObject({ code: "UNKNOWN_ID", suggestions: [] });
  expect(byField.get("who")).toMatchObject({ code: "UNKNOWN_ID", suggestions: expect.arrayContaining(["FTS:3049"]) });
  expect(byField.get("where")?.code).toBe("UNKNOWN_COUNTRY");
});

test("a long list is read page by page, each row once", async () => {
  const sectors = ["WSH", "HEA", "EDU"];
  const places = ["AF0101", "AF1901", "AF2001"];
  const rows = sectors.flatMap((sector_code) => places.map((admin2_code) => row({ sector_code, admin2_code })));
  replay.script(path, reply(...rows, row({ sector_code: "WSH", org_acronym: null })));
  await open();
  const seen: string[] = [];
  for (let after: string | null = null, pages = 0; pages < 5; pages++) {
    const { operationalPresence: page } = await answer(
      `{ operationalPresence(first: 2${after ? `, after: "${after}"` : ""}) { totalCount pageInfo { endCursor }
        nodes { sector acronym province { pcode } } } }`,
    );
    expect(page.totalCount).toBe(10);
    seen.push(...page.nodes.map((node: object) => JSON.stringify(node)));
    after = page.pageInfo.endCursor;
  }
  expect(seen).toHaveLength(10);
  expect(new Set(seen).size).toBe(10);
});

test("a country without a list has none, which is kept", async () => {
  replay.script(path, reply());
  await open();
  const query = '{ country(code: "KAZ") { presence { sector } } }';
  expect(await answer(query)).toEqual({ country: { presence: null } });
  expect(await answer(query)).toEqual({ country: { presence: null } });
  expect(replay.requests).toHaveLength(1);
});

test.each([
  ["SOURCE_NEEDS_KEY", { HAPI_APP_IDENTIFIER: "" }],
  ["SOURCE_OFF", { SOURCES: "snapshot" }],
])("where nobody can be asked the field alone fails: %s", async (code, env) => {
  await open(env);
  const { data, errors } = await gateway.ask('{ country(code: "AFG") { code presence { sector } } }');
  expect(data).toEqual({ country: { code: "AFG", presence: null } });
  expect(errors).toMatchObject([{ path: ["country", "presence"], extensions: { code } }]);
  expect(replay.requests).toHaveLength(0);
});

test.each([
  ["SOURCE_REJECTED", { status: 403, body: { error: "Invalid app identifier" } }, 1],
  ["SOURCE_RATE_LIMITED", { status: 429, body: "" }, 3],
])("a refusal is told at the field and not repeated at once: %s", async (code, refusal, calls) => {
  replay.script(path, refusal);
  await open();
  for (const _ of [1, 2]) {
    const { data, errors } = await gateway.ask('{ country(code: "AFG") { code presence { sector } } }');
    expect(data).toEqual({ country: { code: "AFG", presence: null } });
    expect(errors).toMatchObject([{ path: ["country", "presence"], extensions: { code } }]);
    expect(errors[0]?.message).not.toContain("Invalid");
  }
  expect(replay.requests).toHaveLength(calls);
});
