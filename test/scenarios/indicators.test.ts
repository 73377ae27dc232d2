import { expect, test } from "vitest";
import { registeredIndicators } from "../../subgraphs/kit/register/indicators.ts";
import { sources } from "../../subgraphs/kit/register/sources.ts";
import { sharedGateway } from "../support/shared-gateway.ts";

const gateway = sharedGateway();

test("every indicator that a series of any subgraph names has a title, a unit and a source", async () => {
  const { data, errors } = await gateway.ask(
    `{ countries { water { ${[
      "stress",
      "renewable",
      "internalRenewable",
      "withdrawal",
      "dependency",
      "useEfficiency",
      "safelyManagedDrinkingWater",
      "basicDrinkingWater",
      "damCapacity",
    ]
      .map((field) => `${field} { indicator { id title unit source { id } } }`)
      .join(
        " ",
      )} } forest { indicator { id title unit source { id } } } degradedLand { indicator { id title unit source { id } } } } }`,
  );
  expect(errors).toEqual([]);
  const indicators = data.countries.flatMap((country: Record<string, unknown>) => [
    ...Object.values((country["water"] ?? {}) as Record<string, { indicator: object } | null>),
    country["forest"],
    country["degradedLand"],
  ]);
  const known = indicators.filter(Boolean).map((series: { indicator: object }) => series.indicator);
  expect(known.length).toBeGreaterThan(50);
  for (const indicator of known) {
    expect(indicator).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      unit: expect.any(String),
      source: { id: expect.any(String) },
    });
  }
});

test("every registered indicator is resolved by its id and names a registered source", async () => {
  expect(registeredIndicators.length).toBeGreaterThan(0);
  const fields = registeredIndicators.map(
    ({ id }, i) => `i${i}: indicator(id: ${JSON.stringify(id)}) { id title unit }`,
  );
  const { data, errors } = await gateway.ask(`{ ${fields.join(" ")} }`);
  expect(errors).toEqual([]);
  expect(registeredIndicators.map((_, i) => data[`i${i}`].id)).toEqual(registeredIndicators.map(({ id }) => id));
  const ids = sources.map(({ id }) => id);
  expect(registeredIndicators.filter(({ source }) => !ids.includes(source))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
