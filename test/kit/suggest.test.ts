import { expect, test } from "vitest";
import { suggest } from "../../subgraphs/kit/suggest.ts";

test("the nearest come first, whatever the case, and nothing far away", () => {
  expect(suggest("sp.pop.total", ["SP.POP.TOTL", "SP.POP.GROW", "NY.GDP.MKTP.CD"])[0]).toBe("SP.POP.TOTL");
  expect(suggest("aral", ["aral-sea", "arla"])).toEqual([]);
  expect(suggest("xyz", ["KAZ", "UZB"])).toEqual([]);
});
