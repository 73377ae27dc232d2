import { useGraphiQL } from "@graphiql/react";
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

/** Opens the published query of a link once the editors are there. Shows nothing. */
export function OpenPublished({ name, variables }: OpenPublishedProps) {
  const { language } = useLanguage();
  const open = useOpenQuery();
  const isReady = useGraphiQL((state) => Boolean(state.queryEditor && state.variableEditor));
  const isDone = useRef(false);
  useEffect(() => {
    if (!isReady || isDone.current) return;
    isDone.current = true;
    loadPublished(language).then(
      (queries) => {
        const query = queries.find((each) => each.name === name);
        if (query) open(query, variables);
      },
      // The list at the left says that it cannot be loaded.
      () => undefined,
    );
  }, [isReady, language, name, variables, open]);
  return null;
}
