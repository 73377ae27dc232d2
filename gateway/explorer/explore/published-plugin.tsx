import type { GraphiQLPlugin } from "@graphiql/react";
import { useLanguage } from "../shared/language.tsx";
import { type ListedQuery, usePublished } from "../shared/published.ts";
import { useOpenQuery } from "./use-open-query.ts";

/** The list of published queries at the left of the editor. @param title in the language of the page */
export function createPublishedPlugin(title: string): GraphiQLPlugin {
  return { title, icon: Icon, content: PublishedList };
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" strokeLinecap="round" />
    </svg>
  );
}

function PublishedList() {
  const { texts, language } = useLanguage();
  const queries = usePublished(language);
  const open = useOpenQuery();
  if (queries instanceof Error) return <p role="alert">{texts.publishedFailed}</p>;
  return (
    <div className="published">
      <h2>{texts.published}</h2>
      <p className="hint">{texts.publishedHint}</p>
      {groupsOf(queries ?? [], Object.keys(texts.subgraphs)).map(([subgraph, group]) => (
        <section key={subgraph}>
          <h3>{texts.subgraphs[subgraph] ?? subgraph}</h3>
          <ul>
            {group.map((query) => (
              <li key={query.name}>
                <button type="button" onClick={() => open(query)}>
                  <strong>{query.title}</strong>
                  <span>{query.description}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** By subgraph, in the order given; subgraphs of another graph come last. */
function groupsOf(queries: readonly ListedQuery[], order: readonly string[]): [string, ListedQuery[]][] {
  const groups = new Map<string, ListedQuery[]>();
  for (const query of queries) groups.set(query.subgraph, [...(groups.get(query.subgraph) ?? []), query]);
  const place = (subgraph: string) => (order.includes(subgraph) ? order.indexOf(subgraph) : order.length);
  return [...groups].sort(([a], [b]) => place(a) - place(b));
}
