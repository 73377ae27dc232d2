import { useGraphiQL, useMonaco } from "@graphiql/react";
import { useEffect } from "react";
import { fieldAt } from "./error-places.ts";
import type { Outcome } from "./outcome.ts";

const owner = "aryk-answer";

/** Underlines in the query the fields that failed, with the message where the pointer rests. */
export function useErrorMarkers(outcome: Outcome | undefined): void {
  const monaco = useMonaco((state) => state.monaco);
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => {
    const model = editor?.getModel();
    if (!monaco || !model) return;
    const markers = (outcome?.errors ?? []).flatMap(({ message, path }) => {
      const field = path && outcome?.document && fieldAt(outcome.document, path);
      const loc = field && (field.alias ?? field.name).loc;
      if (!loc) return [];
      const [start, end] = [model.getPositionAt(loc.start), model.getPositionAt(loc.end)];
      return [
        {
          severity: monaco.MarkerSeverity.Error,
          message,
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        },
      ];
    });
    monaco.editor.setModelMarkers(model, owner, markers);
  }, [monaco, editor, outcome]);
}
