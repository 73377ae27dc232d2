import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import Negotiator from "negotiator";

/** A content coding, RFC 9110, 8.4.1. */
export type Encoding = "br" | "gzip" | "identity";

export const compress: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
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

/** The content coding that the client prefers; as it is when the body is small or the client accepts none that we have. */
export function codingFor(request: IncomingMessage, bytes: number): Encoding {
  return bytes < leastBytes ? "identity" : preferredEncoding(request);
}

/** The content coding that the client prefers; as it is when it accepts none that we have. */
export function preferredEncoding(request: IncomingMessage): Encoding {
  const available: Encoding[] = ["br", "gzip", "identity"];
  const negotiator = new Negotiator(request) as EncodingNegotiator;
  return negotiator.encodings(available, { preferred: ["br", "gzip"] })[0] ?? "identity";
}
