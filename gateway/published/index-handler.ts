import Negotiator from "negotiator";
import { GraphError } from "../../subgraphs/kit/errors.ts";
import { requireReading } from "../http/methods.ts";
import { sendRepresentation, toRepresentation } from "../http/representation.ts";
import type { Handler } from "../http/server.ts";
import { toIndexPage } from "./index-page.ts";
import { listQueries } from "./listing.ts";
import type { PublishedOperation } from "./operations.ts";

const types = ["application/json", "text/html"];
const maxAgeSeconds = 300;

/** Answers /q with the list of the published queries, as JSON or as a page. */
export function createIndexHandler(operations: () => Iterable<PublishedOperation>): Handler {
  return async (request, response, url) => {
    requireReading(request, response);
    response.setHeader("vary", "Accept, Accept-Encoding");
    const { lang = "en", ...others } = Object.fromEntries(url.searchParams);
    if ((lang !== "en" && lang !== "ru") || Object.keys(others).length > 0) {
      throw new GraphError("BAD_USER_INPUT", "The index takes lang=en or lang=ru and nothing else.");
    }
    const [type] = new Negotiator(request).mediaTypes(types);
    if (!type) throw new GraphError("NOT_ACCEPTABLE", `The index comes as ${types.join(" and ")}. Accept one of them.`);
    const queries = listQueries(operations(), lang);
    const text = type === "text/html" ? toIndexPage(queries, lang) : `${JSON.stringify({ queries })}\n`;
    response.setHeader("cache-control", `public, max-age=${maxAgeSeconds}`);
    await sendRepresentation(
      request,
      response,
      toRepresentation(text, {
        "content-type": `${type}; charset=utf-8`,
        "content-language": lang,
        ...(type === "text/html" && {
          "content-security-policy":
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        }),
      }),
    );
  };
}
