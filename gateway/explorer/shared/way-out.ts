import { errorTable } from "../../../subgraphs/kit/errors.ts";

/** What a person can do about an error: what the table says of its code, less what the message says already or is for programs. */
export function wayOutOf(code: unknown, message: string): string | undefined {
  const known = Object.entries(errorTable).find(([name]) => name === code)?.[1];
  const sentences = known?.wayOut.split(/(?<=\.) /) ?? [];
  return (
    sentences.filter((sentence) => !message.includes(sentence) && !sentence.includes("extensions.")).join(" ") ||
    undefined
  );
}
