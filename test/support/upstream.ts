import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the replay upstream answers to one request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text and bytes as they are; anything else as JSON. */
  readonly body?: unknown;
  /**
   * `never`: takes the request and says nothing. `reset`: closes the socket. `cut`: announces the whole body and
   * closes the socket in its middle.
   */
  readonly fault?: "never" | "reset" | "cut";
  /** Waits before it answers. */
  readonly delayMs?: number;
  /** Waits for it before it answers. */
  readonly after?: Promise<unknown>;
}

export interface SeenRequest {
  /** Path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
}

export interface Upstream {
  /** Origin, without a slash at the end. */
  readonly url: string;
  /** Every request so far. */
  readonly requests: readonly SeenRequest[];
  /** Scripts the answers to a path, or to `*` for all others: one after the other, the last one for all that follow. */
  script(path: string, ...replies: readonly (Reply | ((request: SeenRequest) => Reply))[]): void;
  close(): Promise<void>;
}

/** A publisher's service on a free port of this machine; what has no script is answered with 404. */
export async function startUpstream(): Promise<Upstream> {
  const scripts = new Map<string, (Reply | ((request: SeenRequest) => Reply))[]>();
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://upstream");
    const seen = { path: decodeURIComponent(pathname), query: searchParams, headers: request.headers };
    requests.push(seen);
    const replies = scripts.get(seen.path) ?? scripts.get("*") ?? [{ status: 404, body: "nothing here" }];
    const next = replies.length > 1 ? replies.shift() : replies[0];
    const reply = (typeof next === "function" ? next(seen) : next) ?? {};
    if (reply.after) void reply.after.then(() => send(reply, response));
    else if (reply.delayMs) setTimeout(() => send(reply, response), reply.delayMs);
    else send(reply, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    script: (path, ...replies) => void scripts.set(path, [...replies]),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function send({ status = 200, headers = {}, body = "", fault }: Reply, response: ServerResponse): void {
  if (fault === "never") return;
  if (fault === "reset") {
    response.socket?.destroy();
    return;
  }
  const text = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  response.writeHead(status, { "content-length": Buffer.byteLength(text), ...headers });
  if (fault === "cut") response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
  else response.end(text);
}
