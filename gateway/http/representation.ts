import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { codingFor, compress, type Encoding } from "./content-coding.ts";

/** One form of an answer, ready to be sent again and again. */
export interface Representation {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body under a content coding; made when first asked for. */
  encoded(encoding: Encoding): Promise<Buffer>;
  readonly bytes: number;
}

/** @param headers its own, such as the content type */
export function toRepresentation(text: string, headers: Readonly<Record<string, string>>): Representation {
  const body = Buffer.from(text, "utf8");
  const bodies = new Map<Encoding, Promise<Buffer>>([["identity", Promise.resolve(body)]]);
  return {
    // Weak: the same tag stands for every coding of the body.
    etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    headers,
    bytes: body.length,
    encoded(encoding) {
      const made = bodies.get(encoding) ?? compress[encoding](body);
      bodies.set(encoding, made);
      return made;
    },
  };
}

/** Answers GET and HEAD with a representation: 304 when the client has it, else in the coding it likes best. */
export async function sendRepresentation(
  request: IncomingMessage,
  response: ServerResponse,
  representation: Representation,
): Promise<void> {
  for (const [name, value] of Object.entries(representation.headers)) response.setHeader(name, value);
  response.setHeader("etag", representation.etag);
  if (hasAlready(request.headers["if-none-match"], representation.etag)) {
    response.statusCode = 304;
    response.removeHeader("content-type");
    response.end();
    return;
  }
  const encoding = codingFor(request, representation.bytes);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  const body = await representation.encoded(encoding);
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** RFC 9110, 13.1.2: the weak comparison, or `*` for anything. */
function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}
