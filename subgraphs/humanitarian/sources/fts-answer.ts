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

/** The codes by which the graph knows what the service numbers; undefined for what it does not know. */
export interface FtsCodes {
  appeal(ftsId: string): string | undefined;
  cluster(ftsId: string): string | undefined;
}

/** What the graph calls something that only the service knows. */
export function byNumber(ftsId: string): string {
  return `FTS:${ftsId}`;
}

/** Absent and null alike. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}
