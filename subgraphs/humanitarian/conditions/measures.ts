export interface Measure {
  readonly kind: "STOCK" | "FLOW";
  readonly population: string;
  readonly definition: string;
  /** Whether it means people displaced inside the country by conflict, whom two publishers count by their own ways. */
  readonly comparable: boolean;
}

const abroad = "outside the country, from it";
const hosted = "in the country, from others";

function stock(population: string, definition: string): Measure {
  return { kind: "STOCK", population, definition, comparable: false };
}

function flow(population: string, definition: string): Measure {
  return { kind: "FLOW", population, definition, comparable: false };
}

/** What the measures of the displacement tables mean. */
export const measures: Readonly<Record<string, Measure>> = {
  idps: {
    ...stock(
      "internally displaced people",
      "People driven from home by conflict or violence inside their country whom UNHCR protects or assists, at the end of the year.",
    ),
    comparable: true,
  },
  returnedIdps: flow(
    "returned internally displaced people",
    "Internally displaced people of concern to UNHCR who went back home during the year.",
  ),
  refugeesFrom: stock(
    `refugees ${abroad}`,
    "Refugees and people in refugee-like situations from this country in all countries of asylum, at the end of the year.",
  ),
  asylumSeekersFrom: stock(
    `asylum seekers ${abroad}`,
    "People from this country whose claim to asylum abroad is not decided on, at the end of the year.",
  ),
  otherProtectionFrom: stock(
    `other people in need of international protection ${abroad}`,
    "People from this country abroad who need protection and are counted neither as refugees nor as asylum seekers, at the end of the year.",
  ),
  returnedRefugees: flow("returned refugees", "Refugees who went back to this country during the year."),
  refugeesIn: stock(
    `refugees ${hosted}`,
    "Refugees and people in refugee-like situations whom this country hosts, at the end of the year.",
  ),
  asylumSeekersIn: stock(
    `asylum seekers ${hosted}`,
    "People whose claim to asylum in this country is not decided on, at the end of the year.",
  ),
  otherProtectionIn: stock(
    `other people in need of international protection ${hosted}`,
    "People in this country who need protection and are counted neither as refugees nor as asylum seekers, at the end of the year.",
  ),
  conflictStock: {
    ...stock(
      "internally displaced people",
      "People living in displacement inside their country because of conflict or violence, as IDMC estimates them for the end of the year.",
    ),
    comparable: true,
  },
  conflictFlow: flow(
    "movements inside the country",
    "Movements because of conflict or violence during the year; one person can be counted several times.",
  ),
  disasterStock: stock(
    "people displaced inside the country by disasters",
    "People living in displacement because of disasters at the end of the year, over the disasters that a figure is known for.",
  ),
  disasterFlow: flow(
    "movements inside the country because of disasters",
    "Movements because of the disasters of the year; one person can be counted several times.",
  ),
};
