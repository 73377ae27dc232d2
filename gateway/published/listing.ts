import { formats } from "./forms.ts";
import type { PublishedOperation } from "./operations.ts";
import type { PublishedVariable } from "./variables.ts";
import type { PageLanguage } from "./words.ts";

/** What the index says of a published query. */
export interface ListedQuery {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The subgraph that most of it comes from. */
  readonly subgraph: string;
  readonly query: string;
  /** Of the chart's numbers, where the answer does not say it; null where it does. */
  readonly unit: string | null;
  readonly maxAgeSeconds: number;
  readonly variables: readonly (PublishedVariable & { readonly description: string })[];
  /** Path of each form, with the defaults. */
  readonly paths: Readonly<Record<string, string>>;
}

/** The published queries by name, titled in the language. */
export function listQueries(operations: Iterable<PublishedOperation>, language: PageLanguage): ListedQuery[] {
  return [...operations].map(({ name, query, header, variables }) => ({
    name,
    title: language === "ru" ? header.titleRu : header.title,
    description: (language === "ru" ? header.descriptionRu : undefined) ?? header.description,
    subgraph: header.subgraph,
    query,
    unit: (language === "ru" ? header.unitRu : undefined) ?? header.unit ?? null,
    maxAgeSeconds: header.maxAgeSeconds,
    variables: variables.map((variable) => ({ ...variable, description: header.variables.get(variable.name) ?? "" })),
    paths: Object.fromEntries(formats.map((format) => [format, `/q/${name}.${format}${example(variables, language)}`])),
  }));
}

/** The language, and the variables that have no default: a place to fill in. */
function example(variables: readonly PublishedVariable[], language: PageLanguage): string {
  const parameters = new URLSearchParams();
  for (const { name, required } of variables) if (required) parameters.set(name, "");
  if (language !== "en") parameters.set("lang", language);
  return parameters.size > 0 ? `?${parameters}` : "";
}
