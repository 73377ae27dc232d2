import { z } from "zod";
import { SourceUnavailable } from "../../kit/source/errors.ts";
import type { HttpAnswer } from "../../kit/source/http.ts";
import { checked, parseJson } from "../../kit/source/json.ts";

/** A parser for answers of the Financial Tracking Service, which reports errors of its own in good answers. */
export function ftsAnswer<T>(shape: z.ZodType<T>): (answer: HttpAnswer) => T {
  return (answer) => {
    const body = parseJson(answer);
    const status = z.object({ status: z.string() }).safeParse(body).data?.status;
    if (status !== undefined && status !== "ok")
      throw new SourceUnavailable(answer.source, "reports an error of its own");
    return checked(answer.source, shape, body);
  };
}

/** Absent and null alike. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}
