import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { toInputs } from "../shared/inputs.ts";
import type { ListedQuery } from "../shared/published.ts";

/** Opens a published query in the tab in front when that is empty, else in one of its own. */
export function useOpenQuery(): (query: ListedQuery, given?: string) => void {
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const { addTab } = useGraphiQLActions();
  return ({ query, variables }, given) => {
    if (!queryEditor || !variableEditor) return;
    if (queryEditor.getValue().trim() !== "") addTab();
    queryEditor.setValue(query);
    const inputs = toInputs(variables);
    variableEditor.setValue(given ?? (Object.keys(inputs).length > 0 ? JSON.stringify(inputs, null, 2) : ""));
  };
}
