import { useEffect } from "react";
import { useLanguage } from "../shared/language.tsx";
import type { ListedQuery } from "../shared/published.ts";
import { CountryLinks } from "./country-links.tsx";
import { Picture } from "./picture.tsx";
import type { ThemeEntry } from "./theme-entry.ts";
import { themes } from "./themes.ts";

/** The regional page: one part for each theme that the graph can answer. */
export function Home({ queries }: { readonly queries: ReadonlyMap<string, ListedQuery> }) {
  const { texts, language } = useLanguage();
  const shown = themes.filter(({ pictures }) => pictures.some(({ query }) => queries.has(query)));
  useEffect(() => {
    // The browser looked for the part that the address names before it was there.
    if (queries.size > 0 && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [queries]);
  return (
    <>
      <div className="intro">
        <h1>{texts.homeTitle}</h1>
        <p>{texts.homeLead}</p>
        <CountryLinks />
        <nav className="theme-links" aria-label={texts.themes}>
          {shown.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title[language]}
            </a>
          ))}
        </nav>
      </div>
      {shown.map((theme) => (
        <Theme key={theme.id} theme={theme} queries={queries} />
      ))}
    </>
  );
}

interface ThemeProps {
  readonly theme: ThemeEntry;
  readonly queries: ReadonlyMap<string, ListedQuery>;
}

function Theme({ theme: { id, title, lead, pictures }, queries }: ThemeProps) {
  const { language } = useLanguage();
  return (
    <section className="theme" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title[language]}</h2>
      <p className="lead">{lead[language]}</p>
      <div className="pictures">
        {pictures.map((entry) => {
          const listed = queries.get(entry.query);
          return listed && <Picture key={entry.query} entry={entry} listed={listed} />;
        })}
      </div>
    </section>
  );
}
