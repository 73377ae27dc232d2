import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../context.ts";
import { toCitations } from "./citation.ts";

const header = "aryk-citations";

/** Adds `extensions.citations` to an answer when the request asks: `Aryk-Citations: true`, or `extensions: { citations: true }`. */
export function createCitationsPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request }) {
      const isAsked = request.http?.headers.get(header) === "true" || request.extensions?.["citations"] === true;
      return {
        async willSendResponse({ response, contextValue }) {
          // A cache that keeps the answer must not give one with citations to who asks for none.
          response.http.headers.set("vary", header);
          if (!isAsked || response.body.kind !== "single") return;
          const { singleResult } = response.body;
          singleResult.extensions = {
            ...singleResult.extensions,
            citations: toCitations(contextValue.provenance()),
          };
        },
      };
    },
  };
}
