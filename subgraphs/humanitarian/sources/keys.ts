/** A country, by its alpha-3 code, in a year. */
export interface PlaceAndYear {
  readonly country: string;
  readonly year: number;
}

export function placeAndYearKey({ country, year }: PlaceAndYear): string {
  return `${country}|${year}`;
}

/** An area, by its p-code or the alpha-3 code of a whole country, in a year. */
export interface AreaAndYear {
  readonly area: string;
  readonly year: number;
}

export function areaAndYearKey({ area, year }: AreaAndYear): string {
  return `${area}|${year}`;
}
