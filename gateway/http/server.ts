import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { errorTable, GraphError } from "../../subgraphs/kit/errors.ts";
import { statusOf } from "./status.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

export interface HttpServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no new request, lets those under way finish for a moment, then cuts them. */
  close(): Promise<void>;
}

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  /** By path; one that ends with a slash takes every path below it. */
  readonly routes: Readonly<Record<string, Handler>>;
  /** For every other path. */
  readonly otherwise?: Handler;
  readonly log: Logger;
}

const graceMs = 1000;

/** An HTTP server over fixed paths: open to every origin, each failure a coded JSON answer. */
export async function listen({
  host,
  port,
  routes,
  otherwise = notFound,
  log,
}: HttpServerOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      response.setHeader("access-control-allow-origin", "*");
      const url = new URL(request.url ?? "/", "http://localhost");
      if (request.method === "OPTIONS") preflight(response);
      else await (routes[url.pathname] ?? routes[folderOf(url.pathname)] ?? otherwise)(request, response, url);
    } catch (error) {
      if (!(error instanceof GraphError)) log.error({ err: error }, "A request failed");
      sendError(response, error);
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${shownHost}:${address.port}`, close: () => close(server) };
}

/** `/q/population.csv` lies in `/q/`. */
function folderOf(path: string): string {
  return path.slice(0, path.indexOf("/", 1) + 1);
}

function preflight(response: ServerResponse): void {
  response.setHeader("access-control-allow-methods", "GET, HEAD, POST, OPTIONS");
  response.setHeader("access-control-allow-headers", "*");
  response.setHeader("access-control-max-age", "86400");
  response.statusCode = 204;
  response.end();
}

/** @throws GraphError NOT_FOUND */
export function notFound(_request: IncomingMessage, _response: ServerResponse, url: URL): never {
  throw new GraphError("NOT_FOUND", `Nothing at ${url.pathname}. ${errorTable.NOT_FOUND.wayOut}`);
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const shown =
    error instanceof GraphError
      ? error
      : new GraphError("INTERNAL_SERVER_ERROR", errorTable.INTERNAL_SERVER_ERROR.meaning);
  response.statusCode = statusOf(shown.extensions["code"]);
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify({ errors: [{ message: shown.message, extensions: shown.extensions }] }));
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(cut);
}
