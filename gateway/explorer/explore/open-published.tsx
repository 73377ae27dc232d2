import { useEffect, useRef } from "react";
import { useLanguage } from "../shared/language.tsx";
import { loadPublished } from "../shared/published.ts";
import { useOpenQuery } from "./use-open-query.ts";

interface OpenPublishedProps {
  /** Name of the published query that a link asks for. */
  readonly name: string;
  /** JSON; the query's defaults when absent. */
  readonly variables: string | undefined;
}

/** Opens the published query of a link, once. Shows nothing. */
export function OpenPublished({ name, variables }: OpenPublishedProps) {
  const { language } = useLanguage();
  const open = useOpenQuery();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    loadPublished(language).then(
      (queries) => {
        const query = queries.find((each) => each.name === name);
        if (query) open(query, variables);
      },
      // The list at the left says that it cannot be loaded.
      () => undefined,
    );
  }, [language, name, variables, open]);
  return null;
}
