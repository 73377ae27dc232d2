import { expect, test } from "vitest";
import { createGlide } from "../../../../subgraphs/environment/sources/glide.ts";
import { replayed } from "../../../support/replay-source.ts";

const { replay, deps } = replayed("GLIDE");
const event = (changes: object) => ({
  event: "FL",
  number: "2024-000199",
  geocode: "TJK",
  docid: 23388,
  year: 2024,
  month: 10,
  day: 27,
  location: "Khatlon",
  latitude: 37.8,
  longitude: 69.1,
  killed: 0,
  affected: 0,
  magnitude: "0",
  source: "GDACS",
  status: "A",
  comments: "free text",
  ...changes,
});

test("numbers are put together, dates repaired, and other countries and days left out", async () => {
  const key = { country: "TJK", from: "2024-01-01", to: "2024-12-31" };
  const glideset = [
    event({}),
    event({ number: "2024-000007", month: 0, day: 0 }),
    event({ geocode: "ESP" }),
    event({ year: 2023 }),
  ];
  replay.script("/jsonglideset.jsp", { body: { glideset } });
  const readings = await createGlide(deps()).fetch([key]);
  expect(readings.get(key)?.data.map(({ glide, from, kind }) => [glide, from, kind])).toEqual([
    ["FL-2024-000199-TJK", "2024-10-27", "FLOOD"],
    ["FL-2024-000007-TJK", "2024-01-01", "FLOOD"],
  ]);
  expect(JSON.stringify([...readings.values()])).not.toContain("free text");
});
