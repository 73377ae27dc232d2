import { execute } from "graphql";
import { createRequestContext } from "../../../gateway/context.ts";
import { executeOperation } from "../../../gateway/execution/executor.ts";
import type { Operation } from "../query/operation.ts";
import type { Session } from "../schema/merged.ts";
import { differences, type Outcome, toOutcome } from "./outcome.ts";
import type { Pair } from "./pair.ts";

async function askSingle(schema: Pair["merged"], operation: Operation): Promise<Outcome> {
  const { document, variables, operationName } = operation;
  const session: Session = { mutations: 0 };
  return toOutcome(
    await execute({ schema, document, variableValues: variables, operationName, contextValue: session }),
  );
}

async function askGateway({ graph, sources, merged }: Pair, operation: Operation): Promise<Outcome> {
  const { query, document, variables, operationName } = operation;
  const session: Session = { mutations: 0 };
  const answer = await executeOperation(graph, sources, {
    queryHash: query,
    document,
    operationName,
    variables,
    schema: merged,
    caller: {
      context: createRequestContext(new Map([...sources.keys()].map((name) => [name, () => ({ session })]))),
      header: () => undefined,
    },
  });
  return toOutcome(answer);
}

/** @throws with the whole case when the gateway answers otherwise than the single schema */
export async function expectSame(pair: Pair, operation: Operation): Promise<void> {
  const single = await askSingle(pair.merged, operation);
  const possible = await askSingle(pair.nullable, operation);
  const gateway = await askGateway(pair, operation).catch((error: Error) => error);
  if (gateway instanceof Error) throw new Error(report(pair, operation, [gateway.stack ?? ""]));
  const found = differences(gateway, single, possible.errors);
  if (found.length === 0) return;
  const answers = [`--- single\n${JSON.stringify(single)}`, `--- gateway\n${JSON.stringify(gateway)}`];
  throw new Error(report(pair, operation, [...answers, ...found]));
}

function report({ typeDefs }: Pair, { query, variables }: Operation, rest: readonly string[]): string {
  const schemas = [...typeDefs].map(([name, text]) => `--- ${name}\n${text}`);
  return [...schemas, `--- query\n${query}`, JSON.stringify(variables), ...rest].join("\n");
}
