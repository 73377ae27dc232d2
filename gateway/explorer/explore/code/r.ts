import { hasVariables, type Request } from "./endpoint.ts";

/** R with httr2 and readr: the graph's own CSV, so that the table is the same as on the page. */
export function toR(request: Request): string {
  const { url, query, variables } = request;
  return `library(httr2)
library(readr)

query <- ${toRawText(query.trim())}

answer <- request("${url}") |>
  req_headers(Accept = "text/csv") |>
  req_body_json(list(query = query${hasVariables(request) ? `, variables = ${toLiteral(variables)}` : ""})) |>
  req_perform()

table <- read_csv(resp_body_string(answer), show_col_types = FALSE)
print(table)
`;
}

/** A raw string: R reads nothing in it as an escape. */
function toRawText(text: string): string {
  const dashes = text.includes(')"') ? "--" : "";
  return `r"${dashes}(${text})${dashes}"`;
}

/** JSON written as R; a list stays a list even with one item, so that it is sent as an array. */
function toLiteral(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (Array.isArray(value)) return `list(${value.map(toLiteral).join(", ")})`;
  if (typeof value === "object") {
    return `list(${Object.entries(value)
      .map(([key, item]) => `\`${key}\` = ${toLiteral(item)}`)
      .join(", ")})`;
  }
  return JSON.stringify(value);
}
