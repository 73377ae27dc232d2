import { LRUCache } from "lru-cache";

/** Who may keep an answer, fewer at each step. With `unsaid` it is up to the rules of HTTP, which mind `Authorization`. */
const scopes = ["public", "unsaid", "private", "none"] as const;

/** How long an answer may be kept, and by whom. */
export interface CacheControl {
  readonly scope: (typeof scopes)[number];
  readonly maxAgeSeconds: number;
}

export const noStore: CacheControl = { scope: "none", maxAgeSeconds: 0 };

/** What holds for an answer made of two. */
export function mergeCacheControl(a: CacheControl, b: CacheControl): CacheControl {
  return {
    scope: scopes.indexOf(a.scope) > scopes.indexOf(b.scope) ? a.scope : b.scope,
    maxAgeSeconds: Math.min(a.maxAgeSeconds, b.maxAgeSeconds),
  };
}

export function formatCacheControl({ scope, maxAgeSeconds }: CacheControl): string {
  if (scope === "none") return "no-store";
  return scope === "unsaid" ? `max-age=${maxAgeSeconds}` : `${scope}, max-age=${maxAgeSeconds}`;
}

const parsed = new LRUCache<string, CacheControl>({ max: 1000 });

/** Reads a `Cache-Control` header by RFC 9111; what is broken or names no time is not kept. */
export function parseCacheControl(text: string): CacheControl {
  const known = parsed.get(text);
  if (known) return known;
  const control = toCacheControl(parseDirectives(text));
  parsed.set(text, control);
  return control;
}

type Directives = ReadonlyMap<string, string>;

/** A name, and maybe a value that is a token or a quoted string, up to the next comma. */
const directive = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:=(?:([\w!#$%&'*+.^`|~-]+)|"((?:[^"\\]|\\.)*)"))?(?=\s*(?:,|$))/y;

/** Undefined for what is no list of directives, or says two things of one. */
function parseDirectives(text: string): Directives | undefined {
  const directives = new Map<string, string>();
  let end = 0;
  directive.lastIndex = 0;
  for (let match = directive.exec(text); match; match = directive.exec(text)) {
    end = directive.lastIndex;
    const name = (match[1] as string).toLowerCase();
    const value = match[2] ?? match[3]?.replace(/\\(.)/g, "$1") ?? "";
    if ((directives.get(name) ?? value) !== value) return undefined;
    directives.set(name, value);
  }
  return /^[\s,]*$/.test(text.slice(end)) ? directives : undefined;
}

function toCacheControl(directives: Directives | undefined): CacheControl {
  if (!directives || directives.has("no-store") || directives.has("no-cache")) return noStore;
  const isPrivate = directives.has("private");
  // What is said to shared caches alone does not hold for a person's own.
  const shared = isPrivate ? undefined : directives.get("s-maxage");
  const seconds = shared ?? directives.get("max-age");
  if (seconds === undefined || !/^\d+$/.test(seconds)) return noStore;
  const scope = isPrivate ? "private" : shared !== undefined || directives.has("public") ? "public" : "unsaid";
  return { scope, maxAgeSeconds: Math.min(Number(seconds), mostSeconds) };
}

/** The longest time that a cache need understand. */
const mostSeconds = 2 ** 31;
