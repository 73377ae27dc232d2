import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  visit,
} from "graphql";
import { argumentOf } from "./directive-arguments.ts";

/** A specification that a supergraph links, and under what names its directives stand there. */
export interface Feature {
  /** Such as `authenticated`. */
  readonly name: string;
  readonly url: string;
  /** What it is needed for: `SECURITY`, `EXECUTION` or nothing that must be understood. */
  readonly purpose: string | undefined;
  /** Name of its main directive in this supergraph, without the at sign. */
  readonly directive: string;
  /** Names in this supergraph of that one and of those that are imported. */
  readonly directives: readonly string[];
}

/** Those that @apollo/gateway refuses to load, and what becomes of them here. */
const securing = new Set(["authenticated", "requiresScopes", "policy"]);
const executing = new Set(["cacheTag", "context", "cost"]);
const ofTheGateway = new Set(["join", "tag", "inaccessible", "core", "link"]);

/** A supergraph that asks for something this gateway does not do. */
export class UnsupportedFeatureError extends Error {
  override readonly name = "UnsupportedFeatureError";
}

/** @throws UnsupportedFeatureError for a feature that must be understood and is not */
export function readFeatures(supergraph: DocumentNode): Feature[] {
  const links = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  );
  const features = links.flatMap((link) => readFeature(link) ?? []);
  for (const { name, url, purpose } of features) {
    if (purpose === undefined || securing.has(name) || executing.has(name) || ofTheGateway.has(name)) continue;
    throw new UnsupportedFeatureError(
      `The supergraph needs ${url} for ${purpose}, which this gateway does not do. Compose it without that feature.`,
    );
  }
  return features;
}

/** The directives that keep fields from clients that are not signed in. */
export function securingDirectives(features: readonly Feature[]): ReadonlySet<string> {
  return new Set(features.filter(({ name }) => securing.has(name)).map(({ directive }) => directive));
}

/** The supergraph without the features that @apollo/gateway refuses; they are seen to by the executor. */
export function withoutRefusedFeatures(supergraph: DocumentNode, features: readonly Feature[]): DocumentNode {
  const refused = features.filter(({ name, purpose }) => purpose !== undefined && !ofTheGateway.has(name));
  if (refused.length === 0) return supergraph;
  const urls = new Set(refused.map(({ url }) => url));
  const names = new Set(refused.map(({ directive }) => directive));
  const isRefused = (name: string) => names.has(name) || [...names].some((own) => name.startsWith(`${own}__`));
  return visit(supergraph, {
    enter(node) {
      switch (node.kind) {
        case Kind.DIRECTIVE: {
          const url = isLink(node) ? argumentOf(node as ConstDirectiveNode, "url") : undefined;
          return isRefused(node.name.value) || (url !== undefined && urls.has(url)) ? null : undefined;
        }
        case Kind.ARGUMENT:
          // Of @join__field: it refers to @context, which is refused.
          return node.name.value === "contextArguments" ? null : undefined;
        case Kind.DIRECTIVE_DEFINITION:
        case Kind.SCALAR_TYPE_DEFINITION:
        case Kind.ENUM_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION:
          return isRefused(node.name.value) ? null : undefined;
        default:
          return undefined;
      }
    },
  });
}

function isLink({ name }: DirectiveNode): boolean {
  return name.value === "link" || name.value === "core";
}

/** The specification that a directive of a schema links; undefined for another directive. */
export function readFeature(link: ConstDirectiveNode): Feature | undefined {
  const url = isLink(link) ? (argumentOf(link, "url") ?? argumentOf(link, "feature")) : undefined;
  const name = /\/([^/]+)\/v\d+(?:\.\d+)?\/?$/.exec(url ?? "")?.[1];
  if (url === undefined || name === undefined) return undefined;
  const imported = importsOf(link);
  const directive = imported.get(`@${name}`)?.slice(1) ?? argumentOf(link, "as") ?? name;
  const others = [...imported.values()].flatMap((own) => (own.startsWith("@") ? [own.slice(1)] : []));
  return { name, url, purpose: argumentOf(link, "for"), directive, directives: [directive, ...others] };
}

/** By the name that the specification gives something, the one that it has in the supergraph. */
function importsOf(link: ConstDirectiveNode): ReadonlyMap<string, string> {
  const list = link.arguments?.find((argument) => argument.name.value === "import")?.value;
  const items = list?.kind === Kind.LIST ? list.values : [];
  return new Map(
    items.flatMap((item) => {
      const own = item.kind === Kind.OBJECT ? member(item, "name") : text(item);
      return own === undefined ? [] : [[own, (item.kind === Kind.OBJECT && member(item, "as")) || own] as const];
    }),
  );
}

function member(value: ConstValueNode, name: string): string | undefined {
  const field =
    value.kind === Kind.OBJECT ? value.fields.find((candidate) => candidate.name.value === name) : undefined;
  return field && text(field.value);
}

function text(value: ConstValueNode): string | undefined {
  return value.kind === Kind.STRING ? value.value : undefined;
}
