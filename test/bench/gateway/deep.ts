import { type BenchSubgraph, federationLink, type Shape } from "./shape.ts";

interface Ref {
  readonly id: string;
}

const people = 8;
const sites = 12;
const numberOf = ({ id }: Ref) => Number(/\d+/.exec(id)?.[0] ?? 0);

/** People, their notes, the sites these are about, and back: the same objects again and again, five levels down. */
export function deepShape(copies: number): Shape {
  return { name: "deep", subgraphs: subgraphs(copies), query };
}

const query = `query Deep($tag: String) {
  people(tag: $tag) {
    ...Person
    notes { ...Note site { ...Site notes { ...Note author { ...Person notes { ...Note site { ...Site } } } } } }
  }
  sites(tag: $tag) {
    ...Site
    notes { ...Note author { ...Person notes { ...Note site { ...Site } } } }
  }
}
fragment Person on Person { id handle name }
fragment Note on Note { id text }
fragment Site on Site { id title level area risk isOpen }`;

function subgraphs(copies: number): BenchSubgraph[] {
  return [
    {
      name: "people",
      typeDefs: `${federationLink}
        type Query { people(tag: String): [Person!] }
        type Person @key(fields: "id") { id: ID! handle: String @shareable name: String }`,
      resolvers: {
        Query: { people: () => ids("p", people * copies).map(person) },
        Person: { __resolveReference: person },
      },
    },
    {
      name: "notes",
      typeDefs: `${federationLink}
        type Note @key(fields: "id") { id: ID! text: String author: Person @provides(fields: "handle") site: Site }
        type Person @key(fields: "id") { id: ID! handle: String @external notes: [Note!] }
        type Site @key(fields: "id") { id: ID! notes: [Note!] }`,
      resolvers: {
        Note: { __resolveReference: note },
        Person: { notes: (own: Ref) => [0, 1, 2].map((step) => note({ id: `n${(numberOf(own) * 2 + step) % 12}` })) },
        Site: { notes: (own: Ref) => [0, 1, 2].map((step) => note({ id: `n${(numberOf(own) + step * 5) % 12}` })) },
      },
    },
    {
      name: "sites",
      typeDefs: `${federationLink}
        type Query { sites(tag: String): [Site!] }
        type Site @key(fields: "id") { id: ID! title: String level: Float area: Float }`,
      resolvers: {
        Query: { sites: () => ids("s", sites * copies).map(site) },
        Site: { __resolveReference: site },
      },
    },
    {
      name: "states",
      typeDefs: `${federationLink}
        type Site @key(fields: "id") { id: ID! level: Float @external area: Float @external isOpen: Boolean risk: Float @requires(fields: "level area") }`,
      resolvers: {
        Site: {
          isOpen: (own: Ref) => numberOf(own) % 2 === 0,
          risk: ({ level, area }: { level: number; area: number }) => (level * area) / 100,
        },
      },
    },
  ];
}

function ids(prefix: string, count: number): Ref[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}` }));
}

function person({ id }: Ref) {
  return { id, handle: `@${id}`, name: `Person with the number ${id.slice(1)}` };
}

function site({ id }: Ref) {
  return {
    id,
    title: `Gauging site ${id} below the confluence`,
    level: numberOf({ id }) + 0.5,
    area: 40 + numberOf({ id }),
  };
}

function note({ id }: Ref) {
  const number = numberOf({ id });
  const text = `Note ${number}: the level rose by ${number} centimetres since the last visit.`;
  return { id, text, author: { ...person({ id: `p${number % people}` }) }, site: { id: `s${number % sites}` } };
}
