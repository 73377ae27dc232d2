import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const { ask, answer } = sharedGateway();

test("a year is told apart as of two days, and from what the publisher says today", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    march: funding(year: 2020, asOf: "2021-03-12") { totalUsd basis complete asOf requirementUsd outsideAppealsUsd byAppeal { id amountUsd } }
    october: funding(year: 2020, asOf: "2020-10-12") { totalUsd basis complete asOf }
    between: funding(year: 2020, asOf: "2021-01-01") { totalUsd asOf note }
    early: funding(year: 2021, asOf: "2021-06-30") { totalUsd complete asOf }
    today: funding(year: 2020) { totalUsd basis complete asOf }
  } }`);
  expect(country.march).toMatchObject({ totalUsd: 725591299, basis: "FLOWS", complete: true, asOf: "2021-03-12" });
  expect(country.march).toMatchObject({ requirementUsd: 1131050820, outsideAppealsUsd: 146123534 });
  expect(country.march.byAppeal).toEqual([
    { id: "HAFG20", amountUsd: 564467765 },
    { id: "NOT_SPECIFIED", amountUsd: 146123534 },
    { id: "OGLBL20b", amountUsd: 15000000 },
  ]);
  expect(country.october).toEqual({ totalUsd: 453007689, basis: "FLOWS", complete: false, asOf: "2020-10-12" });
  expect(country.between).toEqual({
    totalUsd: 453007689,
    asOf: "2020-10-12",
    note: "As of 2020-10-12, the last snapshot on or before 2021-01-01. Taken on 2020-10-12, before the year was over.",
  });
  expect(country.early).toEqual({ totalUsd: 99088910, complete: false, asOf: "2021-03-11" });
  expect(country.today).toEqual({
    totalUsd: 600940338 + 15000000 + 125757532,
    basis: "PUBLISHED",
    complete: true,
    asOf: "2026-04-17",
  });
});

test("a year with an early dump alone is answered from the published table", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    funding(year: 2022) { totalUsd basis complete coverage excluded { internalUsd } flowCount byDonor { id } byCluster { id amountUsd } }
    early: funding(year: 2022, asOf: "2022-02-28") { basis complete note totalUsd }
    later: funding(year: 2023, asOf: "2023-06-30") { complete note asOf }
  } }`);
  expect(country.funding).toMatchObject({
    totalUsd: 3821708995,
    basis: "PUBLISHED",
    complete: true,
    excluded: null,
    flowCount: null,
    byDonor: null,
  });
  expect(country.funding.coverage).toBeCloseTo(3269032938 / 4442200000, 12);
  const parts = country.funding.byCluster.map(({ amountUsd }: { amountUsd: number }) => amountUsd);
  expect(parts.reduce((total: number, part: number) => total + part, 0)).toBe(3821708995);
  expect(country.early).toEqual({
    basis: "FLOWS",
    complete: false,
    totalUsd: 628552916,
    note: "Taken on 2022-02-28, before the year was over. 27704463 US dollars of the total are for several years or another one: this file of the whole year does not divide them.",
  });
  expect(country.later).toMatchObject({ complete: false, asOf: "2023-03-01" });
  expect(country.later.note).toContain("As of 2023-03-01, the last snapshot on or before 2023-06-30.");
});

test("2026 is right for the six, by the table and by the flows", async () => {
  const totals = {
    AFG: 243406897,
    KGZ: 705987,
    TJK: 4862578,
    TKM: 49371,
    UZB: 53971,
    KAZ: 1851573,
  };
  const { countries } = await answer(`{ countries { code
    funding(year: 2026) { totalUsd basis complete }
    flows: funding(year: 2026, asOf: "2026-04-17") { totalUsd basis }
  } }`);
  expect(countries).toHaveLength(6);
  for (const { code, funding, flows } of countries) {
    const totalUsd = totals[code as keyof typeof totals];
    // Kazakhstan has no published table: the flows answer for it.
    expect(funding).toEqual({ totalUsd, basis: code === "KAZ" ? "FLOWS" : "PUBLISHED", complete: false });
    expect(flows).toEqual({ totalUsd, basis: "FLOWS" });
  }
});

test("money for years ahead is told, and is no year's total", async () => {
  const { country } = await answer(`{ country(code: "AFG") {
    y2027: funding(year: 2027) { totalUsd complete } y2029: funding(year: 2029) { totalUsd complete } y2030: funding(year: 2030) { totalUsd missing complete } } }`);
  expect(country.y2027).toEqual({ totalUsd: 68639119, complete: false });
  expect(country.y2029).toEqual({ totalUsd: 31418, complete: false });
  expect(country.y2030).toEqual({ totalUsd: null, missing: "NOT_REPORTED", complete: false });
});

test("complete years of flows come to the published totals of today", async () => {
  const years = [2000, 2001, 2002, 2003];
  const fields = years.map(
    (year) =>
      `t${year}: funding(year: ${year}) { totalUsd } f${year}: funding(year: ${year}, asOf: "2026-01-01") { totalUsd complete }`,
  );
  const { afg, tjk } = await answer(
    `{ afg: country(code: "AFG") { ${fields.join(" ")} } tjk: country(code: "TJK") { ${fields.join(" ")} } }`,
  );
  for (const country of [afg, tjk]) {
    for (const year of years) {
      expect(country[`f${year}`]).toEqual({ ...country[`t${year}`], complete: true });
      expect(country[`t${year}`].totalUsd).toBeGreaterThan(0);
    }
  }
});

test("a day before the first snapshot and an unknown country are coded errors at their own fields", async () => {
  const { data, errors } = await ask(`{ country(code: "AFG") {
    code
    before: funding(year: 2020, asOf: "2020-01-01") { totalUsd }
    never: funding(year: 2015, asOf: "2020-01-01") { totalUsd }
    fine: funding(year: 2020) { basis }
    negative: funding(year: 2020, asOf: "2021-03-12") { byDonor(first: -1) { id } }
  } }`);
  expect(data.country).toEqual({
    code: "AFG",
    before: null,
    never: null,
    fine: { basis: "PUBLISHED" },
    negative: { byDonor: null },
  });
  expect(errors).toMatchObject([
    {
      path: ["country", "before"],
      extensions: { code: "NO_SNAPSHOT", suggestions: ["2020-10-12", "2021-03-12"] },
    },
    { path: ["country", "never"], extensions: { code: "NO_SNAPSHOT" } },
    { path: ["country", "negative", "byDonor"], extensions: { code: "INVALID_PAGE" } },
  ]);
});
