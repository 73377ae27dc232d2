import { GraphError } from "../kit/errors.ts";
import { requireFound } from "../kit/require.ts";
import type { Snapshot } from "../kit/snapshot/read.ts";
import { suggest } from "../kit/suggest.ts";
import { type CommodityRecord, type PartnerRecord, toCommodity, toPartner } from "./records.ts";

/** The reference data of the subgraph: who trades and what, without the figures. */
export interface Catalogue {
  readonly partners: ReadonlyMap<string, PartnerRecord>;
  /** By id, in the order of the codes. */
  readonly commodities: ReadonlyMap<string, CommodityRecord>;
  /** The commodities one level below, in the order of the codes. */
  childrenOf(id: string): CommodityRecord[];
}

export async function loadCatalogue(snapshot: Snapshot): Promise<Catalogue> {
  const [partners, commodities] = await Promise.all([
    snapshot.read("partners", toPartner),
    snapshot.read("commodities", toCommodity),
  ]);
  const children = new Map<string, CommodityRecord[]>();
  for (const commodity of commodities.rows) {
    const siblings = children.get(commodity.parent ?? "") ?? [];
    children.set(commodity.parent ?? "", siblings);
    siblings.push(commodity);
  }
  return {
    partners: new Map(partners.rows.map((partner) => [partner.code, partner])),
    commodities: new Map(commodities.rows.map((commodity) => [commodity.id, commodity])),
    childrenOf: (id) => children.get(id) ?? [],
  };
}

/** What Comtrade calls its areas that are no country. */
const comtradeAreas: Readonly<Record<string, string>> = {
  "COMTRADE:568": "Other Europe, not elsewhere specified",
  "COMTRADE:577": "Other Africa, not elsewhere specified",
  "COMTRADE:837": "Bunkers",
  "COMTRADE:838": "Free zones",
  "COMTRADE:839": "Special categories",
  "COMTRADE:899": "Areas not elsewhere specified",
};

function comtradeArea(code: string): PartnerRecord | undefined {
  if (!code.startsWith("COMTRADE:")) return undefined;
  const nameEn = comtradeAreas[code] ?? `Area ${code.slice("COMTRADE:".length)} of UN Comtrade`;
  return { code, kind: "UNSPECIFIED", country: null, nameEn, nameRu: null, nameUz: null };
}

/** @throws GraphError UNKNOWN_COUNTRY with the nearest codes, found by code or by English name */
export function requirePartner({ partners }: Catalogue, code: string): PartnerRecord {
  const partner = partners.get(code) ?? (Object.hasOwn(comtradeAreas, code) ? comtradeArea(code) : undefined);
  if (partner) return partner;
  const byName = new Map([...partners.values()].map(({ nameEn, code: known }) => [nameEn, known]));
  const near = suggest(code, byName.keys()).flatMap((name) => byName.get(name) ?? []);
  const suggestions = near.length > 0 ? near : suggest(code, partners.keys());
  const nearest = suggestions.map((match) => `${match} (${partners.get(match)?.nameEn})`).join(" or ");
  const wayOut = nearest ? `Did you mean ${nearest}?` : "Use a country's code, WLD, EU27 or EA19.";
  throw new GraphError("UNKNOWN_COUNTRY", `No trade partner ${JSON.stringify(code)}. ${wayOut}`, { suggestions });
}

/** The record of a code that a table of ours names, or of an area that only Comtrade has. */
export function partnerOf({ partners }: Catalogue, code: string): PartnerRecord {
  const partner = partners.get(code) ?? comtradeArea(code);
  if (!partner) throw new Error(`The partners table has no row for ${code}`);
  return partner;
}

/**
 * Takes an id in any case, or a bare HS code.
 *
 * @throws GraphError UNKNOWN_ID with the nearest ids or codes
 */
export function requireCommodity({ commodities }: Catalogue, code: string): CommodityRecord {
  const id = code.trim().toUpperCase();
  const found = commodities.get(id) ?? commodities.get(`HS2022:${id}`);
  const choices = id.includes(":") ? commodities.keys() : [...commodities.values()].map((known) => known.code);
  return requireFound(found, "commodity", code, choices);
}
