import { describe, expect, test } from "vitest";
import { allFlows } from "../../support/all-flows.ts";
import { sample } from "../../support/sample.ts";
import { type PublishedRow, publisherFiles, publishersAnswer, publishersRows } from "../../support/shared-data.ts";
import { sharedGateway } from "../../support/shared-gateway.ts";

const rowsOf = (path: string) => publishersRows("humanitarian", path);

/** What a file states of a flow, for what all layouts state. */
interface Stated {
  readonly donors: readonly string[];
  readonly recipients: readonly string[];
  readonly clusters: readonly string[];
  readonly amountUsd: number;
  readonly parent: string | null;
  readonly children: readonly string[];
}

/** What the graph answers of a flow. */
interface Answered {
  readonly donors: readonly { readonly id: string }[];
  readonly recipients: readonly { readonly id: string }[];
  readonly clusters: readonly { readonly labels: readonly { readonly name: string }[] }[];
  readonly amountUsd: number;
  readonly parent: string | null;
  readonly children: readonly string[];
}
const idsOf = (organizations: Answered["donors"] = []) => organizations.map(({ id }) => id);
const flowFields = "amountUsd donors { id } recipients { id } clusters { labels { name } } parent children";

const cells = (cell: string | undefined, separator = "; ") =>
  (cell ?? "").split(separator).filter((each) => each !== "" && each !== "NULL" && each !== "NA");

const byNumber = (ids: readonly string[]) => ids.toSorted((a, b) => Number(a) - Number(b));

const ofYears = (year: number) =>
  rowsOf(`fts/di_fts_flows_${year}_afg_ca.csv.gz`).map((row): [string, Stated] => [
    row["id"] ?? "",
    {
      donors: cells(row["sourceObjects_Organization.id"]).map((id) => `FTS:${id}`),
      recipients: cells(row["destinationObjects_Organization.id"]).map((id) => `FTS:${id}`),
      clusters: cells(row["destinationObjects_GlobalCluster.name"]),
      amountUsd: Number(row["amountUSD"]),
      parent: row["parentFlowId"] || null,
      children: byNumber(cells(row["childFlowIds"], "|")),
    },
  ]);

interface ApiObject {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

const ofAnswers = (files: readonly string[]) =>
  files.flatMap((file) =>
    JSON.parse(publishersAnswer("humanitarian", `fts/${file}`)).data.flows.map(
      // biome-ignore lint/suspicious/noExplicitAny: a publisher's own layout
      ({ sourceObjects, destinationObjects, ...flow }: any): [string, Stated] => {
        const of = (objects: readonly ApiObject[], type: string) => objects.filter((each) => each.type === type);
        return [
          flow.id,
          {
            donors: of(sourceObjects, "Organization").map(({ id }) => `FTS:${id}`),
            recipients: of(destinationObjects, "Organization").map(({ id }) => `FTS:${id}`),
            clusters: of(destinationObjects, "GlobalCluster").map(({ name }) => name),
            amountUsd: flow.amountUSD,
            parent: flow.parentFlowId === null ? null : String(flow.parentFlowId),
            children: byNumber((flow.childFlowIds ?? []).map(String)),
          },
        ];
      },
    ),
  );

const search = "custom-search-locationid-1-year";
const snapshots = [
  ...[2000, 2001, 2002, 2003, 2022, 2023].map((year) => [`year: ${year}`, () => ofYears(year)] as const),
  [
    'year: 2020, asOf: "2020-10-12"',
    () => ofAnswers(["", "-page-2"].map((page) => `snapshot-2020-10-12_${search}-2020${page}.json.gz`)),
  ],
  ["year: 2020", () => ofAnswers(["", "-page-2", "-page-3"].map((page) => `${search}-2020${page}.json`))],
  ["year: 2021", () => ofAnswers([`snapshot-2021-03-11_${search}-2021.json`])],
] as const;

const incoming2026 = () =>
  ["incoming", "internal", "outgoing"].flatMap((side) =>
    rowsOf(`fts/fts_${side}_funding_2026_afg_ca_snapshot2026-04-17.csv`).map(
      (row) => ({ ...row, side }) as PublishedRow,
    ),
  );

describe.skipIf(!publisherFiles("humanitarian"))("flows against the publishers' files", () => {
  const { ask, answer } = sharedGateway();

  test("every snapshot has the publisher's flows and no other, and 200 random ones state the same", async () => {
    let compared = 0;
    for (const [args, read] of snapshots) {
      const stated = new Map<string, Stated>(read());
      const answered = await allFlows<Answered>(answer, args, flowFields);
      expect(answered.size, args).toBe(stated.size);
      for (const [id, { clusters, ...flow }] of sample([...stated], 23, 71)) {
        const node = answered.get(id);
        expect(
          {
            ...node,
            donors: idsOf(node?.donors),
            recipients: idsOf(node?.recipients),
            clusters: node?.clusters.length,
          },
          `${args} ${id}`,
        ).toEqual({ ...flow, clusters: clusters.length });
        for (const label of clusters)
          expect(
            node?.clusters.some(({ labels }) => labels.some(({ name }) => name === label)),
            label,
          ).toBe(true);
        compared++;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(200);
  });

  test("totals of 2026 by giver and by kind of receiver are those of the files for each of the six", async () => {
    const slice = "{ name amountUsd }";
    const { countries } = await answer(`{ countries { code funding(year: 2026, asOf: "2026-04-17") {
      totalUsd byDonor(first: 1000) ${slice} byRecipientType ${slice} } } }`);
    const byId = new Map(
      incoming2026()
        .filter(({ side }) => side === "incoming")
        .map((row) => [row["id"], row]),
    );
    for (const { code, funding } of countries) {
      const counted = [...byId.values()].filter(
        (row) => row["destLocations"] === code && row["status"] !== "pledge" && row["onBoundary"] === "single",
      );
      expect(sumsBy(counted, "srcOrganization"), code).toEqual(toSums(funding.byDonor));
      expect(sumsBy(counted, "destOrganizationTypes"), code).toEqual(toSums(funding.byRecipientType));
    }
  });

  test("the parts of a total come to the total, in every year and by every division", async () => {
    const part = "{ id amountUsd }";
    const years = Array.from({ length: 30 }, (_, i) => 2000 + i);
    const reading = `{ totalUsd byCluster ${part} byAppeal ${part} byDonor(first: 1000) ${part} byRecipientType ${part} byFinalRecipientType ${part} earmarking ${part} }`;
    const snapshotYears = new Set([2000, 2001, 2002, 2003, 2020, 2021, 2022, 2023, 2026]);
    let checked = 0;
    for (const year of years) {
      const asOf = snapshotYears.has(year) ? `flows: funding(year: ${year}, asOf: "2026-04-17") ${reading}` : "";
      const { data } = await ask(`{ countries { code table: funding(year: ${year}) ${reading} ${asOf} } }`);
      for (const { code, table, flows } of data.countries) {
        for (const { totalUsd, ...divisions } of [table, flows ?? {}]) {
          for (const [name, parts] of Object.entries<{ id: string; amountUsd: number }[] | null>(divisions)) {
            if (parts === null) continue;
            const sum = parts.reduce((total, { amountUsd }) => total + amountUsd, 0);
            expect(sum, `${code} ${year} ${name}`).toBe(totalUsd ?? 0);
            expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
            checked++;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(500);
  });

  test("30 random earlier figures of appeals are answered as their files state them", async () => {
    const rows = rowsOf("fts/fts_requirements_funding_afg_ca_snapshot2026-02.csv").filter(
      ({ code }) => code && !/^(RAFG|OGLBL)/.test(code),
    );
    const picked = sample(rows, 30, 5);
    const fields = picked.map(
      ({ code }, i) => `f${i}: appeal(code: "${code}") { earlierFunding { vintage totalUsd } }`,
    );
    const data = await answer(`{ ${fields.join(" ")} }`);
    for (const [i, row] of picked.entries()) {
      const totalUsd = row["funding"] ? Number(row["funding"]) : null;
      expect(data[`f${i}`].earlierFunding, row["code"]).toContainEqual({ vintage: "2026-02", totalUsd });
    }
  });
});

function sumsBy(rows: readonly PublishedRow[], column: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const name = row[column] || "Not specified";
    sums[name] = (sums[name] ?? 0) + Number(row["amountUSD"]);
  }
  return sums;
}

function toSums(slices: readonly { readonly name: string; readonly amountUsd: number }[]): Record<string, number> {
  return Object.fromEntries(slices.map(({ name, amountUsd }) => [name, amountUsd]));
}
