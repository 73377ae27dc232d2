import { GraphQLError } from "graphql";

/** What a code means and what the caller can do about it. This table is printed as schema/errors.md. */
export interface ErrorDefinition {
  readonly meaning: string;
  readonly wayOut: string;
}

export const errorTable = {
  UNKNOWN_COUNTRY: {
    meaning: "No country has this code.",
    wayOut: "Take one of `extensions.suggestions`, or an ISO 3166-1 alpha-3, alpha-2 or M49 code.",
  },
  UNKNOWN_INDICATOR: {
    meaning: "No indicator has this id.",
    wayOut: "Take one of `extensions.suggestions`, or search with `indicators(search:)`.",
  },
  UNKNOWN_ID: {
    meaning: "Nothing of this kind has the id or code given.",
    wayOut: "Take one of `extensions.suggestions`, or list what there is with the plural field.",
  },
  INVALID_RANGE: {
    meaning: "The range ends before it begins, or lies outside what can be asked.",
    wayOut: "Give `from` no later than `to`.",
  },
  PLACE_NOT_COVERED: {
    meaning: "The graph has this for the countries of its region only, and nothing is known of the one asked for.",
    wayOut: "Ask for one of `extensions.suggestions`.",
  },
  INVALID_PAGE: {
    meaning: "`first` is below 0 or above the limit, or `after` is not a cursor of this list.",
    wayOut: "Ask for 0 to 1,000 nodes, and pass an `endCursor` of the same list and filters as `after`.",
  },
  NO_SNAPSHOT: {
    meaning: "No dated snapshot of what was asked for is as old as `asOf`.",
    wayOut:
      "Take one of the days in `extensions.suggestions`, or leave `asOf` out. `earlierFunding` has totals published earlier.",
  },
  MISSING_ARGUMENT: {
    meaning: "An argument has no meaning without another one that was not given.",
    wayOut: "Give the argument that the message names.",
  },
  TOO_MANY: {
    meaning: "More keys in one list argument than one field answers.",
    wayOut: "Split the list over several aliased fields or requests.",
  },
  GRAPHQL_PARSE_FAILED: { meaning: "The query is not GraphQL.", wayOut: "Correct the syntax at `locations`." },
  GRAPHQL_VALIDATION_FAILED: {
    meaning: "The query asks for something the schema does not have.",
    wayOut: "Correct the names; the message has the nearest match. The schema is at /schema.graphql.",
  },
  BAD_USER_INPUT: {
    meaning: "A variable or an argument has the wrong type or form, or is missing.",
    wayOut: "Correct it as the message says.",
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning: "Several operations and no `operationName`, or one that does not exist.",
    wayOut: "Name the operation to run.",
  },
  BAD_REQUEST: {
    meaning: "The HTTP request carries no GraphQL operation.",
    wayOut: "POST JSON with a `query`, or GET with `?query=`.",
  },
  PAYLOAD_TOO_LARGE: {
    meaning: "The request body is larger than 1 MiB.",
    wayOut: "Send a smaller query, or move values to variables.",
  },
  NOT_FOUND: { meaning: "No page at this path.", wayOut: "The graph is at /graphql, its schema at /schema.graphql." },
  UNKNOWN_QUERY: {
    meaning: "No published query has this name.",
    wayOut: "Take one of `extensions.suggestions`; /q lists them all.",
  },
  METHOD_NOT_ALLOWED: { meaning: "This page is only read.", wayOut: "Use GET or HEAD." },
  NOT_ACCEPTABLE: {
    meaning: "The answer does not come in any of the media types that `Accept` names.",
    wayOut: "Accept one of the types in the message, or choose by the extension of the path.",
  },
  NOT_A_TABLE: {
    meaning: "The answer of this query cannot be one table, and CSV is one table.",
    wayOut: "Ask for one list at a time, as the message says, or take JSON.",
  },
  ADMIN_KEY_WRONG: {
    meaning: "The call is for whoever runs this server, and its key is missing or wrong.",
    wayOut: "Send `Authorization: Bearer <the value of ARYK_ADMIN_KEY>`.",
  },
  CACHE_UNAVAILABLE: {
    meaning: "Redis does not answer, so that nothing could be dropped from the shared cache.",
    wayOut: "Ask again when it is back. Answers go on without it.",
  },
  SUBGRAPH_UNAVAILABLE: {
    meaning: "The service behind these fields did not answer; the other fields of the answer are complete.",
    wayOut: "Ask again later. `extensions.serviceName` says which service.",
  },
  SUBGRAPH_TIMEOUT: {
    meaning: "The service behind these fields did not answer in time; the other fields of the answer are complete.",
    wayOut: "Ask again later, or for less at once. `extensions.serviceName` says which service.",
  },
  SUBGRAPH_MALFORMED: {
    meaning: "The service behind these fields answered with something that does not fit the schema or is too large.",
    wayOut:
      "Ask again later; if it stays, report the query. `extensions.serviceName` says which service, where one is to blame.",
  },
  FIELD_DENIED: {
    meaning: "The field is for signed-in clients only, and this server signs nobody in.",
    wayOut: "Leave the field out.",
  },
  QUERY_TOO_LARGE: {
    meaning:
      "The fragments of the query stand for more selections than one query may have, or its levels can be answered in too many ways.",
    wayOut: "Ask for less at once, in several queries.",
  },
  SOURCE_TIMEOUT: {
    meaning: "The publisher did not answer in time, and nothing older is kept.",
    wayOut: "Ask again in a minute: the answer is fetched in the background meanwhile.",
  },
  SOURCE_UNAVAILABLE: {
    meaning: "The publisher's service is down or cannot be reached, and nothing older is kept.",
    wayOut: "Ask again later; `sources` says when it last answered.",
  },
  SOURCE_REJECTED: {
    meaning: "The publisher's service refused the question.",
    wayOut: "Ask for a place, period or subject that the publisher covers.",
  },
  SOURCE_MALFORMED: {
    meaning: "The publisher's service answered with something that cannot be read.",
    wayOut: "Ask again later; if it stays, report it: the publisher may have changed its service.",
  },
  SOURCE_TRUNCATED: {
    meaning: "The publisher's service cut its answer short, so that a total would be wrong.",
    wayOut: "Ask for fewer years, partners or commodities at a time.",
  },
  SOURCE_RATE_LIMITED: {
    meaning: "The publisher's service asks for a pause.",
    wayOut: "Ask again in a few minutes.",
  },
  SOURCE_QUOTA_EXCEEDED: {
    meaning: "The calls that the publisher allows in an hour or a day are used up.",
    wayOut: "Ask again after `quotaResetsAt` of `sources`; a key of the publisher, where it has one, raises the limit.",
  },
  SOURCE_NEEDS_KEY: {
    meaning: "The publisher's service asks for a key that this server does not have.",
    wayOut: "The server's operator sets the key named in the message; registration is free.",
  },
  SOURCE_OFF: {
    meaning: "This server asks no publisher, and no table shipped with it has what was asked for.",
    wayOut: "Ask a server that runs with `SOURCES=auto`, the default.",
  },
  INTERNAL_SERVER_ERROR: {
    meaning: "A fault of this server.",
    wayOut: "Ask again; if it stays, report the query and the time.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorTable;

export interface ErrorDetails {
  /** The valid choices nearest to what was given. */
  readonly suggestions?: readonly string[];
  /** The subgraph that failed. */
  readonly serviceName?: string;
}

/** An error for the person who asked: a code from the table, what happened and what to do. */
export class GraphError extends GraphQLError {
  override readonly name = "GraphError";

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { extensions: { code, ...details } });
  }
}
