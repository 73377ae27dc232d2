import { useEffect, useState } from "react";
import type { Language } from "../shared/language.tsx";

/** What stands at the head of a country's page. */
export interface CountryFacts {
  readonly code: string;
  readonly name: string;
  readonly capital: string | null;
  readonly areaKm2: number | null;
  readonly borders: readonly { readonly code: string; readonly name: string }[] | null;
}

const query = `query CountryFacts($code: CountryCode!, $language: Language!) {
  country(code: $code) {
    code
    name(language: $language)
    capital
    areaKm2
    borders { code name(language: $language) }
  }
}`;

/** The facts of a country, or why there are none; undefined while they load. */
export function useCountryFacts(code: string, language: Language): CountryFacts | Error | undefined {
  const [facts, setFacts] = useState<CountryFacts | Error>();
  useEffect(() => {
    const controller = new AbortController();
    loadFacts(code, language, controller.signal).then(setFacts, (error: unknown) => {
      if (!controller.signal.aborted) setFacts(error instanceof Error ? error : new Error(String(error)));
    });
    return () => controller.abort();
  }, [code, language]);
  return facts;
}

async function loadFacts(code: string, language: Language, signal: AbortSignal): Promise<CountryFacts> {
  const variables = JSON.stringify({ code, language: language.toUpperCase() });
  const response = await fetch(`/graphql?${new URLSearchParams({ query, variables })}`, { signal });
  const { data, errors } = (await response.json()) as Answer;
  if (!data?.country) throw new Error(errors?.[0]?.message ?? `${response.status} ${response.statusText}`);
  return data.country;
}

interface Answer {
  readonly data?: { readonly country: CountryFacts | null };
  readonly errors?: readonly { readonly message: string }[];
}
