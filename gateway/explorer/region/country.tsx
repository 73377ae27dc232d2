import { formatNumber } from "../shared/format.ts";
import { useLanguage } from "../shared/language.tsx";
import type { ListedQuery } from "../shared/published.ts";
import { type CountryFacts, useCountryFacts } from "./country-facts.ts";
import { CountryLinks } from "./country-links.tsx";
import { Picture } from "./picture.tsx";
import { picturesOf } from "./themes/country.ts";

interface CountryProps {
  /** As the address has it; any form of a country's code. */
  readonly code: string;
  readonly queries: ReadonlyMap<string, ListedQuery>;
}

/** The page of one country. */
export function Country({ code, queries }: CountryProps) {
  const { texts, language } = useLanguage();
  const facts = useCountryFacts(code, language);
  if (facts instanceof Error) {
    return (
      <div className="intro">
        <h1>{texts.noCountry(code)}</h1>
        <p role="alert">{facts.message}</p>
        <CountryLinks />
      </div>
    );
  }
  if (!facts) return <div className="intro" />;
  return (
    <>
      <div className="intro">
        <h1>{facts.name}</h1>
        <Facts facts={facts} />
        <CountryLinks current={facts.code} />
      </div>
      <section className="theme" aria-label={facts.name}>
        <h2 className="unseen">{texts.pictures}</h2>
        <div className="pictures">
          {picturesOf(facts.code).map((entry) => {
            const listed = queries.get(entry.query);
            return listed && <Picture key={JSON.stringify(entry)} entry={entry} listed={listed} isLeftOutWhenEmpty />;
          })}
        </div>
      </section>
    </>
  );
}

function Facts({ facts: { capital, areaKm2, borders } }: { readonly facts: CountryFacts }) {
  const { texts, language } = useLanguage();
  return (
    <dl className="facts">
      {capital && (
        <div>
          <dt>{texts.capital}</dt>
          <dd>{capital}</dd>
        </div>
      )}
      {areaKm2 !== null && (
        <div>
          <dt>{texts.areaKm2}</dt>
          <dd>{formatNumber(areaKm2, language)}</dd>
        </div>
      )}
      {borders && borders.length > 0 && (
        <div>
          <dt>{texts.borders}</dt>
          <dd>
            {borders.map(({ code, name }, i) => (
              <span key={code}>
                {i > 0 && ", "}
                <a href={`/country/${code}`}>{name}</a>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
