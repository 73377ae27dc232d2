import { expect } from "vitest";
import { SourceError } from "../../subgraphs/kit/source/errors.ts";

/** The SourceError that a call ends with; the test fails when it ends otherwise. */
export async function sourceFailure(call: Promise<unknown>): Promise<SourceError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SourceError);
  return error as SourceError;
}
