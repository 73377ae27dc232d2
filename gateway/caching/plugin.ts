import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import type { OperationDefinitionNode } from "graphql";
import { formatCacheControl, noStore } from "./cache-control.ts";
import { toCacheStatus } from "./cache-status.ts";
import type { Caching } from "./caching.ts";

/**
 * Tells caches of each answer how long it may be kept, and where it came from.
 *
 * @param cachingOf what is known of the answer to a context's request; undefined when nothing fed it
 */
export function createCachingPlugin<C extends BaseContext>(
  cachingOf: (context: C) => Caching | undefined,
): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, operation, contextValue }) {
          const { headers } = response.http;
          const caching = operation && !asksOnlyOfSchema(operation) ? cachingOf(contextValue) : undefined;
          const isWhole = response.body.kind === "single" && !response.body.singleResult.errors?.length;
          const isKept = isWhole && operation?.operation === "query";
          headers.set("cache-control", formatCacheControl(isKept && caching ? caching.control : noStore));
          if (caching) headers.set("cache-status", toCacheStatus(new Set(caching.origins)));
        },
      };
    },
  };
}

/** Whether this process answers it by itself, as a question whether it is alive. */
function asksOnlyOfSchema({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.every(
    (selection) => selection.kind === "Field" && selection.name.value.startsWith("__"),
  );
}
