/**
 * UNHCR population statistics: CC BY 4.0, no key. https://api.unhcr.org/docs/refugee-statistics.html
 *
 * "-" and texts stand among the numbers; without the two `_all` switches there is one row for everything; the people
 * displaced inside a country stand on the row where it is both origin and asylum.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import { readPages } from "../../kit/source/pages.ts";
import type { Source } from "../../kit/source/source.ts";
import type { PopulationRecord } from "../records/population.ts";

export interface PopulationKey {
  /** Alpha-3 code. */
  readonly country: string;
  /** Whether people come from the country or are in it. */
  readonly side: "origin" | "asylum";
  readonly year: number;
}

const pageSize = 10_000;
const mostPages = 20;

const people = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === "-" || value === "") return null;
    const number = Number(value);
    if (!Number.isFinite(number))
      context.addIssue({ code: "custom", message: "Invalid input: expected a number of people" });
    return number;
  });
const item = z.object({
  year: z.coerce.number().int(),
  coo_iso: z.string(),
  coa_iso: z.string(),
  refugees: people,
  asylum_seekers: people,
  returned_refugees: people,
  idps: people,
  returned_idps: people,
  stateless: people,
  oip: people,
});
const page = z.object({ maxPages: z.coerce.number().int(), items: z.array(item) });

export function createUnhcr(deps: LiveDeps): Source<PopulationKey, readonly PopulationRecord[]> {
  const { upstream } = deps;
  return oneByOne(upstream.id, async ({ country, side, year }, signal) => {
    const column = side === "origin" ? "coo" : "coa";
    const found = await readPages({ source: upstream.id, mostPages }, async (number) => {
      const { maxPages, items } = await upstream.get({
        path: "/population/",
        query: { [column]: country, year, coo_all: true, coa_all: true, cf_type: "ISO", limit: pageSize, page: number },
        parse: json(page),
        signal,
      });
      return { rows: items, pages: maxPages };
    });
    const own = found.map(toRecord).filter((row) => row[side] === country && row.year === year);
    return liveReading(deps, own);
  });
}

function toRecord(row: z.infer<typeof item>): PopulationRecord {
  return {
    origin: row.coo_iso,
    asylum: row.coa_iso,
    year: row.year,
    refugees: row.refugees,
    asylumSeekers: row.asylum_seekers,
    returnedRefugees: row.returned_refugees,
    internallyDisplaced: row.idps,
    returnedInternallyDisplaced: row.returned_idps,
    stateless: row.stateless,
    otherInNeed: row.oip,
  };
}
