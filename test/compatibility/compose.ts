import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

/**
 * Composes subgraphs that run, by the schema that each tells of itself, and gives the file of the supergraph.
 *
 * @param urls by the name of the subgraph
 */
export async function composeRunning(urls: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const { supergraphSdl, errors } = composeServices(
    await Promise.all(
      Object.entries(urls).map(async ([name, url]) => ({ name, url, typeDefs: parse(await schemaOf(url)) })),
    ),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  const file = join(folder, "supergraph.graphql");
  await writeFile(file, supergraphSdl);
  return file;
}

async function schemaOf(url: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"{ _service { sdl } }"}',
  });
  const { data } = (await response.json()) as { data: { _service: { sdl: string } } };
  return data._service.sdl;
}
