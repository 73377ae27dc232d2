import type { ReferenceResolver } from "../kit/graphql/federate.ts";
import type { Context } from "./loaders.ts";

/** How this subgraph finds an entity that another one refers to; null when there is none. */
export const references: Record<string, ReferenceResolver> = {
  // Whether the country exists is for the countries subgraph to say.
  Country: ({ code }: { code: string }) => ({ code }),
  Commodity: async ({ id }: { id: string }, { loaders }: Context) =>
    (await loaders.catalogue()).commodities.get(id) ?? null,
};
