import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { normalizeCountryCode } from "../countries.ts";

/** Codes only: whether the country exists is for the resolver to say, so that a bad code costs its own field. */
export const CountryCode = new GraphQLScalarType<string, string>({
  name: "CountryCode",
  description:
    "ISO 3166-1 alpha-3 code, such as `KAZ`. Input also takes the alpha-2 code and the M49 number, in any case or padding.",
  parseValue: (value) => {
    if (typeof value === "string" || typeof value === "number") return normalizeCountryCode(String(value));
    throw new GraphQLError(`A country code is a string such as "KAZ", "KZ" or "398", not ${JSON.stringify(value)}`);
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return normalizeCountryCode(node.value);
    throw new GraphQLError('A country code is a string such as "KAZ", "KZ" or "398"', { nodes: node });
  },
});

/** ISO 8601 calendar dates stay strings inside: they sort and compare as they are. */
export const DateScalar = stringScalar({
  name: "Date",
  description: "ISO 8601 calendar date, such as `2021-03-12`.",
  example: "2021-03-12",
  normalize: (text) => (isCalendarDate(text) ? text : undefined),
});

export const DateTimeScalar = stringScalar({
  name: "DateTime",
  description: "ISO 8601 instant in UTC, such as `2026-07-01T00:00:00.000Z`.",
  example: "2026-07-01T00:00:00.000Z",
  normalize: (text) => {
    if (!/^\d{4}-\d\d-\d\dT/.test(text) || !isCalendarDate(text.slice(0, 10))) return undefined;
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
  },
});

export const UrlScalar = stringScalar({
  name: "URL",
  description: "An absolute URL.",
  example: "https://example.org/",
  normalize: (text) => (URL.canParse(text) ? text : undefined),
});

interface StringScalar {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  /** The canonical form, or undefined for what is not one of these. */
  readonly normalize: (text: string) => string | undefined;
}

function stringScalar({ name, description, example, normalize }: StringScalar): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const normal = typeof value === "string" ? normalize(value) : undefined;
    if (normal === undefined)
      throw new GraphQLError(`Not a ${name}: ${JSON.stringify(value)}. Write it like "${example}"`);
    return normal;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse("value" in node ? node.value : undefined),
  });
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
