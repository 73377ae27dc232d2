// Who may import whom. CONTRIBUTING.md says why.
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "subgraphs-are-islands",
      severity: "error",
      from: { path: "^subgraphs/(?!kit/)([^/]+)/" },
      to: { path: "^subgraphs/(?!kit/)[^/]+/", pathNot: "^subgraphs/$1/" },
    },
    {
      name: "kit-knows-no-subgraph",
      severity: "error",
      from: { path: "^subgraphs/kit/" },
      to: { path: "^(gateway/|subgraphs/(?!kit/))" },
    },
    { name: "subgraphs-know-no-gateway", severity: "error", from: { path: "^subgraphs/" }, to: { path: "^gateway/" } },
    {
      name: "only-the-front-door",
      severity: "error",
      from: { path: "^gateway/" },
      to: { path: "^subgraphs/(?!kit/)[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "resolvers-do-no-io",
      severity: "error",
      from: { path: "^subgraphs/(?!kit/)[^/]+/(types|resolvers|records|references)" },
      to: { path: "(^subgraphs/kit/(source|cache)/|/sources?/|node_modules/(ioredis|undici)/)" },
    },
    { name: "no-test-in-src", severity: "error", from: { path: "^(gateway|subgraphs)/" }, to: { path: "^test/" } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
