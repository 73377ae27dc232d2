import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { errorTable } from "../subgraphs/kit/errors.ts";

/** Codes under which a fault of ours arrives; what they say is for the log, not for the person who asked. */
const faults = new Set(["INTERNAL_SERVER_ERROR", "DOWNSTREAM_SERVICE_ERROR"]);

/**
 * What a client sees of an error: a code, a message for a person, the path, and which service when one failed.
 * A fault without a code of ours is logged whole and shown as INTERNAL_SERVER_ERROR.
 */
export function createFormatError(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, locations, path, extensions = {} } = formatted;
    const { code, suggestions, serviceName } = extensions;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const service = typeof serviceName === "string" ? { serviceName } : {};
    if (typeof code !== "string" || faults.has(code)) {
      log.error({ err: unwrapResolverError(error), path }, "A resolver failed");
      const { meaning, wayOut } = errorTable.INTERNAL_SERVER_ERROR;
      return { message: `${meaning} ${wayOut}`, ...place, extensions: { code: "INTERNAL_SERVER_ERROR", ...service } };
    }
    return { message, ...place, extensions: { code, ...(Array.isArray(suggestions) && { suggestions }), ...service } };
  };
}
