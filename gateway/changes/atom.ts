import { escapeMarkup } from "../http/markup.ts";
import type { Change } from "./changes.ts";

/** Authority of the ids, fixed for ever whatever host serves the feed (RFC 4151). */
const tag = "tag:aryk,2026:";

/** The changes as an Atom feed (RFC 4287), in the order given. */
export function toAtom(changes: readonly Change[]): string {
  const updated =
    changes
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00Z";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Aryk: new releases and revised totals</title>
<id>${tag}changes</id>
<updated>${updated}</updated>
<author><name>Aryk</name></author>
<link rel="self" type="application/atom+xml" href="/changes.atom"/>
<link rel="alternate" type="text/html" href="/q"/>
${changes.map(toEntry).join("\n")}
</feed>
`;
}

function toEntry({ id, title, summary, at, queries }: Change): string {
  const links = queries.map((query, i) => {
    const rel = i === 0 ? "alternate" : "related";
    return `<link rel="${rel}" type="application/json" href="/q/${escapeMarkup(query)}"/>`;
  });
  return `<entry>
<title>${escapeMarkup(title)}</title>
<id>${tag}${escapeMarkup(encodeURI(id))}</id>
<updated>${escapeMarkup(at)}</updated>
<summary>${escapeMarkup(summary)}</summary>
${links.join("\n")}
</entry>`;
}
