import { pick, useGraphiQL } from "@graphiql/react";
import { useMemo } from "react";
import type { Answer, Answers } from "./answers.ts";
import { type Asked, type Outcome, toOutcome } from "./outcome.ts";

/** What the tab in front asks, and what came of it; undefined before its first answer. */
export function useOutcome(answers: Answers): { readonly asked: Asked; readonly outcome: Outcome | undefined } {
  const { tabs, activeTabIndex, schema } = useGraphiQL(pick("tabs", "activeTabIndex", "schema"));
  const tab = tabs[activeTabIndex];
  const { query = "", variables = "", operationName, response } = tab ?? {};
  const asked = useMemo(
    () => ({ query: query ?? "", variables: variables ?? "", operationName: operationName ?? undefined }),
    [query, variables, operationName],
  );
  const outcome = useMemo(() => {
    const answer = response ? (answers.behind(response) ?? parseAnswer(response)) : undefined;
    return schema && answer ? toOutcome(schema, asked, answer) : undefined;
  }, [answers, schema, asked, response]);
  return { asked, outcome };
}

/** What GraphiQL itself put into the editor, such as a complaint about the variables. */
function parseAnswer(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}
