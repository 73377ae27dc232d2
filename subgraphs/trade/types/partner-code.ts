import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { normalizeCountryCode } from "../../kit/countries.ts";

/** Codes only: whether there is such a partner is for the resolver to say, so that a bad code costs its own field. */
export const PartnerCode = new GraphQLScalarType<string, string>({
  name: "PartnerCode",
  description:
    "A trade partner: a country by its alpha-3, alpha-2 or M49 code, `WLD` for the world, `EU27` (the members since 2020), `EA19` (the euro area of 2015 to 2022), `IMF:<NAME>` for a further group or an unspecified area of the IMF, or `COMTRADE:<number>` for an area that is no country there.",
  parseValue: (value) => {
    if (typeof value === "string" || typeof value === "number") return normalizeCountryCode(String(value));
    throw new GraphQLError(`A partner code is a string such as "CHN", "EU27" or "WLD", not ${JSON.stringify(value)}`);
  },
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return normalizeCountryCode(node.value);
    throw new GraphQLError('A partner code is a string such as "CHN", "EU27" or "WLD"', { nodes: node });
  },
});
