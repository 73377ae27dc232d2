import { GraphError } from "../../kit/errors.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { DumpRecord } from "../records/flow.ts";

export interface Asked {
  readonly countries: readonly string[];
  readonly year: number;
}

/** The dumps that hold every flow of these countries and this year, oldest first. */
export function dumpsFor(dumps: readonly DumpRecord[], { countries, year }: Asked): DumpRecord[] {
  return dumps.filter((dump) => dump.year === year && countries.every((country) => dump.countries.includes(country)));
}

/** @throws GraphError NO_SNAPSHOT when none is as old, with the days there are */
export function requireDump(dumps: readonly DumpRecord[], asked: Asked, asOf: string): DumpRecord {
  const held = dumpsFor(dumps, asked);
  const found = held.findLast(({ date }) => date <= asOf);
  if (found) return found;
  const days = held.map(({ date }) => date);
  const what = `flows of ${asked.countries.join(", ")} in ${asked.year}`;
  const message =
    days.length > 0
      ? `No snapshot of the ${what} on or before ${asOf}. There is one of ${days.join(" and ")}.`
      : `No snapshot of the ${what}. Leave asOf out for the published table.`;
  throw new GraphError("NO_SNAPSHOT", message, { suggestions: days });
}

export function askedOf({ countries, year }: AppealRecord): Asked {
  return { countries, year };
}
