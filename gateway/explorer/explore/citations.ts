import type { Citation } from "../../citations/citation.ts";
import type { Answer } from "./answers.ts";

/** The sources that the server names for an answer. */
export function citationsOf({ extensions }: Answer): readonly Citation[] {
  const citations = extensions?.["citations"];
  return Array.isArray(citations) ? (citations as Citation[]) : [];
}
