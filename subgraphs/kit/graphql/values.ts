import type { SourceRecord } from "../register/source.ts";
import { sourceById } from "../register/sources.ts";
import { Directive, Field, Float, ID, Int, ObjectType } from "./decorators.ts";
import { Freshness, Missing, Nature, Qualifier } from "./enums.ts";
import { DateTimeScalar, UrlScalar } from "./scalars.ts";

@Directive("@shareable")
@ObjectType({ description: "A publisher's data set or service." })
export class Source implements SourceRecord {
  @Field(() => ID, { description: "Stable id, such as `WORLD_BANK`." })
  id!: string;
  @Field(() => String, { description: "Title of the data set." })
  title!: string;
  @Field(() => String, { description: "Who publishes it." })
  publisher!: string;
  @Field(() => UrlScalar, { description: "The publisher's page on the data." })
  url!: string;
  @Field(() => String, { description: "Licence of the figures, as an SPDX id where there is one." })
  licence!: string;
  @Field(() => String, { description: "How to cite it." })
  citation!: string;
  @Field(() => String, { description: "How often new figures are issued." })
  cadence!: string;
}

@Directive("@shareable")
@ObjectType({ description: "Where a figure comes from and how current it is." })
export class Provenance {
  @Field(() => Source, { description: "The data set it was taken from." })
  source!: Source;
  @Field(() => Freshness, { description: "Whether it was fetched now, kept, or shipped." })
  freshness!: Freshness;
  @Field(() => DateTimeScalar, { description: "When it was taken from the publisher." })
  retrievedAt!: string;
  @Field(() => String, { nullable: true, description: "The publisher's release it belongs to, such as `2026-07`." })
  vintage!: string | null;
}

@Directive("@shareable")
@ObjectType({ description: "One figure with its unit, period, nature and provenance." })
export class Value {
  @Field(() => Float, {
    nullable: true,
    description: "The number, in `unit`; null when missing, and `missing` says why.",
  })
  value!: number | null;
  @Field(() => Qualifier, { nullable: true, description: "Set when the number is a bound or does not apply." })
  qualifier!: Qualifier | null;
  @Field(() => Missing, { nullable: true, description: "Why there is no number." })
  missing!: Missing | null;
  @Field(() => String, { description: "Unit of the number." })
  unit!: string;
  @Field(() => Int, { nullable: true, description: "Calendar year, when the period is one." })
  year!: number | null;
  @Field(() => String, { description: "The period as ISO 8601, such as `2024` or `2024-05-01`." })
  period!: string;
  @Field(() => Nature, { description: "How the figure came about." })
  nature!: Nature;
  @Field(() => String, { nullable: true, description: "What a reader must know of this figure." })
  note!: string | null;
  @Field(() => Provenance, { description: "Where it comes from." })
  provenance!: Provenance;
}

/** How current a reading is, without the source's own description. */
export interface ProvenanceRecord {
  readonly source: string;
  readonly freshness: Freshness;
  readonly retrievedAt: string;
  readonly vintage: string | null;
}

export function toProvenance({ source, ...rest }: ProvenanceRecord): Provenance {
  return { source: sourceById(source), ...rest };
}

type Given = Pick<Value, "value" | "unit" | "nature" | "provenance"> &
  Partial<Pick<Value, "qualifier" | "missing" | "note">> &
  ({ readonly year: number } | { readonly period: string });

/** A value with what was not given filled in: no qualifier, no note, the year as its period. */
export function toValue(given: Given): Value {
  const year = "year" in given ? given.year : yearOf(given.period);
  const period = "year" in given ? String(given.year) : given.period;
  return { qualifier: null, missing: null, note: null, ...given, year, period };
}

function yearOf(period: string): number | null {
  return /^\d{4}$/.test(period) ? Number(period) : null;
}
