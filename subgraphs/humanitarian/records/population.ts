import type { DisplacementRecord } from "./people.ts";

/** People from one country in another, at the end of a year; null where the publisher gives nothing. */
export interface PopulationRecord {
  readonly origin: string;
  readonly asylum: string;
  readonly year: number;
  readonly refugees: number | null;
  readonly asylumSeekers: number | null;
  readonly returnedRefugees: number | null;
  readonly internallyDisplaced: number | null;
  readonly returnedInternallyDisplaced: number | null;
  readonly stateless: number | null;
  /** Other people in need of international protection: since 2018, in part counted as refugees before. */
  readonly otherInNeed: number | null;
}

interface Side {
  readonly country: string;
  readonly year: number;
}

interface Rows {
  /** People who come from the country, those displaced inside it among them. */
  readonly from: readonly PopulationRecord[];
  /** People who are in the country. */
  readonly within: readonly PopulationRecord[];
}

type Count = (row: PopulationRecord) => number | null;

const inside: Readonly<Record<string, Count>> = {
  idps: (row) => row.internallyDisplaced,
  returnedIdps: (row) => row.returnedInternallyDisplaced,
};
const abroad: Readonly<Record<string, Count>> = {
  refugeesFrom: (row) => row.refugees,
  asylumSeekersFrom: (row) => row.asylumSeekers,
  otherProtectionFrom: (row) => row.otherInNeed,
  returnedRefugees: (row) => row.returnedRefugees,
};
const hosted: Readonly<Record<string, Count>> = {
  refugeesIn: (row) => row.refugees,
  asylumSeekersIn: (row) => row.asylumSeekers,
  otherProtectionIn: (row) => row.otherInNeed,
};

/** The figures of one country and year from the pairs that have it on a side; none where no pair has a figure. */
export function displacementFrom({ country, year }: Side, { from, within }: Rows): DisplacementRecord[] {
  const sums = (rows: readonly PopulationRecord[], counts: Readonly<Record<string, Count>>) =>
    Object.entries(counts).flatMap(([measure, count]) => {
      const figures = rows.map(count).filter((figure) => figure !== null);
      const people = figures.reduce((sum, figure) => sum + figure, 0);
      return figures.length > 0 ? [{ country, year, measure, people, republished: false }] : [];
    });
  const isInside = ({ origin, asylum }: PopulationRecord) => origin === asylum;
  const isAbroad = (row: PopulationRecord) => !isInside(row);
  return [
    ...sums(from.filter(isInside), inside),
    ...sums(from.filter(isAbroad), abroad),
    ...sums(within.filter(isAbroad), hosted),
  ];
}
