import type { ImfCell } from "./imf-cells.ts";

export type ImfNature = "REPORTED" | "ESTIMATED" | "IMPUTED";

/** By how much the IMF raises an export to make the import of a partner that does not report: freight and insurance. */
const cifFob = 1.06;
const tolerance = 0.0002;
/** A reporter with fewer such cells reports by itself: among 28,000 pairs a few have the factor by chance. */
const fewestImputed = 10;

interface Pair {
  readonly exporter: ImfCell;
  readonly importer: ImfCell;
}

/**
 * How each cell came about. The publisher marks some of its estimates; it does not mark the figures it makes
 * from the partner's report by a factor of 1.06. Those betray themselves by the factor, and the side that was
 * made is the one whose reporter shows it in the larger share of its pairs.
 */
export function imfNatures(cells: readonly ImfCell[]): ReadonlyMap<ImfCell, ImfNature> {
  const natures = new Map<ImfCell, ImfNature>();
  for (const cell of cells) natures.set(cell, cell.estimated ? "ESTIMATED" : "REPORTED");
  for (const cell of imputedCells(pairsOf(cells))) natures.set(cell, "IMPUTED");
  for (const [cell, nature] of naturesOfSums(cells, natures)) natures.set(cell, nature);
  return natures;
}

function pairsOf(cells: readonly ImfCell[]): Pair[] {
  const key = (exporter: string, importer: string, year: number) => `${exporter}|${importer}|${year}`;
  const imports = new Map<string, ImfCell>();
  for (const cell of cells) {
    if (cell.flow === "IMPORT") imports.set(key(cell.partner.code, cell.reporter.code, cell.year), cell);
  }
  const pairs: Pair[] = [];
  for (const exporter of cells) {
    if (exporter.flow !== "EXPORT" || !isSingle(exporter)) continue;
    const importer = imports.get(key(exporter.reporter.code, exporter.partner.code, exporter.year));
    if (importer && importer.valueMillionUsd > 0 && exporter.valueMillionUsd > 0) pairs.push({ exporter, importer });
  }
  return pairs;
}

function imputedCells(pairs: readonly Pair[]): ImfCell[] {
  const atFactor = pairs.filter(isAtFactor);
  const all = countByReporter(pairs.flatMap(sidesOf));
  const suspect = countByReporter(atFactor.flatMap(sidesOf));
  const share = ({ reporter: { code } }: ImfCell) => (suspect.get(code) ?? 0) / (all.get(code) ?? 1);
  const made = atFactor
    .filter((pair) => !sidesOf(pair).some(({ estimated }) => estimated))
    .map(({ exporter, importer }) => (share(exporter) > share(importer) ? exporter : importer));
  const count = countByReporter(made);
  return made.filter(({ reporter }) => (count.get(reporter.code) ?? 0) >= fewestImputed);
}

function sidesOf({ exporter, importer }: Pair): readonly [ImfCell, ImfCell] {
  return [exporter, importer];
}

function countByReporter(cells: readonly ImfCell[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reporter } of cells) counts.set(reporter.code, (counts.get(reporter.code) ?? 0) + 1);
  return counts;
}

function isAtFactor({ exporter, importer }: Pair): boolean {
  return Math.abs(importer.valueMillionUsd / exporter.valueMillionUsd - cifFob) < tolerance;
}

/**
 * A sum is no more reported than what it is the sum of: it takes the nature of more than half of its partners' cells.
 * Counted and not weighed, because one large partner's later revision hides the factor in the larger part of the value.
 */
function naturesOfSums(cells: readonly ImfCell[], natures: ReadonlyMap<ImfCell, ImfNature>): Map<ImfCell, ImfNature> {
  const key = ({ reporter, flow, year }: ImfCell) => `${reporter.code}|${flow}|${year}`;
  const worlds = new Map<string, Record<ImfNature, number>>();
  for (const cell of cells.filter(isSingle)) {
    const world = worlds.get(key(cell)) ?? { REPORTED: 0, ESTIMATED: 0, IMPUTED: 0 };
    worlds.set(key(cell), world);
    world[natures.get(cell) ?? "REPORTED"] += 1;
  }
  const sums = new Map<ImfCell, ImfNature>();
  for (const cell of cells) {
    const world = worlds.get(key(cell));
    if (isSingle(cell) || cell.estimated || !world) continue;
    const made = world.IMPUTED > world.ESTIMATED ? "IMPUTED" : "ESTIMATED";
    if (world.IMPUTED + world.ESTIMATED > world.REPORTED) sums.set(cell, made);
  }
  return sums;
}

/** Neither a sum over areas nor the report of a group. */
function isSingle({ partner, reporter }: ImfCell): boolean {
  return [partner, reporter].every(({ kind }) => kind === "COUNTRY" || kind === "UNSPECIFIED");
}
