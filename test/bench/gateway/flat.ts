import { type BenchSubgraph, federationLink, type Shape } from "./shape.ts";

interface ByCode {
  readonly code: string;
}
interface ById {
  readonly id: string;
}

const codes = (count: number) => Array.from({ length: count }, (_, index) => `C${String(index).padStart(2, "0")}`);
const numberOf = (text: string) => Number(/\d+/.exec(text)?.[0] ?? 0);

/** Countries with what four domains say of them, and a list of indicators: six calls, none of them deep. */
export function flatShape(countries: number): Shape {
  return { name: "flat", subgraphs: subgraphs(countries), query };
}

const query = `query Flat($tag: String) {
  countries(tag: $tag) {
    code name alpha2 capital areaKm2 landlocked languages
    water { year withdrawalKm3 stressPercent }
    basins { id name river lengthKm }
    appeals { id year requiredUsd fundedUsd }
    trade { year exportsUsd importsUsd topPartner }
  }
  indicators(tag: $tag) { id title unit source }
}`;

function subgraphs(count: number): BenchSubgraph[] {
  return [
    {
      name: "countries",
      typeDefs: `${federationLink}
        type Query { countries(tag: String): [Country!] }
        type Country @key(fields: "code") { code: ID! name: String alpha2: String capital: String areaKm2: Float landlocked: Boolean languages: [String!] }`,
      resolvers: { Query: { countries: () => codes(count).map(country) } },
    },
    {
      name: "indicators",
      typeDefs: `${federationLink}
        type Query { indicators(tag: String): [Indicator!] }
        type Indicator @key(fields: "id") { id: ID! title: String unit: String source: String }`,
      resolvers: {
        Query: {
          indicators: () =>
            codes(count).map((code) => ({
              id: `I.${code}`,
              title: `Share of ${code} in all`,
              unit: "%",
              source: "WORLD_BANK",
            })),
        },
      },
    },
    entitySubgraph(
      "environment",
      `water: Water basins: [Basin!]`,
      'type Water { year: Int! withdrawalKm3: Float! stressPercent: Float } type Basin @key(fields: "id", resolvable: false) { id: ID! }',
      {
        water: ({ code }) => ({
          year: 2022,
          withdrawalKm3: numberOf(code) / 7 + 1,
          stressPercent: numberOf(code) * 1.5,
        }),
        basins: ({ code }) => [{ id: `basin-${numberOf(code) % 9}` }, { id: `basin-${(numberOf(code) + 1) % 9}` }],
      },
    ),
    entitySubgraph(
      "humanitarian",
      "appeals: [Appeal!]",
      "type Appeal { id: ID! year: Int! requiredUsd: Float! fundedUsd: Float }",
      {
        appeals: ({ code }) =>
          [2021, 2022].map((year) => ({ id: `${code}-${year}`, year, requiredUsd: year * 1e6, fundedUsd: year * 4e5 })),
      },
    ),
    entitySubgraph(
      "trade",
      "trade: Trade",
      "type Trade { year: Int! exportsUsd: Float! importsUsd: Float! topPartner: String }",
      {
        trade: ({ code }) => ({ year: 2023, exportsUsd: numberOf(code) * 1e9, importsUsd: 2e9, topPartner: "C01" }),
      },
    ),
    {
      name: "hydrology",
      typeDefs: `${federationLink}
        type Query { basin(id: ID!): Basin }
        type Basin @key(fields: "id") { id: ID! name: String river: String lengthKm: Float }`,
      resolvers: {
        Query: { basin: ({ id }: ById) => basin({ id }) },
        Basin: { __resolveReference: basin },
      },
    },
  ];
}

function entitySubgraph(
  name: string,
  fields: string,
  types: string,
  resolvers: Record<string, (country: ByCode) => unknown>,
): BenchSubgraph {
  return {
    name,
    typeDefs: `${federationLink} type Country @key(fields: "code") { code: ID! ${fields} } ${types}`,
    resolvers: { Country: resolvers },
  };
}

function country(code: string) {
  const number = numberOf(code);
  return {
    code,
    name: `Country number ${number}`,
    alpha2: code.slice(1),
    capital: `Capital of ${code}`,
    areaKm2: number * 1234.5,
    landlocked: number % 3 === 0,
    languages: ["ru", `l${number}`],
  };
}

function basin({ id }: ById) {
  return { id, name: `Basin ${id}`, river: `River of ${id}`, lengthKm: numberOf(id) * 100 + 5 };
}
