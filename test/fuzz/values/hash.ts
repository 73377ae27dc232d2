import { createHash } from "node:crypto";

/** A number below 65,536 that belongs to these texts. */
export function hash(...parts: readonly string[]): number {
  return createHash("sha1").update(parts.join("\n")).digest().readUInt16BE(0);
}
