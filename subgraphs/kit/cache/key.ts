import { createHash } from "node:crypto";

/** What tells one question to an operation from another. The order of an object's fields does not count. */
export type CacheArgs =
  | string
  | number
  | boolean
  | null
  | readonly CacheArgs[]
  | { readonly [name: string]: CacheArgs | undefined };

export interface CacheKeyParts {
  /** Raised when the shape of the kept values changes, so that old ones are never read as new. */
  readonly version: number;
  /** Id in the source register. */
  readonly source: string;
  readonly operation: string;
  readonly args: CacheArgs;
}

/** The key of one kept answer: `aryk:v{version}:{source}:{operation}:{sha256 of the arguments}`. */
export function cacheKey({ version, source, operation, args }: CacheKeyParts): string {
  const hash = createHash("sha256").update(canonical(args)).digest("hex");
  return `aryk:v${version}:${source}:${operation}:${hash}`;
}

function canonical(args: CacheArgs): string {
  return JSON.stringify(args, (_name, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
