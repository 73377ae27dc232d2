import { afterEach } from "vitest";
import { type AnswerWithoutErrors, withoutErrors } from "./answer.ts";
import { startGateway, type TestGateway } from "./gateway.ts";
import { type ReplayedUpstream, replayedService } from "./replay-source.ts";

export interface LiveGateway extends TestGateway {
  /** Starts it, in place of the one that runs. @param env settings beside the port */
  open(env: Record<string, string>): Promise<void>;
  /** Starts it unless it runs. */
  openOnce(env: Record<string, string>): Promise<void>;
  readonly answer: AnswerWithoutErrors;
}

/** A publisher's service of its own for each test of a file, and a gateway to be opened over it. */
export function liveGateway(): { readonly replay: ReplayedUpstream["replay"]; readonly gateway: LiveGateway } {
  const replay = replayedService();
  let current: TestGateway | undefined;
  const running = () => {
    if (!current) throw new Error("The gateway is not open");
    return current;
  };
  const ask: TestGateway["ask"] = (query, variables) => running().ask(query, variables);
  const gateway: LiveGateway = {
    get url() {
      return running().url;
    },
    async open(env) {
      await gateway.close();
      current = await startGateway(env);
    },
    async openOnce(env) {
      current ??= await startGateway(env);
    },
    ask,
    answer: withoutErrors(ask),
    async close() {
      await current?.close();
      current = undefined;
    },
  };
  // Hooks end in the reverse order of their registration: the gateway before the service that it asks.
  afterEach(() => gateway.close());
  return { replay, gateway };
}
