import { expect, test } from "vitest";
import { createUnhcr } from "../../../../subgraphs/humanitarian/sources/unhcr.ts";
import { replayed } from "../../../support/replay-source.ts";
import { sourceFailure } from "../../../support/source-failure.ts";

const { replay, deps } = replayed("UNHCR");
const item = (changes: object) => ({
  year: 2025,
  coo_id: 1,
  coo: "AFG",
  coo_iso: "AFG",
  coo_name: "Afghanistan",
  coa_id: 2,
  coa: "IRN",
  coa_iso: "IRN",
  coa_name: "Iran",
  refugees: "773000",
  asylum_seekers: 12,
  returned_refugees: 1386970,
  idps: 0,
  returned_idps: "-",
  stateless: "-",
  ooc: 0,
  oip: 879500,
  hst: "-",
  ...changes,
});
const key = { country: "AFG", side: "origin", year: 2025 } as const;

test("numbers come as numbers or texts, a dash is no number, and zero stays zero", async () => {
  replay.script(
    "/population/",
    { body: { page: 1, maxPages: 2, total: [], items: [item({})] } },
    { body: { page: 2, maxPages: 2, items: [item({ coa_iso: "AFG", idps: "3199023" }), item({ coo_iso: "PAK" })] } },
  );
  const data = (await createUnhcr(deps()).fetch([key])).get(key)?.data;
  expect(data).toMatchObject([
    {
      asylum: "IRN",
      refugees: 773000,
      asylumSeekers: 12,
      internallyDisplaced: 0,
      returnedInternallyDisplaced: null,
      otherInNeed: 879500,
    },
    { asylum: "AFG", internallyDisplaced: 3199023 },
  ]);
  expect(data).toHaveLength(2);
  expect(Object.fromEntries(replay.requests[0]?.query ?? [])).toMatchObject({
    coo: "AFG",
    year: "2025",
    coo_all: "true",
    coa_all: "true",
  });
});

test("a text that is no number is a changed shape", async () => {
  replay.script("/population/", { body: { page: 1, maxPages: 1, items: [item({ refugees: "many" })] } });
  expect((await sourceFailure(createUnhcr(deps()).fetch([key]))).at).toBe("items[0].refugees");
});
