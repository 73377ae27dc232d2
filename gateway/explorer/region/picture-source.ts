import type { Citation } from "../../citations/citation.ts";
import type { Table } from "../../tabular/table.ts";
import type { Language } from "../shared/language.tsx";
import { parseCsv } from "../shared/table/parse-csv.ts";
import type { Parameters } from "./theme-entry.ts";

/** The address of a published query's answer. @param format empty for the query itself */
export function toQueryUrl(query: string, format: string, parameters: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(parameters);
  return `/q/${query}${format && `.${format}`}${search.size > 0 ? `?${search}` : ""}`;
}

/** A published query's answer in the forms that a picture needs. */
export interface LoadedPicture {
  /** The server's drawing. */
  readonly svg: Blob;
  readonly table: Table;
  readonly citations: readonly Citation[];
}

/** What the server said instead of an answer. */
export class PictureError extends Error {
  override readonly name = "PictureError";
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

export interface PictureRequest {
  readonly query: string;
  readonly parameters: Parameters;
  readonly language: Language;
  readonly size: "wide" | "narrow";
}

/** @throws PictureError with what the server said; whatever fetch throws when there is no server */
export async function loadPicture(request: PictureRequest, signal: AbortSignal): Promise<LoadedPicture> {
  const { query, parameters, language, size } = request;
  const asked = { ...parameters, lang: language };
  const get = (format: string, more: Parameters = {}) =>
    fetchWhole(toQueryUrl(query, format, { ...asked, ...more }), signal);
  const [svg, csv, cited] = await Promise.all([
    get("svg", size === "narrow" ? { size } : {}).then((response) => response.blob()),
    get("csv").then((response) => response.text()),
    get("json", { cite: "text" }).then((response) => response.json() as Promise<Cited>),
  ]);
  return { svg, table: parseCsv(csv), citations: cited.extensions.citations };
}

interface Cited {
  readonly extensions: { readonly citations: readonly Citation[] };
}

async function fetchWhole(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (response.ok) return response;
  const body = (await response.json().catch(() => undefined)) as FailedAnswer | undefined;
  const error = body?.errors?.[0];
  throw new PictureError(error?.message ?? `${response.status} ${response.statusText}`, error?.extensions?.code);
}

interface FailedAnswer {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
