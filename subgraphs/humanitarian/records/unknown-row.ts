/**
 * A row of a publisher's file that the rules of its table do not know: the file is no longer what they were written
 * for. The message may quote the row, so that it is for whoever imports and never for whoever asks.
 */
export class UnknownRow extends Error {
  override readonly name = "UnknownRow";
}

/** Test records that publishers left in their files can never enter a table. @throws UnknownRow */
export function refuseTestRecords(names: Iterable<string>): void {
  for (const name of names) {
    if (/\bmade[ -]?up\b|\btest (record|organi[sz]ation|flow)\b/i.test(name)) {
      throw new UnknownRow(`A publisher's test record: ${name}`);
    }
  }
}
