import type { z } from "zod";
import { SourceMalformed } from "./errors.ts";
import type { HttpAnswer } from "./http.ts";

/** A parser for answers in JSON of one shape. An empty, cut or HTML body counts as a passing fault, a new shape does not. */
export function json<T>(schema: z.ZodType<T>): (answer: HttpAnswer) => T {
  return (answer) => checked(answer.source, schema, parseJson(answer));
}

/** @throws SourceMalformed when the text is not JSON */
export function parseJson({ source, text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may echo a key.
    const what = text.trim() === "" ? "an empty answer" : text.trimStart().startsWith("<") ? "a page" : "broken text";
    throw new SourceMalformed(source, `answers with ${what} instead of JSON`, { transient: true });
  }
}

/** @throws SourceMalformed with the path at which the value leaves the shape */
export function checked<T>(source: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = toPath(issue?.path ?? []);
  throw new SourceMalformed(source, `answers in another shape at ${at}: ${issue?.message ?? "unknown"}`, { at });
}

function toPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "the top";
}
