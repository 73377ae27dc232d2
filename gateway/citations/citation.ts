import type { ProvenanceTrace } from "../../subgraphs/kit/graphql/trace-provenance.ts";
import type { SourceRecord } from "../../subgraphs/kit/register/source.ts";
import { sources } from "../../subgraphs/kit/register/sources.ts";
import { type CitedSource, toBibtex } from "./bibtex.ts";

/** A source that fed an answer, as it is cited. */
export interface Citation extends CitedSource {
  /** The citation in a sentence. */
  readonly text: string;
  /** The citation as a BibTeX entry. */
  readonly bibtex: string;
}

const register = new Map(sources.map((source) => [source.id, source]));

/** Each source once, in the order of the register's ids. What another graph's subgraphs call by ids of their own is left out. */
export function toCitations(traces: readonly ProvenanceTrace[]): Citation[] {
  const ids = [...new Set(traces.map(({ source }) => source))].sort();
  return ids.flatMap((id) => {
    const source = register.get(id);
    return source
      ? [
          toCitation(
            source,
            traces.filter((trace) => trace.source === id),
          ),
        ]
      : [];
  });
}

function toCitation(record: SourceRecord, traces: readonly ProvenanceTrace[]): Citation {
  const { id: source, title, publisher, licence, url, citation } = record;
  const vintages = [...new Set(traces.flatMap(({ vintage }) => (vintage === null ? [] : [vintage])))].sort();
  const retrievedAt =
    traces
      .map((trace) => trace.retrievedAt)
      .sort()
      .at(-1) ?? "";
  const release = vintages.length > 0 ? ` Release ${vintages.join(", ")}.` : "";
  const text = `${citation.replace(/\.?$/, ".")}${release} Retrieved ${retrievedAt.slice(0, 10)}. Licence: ${licence}.`;
  const parts = { source, title, publisher, licence, url, vintages, retrievedAt };
  return { ...parts, text, bibtex: toBibtex(parts) };
}
