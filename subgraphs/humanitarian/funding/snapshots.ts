import { GraphError } from "../../kit/errors.ts";
import type { AppealRecord } from "../records/appeal.ts";
import type { DumpRecord } from "../records/flow.ts";

export interface Asked {
  readonly countries: readonly string[];
  /** All years when absent. */
  readonly year: number | undefined;
}

/** The dumps that hold every flow of these countries and this year, oldest first. */
export function dumpsFor(dumps: readonly DumpRecord[], { countries, year }: Asked): DumpRecord[] {
  return dumps.filter(
    (dump) =>
      (year === undefined || dump.year === year) && countries.every((country) => dump.countries.includes(country)),
  );
}

/** The last dump on or before a day. @throws GraphError NO_SNAPSHOT with the days or years there are */
export function requireDump(dumps: readonly DumpRecord[], asked: Asked, asOf: string): DumpRecord {
  const found = dumpsFor(dumps, asked).findLast(({ date }) => date <= asOf);
  return found ?? refuse(dumps, asked, asOf);
}

/** The newest dump of each year on or before a day, if one is given. @throws GraphError NO_SNAPSHOT likewise */
export function requireDumps(dumps: readonly DumpRecord[], asked: Asked, asOf: string | undefined): DumpRecord[] {
  const held = dumpsFor(dumps, asked).filter(({ date }) => asOf === undefined || date <= asOf);
  return held.length > 0 ? [...new Map(held.map((dump) => [dump.year, dump])).values()] : refuse(dumps, asked, asOf);
}

/** Global appeals are for dozens. */
const mostNamed = 6;

function refuse(dumps: readonly DumpRecord[], asked: Asked, asOf: string | undefined): never {
  const { countries, year } = asked;
  const days = [...new Set(dumpsFor(dumps, asked).map(({ date }) => date))];
  const years = new Set(dumpsFor(dumps, { countries, year: undefined }).map((dump) => dump.year));
  const places = new Set(dumps.flatMap((dump) => dump.countries));
  const there =
    days.length > 0
      ? `There is one of ${days.join(" and ")}.`
      : years.size > 0
        ? `There are some of the years ${[...years].toSorted((a, b) => a - b).join(", ")}.`
        : `There are some of the flows of ${[...places].join(", ")}.`;
  const whose = countries.length > mostNamed ? `${countries.length} countries` : countries.join(", ");
  const of = `${whose && ` of ${whose}`}${year === undefined ? "" : ` in ${year}`}`;
  const what = `the flows${of}${days.length > 0 ? ` on or before ${asOf}` : ""}`;
  throw new GraphError("NO_SNAPSHOT", `No snapshot of ${what}. ${there}`, { suggestions: days });
}

export function askedOf({ countries, year }: AppealRecord): Asked {
  return { countries, year };
}
