import { useLanguage } from "../shared/language.tsx";

const six = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG"] as const;
const alpha2 = { KAZ: "KZ", KGZ: "KG", TJK: "TJ", TKM: "TM", UZB: "UZ", AFG: "AF" } as const;

/** The way to the page of each of the six. @param current alpha-3 code of the page that is open */
export function CountryLinks({ current }: { readonly current?: string }) {
  const { texts, language } = useLanguage();
  const names = new Intl.DisplayNames(language, { type: "region" });
  return (
    <nav className="country-links" aria-label={texts.countries}>
      {six.map((code) => (
        <a key={code} className="button" href={`/country/${code}`} aria-current={code === current ? "page" : undefined}>
          {names.of(alpha2[code])}
        </a>
      ))}
    </nav>
  );
}
