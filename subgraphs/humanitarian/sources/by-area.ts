import { groupByEach } from "../../kit/group-by.ts";
import { gather } from "../../kit/source/gather.ts";
import type { Reading, Source } from "../../kit/source/source.ts";
import { foodCountry } from "../records/food.ts";

export interface ByAreaOptions<Sheet, T> {
  /** The country's file as last read; null where the table shipped answers for it. */
  readonly sheets: Source<string, Sheet | null>;
  readonly rowsOf: (sheet: Sheet) => readonly T[];
  /** The areas that a row belongs to. */
  readonly areasOf: (row: T) => readonly string[];
  /** Whether an area lies in the country of the file. */
  readonly isCovered: (area: string) => Promise<boolean>;
  readonly shipped: Source<string, readonly T[]>;
}

/** The rows of a whole country's file by area; a sheet is divided once, however often it is asked for. */
export function byArea<Sheet extends object, T>(options: ByAreaOptions<Sheet, T>): Source<string, readonly T[]> {
  const { sheets, rowsOf, areasOf, isCovered, shipped } = options;
  const divided = new WeakMap<Sheet, ReadonlyMap<string, readonly T[]>>();

  function divide(sheet: Sheet): ReadonlyMap<string, readonly T[]> {
    const done = divided.get(sheet);
    if (done) return done;
    const rows = groupByEach(rowsOf(sheet), areasOf);
    divided.set(sheet, rows);
    return rows;
  }

  async function current(areas: readonly string[], signal?: AbortSignal) {
    const reading = (await sheets.fetch([foodCountry], signal)).get(foodCountry);
    if (!reading?.data) return shipped.fetch(areas);
    const rows = divide(reading.data);
    return new Map(
      areas.map((area): [string, Reading<readonly T[]>] => [area, { ...reading, data: rows.get(area) ?? [] }]),
    );
  }

  return {
    id: sheets.id,
    async fetch(areas, signal) {
      const isCurrent = new Map(await Promise.all(areas.map(async (area) => [area, await isCovered(area)] as const)));
      const covered = areas.filter((area) => isCurrent.get(area));
      const others = areas.filter((area) => !isCurrent.get(area));
      return gather([
        ...(covered.length > 0 ? [{ keys: covered, read: () => current(covered, signal) }] : []),
        ...(others.length > 0 ? [{ keys: others, read: () => shipped.fetch(others) }] : []),
      ]);
    },
  };
}
