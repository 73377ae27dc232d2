/** What a program needs to ask the same question. */
export interface Request {
  /** Address of the graph. */
  readonly url: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function hasVariables({ variables }: Request): boolean {
  return Object.keys(variables).length > 0;
}
