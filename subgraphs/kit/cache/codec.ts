import { promisify } from "node:util";
import { crc32, deflateRaw, inflateRawSync } from "node:zlib";
import type { Entry } from "./store.ts";

const deflate = promisify(deflateRaw);

const plain = 1;
const deflated = 2;
const headerBytes = 5;
/** Below that, inflating costs a reader more than the bytes cost Redis. */
const compressFromBytes = 8192;
const mostInflatedBytes = 64 * 1024 * 1024;

/**
 * An entry as bytes: one byte for the form, four for a checksum of the rest, then its JSON text, deflated when it is long.
 * The fields go by position, because there are many entries and their names would be a fifth of a short one.
 */
export async function encodeEntry({
  value,
  storedAt,
  freshUntil,
  staleUntil,
  costMs = 0,
  tags = [],
}: Entry): Promise<Buffer> {
  const text = Buffer.from(JSON.stringify([storedAt, freshUntil, staleUntil, costMs, tags, value]));
  if (text.length < compressFromBytes) return withHeader(plain, text);
  return withHeader(deflated, await deflate(text, { level: 3 }));
}

export interface Decoded {
  readonly entry: Entry;
  /** Length of its JSON text. */
  readonly textBytes: number;
}

/** The entry, or undefined when the bytes are not one, whatever became of them. */
export function decodeEntry(bytes: Buffer): Decoded | undefined {
  if (bytes.length <= headerBytes) return undefined;
  const body = bytes.subarray(headerBytes);
  if (bytes.readUInt32LE(1) !== crc32(body)) return undefined;
  try {
    const text = bytes[0] === deflated ? inflateRawSync(body, { maxOutputLength: mostInflatedBytes }) : body;
    const entry = toEntry(JSON.parse(text.toString("utf8")));
    return entry && { entry, textBytes: text.length };
  } catch {
    return undefined;
  }
}

function toEntry(fields: unknown): Entry | undefined {
  if (!Array.isArray(fields) || fields.length !== 6) return undefined;
  const [storedAt, freshUntil, staleUntil, costMs, tags, value] = fields;
  const instants = [storedAt, freshUntil, staleUntil, costMs];
  if (!instants.every(Number.isFinite) || !Array.isArray(tags)) return undefined;
  return { value, storedAt, freshUntil, staleUntil, costMs, tags };
}

function withHeader(form: number, body: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(headerBytes + body.length);
  bytes[0] = form;
  bytes.writeUInt32LE(crc32(body), 1);
  body.copy(bytes, headerBytes);
  return bytes;
}
