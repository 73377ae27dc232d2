import { runByName } from "../support/run-by-name.ts";

/** `npm run drill -- <name>`: runs too long for every test run. */
await runByName({
  reloads: async () => (await import("./reloads.ts")).drillReloads,
  redis: async () => (await import("./redis.ts")).drillRedis,
});
