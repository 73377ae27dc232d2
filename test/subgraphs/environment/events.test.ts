import { expect, test } from "vitest";
import { liveGateway } from "../../support/live-gateway.ts";

const { replay, gateway } = liveGateway();

const gdacsPath = "/events/geteventlist/SEARCH";
const glidePath = "/jsonglideset.jsp";

async function ask(query: string, env: Record<string, string> = { SOURCES: "auto" }) {
  await gateway.openOnce({
    USGS_BASE_URL: replay.url,
    GDACS_BASE_URL: replay.url,
    GLIDE_BASE_URL: replay.url,
    ...env,
  });
  return gateway.ask(query);
}

const quake = (id: string, magnitude: number, longitude: number, latitude: number, day = 5) => ({
  id,
  properties: { mag: magnitude, place: "somewhere", time: Date.UTC(2026, 9, day), ids: `,${id},`, type: "earthquake" },
  geometry: { coordinates: [longitude, latitude, 203.4] },
});
/** Ashkasham lies on the Panj, Kabul and Almaty far from any border, the fourth in the midst of the Caspian. */
const quakes = [
  quake("ashkasham", 4.3, 71.3436, 36.7206),
  quake("kabul", 4.04, 69.17, 34.53, 4),
  quake("almaty", 5.1, 76.89, 43.24, 3),
  quake("caspian", 6, 50.9, 40.3, 2),
];

const flood = (eventid: number, changes: object = {}) => ({
  properties: {
    eventtype: "FL",
    eventid,
    name: "Flood in Tajikistan",
    glide: "",
    alertlevel: "Orange",
    iscurrent: "true",
    fromdate: "2026-04-27T15:00:00",
    todate: "2026-05-04T11:00:00",
    iso3: "TJK",
    affectedcountries: [{ iso3: "TJK" }],
    url: { report: "https://www.gdacs.org/report.aspx?eventid=1" },
    ...changes,
  },
});
const glide = (number: string, day: number) => ({
  event: "FL",
  number,
  geocode: "TJK",
  year: "2026",
  month: "4",
  day: String(day),
});
const year = 'from: "2026-01-01", to: "2026-11-23"';

test("earthquakes come a page at a time with the country of the epicentre, the newest first", async () => {
  replay.script("/query", { body: { type: "FeatureCollection", features: quakes } });
  const { data, errors } = await ask(
    `{ earthquakes(${year}, first: 3) { totalCount pageInfo { hasNextPage }
      nodes { id time magnitude depthKm country { code } distanceKm provenance { source { id } freshness } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.earthquakes).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  expect(data.earthquakes.nodes.map(({ id }: { id: string }) => id)).toEqual([
    "USGS:ashkasham",
    "USGS:kabul",
    "USGS:almaty",
  ]);
  expect(data.earthquakes.nodes[1]).toEqual({
    id: "USGS:kabul",
    time: "2026-10-04T00:00:00.000Z",
    magnitude: 4.04,
    depthKm: 203.4,
    country: { code: "AFG" },
    distanceKm: null,
    provenance: { source: { id: "USGS" }, freshness: "LIVE" },
  });
});

test("an earthquake by a border counts for both countries and tells how far each is", async () => {
  replay.script("/query", { body: { type: "FeatureCollection", features: quakes } });
  const { data, errors } = await ask(
    `{ tjk: country(code: "TJK") { earthquakes(${year}) { id country { code } distanceKm } }
       afg: country(code: "AFG") { earthquakes(${year}, minMagnitude: 4.1) { id distanceKm } }
       tkm: earthquakes(${year}, country: "TM") { totalCount } all: earthquakes(${year}) { nodes { id country { code } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.tjk.earthquakes).toEqual([
    { id: "USGS:ashkasham", country: { code: expect.stringMatching(/^(AFG|TJK)$/) }, distanceKm: expect.any(Number) },
  ]);
  expect(data.tjk.earthquakes[0].distanceKm).toBeLessThan(25);
  expect(data.afg.earthquakes).toEqual([{ id: "USGS:ashkasham", distanceKm: expect.any(Number) }]);
  expect(data.tkm.totalCount).toBe(0);
  expect(data.all.nodes.find(({ id }: { id: string }) => id === "USGS:caspian").country).toBeNull();
  expect(replay.requests).toHaveLength(1);
});

test("hazards come once however many countries they affect, with the only GLIDE number that fits", async () => {
  const shared = flood(2, { glide: "FL-2026-000009-AFG", affectedcountries: [{ iso3: "TJK" }, { iso3: "AFG" }] });
  replay.script(gdacsPath, ({ query }) => {
    const features = { Tajikistan: [flood(1), shared], Afghanistan: [shared] }[query.get("country") ?? ""];
    return features ? { body: { features } } : { status: 204 };
  });
  replay.script(glidePath, { body: { glideset: [glide("2026-000031", 28), glide("2026-000044", 12)] } });
  const { data, errors } = await ask(
    `{ hazards(${year}) { id kind alert from to glide url countries { code } provenance { source { id } } }
       droughts: hazards(${year}, kind: DROUGHT) { id } }`,
  );
  expect(errors).toEqual([]);
  expect(data.droughts).toEqual([]);
  expect(data.hazards).toHaveLength(2);
  expect(data.hazards).toContainEqual({
    id: "GDACS:FL-1",
    kind: "FLOOD",
    alert: "ORANGE",
    from: "2026-04-27",
    to: "2026-05-04",
    glide: "FL-2026-000031-TJK",
    url: "https://www.gdacs.org/report.aspx?eventid=1",
    countries: [{ code: "TJK" }],
    provenance: { source: { id: "GDACS" } },
  });
  expect(data.hazards.find(({ id }: { id: string }) => id === "GDACS:FL-2").glide).toBe("FL-2026-000009-AFG");
});

test("a GLIDE number that two hazards or two numbers could share is linked to none", async () => {
  replay.script(gdacsPath, { body: { features: [flood(1), flood(2)] } });
  replay.script(glidePath, { body: { glideset: [glide("2026-000031", 28)] } });
  const { data } = await ask(`{ country(code: "TJK") { hazards(${year}) { glide } } }`);
  expect(data.country.hazards).toEqual([{ glide: null }, { glide: null }]);
});

test("a silent register of numbers costs the number alone, and a silent catalogue its own field", {
  timeout: 20_000,
}, async () => {
  replay.script("/query", { fault: "never" });
  replay.script(gdacsPath, { body: { features: [flood(1)] } });
  replay.script(glidePath, { fault: "never" });
  const { data, errors } = await ask(
    `{ lake(id: "aral-sea") { id } country(code: "TJK") { hazards(${year}) { id glide } earthquakes(${year}) { id } } }`,
  );
  expect(data).toEqual({
    lake: { id: "aral-sea" },
    country: { hazards: [{ id: "GDACS:FL-1", glide: null }], earthquakes: null },
  });
  expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions.code]).toSorted()).toEqual([
    ["earthquakes", "SOURCE_TIMEOUT"],
    ["glide", "SOURCE_TIMEOUT"],
  ]);
});

test("a server that asks no publisher says so instead of telling that nothing happened", async () => {
  const { data, errors } = await ask(
    `{ earthquakes { totalCount } hazards { id } country(code: "UZB") { earthquakes { id } hazards { id } climate { value } } }`,
    {},
  );
  expect(data).toEqual({
    earthquakes: null,
    hazards: null,
    country: { earthquakes: null, hazards: null, climate: null },
  });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(5).fill("SOURCE_OFF"));
  expect(replay.requests).toHaveLength(0);
});

test("a country beyond the region and a range that runs backwards are refused by name", async () => {
  const { data, errors } = await ask(
    `{ far: earthquakes(country: "JPN") { totalCount } country(code: "JPN") { hazards { id } }
       back: earthquakes(from: "2026-02-01", to: "2026-01-01") { totalCount }
       weak: earthquakes(minMagnitude: -1) { totalCount } }`,
  );
  expect(data).toEqual({ far: null, country: { hazards: null }, back: null, weak: null });
  const codes = Object.fromEntries(errors.map(({ path, extensions }) => [path?.join("."), extensions.code]));
  expect(codes).toEqual({
    far: "PLACE_NOT_COVERED",
    "country.hazards": "PLACE_NOT_COVERED",
    back: "INVALID_RANGE",
    weak: "INVALID_RANGE",
  });
  expect(replay.requests).toHaveLength(0);
});
