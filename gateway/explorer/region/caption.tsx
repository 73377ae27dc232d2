import { useLanguage } from "../shared/language.tsx";
import { toAbout } from "./about.ts";
import type { LoadedPicture } from "./picture-source.ts";

interface CaptionProps {
  readonly picture: LoadedPicture;
  /** Of the numbers, where the query names it and the answer does not. */
  readonly unit: string | null;
}

/** Unit, years, source and freshness of a picture. */
export function Caption({ picture: { table, citations }, unit }: CaptionProps) {
  const { texts, language } = useLanguage();
  const { units, years, retrieved } = toAbout(table, citations, unit);
  const day =
    retrieved &&
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(retrieved));
  return (
    <dl className="caption">
      {units.length > 0 && <Fact name={texts.unit} value={units.join("; ")} />}
      {years && <Fact name={texts.years} value={years} />}
      {citations.length > 0 && (
        <div>
          <dt>{texts.source}</dt>
          <dd>
            {citations.map(({ source, publisher, title, url, vintages, licence }, i) => (
              <span key={source}>
                {i > 0 && "; "}
                <a href={url} rel="noreferrer" target="_blank">
                  {publisher}, {title}
                </a>
                {vintages.length > 0 && `, ${vintages.join(", ")}`} ({licence})
              </span>
            ))}
          </dd>
        </div>
      )}
      {day && <Fact name={texts.retrieved} value={day} />}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
