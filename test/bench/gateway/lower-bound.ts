import { createServer } from "node:http";
import { Pool } from "undici";

/**
 * The plan of each shape written by hand: fetch, parse, merge, stringify. What no gateway that is told the query at run
 * time can beat by much. Settings: PORT, SHAPE and URLS (JSON, by subgraph).
 */
const urls: Record<string, string> = JSON.parse(process.env["URLS"] ?? "{}");
const pools = new Map(
  Object.entries(urls).map(([name, url]) => [name, new Pool(new URL(url).origin, { connections: 100 })]),
);

// biome-ignore lint/suspicious/noExplicitAny: hand-written for known answers
type Json = any;

async function ask(name: string, query: string, variables: unknown): Promise<Json> {
  const { body } = await (pools.get(name) as Pool).request({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return ((await body.json()) as Json).data;
}

/** Asks about each object once and gives every one its answer. */
async function extend(
  name: string,
  typename: string,
  selection: string,
  objects: Json[],
  keys: string[],
  take: string[],
): Promise<void> {
  const indexes = new Map<string, number>();
  const representations: Json[] = [];
  const positions = objects.map((object) => {
    let index = indexes.get(object.id ?? object.code);
    if (index === undefined) {
      index = representations.length;
      indexes.set(object.id ?? object.code, index);
      const representation: Json = { __typename: typename };
      for (const key of keys) representation[key] = object[key];
      representations.push(representation);
    }
    return index;
  });
  const query = `query($representations:[_Any!]!){_entities(representations:$representations){...on ${typename}{${selection}}}}`;
  const { _entities } = await ask(name, query, { representations });
  for (let position = 0; position < objects.length; position++) {
    const entity = _entities[positions[position] as number];
    for (const field of take) objects[position][field] = entity[field];
  }
}

async function flat(tag: unknown): Promise<Json> {
  const [{ countries }, { indicators }] = await Promise.all([
    ask("countries", "query($tag:String){countries(tag:$tag){code name alpha2 capital areaKm2 landlocked languages}}", {
      tag,
    }),
    ask("indicators", "query($tag:String){indicators(tag:$tag){id title unit source}}", { tag }),
  ]);
  const basins = async () => {
    await extend(
      "environment",
      "Country",
      "water{year withdrawalKm3 stressPercent}basins{id}",
      countries,
      ["code"],
      ["water", "basins"],
    );
    const all = countries.flatMap((country: Json) => country.basins);
    await extend("hydrology", "Basin", "name river lengthKm", all, ["id"], ["name", "river", "lengthKm"]);
  };
  await Promise.all([
    basins(),
    extend("humanitarian", "Country", "appeals{id year requiredUsd fundedUsd}", countries, ["code"], ["appeals"]),
    extend("trade", "Country", "trade{year exportsUsd importsUsd topPartner}", countries, ["code"], ["trade"]),
  ]);
  const shown = countries.map((c: Json) => ({
    code: c.code,
    name: c.name,
    alpha2: c.alpha2,
    capital: c.capital,
    areaKm2: c.areaKm2,
    landlocked: c.landlocked,
    languages: c.languages,
    water: c.water,
    basins: c.basins.map((b: Json) => ({ id: b.id, name: b.name, river: b.river, lengthKm: b.lengthKm })),
    appeals: c.appeals,
    trade: c.trade,
  }));
  return { countries: shown, indicators };
}

const noteTail = "id text site{id}";
const authorTail = `author{id handle notes{${noteTail}}}`;

async function deep(tag: unknown): Promise<Json> {
  const [{ people }, { sites }] = await Promise.all([
    ask("people", "query($tag:String){people(tag:$tag){id handle name}}", { tag }),
    ask("sites", "query($tag:String){sites(tag:$tag){id title level area}}", { tag }),
  ]);
  await Promise.all([
    extend("notes", "Person", `notes{id text site{id notes{id text ${authorTail}}}}`, people, ["id"], ["notes"]),
    extend("notes", "Site", `notes{id text ${authorTail}}`, sites, ["id"], ["notes"]),
  ]);
  const outer = people.flatMap((p: Json) => p.notes.map((n: Json) => n.site));
  const authors = [...outer, ...sites].flatMap((s: Json) => s.notes.map((n: Json) => n.author));
  const inner = authors.flatMap((a: Json) => a.notes.map((n: Json) => n.site));
  const bare = [...outer, ...inner];
  await Promise.all([
    extend("people", "Person", "name", authors, ["id"], ["name"]),
    extend("sites", "Site", "title level area", bare, ["id"], ["title", "level", "area"]),
  ]);
  await extend("states", "Site", "risk isOpen", [...bare, ...sites], ["id", "level", "area"], ["risk", "isOpen"]);
  const site = (s: Json) => ({
    id: s.id,
    title: s.title,
    level: s.level,
    area: s.area,
    risk: s.risk,
    isOpen: s.isOpen,
  });
  const author = (a: Json) => ({
    id: a.id,
    handle: a.handle,
    name: a.name,
    notes: a.notes.map((n: Json) => ({ id: n.id, text: n.text, site: site(n.site) })),
  });
  const noted = (s: Json) => ({
    ...site(s),
    notes: s.notes.map((n: Json) => ({ id: n.id, text: n.text, author: author(n.author) })),
  });
  return {
    people: people.map((p: Json) => ({
      id: p.id,
      handle: p.handle,
      name: p.name,
      notes: p.notes.map((n: Json) => ({ id: n.id, text: n.text, site: noted(n.site) })),
    })),
    sites: sites.map(noted),
  };
}

const answer = process.env["SHAPE"] === "deep" ? deep : flat;
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString());
    const text = JSON.stringify({ data: await answer(variables?.tag) });
    response
      .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) })
      .end(text);
  });
}).listen(Number(process.env["PORT"]), "127.0.0.1", () => process.stdout.write("ready\n"));
