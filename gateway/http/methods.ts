import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphError } from "../../subgraphs/kit/errors.ts";

/** @throws GraphError METHOD_NOT_ALLOWED for anything but GET and HEAD */
export function requireReading({ method }: IncomingMessage, response: ServerResponse): void {
  if (method === "GET" || method === "HEAD") return;
  response.setHeader("allow", "GET, HEAD, OPTIONS");
  throw new GraphError("METHOD_NOT_ALLOWED", `${method} does nothing here. Use GET or HEAD.`);
}
