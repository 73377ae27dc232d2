import { defineConfig } from "vitest/config";

export default defineConfig({
  // vite would load graphql's ES build for our files while @apollo/* require the CommonJS one: two realms.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  oxc: { decorator: { legacy: true } },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["reflect-metadata"],
    env: { APOLLO_TELEMETRY_DISABLED: "true" },
    // vitest leaves one core idle by itself, which on two cores is half of the machine.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
