/** A graph made up for one case: its types, who serves what, and rules that give every field a value. */
export interface Model {
  readonly subgraphs: readonly string[];
  /** Entities, value types and the roots. */
  readonly objects: readonly ObjectType[];
  readonly interfaces: readonly Interface[];
  readonly unions: readonly Union[];
  readonly bases: Bases;
}

/** The types that fields may have beside leaves. */
export interface Bases {
  readonly names: readonly string[];
  /** The subgraphs in which a field may have the type. */
  subgraphsOf(base: string): readonly string[];
  /** What objects of the type may be when all of the subgraphs give them. */
  possible(base: string, subgraphs: readonly string[]): readonly string[];
}

export interface ObjectType {
  readonly name: string;
  /** Subgraphs that define it, each with the keys by which it is found there; none where it has no identity. */
  readonly keys: ReadonlyMap<string, readonly Key[]>;
  readonly fields: readonly Field[];
  readonly gap: Gap | undefined;
}

export interface Key {
  readonly fields: readonly KeyField[];
  readonly isResolvable: boolean;
}

/** `ref` is an object of a value type that holds the id, `refs` a list of such. */
export type KeyField = "id" | "code" | "ref" | "refs";

/** A subgraph that does not know every object of an entity, and how it says so. */
export interface Gap {
  readonly subgraph: string;
  readonly isFailure: boolean;
}

export interface Interface {
  readonly name: string;
  /** The interface that it implements wherever both are defined. */
  readonly parent: string | undefined;
  /** By the subgraph that defines it as an interface. */
  readonly local: ReadonlyMap<string, LocalInterface>;
  /** Subgraphs in which it has a key. */
  readonly keyed: ReadonlySet<string>;
  readonly fields: readonly Field[];
  /** Subgraphs that know it as an object. */
  readonly objectIn: readonly string[];
  /** The fields that those give to all members. */
  readonly objectFields: readonly Field[];
}

export interface LocalInterface {
  readonly members: readonly string[];
  readonly fields: readonly string[];
}

export interface Union {
  readonly name: string;
  /** By the subgraph that defines it. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export interface Field {
  readonly name: string;
  readonly kind: "plain" | "key";
  /** Subgraphs that resolve it. */
  readonly owners: readonly string[];
  readonly type: FieldType;
  readonly args: readonly Argument[];
  /** Whether it throws for some objects. */
  readonly isFaulty: boolean;
  readonly isInaccessible: boolean;
  /** What its owner needs of the same object to compute it. */
  readonly requires: readonly Needed[];
  /** Fields of the target, or of some of the targets, that its owner gives along. */
  readonly provides: readonly Provided[];
  /** The subgraph that it was taken over from. */
  readonly overrides: string | undefined;
  /** Owners that declare it nullable although it never is null. */
  readonly looseIn: readonly string[];
  /** The owner that takes one more argument. */
  readonly extraIn: string | undefined;
}

export interface FieldType {
  readonly base: string;
  readonly isLeaf: boolean;
  /** From the outside in: `!` and `[`. `["!", "[", "["]` is `[[T]]!`. */
  readonly wraps: readonly string[];
}

export interface Argument {
  readonly name: string;
  readonly type: string;
  /** As written in the schema. */
  readonly default: string | undefined;
}

/** A field that is required, with constant arguments. */
export interface Needed {
  readonly field: string;
  /** As written, by argument. */
  readonly args: ReadonlyMap<string, string>;
  readonly inner: readonly Needed[];
}

export interface Provided {
  readonly type: string;
  readonly field: string;
  /** What is given along of an object. */
  readonly inner: readonly Provided[];
}
