import type { Language } from "../shared/language.tsx";

export type InBoth = Readonly<Record<Language, string>>;
export type Parameters = Readonly<Record<string, string>>;

/** A published query as one picture. It is left out where the server does not publish the query. */
export interface PictureEntry {
  /** Name of the published query. */
  readonly query: string;
  readonly parameters?: Parameters;
  /** Where the picture's own title does not tell it from its neighbours. */
  readonly heading?: InBoth;
  /** What a person can set; the first step is shown first. */
  readonly control?: Control;
}

/** One setting of a picture: each step stands for values of the query's variables. */
export interface Control {
  readonly kind: "slider" | "choice";
  readonly label: InBoth;
  readonly steps: readonly { readonly label: InBoth; readonly parameters: Parameters }[];
}

/** One subject of the regional page. */
export interface ThemeEntry {
  readonly id: string;
  readonly title: InBoth;
  readonly lead: InBoth;
  readonly pictures: readonly PictureEntry[];
}
