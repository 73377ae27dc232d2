import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

type Encoding = "br" | "gzip" | "identity";

/** One form of an answer, ready to be sent again and again. */
export interface Representation {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body under a content coding; made when first asked for. */
  encoded(encoding: Encoding): Promise<Buffer>;
  readonly bytes: number;
}

const compress: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
  identity: async (body) => body,
};
/** The types of negotiator do not know yet that among equals the server may choose. */
interface EncodingNegotiator {
  encodings(available: readonly Encoding[], options: { readonly preferred: readonly Encoding[] }): Encoding[];
}

/** Below this a compressed body is hardly smaller. */
const leastBytes = 1024;

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
  const encoding = representation.bytes < leastBytes ? "identity" : preferredEncoding(request);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  const body = await representation.encoded(encoding);
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The content coding that the client prefers; as it is when it accepts none that we have. */
export function preferredEncoding(request: IncomingMessage): Encoding {
  const available: Encoding[] = ["br", "gzip", "identity"];
  const negotiator = new Negotiator(request) as EncodingNegotiator;
  return negotiator.encodings(available, { preferred: ["br", "gzip"] })[0] ?? "identity";
}

/** RFC 9110, 13.1.2: the weak comparison, or `*` for anything. */
function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}
