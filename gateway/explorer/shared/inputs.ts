import type { ListedQuery } from "../../published/listing.ts";

/** The variables of a published query with their defaults, as a person would begin to edit them. */
export function toInputs(variables: ListedQuery["variables"]): Record<string, unknown> {
  return Object.fromEntries(
    variables.flatMap(({ name, type, defaultText }) =>
      defaultText === undefined ? [] : [[name, toInput(type, defaultText)]],
    ),
  );
}

/** A text of an address as a value of a GraphQL type. */
export function toInput(type: string, text: string): unknown {
  if (type.startsWith("["))
    return text.split(",").map((item) => toInput(type.slice(1, -1).replace(/\]?!?$/, ""), item));
  const name = type.replace("!", "");
  if (name === "Int" || name === "Float") return Number(text);
  return name === "Boolean" ? text === "true" : text;
}
