import type { Nature } from "../../../kit/graphql/enums.ts";

/** A figure of a national SDG platform, with the codes the platform has for it. */
export interface PlatformFigure {
  /** Number of the indicator under which the platform shows it: one of the UN, such as `6.1.1`, or its own below one, such as `6.4.2.1`. */
  readonly page: string;
  /** Code of the series; empty where the page does not name it. */
  readonly series: string;
  /** Code of the unit; empty where none is stated. */
  readonly unit: string;
  readonly year: number;
  readonly value: number;
  readonly nature: Nature;
  /** Whether it is of the whole country and not of one region. */
  readonly ofCountry: boolean;
  /** Other dimensions to the code of the part; without those of the total. */
  readonly breakdowns: ReadonlyMap<string, string>;
}

/** What an extract of a platform holds, and since when. */
export interface Platform {
  /** ISO 3166-1 alpha-3 code. */
  readonly country: string;
  /** Id in the register of sources. */
  readonly source: string;
  readonly vintage: string;
  readonly retrievedAt: string;
  readonly figures: readonly PlatformFigure[];
}

/** A figure of the whole, with the breakdowns that all of its page has. */
export type HeadlineFigure = PlatformFigure & { readonly shared: ReadonlyMap<string, string> };

/**
 * The figures of the whole: of the country, and without a breakdown but those that every figure of the page has, as
 * maternal mortality is of women alone. The platforms choose their headlines in the same way.
 */
export function headlinesOf(page: readonly PlatformFigure[]): HeadlineFigure[] {
  const [first] = page;
  const shared = new Map(
    [...(first?.breakdowns ?? [])].filter(([name, code]) => page.every((one) => one.breakdowns.get(name) === code)),
  );
  return page
    .filter(({ ofCountry, breakdowns }) => ofCountry && [...breakdowns.keys()].every((name) => shared.has(name)))
    .map((figure) => ({ ...figure, shared }));
}
