/** The data that the compatibility suite expects of a products subgraph. */

export interface ProductRecord {
  readonly id: string;
  readonly sku: string;
  readonly package: string;
  readonly variation: { readonly id: string };
  readonly dimensions: { readonly size: string; readonly weight: number; readonly unit: string };
  readonly research: readonly ResearchRecord[];
  readonly createdBy: UserRecord;
  readonly notes: string | null;
}

export interface ResearchRecord {
  readonly study: { readonly caseNumber: string; readonly description: string };
  readonly outcome: string | null;
}

export interface DeprecatedProductRecord {
  readonly sku: string;
  readonly package: string;
  readonly reason: string;
  readonly createdBy: UserRecord;
}

export interface UserRecord {
  readonly email: string;
  readonly name: string;
  readonly totalProductsCreated: number;
  readonly yearsOfEmployment: number;
}

export const user: UserRecord = {
  email: "support@apollographql.com",
  name: "Jane Smith",
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};

const dimensions = { size: "small", weight: 1, unit: "kg" };

export const products: readonly ProductRecord[] = [
  {
    id: "apollo-federation",
    sku: "federation",
    package: "@apollo/federation",
    variation: { id: "OSS" },
    dimensions,
    research: [{ study: { caseNumber: "1234", description: "Federation Study" }, outcome: null }],
    createdBy: user,
    notes: null,
  },
  {
    id: "apollo-studio",
    sku: "studio",
    package: "",
    variation: { id: "platform" },
    dimensions,
    research: [{ study: { caseNumber: "1235", description: "Studio Study" }, outcome: null }],
    createdBy: user,
    notes: null,
  },
];

export const deprecatedProduct: DeprecatedProductRecord = {
  sku: "apollo-federation-v1",
  package: "@apollo/federation-v1",
  reason: "Migrate to Federation V2",
  createdBy: user,
};

export const inventory = { id: "apollo-oss", deprecatedProducts: [deprecatedProduct] };
