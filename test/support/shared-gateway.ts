import { afterAll, beforeAll } from "vitest";
import { type AnswerWithoutErrors, withoutErrors } from "./answer.ts";
import { startGateway, type TestGateway } from "./gateway.ts";

export interface SharedGateway extends Omit<TestGateway, "close"> {
  readonly answer: AnswerWithoutErrors;
}

/** One gateway for all tests of a file. @param env settings beside the port; unless told, no upstream is asked */
export function sharedGateway(env?: Record<string, string>): SharedGateway {
  let current: TestGateway | undefined;
  const running = () => {
    if (!current) throw new Error("The gateway runs only within a test");
    return current;
  };
  beforeAll(async () => {
    current = await startGateway(env);
  });
  afterAll(() => running().close());
  const ask: TestGateway["ask"] = (query, variables) => running().ask(query, variables);
  return {
    get url() {
      return running().url;
    },
    ask,
    answer: withoutErrors(ask),
  };
}
