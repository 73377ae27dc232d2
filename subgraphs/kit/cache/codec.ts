import { promisify } from "node:util";
import { crc32, deflateRaw, inflateRawSync } from "node:zlib";
import { putTables, type RowTable, takeTables } from "./rows.ts";
import type { Entry } from "./store.ts";

const deflate = promisify(deflateRaw);

const plain = 1;
const deflated = 2;
/** Where each field of the header begins; the text begins after the last one. */
const at = { form: 0, storedAt: 1, freshUntil: 9, staleUntil: 17, costMs: 25, jsonBytes: 33, text: 37 };
const checksumBytes = 4;
/** The CRC-32 of any bytes that end in their own CRC-32. */
const intact = 0x2144df1c;
/** Below that, inflating costs a reader more than the bytes cost Redis. */
const compressFromBytes = 8192;
const mostInflatedBytes = 64 * 1024 * 1024;

/**
 * An entry as bytes: a header of fixed width, then the JSON text of its tags, its value and the tables taken out of it,
 * deflated when it is long, then a checksum.
 */
export async function encodeEntry({
  value,
  storedAt,
  freshUntil,
  staleUntil,
  costMs = 0,
  tags = [],
}: Entry): Promise<Buffer> {
  const { rest, tables } = takeTables(value);
  const text = Buffer.from(JSON.stringify([tags, rest, ...tables]));
  const isLong = text.length >= compressFromBytes;
  const body = isLong ? await deflate(text, { level: 3 }) : text;
  const bytes = Buffer.allocUnsafe(at.text + body.length + checksumBytes);
  bytes[at.form] = isLong ? deflated : plain;
  bytes.writeDoubleLE(storedAt, at.storedAt);
  bytes.writeDoubleLE(freshUntil, at.freshUntil);
  bytes.writeDoubleLE(staleUntil, at.staleUntil);
  bytes.writeDoubleLE(costMs, at.costMs);
  bytes.writeUInt32LE(JSON.stringify(value ?? null).length, at.jsonBytes);
  body.copy(bytes, at.text);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, -checksumBytes)), bytes.length - checksumBytes);
  return bytes;
}

export interface Decoded {
  readonly entry: Entry;
  /** Length of the value's JSON text. */
  readonly jsonBytes: number;
}

/**
 * The entry, or undefined when the bytes are not one, whatever became of them.
 *
 * @param held an entry of the same key, which is given back when the bytes hold it: reading it anew costs the most
 */
export function decodeEntry(bytes: Buffer, held?: Entry): Decoded | undefined {
  if (bytes.length < at.text + checksumBytes || crc32(bytes) !== intact) return undefined;
  const jsonBytes = bytes.readUInt32LE(at.jsonBytes);
  const storedAt = bytes.readDoubleLE(at.storedAt);
  const freshUntil = bytes.readDoubleLE(at.freshUntil);
  const staleUntil = bytes.readDoubleLE(at.staleUntil);
  if (held?.storedAt === storedAt && held.freshUntil === freshUntil && held.staleUntil === staleUntil) {
    return { entry: held, jsonBytes };
  }
  try {
    const [tags, rest, ...tables] = JSON.parse(textOf(bytes)) as [readonly string[], unknown, ...RowTable[]];
    const value = tables.length > 0 ? putTables(rest, tables) : rest;
    const costMs = bytes.readDoubleLE(at.costMs);
    return { entry: { value, storedAt, freshUntil, staleUntil, costMs, tags }, jsonBytes };
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer): string {
  const end = bytes.length - checksumBytes;
  if (bytes[at.form] === plain) return bytes.toString("utf8", at.text, end);
  return inflateRawSync(bytes.subarray(at.text, end), { maxOutputLength: mostInflatedBytes }).toString("utf8");
}
