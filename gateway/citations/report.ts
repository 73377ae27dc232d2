import type { ApolloServerPlugin } from "@apollo/server";
import { provenanceOf } from "../../subgraphs/kit/graphql/trace-provenance.ts";

/** For a subgraph that serves alone: tells in `extensions.provenance` which sources fed the answer. */
export function createProvenanceReport(): ApolloServerPlugin<object> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          const provenance = provenanceOf(contextValue);
          if (response.body.kind !== "single" || provenance.length === 0) return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, provenance };
        },
      };
    },
  };
}
