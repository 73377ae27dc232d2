import { expect } from "vitest";
import type { Answer, TestGateway } from "./gateway.ts";

/** The data of an answer; the test fails when it has errors. */
export type AnswerWithoutErrors = (query: string, variables?: Record<string, unknown>) => Promise<Answer["data"]>;

export function withoutErrors(ask: TestGateway["ask"]): AnswerWithoutErrors {
  return async (query, variables) => {
    const { data, errors } = await ask(query, variables);
    expect(errors).toEqual([]);
    return data;
  };
}
