import type { Class } from "./class.ts";
import { Directive, Field, Int, ObjectType } from "./decorators.ts";
import { Missing } from "./enums.ts";
import { Value } from "./values.ts";

/** What the graph calls `Series`, whatever classes a subgraph has for its two entities. */
export interface SeriesOf<Indicator, Country> {
  indicator: Indicator | null;
  country: Country | null;
  latest: Value | null;
  values: Value[];
  unchangedSince: number | null;
  missing: Missing | null;
  note: string | null;
}

/**
 * `Series` made anew for a subgraph. type-graphql's metadata is process-global: one class shared by two
 * subgraphs would carry the first one's entities into the second one's schema.
 */
export function makeSeries<I extends object, C extends object>(
  Indicator: Class<I>,
  Country: Class<C>,
): Class<SeriesOf<I, C>> {
  @Directive("@shareable")
  @ObjectType("Series", { description: "One indicator of one country over the years." })
  class Series implements SeriesOf<I, C> {
    @Field(() => Indicator, { nullable: true, description: "What is measured." })
    indicator!: I | null;
    @Field(() => Country, { nullable: true, description: "Of which country." })
    country!: C | null;
    @Field(() => Value, {
      nullable: true,
      description: "The newest figure of the range asked for that is not missing.",
    })
    latest!: Value | null;
    @Field(() => [Value], { description: "The figures of the range asked for, oldest first." })
    values!: Value[];
    @Field(() => Int, {
      nullable: true,
      description:
        "First year from which the publisher repeats one and the same figure up to the newest; null when it moves.",
    })
    unchangedSince!: number | null;
    @Field(() => Missing, { nullable: true, description: "Why there is no figure at all." })
    missing!: Missing | null;
    @Field(() => String, { nullable: true, description: "What a reader must know of this series." })
    note!: string | null;
  }
  return Series;
}

/** A series from its values, oldest first; without a single figure it says why. */
export function toSeries<I, C>(
  { indicator, country, values, note = null }: { indicator: I; country: C; values: Value[]; note?: string | null },
  missing: Missing,
): SeriesOf<I, C> {
  const latest = values.findLast((value) => value.value !== null) ?? null;
  return {
    indicator,
    country,
    latest,
    values,
    unchangedSince: unchangedSince(values),
    missing: latest ? null : missing,
    note,
  };
}

/** At least three figures must agree: two equal neighbours are an ordinary coincidence. */
function unchangedSince(values: readonly Value[]): number | null {
  const numbers = values.filter((value) => value.value !== null);
  const last = numbers.at(-1);
  const changed = numbers.findLastIndex((value) => value.value !== last?.value);
  return numbers.length - changed > 3 ? (numbers[changed + 1]?.year ?? null) : null;
}
