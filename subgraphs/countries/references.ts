import { normalizeCountryCode } from "../kit/countries.ts";
import type { ReferenceResolver } from "../kit/graphql/federate.ts";
import type { Context } from "./loaders.ts";

/** How this subgraph finds an entity that another one refers to; null when there is none. */
export const references: Record<string, ReferenceResolver> = {
  Country: async ({ code }: { code: string }, { loaders }: Context) =>
    (await loaders.catalogue()).countries.get(normalizeCountryCode(code)) ?? null,
  Indicator: async ({ id }: { id: string }, { loaders }: Context) =>
    (await loaders.catalogue()).indicators.get(id) ?? null,
  SdgGoal: async ({ number }: { number: number }, { loaders }: Context) =>
    (await loaders.catalogue()).goals.get(number) ?? null,
  SdgTarget: async ({ code }: { code: string }, { loaders }: Context) =>
    (await loaders.catalogue()).targets.get(code) ?? null,
  SdgIndicator: async ({ code }: { code: string }, { loaders }: Context) =>
    (await loaders.catalogue()).sdgIndicators.get(code) ?? null,
};
