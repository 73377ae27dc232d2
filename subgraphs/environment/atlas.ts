import type { Language } from "../kit/graphql/enums.ts";
import { type Provenance, toProvenance } from "../kit/graphql/values.ts";
import { groupBy } from "../kit/group-by.ts";
import { requireFound } from "../kit/require.ts";
import type { Row } from "../kit/snapshot/cells.ts";
import type { Snapshot } from "../kit/snapshot/read.ts";
import {
  type BasinRecord,
  type Body,
  type DamRecord,
  type FigureRecord,
  type GaugeRecord,
  type GlacierRecord,
  type LakeRecord,
  type ReachRecord,
  type RiverRecord,
  toBasin,
  toDam,
  toFigure,
  toGauge,
  toGlacier,
  toLake,
  toName,
  toReach,
  toRiver,
} from "./records.ts";

/** A figure with where it comes from. */
export type Figure = FigureRecord & { readonly provenance: Provenance };

type Dam = DamRecord & { readonly provenance: Provenance };
export type Gauge = GaugeRecord & { readonly provenance: Provenance };

/** The things of the subgraph and what is fixed about them: all small tables, read together. Series come by loaders. */
export interface Atlas {
  readonly basins: ReadonlyMap<string, BasinRecord>;
  readonly rivers: ReadonlyMap<string, RiverRecord>;
  readonly lakes: ReadonlyMap<string, LakeRecord>;
  readonly dams: ReadonlyMap<string, Dam>;
  readonly glaciers: ReadonlyMap<string, GlacierRecord>;
  readonly gauges: readonly Gauge[];
  nameOf(body: Body, id: string, language: Language): string | null;
  /** From the source down. */
  reachesOf(body: Body, id: string): readonly ReachRecord[];
  figuresOf(body: Body, id: string, measure: string): readonly Figure[];
  /** Of a figure of one of the tables read here. */
  provenanceOf(table: string, source: string, vintage?: string | null): Provenance;
}

export async function loadAtlas(snapshot: Snapshot): Promise<Atlas> {
  const rowsOf = async <T>(table: string, toRecord: (row: Row) => T) => (await snapshot.read(table, toRecord)).rows;

  function provenanceOf(table: string, source: string, vintage?: string | null): Provenance {
    const info = snapshot.info(table);
    const { retrievedAt } = info;
    return toProvenance({ source, freshness: "SNAPSHOT", retrievedAt, vintage: vintage ?? info.vintage });
  }

  async function figuresIn(table: string): Promise<Figure[]> {
    const figures = await rowsOf(table, toFigure);
    return figures.map((figure) => ({ ...figure, provenance: provenanceOf(table, figure.source, figure.vintage) }));
  }

  const [basins, rivers, lakes, dams, glaciers, gauges, names, reaches, ...figures] = await Promise.all([
    rowsOf("basins", toBasin),
    rowsOf("rivers", toRiver),
    rowsOf("lakes", toLake),
    rowsOf("dams", toDam),
    rowsOf("glaciers", toGlacier),
    rowsOf("gauges", toGauge),
    rowsOf("names", toName),
    rowsOf("riparians", toReach),
    figuresIn("figures-published"),
    figuresIn("figures-factbook"),
    figuresIn("figures-kazakhstan"),
    figuresIn("figures-power-plants"),
  ]);
  const nameByKey = new Map(names.map(({ body, id, language, name }) => [`${body} ${id} ${language}`, name]));
  const reachesByKey = groupBy(reaches, ({ body, id }) => `${body} ${id}`);
  const figuresByKey = groupBy(figures.flat(), ({ body, id, measure }) => `${body} ${id} ${measure}`);
  return {
    basins: byId(basins),
    rivers: byId(rivers),
    lakes: byId(lakes),
    dams: byId(dams.map((dam) => ({ ...dam, provenance: provenanceOf("dams", "AQUASTAT_DAMS") }))),
    glaciers: new Map(glaciers.map((glacier) => [glacier.wgmsId, glacier])),
    gauges: gauges.map((gauge) => ({ ...gauge, provenance: provenanceOf("gauges", gauge.source) })),
    nameOf: (body, id, language) =>
      nameByKey.get(`${body} ${id} ${language}`) ?? nameByKey.get(`${body} ${id} EN`) ?? null,
    reachesOf: (body, id) => reachesByKey.get(`${body} ${id}`) ?? [],
    figuresOf: (body, id, measure) => figuresByKey.get(`${body} ${id} ${measure}`) ?? [],
    provenanceOf,
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/**
 * By id, or by another spelling of the name in any case.
 *
 * @throws GraphError UNKNOWN_ID with the nearest ids and names
 */
export function requireNamed<T extends { readonly aliases: readonly string[] }>(
  things: ReadonlyMap<string, T>,
  kind: string,
  id: string,
): T {
  const wanted = toKey(id);
  const found =
    things.get(wanted) ?? [...things.values()].find(({ aliases }) => aliases.some((alias) => toKey(alias) === wanted));
  return requireFound(found, kind, id, things.keys());
}

/** "Bahri Tojik" to `bahri-tojik`, as the ids are written. */
function toKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
