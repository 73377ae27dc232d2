import type { Qualifier } from "../../kit/graphql/enums.ts";

export interface SdgValue {
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
}

/** "79.8", "<2.5", ">95" and "N", which means that the indicator does not apply; undefined for what is no figure. */
export function parseSdgValue(text: string): SdgValue | undefined {
  if (text === "N") return { value: null, qualifier: "NOT_APPLICABLE" };
  const [, sign, digits] = text.trim().match(/^([<>]?)\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/) ?? [];
  if (digits === undefined) return undefined;
  const qualifier = sign === "<" ? "LESS_THAN" : sign === ">" ? "GREATER_THAN" : null;
  return { value: Number(digits), qualifier };
}
