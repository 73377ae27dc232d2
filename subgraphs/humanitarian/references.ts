import { isCountry, normalizeCountryCode } from "../kit/countries.ts";
import type { ReferenceResolver } from "../kit/graphql/federate.ts";
import { findAppealOfToday } from "./funding/appeal-questions.ts";
import type { Context } from "./loaders.ts";

/** How this subgraph finds an entity that another one refers to; null when there is none. */
export const references: Record<string, ReferenceResolver> = {
  Country: ({ code }: { code: string }) => {
    const country = normalizeCountryCode(code);
    return isCountry(country) ? { code: country } : null;
  },
  Appeal: async ({ code }: { code: string }, { loaders }: Context) => (await findAppealOfToday(loaders, code)) ?? null,
  Organization: async ({ id }: { id: string }, { loaders }: Context) =>
    (await loaders.catalogue()).organizations.get(id) ?? null,
  Cluster: async ({ code }: { code: string }, { loaders }: Context) =>
    (await loaders.catalogue()).clusters.get(code) ?? null,
  Province: async ({ pcode }: { pcode: string }, { loaders }: Context) =>
    (await loaders.areas()).byPcode.get(pcode) ?? null,
};
