import { hasVariables, type Request } from "./endpoint.ts";

/** Python with pandas: the graph's own CSV, so that the table is the same as on the page. */
export function toPython(request: Request): string {
  const { url, query, variables } = request;
  return `import io
import pandas as pd
import requests

query = """
${query.trim().replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"')}
"""
${hasVariables(request) ? `variables = ${toLiteral(variables)}` : "variables = {}"}

answer = requests.post(
    "${url}",
    json={"query": query, "variables": variables},
    headers={"Accept": "text/csv"},
)
answer.raise_for_status()
table = pd.read_csv(io.BytesIO(answer.content), encoding="utf-8-sig")
print(table)
`;
}

/** JSON written as Python. */
function toLiteral(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${toLiteral(item)}`)
      .join(", ")}}`;
  }
  return JSON.stringify(value);
}
