import type { Fetcher } from "@graphiql/toolkit";
import { formatResult } from "@graphiql/toolkit";
import { type GraphQLFormattedError, type GraphQLSchema, parse, print, validate } from "graphql";
import { augment } from "../../tabular/augment.ts";
import { withoutHidden } from "../../tabular/hidden-keys.ts";

/** What the server gave for one operation. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Answers {
  /** Asks the graph; what is under way is dropped when GraphiQL unsubscribes. */
  readonly fetcher: Fetcher;
  /** The schema by which units are asked for beside numbers; without one a query is sent as it is. */
  setSchema(schema: GraphQLSchema | undefined): void;
  /** The whole answer of which the JSON editor shows this text, hidden units included. */
  behind(text: string): Answer | undefined;
}

const mostKept = 20;

/** @param notReached what to say when no answer comes, by reason */
export function createAnswers(url: string, notReached: (reason: string) => string): Answers {
  const kept = new Map<string, Answer>();
  let schema: GraphQLSchema | undefined;

  async function ask(params: Parameters<Fetcher>[0], signal: AbortSignal): Promise<Answer> {
    const { operationName, variables } = params;
    const query = schema ? withUnits(schema, params.query) : params.query;
    const body = JSON.stringify({ query, variables, operationName, extensions: { citations: true } });
    const answer = await post(url, body, signal, notReached);
    const shown = toShown(answer);
    kept.set(formatResult(shown), answer);
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    return shown;
  }

  return {
    fetcher: ((params: Parameters<Fetcher>[0]) => ({
      subscribe(observer: { next(answer: Answer): void; complete(): void }) {
        const controller = new AbortController();
        void ask(params, controller.signal).then((answer) => {
          if (controller.signal.aborted) return;
          observer.next(answer);
          observer.complete();
        });
        return { unsubscribe: () => controller.abort() };
      },
    })) as Fetcher,
    setSchema(next) {
      schema = next;
    },
    behind: (text) => kept.get(text),
  };
}

async function post(
  url: string,
  body: string,
  signal: AbortSignal,
  notReached: (reason: string) => string,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body,
      signal,
    });
    return (await response.json()) as Answer;
  } catch (error) {
    return { errors: [{ message: notReached(error instanceof Error ? error.message : String(error)) }] };
  }
}

/** What the JSON editor shows: what was asked for, without what the other views need. */
export function toShown({ extensions: { citations, ...extensions } = {}, ...answer }: Answer): Answer {
  return {
    ...answer,
    ...("data" in answer && { data: withoutHidden(answer.data) }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

/** A faulty query goes out as it is written, so that the places in the server's errors are those of the text. */
function withUnits(schema: GraphQLSchema, query: string): string {
  try {
    const document = parse(query);
    return validate(schema, document).length > 0 ? query : print(augment(schema, document, undefined));
  } catch {
    return query;
  }
}
