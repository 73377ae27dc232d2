import { useEffect, useState } from "react";
import type { ListedQuery } from "../../published/listing.ts";
import type { Language } from "./language.tsx";

export type { ListedQuery };

const loading = new Map<Language, Promise<readonly ListedQuery[]>>();

/** The published queries, titled in the language; asked for once. @throws Error when the server does not give them */
export function loadPublished(language: Language): Promise<readonly ListedQuery[]> {
  const found = loading.get(language) ?? fetchPublished(language);
  loading.set(language, found);
  found.catch(() => loading.delete(language));
  return found;
}

async function fetchPublished(language: Language): Promise<readonly ListedQuery[]> {
  const response = await fetch(`/q?lang=${language}`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`/q answered with ${response.status}`);
  return ((await response.json()) as { queries: ListedQuery[] }).queries;
}

/** The published queries, or why there are none; undefined while they load. */
export function usePublished(language: Language): readonly ListedQuery[] | Error | undefined {
  const [queries, setQueries] = useState<readonly ListedQuery[] | Error>();
  useEffect(() => {
    let isGone = false;
    loadPublished(language).then(
      (loaded) => isGone || setQueries(loaded),
      (error: unknown) => isGone || setQueries(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      isGone = true;
    };
  }, [language]);
  return queries;
}
