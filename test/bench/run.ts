import { runByName } from "../support/run-by-name.ts";

/** `npm run bench -- <name>`: prints figures. RESULTS.md keeps those that the project states. */
await runByName({
  "gateway-local": async () => (await import("./gateway-local.ts")).benchGatewayLocal,
  gateway: async () => (await import("./gateway.ts")).benchGateway,
  "cold-start": async () => (await import("./cold-start.ts")).benchColdStart,
  cache: async () => (await import("./cache.ts")).benchCache,
  published: async () => (await import("./published.ts")).benchPublished,
  web: async () => (await import("./web.ts")).benchWeb,
  totals: async () => (await import("./totals.ts")).benchTotals,
});
