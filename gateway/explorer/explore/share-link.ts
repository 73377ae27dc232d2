/** What a link to the explorer opens: a query of its own, or a published one by name. */
export interface Shared {
  readonly query?: string;
  /** JSON, as in the editor of variables. */
  readonly variables?: string;
  readonly published?: string;
}

/**
 * The address of /explore that opens what is given. It stands behind the `#`: never sent to a server, so of any length.
 *
 * @param origin such as `http://127.0.0.1:4000`
 */
export function toShareLink(origin: string, { query, variables, published }: Shared): string {
  const parts = new URLSearchParams();
  if (published) parts.set("published", published);
  if (query) parts.set("query", query);
  if (variables?.trim()) parts.set("variables", variables);
  return `${origin}/explore#${parts}`;
}

/** @param hash of a location, with its `#` */
export function parseShareLink(hash: string): Shared {
  const parts = new URLSearchParams(hash.slice(1));
  return Object.fromEntries(
    (["query", "variables", "published"] as const).flatMap((name) => {
      const value = parts.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
