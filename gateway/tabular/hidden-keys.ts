/** Response keys that the table adds to a query for itself. They are told from the client's by their beginning. */
const prefix = "aryk_";

export const unitKey = `${prefix}unit`;
export const pageKey = `${prefix}page`;
export const totalKey = `${prefix}total`;
/** Name of the variable with the cursor of the next page. */
export const afterVariable = `${prefix}after`;

export function isHidden(key: string): boolean {
  return key.startsWith(prefix);
}

/** An answer without what was added to its query. */
export function withoutHidden<T>(answer: T): T {
  if (Array.isArray(answer)) return answer.map(withoutHidden) as T;
  if (typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).flatMap(([key, value]) => (isHidden(key) ? [] : [[key, withoutHidden(value)]])),
  ) as T;
}
