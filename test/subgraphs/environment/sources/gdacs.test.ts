import { describe, expect, test } from "vitest";
import { createGdacs } from "../../../../subgraphs/environment/sources/gdacs.ts";
import { replayed } from "../../../support/replay-source.ts";
import { publisherFiles, publishersAnswer } from "../../../support/shared-data.ts";

const { replay, deps } = replayed("GDACS");
const path = "/events/geteventlist/SEARCH";
const key = { country: "AFG", from: "2026-01-01", to: "2026-11-23" };
const read = async () => (await createGdacs(deps()).fetch([key])).get(key)?.data;

const feature = (changes: object = {}) => ({
  type: "Feature",
  properties: {
    eventtype: "FL",
    eventid: 1102983,
    name: "Flood in Afghanistan",
    glide: "FL-2026-000001-AFG",
    alertlevel: "Orange",
    istemporary: "false",
    iscurrent: "true",
    fromdate: "2026-04-27T15:00:00",
    todate: "2026-05-04T11:00:00",
    iso3: "AFG",
    affectedcountries: [{ iso3: "AFG", countryname: "Afghanistan" }, { iso3: "PAK" }],
    url: { report: "https://www.gdacs.org/report.aspx?eventid=1102983" },
    ...changes,
  },
});

test("an event is read with its text booleans, and one of another country is left out", async () => {
  replay.script(path, {
    body: { features: [feature(), feature({ affectedcountries: [{ iso3: "ESP" }], iso3: "ESP" })] },
  });
  expect(await read()).toEqual([
    {
      id: "GDACS:FL-1102983",
      kind: "FLOOD",
      name: "Flood in Afghanistan",
      from: "2026-04-27",
      to: "2026-05-04",
      alert: "ORANGE",
      glide: "FL-2026-000001-AFG",
      countries: ["AFG", "PAK"],
      url: "https://www.gdacs.org/report.aspx?eventid=1102983",
      isCurrent: true,
    },
  ]);
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toMatchObject({
    country: "Afghanistan",
    alertlevel: "Green;Orange;Red",
  });
});

test("no match is an empty list", async () => {
  replay.script(path, { status: 204 });
  expect(await read()).toEqual([]);
});

test("full pages are followed by the next one", async () => {
  replay.script(
    path,
    { body: { features: Array.from({ length: 100 }, (_, i) => feature({ eventid: i })) } },
    { body: { features: [feature()] } },
  );
  expect(await read()).toHaveLength(101);
  expect(replay.requests.map(({ query }) => query.get("pageNumber"))).toEqual(["1", "2"]);
});

describe.skipIf(!publisherFiles("environment"))("with the service's own answers", () => {
  test("an earthquake of Afghanistan is read", async () => {
    replay.script(path, {
      body: publishersAnswer("environment", "gdacs/eventsbyarea-2026-10-04-afghanistan.excerpt.json"),
    });
    expect(await read()).toMatchObject([
      { id: "GDACS:EQ-1569499", kind: "EARTHQUAKE", alert: "GREEN", countries: ["AFG"], glide: null },
    ]);
  });
});
