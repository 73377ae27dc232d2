import { toInput } from "../shared/inputs.ts";
import type { ListedQuery } from "../shared/published.ts";
import type { Parameters } from "./theme-entry.ts";

/** The parameters of a published query's address as the variables of its text. */
export function toVariables({ variables }: ListedQuery, parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(
    variables.flatMap(({ name, type, defaultText }) => {
      const text = parameters[name] ?? defaultText;
      return text === undefined ? [] : [[name, toInput(type, text)]];
    }),
  );
}
