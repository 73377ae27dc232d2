import { hasVariables, type Request } from "./endpoint.ts";

/** A command for a POSIX shell. */
export function toCurl(request: Request): string {
  const { url, query, variables } = request;
  const body = JSON.stringify({ query: query.trim(), ...(hasVariables(request) && { variables }) });
  return `curl -sS ${quote(url)} \\
  -H 'content-type: application/json' \\
  -d ${quote(body)}
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
