import { afterAll, beforeAll } from "vitest";
import { startGateway, type TestGateway } from "./gateway.ts";

/** One gateway for all tests of a file. @param env settings beside the port; unless told, no upstream is asked */
export function sharedGateway(env?: Record<string, string>): Omit<TestGateway, "close"> {
  let current: TestGateway | undefined;
  const running = () => {
    if (!current) throw new Error("The gateway runs only within a test");
    return current;
  };
  beforeAll(async () => {
    current = await startGateway(env);
  });
  afterAll(() => running().close());
  return {
    get url() {
      return running().url;
    },
    ask: (query, variables) => running().ask(query, variables),
  };
}
