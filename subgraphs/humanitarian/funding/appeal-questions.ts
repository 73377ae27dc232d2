import { appealsOf, findAppeal, requireAppeal } from "../catalogue.ts";
import type { Context } from "../loaders.ts";
import type { AppealRecord } from "../records/appeal.ts";

type Loaders = Context["loaders"];

/** An appeal as it stands today, by a code that it has or had. */
export async function findAppealOfToday(loaders: Loaders, code: string): Promise<AppealRecord | undefined> {
  const around = await appealsAround(loaders, code);
  return findAppeal(around, around.code);
}

/** Likewise. @throws GraphError UNKNOWN_ID with the nearest codes */
export async function requireAppealOfToday(loaders: Loaders, code: string): Promise<AppealRecord> {
  const around = await appealsAround(loaders, code);
  return requireAppeal(around, around.code);
}

/** The appeals of a country, of a year or of both as they stand today; the newest first. */
export async function appealsOfToday(
  loaders: Loaders,
  country: string | undefined,
  year: number | undefined,
): Promise<AppealRecord[]> {
  return appealsOf({ appeals: await loaders.appealsOfToday(year) }, country, year);
}

/** The appeals among which a code is looked for: an appeal that the table shipped has is one of its own year. */
async function appealsAround(loaders: Loaders, code: string) {
  const shipped = findAppeal(await loaders.catalogue(), code);
  return { appeals: await loaders.appealsOfToday(shipped?.year), code: shipped?.code ?? code };
}
