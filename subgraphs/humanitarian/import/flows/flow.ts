/** An organisation as one publisher's file names it. */
export interface NamedOrganization {
  /** Number in the Financial Tracking Service, where the file states it. */
  readonly ftsId: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly subtype: string | null;
}

/** One end of a flow: who, where, for which years, under which plan and clusters. */
export interface FlowEnd {
  readonly organizations: readonly NamedOrganization[];
  /** Alpha-3 codes. */
  readonly countries: readonly string[];
  readonly years: readonly number[];
  readonly plan: PlanReference | null;
  /** Names of global clusters. */
  readonly clusters: readonly string[];
}

interface PlanReference {
  readonly ftsId: string;
  readonly name: string;
}

/** A flow as a dump states it, the same for every layout. */
export interface PublishedFlow {
  readonly id: string;
  readonly amountUsd: number;
  readonly originalAmount: number | null;
  readonly originalCurrency: string | null;
  readonly exchangeRate: number | null;
  readonly status: string;
  readonly flowType: string;
  readonly contributionType: string;
  readonly method: string | null;
  readonly newMoney: boolean | null;
  readonly earmarking: readonly string[];
  readonly budgetYear: string | null;
  readonly date: string | null;
  readonly decisionDate: string | null;
  readonly firstReportedDate: string | null;
  readonly createdDate: string | null;
  readonly updatedDate: string | null;
  readonly version: number | null;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly reportChannels: readonly string[];
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
  /** How many rows of the publisher's files carry this flow: files by country repeat a flow that goes to several. */
  readonly publisherRows: number;
}

/** All flows of one usage year as they stood on one day. */
export interface FlowDump {
  readonly year: number;
  readonly date: string;
  /** Countries whose every flow of that year is in the dump. */
  readonly countries: readonly string[];
  /** Whether it states plans at the source, parents, children, channels, earmarking and new money. */
  readonly detailed: boolean;
  /** Whether the money that moves inside the countries is in it, beside what comes in. */
  readonly internal: boolean;
  /** Whether it is the file of a whole year from before that year was over, which states no boundary per country. */
  readonly countsByFile: boolean;
  readonly retrievedAt: string;
  readonly flows: readonly PublishedFlow[];
}
