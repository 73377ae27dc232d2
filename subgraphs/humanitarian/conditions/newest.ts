import { region, requireCountry } from "../../kit/countries.ts";
import { GraphError } from "../../kit/errors.ts";

export interface NewestAsked {
  readonly country: string | undefined;
  readonly first: number;
  /** Id of the last item of the page before. */
  readonly after: string | undefined;
}

interface Dated {
  readonly id: string;
  readonly date: string | null;
}

/** Per country so many are read; more than one country's newest are no list without holes. */
const most = 50;

/**
 * A page of the newest items of a country, or of the six together.
 *
 * @param kind what they are, for messages, such as `reports`
 * @throws SourceError, or GraphError UNKNOWN_COUNTRY or INVALID_PAGE
 */
export async function newestAsked<T extends Dated>(
  { country, first, after }: NewestAsked,
  kind: string,
  listOf: (country: string) => Promise<readonly T[]>,
): Promise<T[]> {
  if (first < 0 || first > most) {
    throw new GraphError("INVALID_PAGE", `first is ${first}; ask for 0 to ${most} ${kind}.`);
  }
  const countries = country === undefined ? region : [requireCountry(country)];
  const lists = await Promise.all(countries.map(listOf));
  const once = new Map(lists.flat().map((item) => [item.id, item]));
  const newest = [...once.values()].toSorted(byDay).slice(0, most);
  return newest.slice(after === undefined ? 0 : positionAfter(newest, after)).slice(0, first);
}

/** The newest first; what has no day comes last. */
function byDay(a: Dated, b: Dated): number {
  const [dayA, dayB] = [a.date ?? "", b.date ?? ""];
  return dayA === dayB ? 0 : dayA < dayB ? 1 : -1;
}

function positionAfter(items: readonly Dated[], id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index >= 0) return index + 1;
  throw new GraphError(
    "INVALID_PAGE",
    `after is ${JSON.stringify(id)}, which is nothing of this list. Give the id of the last one on the page before.`,
  );
}
