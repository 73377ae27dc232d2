import { expect, test } from "vitest";
import { sharedGateway } from "../support/shared-gateway.ts";

const gateway = sharedGateway();

test("a date that is none costs its own field, with a code and an example", async () => {
  const { data, errors } = await gateway.ask(`{
    appeals(year: 2021) { code }
    word: fundingFlows(asOf: "yesterday") { totalCount }
    day: fundingFlows(asOf: "2023-02-29") { totalCount }
    country(code: "AFG") { code funding(year: 2020, asOf: "2020-10-12T00:00:00Z") { totalUsd } }
    list: countries(codes: ["KAZ", true]) { code }
  }`);
  expect(data).toMatchObject({ word: null, day: null, country: { code: "AFG", funding: null }, list: null });
  expect(data.appeals).toHaveLength(2);
  const byPath = new Map(errors.map(({ path, extensions, message }) => [path?.join("."), { ...extensions, message }]));
  expect([...byPath.keys()].toSorted()).toEqual(["country.funding", "day", "list", "word"]);
  for (const { code } of byPath.values()) expect(code).toBe("BAD_USER_INPUT");
  expect(byPath.get("word")?.message).toBe('asOf: Not a Date: "yesterday". Write it like "2021-03-12"');
});

test("so does one in a variable, and null is as no argument", async () => {
  const query = `query ($day: Date, $country: CountryCode) {
    fundingFlows(asOf: $day, country: $country, first: 0) { totalCount } appeals(year: 2021) { code } }`;
  const wrong = await gateway.ask(query, { day: "2023-02-29" });
  expect(wrong.data.fundingFlows).toBeNull();
  expect(wrong.data.appeals).toHaveLength(2);
  expect(wrong.errors).toMatchObject([{ path: ["fundingFlows"], extensions: { code: "BAD_USER_INPUT" } }]);
  const absent = await gateway.ask(query, { day: null, country: null });
  expect(absent.errors).toEqual([]);
  expect(absent.data.fundingFlows.totalCount).toBeGreaterThan(3000);
});
