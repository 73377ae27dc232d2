// Prints, as JSON, the SDL of the subgraphs named on the command line, imported and built in that order in this process.
import { graphql } from "graphql";
import type { Subgraph } from "../../subgraphs/kit/subgraph.ts";

const printed: Record<string, string> = {};
for (const name of process.argv.slice(2)) {
  const { [name]: subgraph } = (await import(`../../subgraphs/${name}/index.ts`)) as Record<string, Subgraph>;
  if (!subgraph) throw new Error(`subgraphs/${name}/index.ts exports no ${name}`);
  const { data } = await graphql({ schema: await subgraph.buildSchema(), source: "{ _service { sdl } }" });
  printed[name] = (data as { _service: { sdl: string } })._service.sdl;
}
process.stdout.write(JSON.stringify(printed));
