import type { Catalogue } from "../catalogue.ts";

/** The codes by which the graph knows what the service numbers; undefined for what it does not know. */
export interface FtsCodes {
  appeal(ftsId: string): string | undefined;
  cluster(ftsId: string): string | undefined;
}

/** What the graph calls something that only the service knows. */
export function byNumber(ftsId: string): string {
  return `FTS:${ftsId}`;
}

/** The codes of what the tables shipped know. */
export function toFtsCodes({ appeals, clusters }: Catalogue): FtsCodes {
  const byNumber = (records: Iterable<{ readonly ftsId: string | null; readonly code: string }>) =>
    new Map([...records].flatMap(({ ftsId, code }) => (ftsId === null ? [] : [[ftsId, code] as const])));
  const appealCodes = byNumber(appeals.values());
  const clusterCodes = byNumber(clusters.values());
  return { appeal: (id) => appealCodes.get(id), cluster: (id) => clusterCodes.get(id) };
}
