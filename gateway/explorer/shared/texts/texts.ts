import type { en } from "./en.ts";

/** The texts of the pages in one language: every language has each of them, in the same form. */
export type Texts = { readonly [Key in keyof typeof en]: Widened<(typeof en)[Key]> };

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T;
