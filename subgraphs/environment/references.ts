import { normalizeCountryCode } from "../kit/countries.ts";
import type { ReferenceResolver } from "../kit/graphql/federate.ts";
import type { Context } from "./loaders.ts";

/** How this subgraph finds an entity that another one refers to; null when there is none. */
export const references: Record<string, ReferenceResolver> = {
  Country: ({ code }: { code: string }) => ({ code: normalizeCountryCode(code) }),
  Basin: async ({ id }: { id: string }, { loaders }: Context) => (await loaders.atlas()).basins.get(id) ?? null,
  River: async ({ id }: { id: string }, { loaders }: Context) => (await loaders.atlas()).rivers.get(id) ?? null,
  Lake: async ({ id }: { id: string }, { loaders }: Context) => (await loaders.atlas()).lakes.get(id) ?? null,
  Dam: async ({ id }: { id: string }, { loaders }: Context) => (await loaders.atlas()).dams.get(id) ?? null,
  Glacier: async ({ wgmsId }: { wgmsId: string }, { loaders }: Context) =>
    (await loaders.atlas()).glaciers.get(wgmsId) ?? null,
};
