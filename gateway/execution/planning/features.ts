import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  visit,
} from "graphql";
import { argumentOf } from "./type-index.ts";

/** A specification that a supergraph links, and under what names its directives stand there. */
export interface Feature {
  /** Such as `authenticated`. */
  readonly name: string;
  readonly url: string;
  /** What it is needed for: `SECURITY`, `EXECUTION` or nothing that must be understood. */
  readonly purpose: string | undefined;
  /** Name of its main directive in this supergraph, without the at sign. */
  readonly directive: string;
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
      ? (definition.directives ?? []).filter(isLink)
      : [],
  );
  const features = links.flatMap((link) => toFeature(link) ?? []);
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

function toFeature(link: ConstDirectiveNode): Feature | undefined {
  const url = argumentOf(link, "url") ?? argumentOf(link, "feature");
  const name = /\/([^/]+)\/v\d+(?:\.\d+)?\/?$/.exec(url ?? "")?.[1];
  if (url === undefined || name === undefined) return undefined;
  return {
    name,
    url,
    purpose: argumentOf(link, "for"),
    directive: importedAs(link, name) ?? argumentOf(link, "as") ?? name,
  };
}

/** The name that an import gives the directive called like the feature. */
function importedAs(link: ConstDirectiveNode, name: string): string | undefined {
  const list = link.arguments?.find((argument) => argument.name.value === "import")?.value;
  if (list?.kind !== Kind.LIST) return undefined;
  for (const item of list.values) {
    const [own, as] = item.kind === Kind.OBJECT ? [member(item, "name"), member(item, "as")] : [text(item), undefined];
    if (own === `@${name}`) return (as ?? own).slice(1);
  }
  return undefined;
}

function member(value: ConstValueNode, name: string): string | undefined {
  const field =
    value.kind === Kind.OBJECT ? value.fields.find((candidate) => candidate.name.value === name) : undefined;
  return field && text(field.value);
}

function text(value: ConstValueNode): string | undefined {
  return value.kind === Kind.STRING ? value.value : undefined;
}
