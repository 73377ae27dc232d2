import { z } from "zod";
import { readJson } from "../../../kit/snapshot/publisher-file.ts";

const listed = z.array(z.object({ code: z.string(), description: z.string(), indicator: z.array(z.string()) }));

/** A series as the UN lists it; the platforms take over its codes. */
export interface GlobalSeries {
  readonly title: string;
  /** Code of the first SDG indicator that it serves. */
  readonly sdgIndicator: string | undefined;
}

/** @returns the UN's series by code */
export async function readGlobalSeries(folder: string): Promise<ReadonlyMap<string, GlobalSeries>> {
  const series = await readJson(folder, "recorded/unsdg/Series_List.json", listed);
  return new Map(
    series.map(({ code, description, indicator }) => [
      code,
      { title: description.trim().replace(/\s+/g, " "), sdgIndicator: indicator[0] },
    ]),
  );
}
