import type { FetchDataRewrite, QueryPlanSelectionNode } from "@apollo/query-planner";
import type { Data } from "../../data-sources/data-source.ts";
import type { StandIn } from "../planning/required-arguments.ts";
import type { KeyField, TypeIndex } from "../planning/type-index.ts";
import { ownValue } from "./place.ts";
import { applyRewrites } from "./rewrites.ts";

export interface RepresentationOptions {
  readonly types: TypeIndex;
  readonly subgraph: string;
  /** The object types that are asked about; all when undefined. */
  readonly asked: ReadonlySet<string> | undefined;
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly rewrites: readonly FetchDataRewrite[];
  readonly standIns: ReadonlyMap<string, StandIn>;
}

export interface Representing {
  /** What one object is sent as, in JSON; undefined for one that the subgraph cannot be asked about. */
  represent(object: Data): string | undefined;
  /** The one member, beside the type, that tells objects of a type apart; undefined when it takes more than that. */
  loneKey(typename: unknown): string | undefined;
}

interface Member {
  readonly key: string;
  /** `,"name":` */
  readonly label: string;
  readonly inner: Shape | undefined;
}

type Shape = (typename: unknown) => readonly Member[];

/**
 * Compiles what a fetch requires of an object. The text of a representation is both its identity and what is sent.
 * An object is left out when something required is not there, or when it has no whole key that the subgraph knows.
 */
export function compileRepresentation(options: RepresentationOptions): Representing {
  const { types, subgraph, asked, requires, rewrites } = options;
  const shape = toShape(options, requires);
  const conditions = requires.flatMap((node) => (node.kind === "InlineFragment" ? [node.typeCondition ?? ""] : []));
  const keysByType = new Map<string, readonly (readonly KeyField[])[]>();

  function keysOf(typename: string): readonly (readonly KeyField[])[] {
    const known = keysByType.get(typename);
    if (known) return known;
    const names = new Set([typename, ...conditions.filter((condition) => types.covers(condition, typename))]);
    for (const { path, ...rewrite } of rewrites) {
      if (path.at(-1) === "__typename" && rewrite.kind === "ValueSetter") names.add(String(rewrite.setValueTo));
    }
    const keys = [...names].flatMap((name) => types.keysOf(subgraph, name));
    keysByType.set(typename, keys);
    return keys;
  }

  function represent(object: Data): string | undefined {
    const typename = object["__typename"];
    if (typeof typename !== "string") return undefined;
    if (asked && !asked.has(typename) && types.isObject(typename)) return undefined;
    const keys = keysOf(typename);
    if (keys.length > 0 && !keys.some((key) => isWhole(object, key))) return undefined;
    const members = shape(typename);
    const text = members.length > 0 ? write(object, members) : undefined;
    if (text === undefined || rewrites.length === 0) return text;
    const rewritten: unknown = JSON.parse(text);
    applyRewrites(types, rewrites, rewritten);
    return JSON.stringify(rewritten);
  }

  const loneKeys = new Map<unknown, string | undefined>();
  return {
    represent,
    loneKey(typename) {
      if (loneKeys.has(typename)) return loneKeys.get(typename);
      const others = shape(typename).filter(({ key }) => key !== "__typename");
      const key = others.length === 1 && !others[0]?.inner ? others[0]?.key : undefined;
      loneKeys.set(typename, key);
      return key;
    },
  };
}

function isWhole(value: unknown, fields: readonly KeyField[]): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.every((item) => isWhole(item, fields));
  for (const field of fields) {
    const inner = ownValue(value as Data, field.name);
    if (inner === null || inner === undefined) return false;
    if (field.fields.length > 0 && !isWhole(inner, field.fields)) return false;
  }
  return true;
}

function toShape(options: RepresentationOptions, selections: readonly QueryPlanSelectionNode[]): Shape {
  const known = new Map<unknown, readonly Member[]>();
  return (typename) => {
    const members = known.get(typename) ?? toMembers(options, selections, typename);
    known.set(typename, members);
    return members;
  };
}

function toMembers(
  options: RepresentationOptions,
  selections: readonly QueryPlanSelectionNode[],
  typename: unknown,
): readonly Member[] {
  const byName = new Map<string, QueryPlanSelectionNode[]>();

  function walk(nodes: readonly QueryPlanSelectionNode[]): void {
    for (const node of nodes) {
      if (node.kind === "Field") {
        byName.set(node.name, [...(byName.get(node.name) ?? []), ...(node.selections ?? [])]);
      } else if (node.typeCondition === undefined) {
        walk(node.selections);
      } else if (typeof typename === "string" && options.types.covers(node.typeCondition, typename)) {
        walk(node.selections);
      }
    }
  }

  walk(selections);
  return [...byName].map(([key, inner]) => ({
    key,
    label: `${JSON.stringify(options.standIns.get(key)?.field ?? key)}:`,
    inner: inner.length > 0 ? toShape(options, inner) : undefined,
  }));
}

function write(object: Data, members: readonly Member[]): string | undefined {
  let text = "";
  for (const { key, label, inner } of members) {
    const value = writeValue(ownValue(object, key), inner);
    if (value === undefined) return undefined;
    text += text === "" ? `{${label}${value}` : `,${label}${value}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function writeValue(value: unknown, inner: Shape | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || inner === undefined || typeof value !== "object") return JSON.stringify(value);
  if (!Array.isArray(value)) return write(value as Data, inner((value as Data)["__typename"]));
  const items: string[] = [];
  for (const item of value) {
    const text = writeValue(item, inner);
    if (text === undefined) return undefined;
    items.push(text);
  }
  return `[${items.join(",")}]`;
}
