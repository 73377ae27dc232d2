import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, graphql, parse } from "graphql";
import type { Shape } from "./shape.ts";

export interface Stubs {
  readonly supergraph: string;
  /** What each subgraph listens at, by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Calls that the subgraphs got so far. */
  calls(): number;
  /** How long every answer waits from now on. */
  delay(ms: number): void;
  close(): void;
}

/** Subgraphs that work out an answer once and give it again, so that the gateways are what is measured. */
export async function startStubs({ subgraphs }: Shape): Promise<Stubs> {
  let calls = 0;
  let delayMs = 0;
  const servers = await Promise.all(
    subgraphs.map(async ({ name, typeDefs, resolvers }) => {
      const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
      const answer = memoised(schema);
      const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on("data", (chunk: Buffer) => chunks.push(chunk));
        request.on("end", async () => {
          calls++;
          const body = await answer(Buffer.concat(chunks).toString());
          const send = () =>
            response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
          if (delayMs > 0) setTimeout(send, delayMs);
          else send();
        });
      });
      server.keepAliveTimeout = 60_000;
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return { name, typeDefs, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
    }),
  );
  const { supergraphSdl, errors } = composeServices(
    servers.map(({ name, typeDefs, url }) => ({ name, typeDefs: parse(typeDefs), url })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return {
    supergraph: supergraphSdl,
    urls: new Map(servers.map(({ name, url }) => [name, url])),
    calls: () => calls,
    delay: (ms) => {
      delayMs = ms;
    },
    close() {
      for (const { server } of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

function memoised(schema: GraphQLSchema): (body: string) => Promise<Buffer> {
  const known = new Map<string, Promise<Buffer>>();
  return (body) => {
    const identity = createHash("sha1")
      .update(body.replace(/"u\d+"/, '""'))
      .digest("base64");
    const own = known.get(identity) ?? work(schema, body);
    known.set(identity, own);
    return own;
  };
}

async function work(schema: GraphQLSchema, body: string): Promise<Buffer> {
  const { query, variables } = JSON.parse(body);
  return Buffer.from(JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
}
