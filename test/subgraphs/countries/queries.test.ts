import { expect, test } from "vitest";
import { sharedGateway } from "../../support/shared-gateway.ts";

const gateway = sharedGateway();

test("the six have their Russian names and 2025 population with licence and vintage", async () => {
  const { data, errors } = await gateway.ask(`{ countries { code name(language: RU) indicator(id: "SP.POP.TOTL") {
    latest { value year nature provenance { source { publisher licence } freshness vintage } } } } }`);

  expect(errors).toEqual([]);
  const six = new Map(data.countries.map((country: { code: string }) => [country.code, country]));
  expect([...six.keys()].sort()).toEqual(["AFG", "KAZ", "KGZ", "TJK", "TKM", "UZB"]);
  expect(six.get("KGZ")).toMatchObject({ name: "Кыргызстан" });
  expect(six.get("TKM")).toMatchObject({ name: "Туркменистан" });
  for (const country of six.values()) {
    expect(country).toMatchObject({
      indicator: {
        latest: {
          year: 2025,
          provenance: {
            source: { publisher: "World Bank", licence: "CC-BY-4.0" },
            freshness: "SNAPSHOT",
            vintage: "2026-07",
          },
        },
      },
    });
  }
  const populationOf = (code: string) =>
    (six.get(code) as { indicator: { latest: { value: number } } }).indicator.latest.value;
  expect(populationOf("KAZ") / 1e6).toBeCloseTo(20.84, 2);
  expect(populationOf("UZB") / 1e6).toBeCloseTo(37.05, 2);
});

test("a country is found by any of its codes, and a wrong one costs only its own field", async () => {
  const { data, errors } = await gateway.ask(
    '{ a: country(code: "kz") { code } b: country(code: "KAZ") { code } c: country(code: "398") { code } d: country(code: 4) { code } e: country(code: "XXX") { code } f: country(code: "Kazakstan") { code } g: country(code: "Kyrgyz Republic") { code } h: country(code: "russia") { code } }',
  );
  expect(data).toEqual({
    a: { code: "KAZ" },
    b: { code: "KAZ" },
    c: { code: "KAZ" },
    d: { code: "AFG" },
    e: null,
    f: null,
    g: null,
    h: null,
  });
  expect(errors).toMatchObject([
    { path: ["e"], extensions: { code: "UNKNOWN_COUNTRY", suggestions: expect.arrayContaining(["KAZ"]) } },
    { path: ["f"], extensions: { code: "UNKNOWN_COUNTRY", suggestions: ["KAZ"] } },
    { path: ["g"], extensions: { suggestions: ["KGZ"] } },
    { path: ["h"], extensions: { suggestions: ["RUS"] } },
  ]);
});

test("an unknown indicator, a reversed range and an impossible page are coded errors at their own fields", async () => {
  const { data, errors } = await gateway.ask(`{
    indicator(id: "SP.POP.TOTAL") { id }
    indicators(first: -1) { totalCount }
    sdgGoal(number: 18) { number }
    country(code: "KAZ") {
      code
      typo: indicator(id: "SP.POP.TOTAL") { latest { value } }
      reversed: indicator(id: "SP.POP.TOTL", from: 2020, to: 2010) { latest { value } }
    }
  }`);
  expect(data).toEqual({
    indicator: null,
    indicators: null,
    sdgGoal: null,
    country: { code: "KAZ", typo: null, reversed: null },
  });
  const byPath = new Map(errors.map((error) => [error.path?.join("."), error.extensions]));
  expect(byPath.get("indicator")).toMatchObject({
    code: "UNKNOWN_INDICATOR",
    suggestions: expect.arrayContaining(["SP.POP.TOTL"]),
  });
  expect(byPath.get("country.typo")).toMatchObject({ code: "UNKNOWN_INDICATOR" });
  expect(byPath.get("country.reversed")).toMatchObject({ code: "INVALID_RANGE" });
  expect(byPath.get("indicators")).toMatchObject({ code: "INVALID_PAGE" });
  expect(byPath.get("sdgGoal")).toMatchObject({ code: "UNKNOWN_ID" });
});

test("indicators are searched and paged to the end without loss or repetition", async () => {
  const all = (await gateway.ask('{ indicators(search: "water", first: 1000) { totalCount nodes { id } } }')).data
    .indicators;
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await gateway.ask(
      'query ($after: String) { indicators(search: "WATER", first: 7, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    ids.push(...data.indicators.nodes.map(({ id }: { id: string }) => id));
    after = data.indicators.pageInfo.endCursor;
    more = data.indicators.pageInfo.hasNextPage;
  }
  expect(ids.length).toBeGreaterThan(7);
  expect(ids).toEqual(all.nodes.map(({ id }: { id: string }) => id));
  expect(all.totalCount).toBe(ids.length);
});

test("a comparison puts countries on common years and a ranking starts with the largest", async () => {
  const { data, errors } = await gateway.ask(`{
    compare(indicator: "SP.POP.TOTL", countries: ["UZB", "KAZ"], from: 2024, to: 2025) { years rows { country { code } values { value year } } }
    ranking(indicator: "SP.POP.TOTL", year: 2025) { rank country { code } value { value } }
  }`);
  expect(errors).toEqual([]);
  expect(data.compare.years).toEqual([2024, 2025]);
  expect(data.compare.rows.map((row: { country: { code: string } }) => row.country.code)).toEqual(["UZB", "KAZ"]);
  expect(data.compare.rows[0].values[1].year).toBe(2025);
  expect(data.ranking.map((row: { rank: number }) => row.rank)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(data.ranking[0].country.code).toBe("AFG");
});

test("goals, targets and indicators lead to each other and to the series that measure them", async () => {
  const { data, errors } = await gateway.ask(`{
    sdgGoals { number }
    sdgGoal(number: 6) { title(language: RU) targets { code indicators { code series { id title } target { code goal { number } } } } }
  }`);
  expect(errors).toEqual([]);
  expect(data.sdgGoals).toHaveLength(17);
  expect(data.sdgGoal.title).toMatch(/вод/i);
  const indicators = data.sdgGoal.targets.flatMap((target: { indicators: { code: string }[] }) => target.indicators);
  const water = indicators.find(({ code }: { code: string }) => code === "6.1.1");
  expect(water.target).toEqual({ code: "6.1", goal: { number: 6 } });
  expect(water.series.map(({ id }: { id: string }) => id)).toContain("SH.H2O.SMDW.ZS");
});

test("a regional mean is of all six or of none, plain or by population", async () => {
  const { data, errors } = await gateway.ask(`{
    plain: regionalAggregate(indicator: "SP.DYN.LE00.IN", weights: NONE, from: 2020, to: 2020) { values { value year nature note unit } }
    weighted: regionalAggregate(indicator: "SP.DYN.LE00.IN", weights: POPULATION, from: 2020, to: 2020) { values { value } }
    gaps: regionalAggregate(indicator: "FP.CPI.TOTL.ZG", weights: NONE, from: 2015, to: 2015) { values { value missing note } }
    countries { life: indicator(id: "SP.DYN.LE00.IN", from: 2020, to: 2020) { latest { value } } people: indicator(id: "SP.POP.TOTL", from: 2020, to: 2020) { latest { value } } }
  }`);
  expect(errors).toEqual([]);
  const life: number[] = data.countries.map(
    (country: { life: { latest: { value: number } } }) => country.life.latest.value,
  );
  const people: number[] = data.countries.map(
    (country: { people: { latest: { value: number } } }) => country.people.latest.value,
  );
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  expect(data.plain.values).toMatchObject([{ year: 2020, nature: "DERIVED", unit: expect.stringContaining("year") }]);
  expect(data.plain.values[0].value).toBeCloseTo(sum(life) / 6, 9);
  expect(data.weighted.values[0].value).toBeCloseTo(
    sum(life.map((value, i) => value * (people[i] ?? 0))) / sum(people),
    9,
  );
  expect(data.gaps.values).toMatchObject([{ value: null, missing: "GAPS", note: expect.stringContaining("TKM") }]);
});
