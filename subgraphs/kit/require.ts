import { type ErrorCode, GraphError } from "./errors.ts";
import { suggest } from "./suggest.ts";

/** Where there are no more choices than these, all of them are told when none is near. */
const mostTold = 30;
const nothingNear = "Nothing is near it; the plural field lists what there is.";

/**
 * What was looked up, or an error with the nearest ids.
 *
 * @param kind what it is, for the message, such as `lake`
 * @param ids every id there is
 * @throws GraphError with the code given, UNKNOWN_ID unless told
 */
export function requireFound<T>(
  found: T | null | undefined,
  kind: string,
  id: string,
  ids: Iterable<string>,
  code: ErrorCode = "UNKNOWN_ID",
): T {
  if (found !== undefined && found !== null) return found;
  const all = [...ids];
  const near = suggest(id, all);
  const suggestions = near.length === 0 && all.length <= mostTold ? all : near;
  const choices = suggestions.join(" or ");
  const wayOut = near.length > 0 ? `Did you mean ${choices}?` : choices ? `There is ${choices}.` : nothingNear;
  throw new GraphError(code, `No ${kind} ${JSON.stringify(id)}. ${wayOut}`, { suggestions });
}

/** Likewise by a text in any case. */
export function requireOneOf(choices: Iterable<string>, kind: string, asked: string): string {
  const all = [...choices];
  const found = all.find((choice) => choice.toLowerCase() === asked.trim().toLowerCase());
  return requireFound(found, kind, asked, all);
}

/** @throws GraphError INVALID_RANGE when `from` lies after `to`. */
export function requireRange<T extends number | string>(from: T | undefined, to: T | undefined): void {
  if (from !== undefined && to !== undefined && from > to) {
    throw new GraphError(
      "INVALID_RANGE",
      `The range runs backwards: from ${from} to ${to}. Give from no later than to.`,
    );
  }
}

/** @throws GraphError TOO_MANY when a list argument has more than `most` keys. */
export function requireAtMost(most: number, given: readonly unknown[], what: string): void {
  if (given.length > most) {
    throw new GraphError(
      "TOO_MANY",
      `${given.length} ${what} in one field; at most ${most}. Split them over aliased fields.`,
    );
  }
}
