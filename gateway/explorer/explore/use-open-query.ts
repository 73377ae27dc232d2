import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useCallback, useEffect, useState } from "react";
import { toInputs } from "../shared/inputs.ts";
import type { ListedQuery } from "../shared/published.ts";

interface Wanted {
  readonly query: ListedQuery;
  /** JSON; the query's defaults when absent. */
  readonly variables: string | undefined;
}

/**
 * Opens a published query in the tab in front when that is empty, else in one of its own. What is wanted before the
 * editors are there opens once they are.
 */
export function useOpenQuery(): (query: ListedQuery, variables?: string) => void {
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const { addTab } = useGraphiQLActions();
  const [wanted, setWanted] = useState<Wanted>();
  useEffect(() => {
    if (!wanted || !queryEditor || !variableEditor) return;
    const { query, variables } = wanted;
    if (queryEditor.getValue().trim() !== "") addTab();
    queryEditor.setValue(query.query);
    const inputs = toInputs(query.variables);
    variableEditor.setValue(variables ?? (Object.keys(inputs).length > 0 ? JSON.stringify(inputs, null, 2) : ""));
    setWanted(undefined);
  }, [wanted, queryEditor, variableEditor, addTab]);
  return useCallback((query, variables) => setWanted({ query, variables }), []);
}
