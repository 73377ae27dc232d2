import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { precompress } from "./precompress.ts";
import { withoutFonts } from "./without-fonts.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  plugins: [withoutFonts(), precompress()],
  // One copy of each: GraphiQL's context and graphql's schema objects are compared by identity.
  resolve: { dedupe: ["react", "react-dom", "graphql", "@graphiql/react"] },
  build: {
    outDir: here("../../dist/explorer"),
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    // The policy allows no inline styles or scripts, and a data: URL per icon would need its own exception.
    assetsInlineLimit: 0,
    // GraphiQL with its editor is one large chunk of /explore, known and measured by the bench.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      // Packages made for React servers mark their modules; in a browser the marks mean nothing.
      checks: { moduleLevelDirective: false, bundlerTimings: false },
      input: { region: here("index.html"), explore: here("explore.html") },
    },
  },
});
