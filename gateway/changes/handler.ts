import { requireReading } from "../http/methods.ts";
import { type Representation, sendRepresentation, toRepresentation } from "../http/representation.ts";
import type { Handler } from "../http/server.ts";
import { createKept } from "../published/kept.ts";
import { toAtom } from "./atom.ts";
import { type AnsweredQuery, changesIn } from "./changes.ts";

export interface ChangesDeps {
  /** The published queries with their answers for the variables' defaults. */
  readonly answered: () => Promise<readonly AnsweredQuery[]>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

const maxAgeSeconds = 3600;

/** Answers /changes.atom. The feed is made from the published queries' own answers, at most once an hour. */
export function createChangesHandler({ answered, clock }: ChangesDeps): Handler {
  const kept = createKept<Representation>({ clock, mostBytes: 1024 * 1024, bytesOf: ({ bytes }) => bytes });
  return async (request, response) => {
    requireReading(request, response);
    const { value, ageMs } = await kept.get("feed", maxAgeSeconds * 1000, async () =>
      toRepresentation(toAtom(changesIn(await answered())), { "content-type": "application/atom+xml; charset=utf-8" }),
    );
    response.setHeader("vary", "Accept-Encoding");
    response.setHeader("age", Math.floor(ageMs / 1000));
    response.setHeader("cache-control", `public, max-age=${maxAgeSeconds}`);
    await sendRepresentation(request, response, value);
  };
}
