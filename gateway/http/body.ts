import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { GraphError } from "../../subgraphs/kit/errors.ts";

const mostBytes = 1024 * 1024;

/**
 * The JSON body of a request; undefined when it is empty or of another type (which Apollo Server answers).
 *
 * @throws GraphError PAYLOAD_TOO_LARGE or BAD_REQUEST
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await unpack(request, await readBytes(request));
  if (bytes.length === 0 || !/^application\/json\b/i.test(request.headers["content-type"] ?? "")) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new GraphError(
      "BAD_REQUEST",
      'The body is not JSON. POST an object such as {"query": "{ countries { code } }"}.',
    );
  }
}

/** Gateways may send large calls to a subgraph gzipped. */
async function unpack({ headers }: IncomingMessage, bytes: Buffer): Promise<Buffer> {
  if (headers["content-encoding"]?.toLowerCase() !== "gzip") return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new GraphError("PAYLOAD_TOO_LARGE", `The body is larger than ${mostBytes} bytes.`);
    }
    throw new GraphError("BAD_REQUEST", "The body is not gzip, which its content-encoding says it is.");
  }
}

/** By its events: the iterator of a request costs more than the rest of a small one. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () => new GraphError("PAYLOAD_TOO_LARGE", `The body is larger than ${mostBytes} bytes.`);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      // The rest is read and dropped, so that the client is there to read the answer.
      if (size <= mostBytes) chunks.push(chunk);
      else if (size > 16 * mostBytes) request.destroy(tooLarge());
    });
    request.on("end", () => {
      if (size > mostBytes) reject(tooLarge());
      else resolve(Buffer.concat(chunks, size));
    });
    request.on("error", reject);
  });
}
