/**
 * What the lists of ReliefWeb API v2 have in common: an approved application name. https://apidoc.reliefweb.int
 *
 * A name that is not approved is refused with 403, as is the first version of the service with 410. The texts belong to
 * their sources: names, dates and links are kept, never a body.
 */
import { z } from "zod";
import { json } from "../../kit/source/json.ts";
import { type LiveDeps, liveReading } from "../../kit/source/live-reading.ts";
import { oneByOne } from "../../kit/source/one-by-one.ts";
import type { Source } from "../../kit/source/source.ts";

export interface ReliefWebList<Item> {
  readonly path: string;
  /** Name of the field that has the code of a country. */
  readonly country: string;
  /** Name of the date that makes an item newer than another. */
  readonly date: string;
  /** Names of the fields that are read. */
  readonly fields: readonly string[];
  readonly item: z.ZodType<Item>;
}

const most = 50;

/** The newest items of a list by alpha-3 code of a country. */
export function createReliefWeb<Item, T>(
  deps: LiveDeps,
  { path, country: field, date, fields, item }: ReliefWebList<Item>,
  toRecord: (item: Item) => T,
): Source<string, readonly T[]> {
  const answerShape = z.object({ data: z.array(item) });
  return oneByOne(deps.upstream.id, async (country, signal) => {
    const { data } = await deps.upstream.get({
      path,
      query: {
        "filter[field]": field,
        "filter[value]": country.toLowerCase(),
        "sort[]": `${date}:desc`,
        "fields[include][]": fields,
        limit: most,
      },
      parse: json(answerShape),
      signal,
    });
    return liveReading(deps, data.map(toRecord));
  });
}
