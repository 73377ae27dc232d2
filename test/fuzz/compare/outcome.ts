import type { GraphQLError } from "graphql";

/** What a client gets, errors with a path and a code. */
export interface Outcome {
  readonly data: unknown;
  readonly errors: readonly Fault[];
}

export interface Fault {
  readonly path: readonly (string | number)[] | undefined;
  readonly code: unknown;
  readonly message: string;
}

export function toOutcome({
  data,
  errors = [],
}: {
  data?: unknown;
  errors?: readonly GraphQLError[] | undefined;
}): Outcome {
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: errors.map(({ path, message, extensions }) => ({ path, code: extensions["code"], message })),
  };
}

/**
 * How the answer of the gateway differs from that of the single schema; empty when it does not. Where an error empties
 * more than its own field, either side may report any one of the errors that would have.
 *
 * @param possible every error there is when none hides another one
 */
export function differences(gateway: Outcome, single: Outcome, possible: readonly Fault[]): string[] {
  const found: string[] = [];
  if (JSON.stringify(gateway.data) !== JSON.stringify(single.data)) found.push("the data differ");
  const codes = new Map(possible.map(({ path, code }) => [JSON.stringify(path), code]));
  const seen = new Set<string>();
  for (const { path, code, message } of gateway.errors) {
    const place = JSON.stringify(path);
    if (seen.has(place)) found.push(`two errors at ${place}`);
    seen.add(place);
    if (!codes.has(place)) found.push(`an error that cannot be at ${place}: ${message}`);
    const expected = codes.get(place);
    if (expected !== undefined && expected !== code) found.push(`the code at ${place} is ${code} and not ${expected}`);
  }
  const own = effects(gateway);
  const others = effects(single);
  for (const place of own)
    if (!others.has(place)) found.push(`an error for ${place} that the single schema does not have`);
  for (const place of others) if (!own.has(place)) found.push(`no error for ${place}`);
  return found;
}

/** Where the errors left null in the data. */
function effects({ data, errors }: Outcome): ReadonlySet<string> {
  return new Set(errors.map(({ path = [] }) => JSON.stringify(effectOf(data, path))));
}

function effectOf(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[step];
    if (value === undefined) return { nothingAt: path.slice(0, index + 1) };
  }
  return value === null ? path : { notNullAt: path };
}
