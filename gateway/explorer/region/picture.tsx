import { useRef, useState } from "react";
import type { Table } from "../../tabular/table.ts";
import { toShareLink } from "../explore/share-link.ts";
import { useLanguage } from "../shared/language.tsx";
import type { ListedQuery } from "../shared/published.ts";
import { columnsOf } from "../shared/table/columns.ts";
import { TableView } from "../shared/table/table-view.tsx";
import { Caption } from "./caption.tsx";
import { PictureControl } from "./picture-control.tsx";
import { PictureGap } from "./picture-gap.tsx";
import { toQueryUrl } from "./picture-source.ts";
import type { PictureEntry } from "./theme-entry.ts";
import { toVariables } from "./to-variables.ts";
import { useMedia } from "./use-media.ts";
import { useNear } from "./use-near.ts";
import { usePicture } from "./use-picture.ts";

interface PictureProps {
  readonly entry: PictureEntry;
  readonly listed: ListedQuery;
  /** A query without a row for this place is no picture. */
  readonly isLeftOutWhenEmpty?: boolean;
}

/** A published query as the server draws it, with what must be known to read it and the ways to its figures. */
export function Picture({ entry, listed, isLeftOutWhenEmpty = false }: PictureProps) {
  const { query, parameters: fixed = {}, control } = entry;
  const { texts, language } = useLanguage();
  const frame = useRef<HTMLElement>(null);
  const [step, setStep] = useState(0);
  const [isTable, setTable] = useState(false);
  const isNarrow = useMedia("(max-width: 40rem)");
  const parameters = { ...fixed, ...control?.steps[step]?.parameters };
  const size = isNarrow ? "narrow" : "wide";
  const state = usePicture({ query, parameters, language, size }, useNear(frame));
  const explore = toShareLink("", {
    published: query,
    variables: JSON.stringify(toVariables(listed, parameters), null, 2),
  });
  if (isLeftOutWhenEmpty && state.phase === "shown" && !hasFigures(state.picture.table)) return null;
  return (
    <figure className="picture" ref={frame} data-query={query}>
      {entry.heading && <h3>{entry.heading[language]}</h3>}
      {control && <PictureControl control={control} step={step} setStep={setStep} />}
      <div className="picture-frame">
        {state.phase === "shown" ? (
          <img src={state.url} alt={texts.pictureOf(listed.title)} />
        ) : (
          <PictureGap title={listed.title} state={state} />
        )}
      </div>
      <figcaption>
        {state.phase === "shown" && <Caption picture={state.picture} unit={listed.unit} />}
        <div className="picture-actions">
          <a className="button" href={explore}>
            {texts.openQuery}
          </a>
          <button
            type="button"
            className="button"
            aria-expanded={isTable}
            disabled={state.phase !== "shown"}
            onClick={() => setTable(!isTable)}
          >
            {texts.figures}
          </button>
          <a
            className="button"
            href={toQueryUrl(query, "csv", { ...parameters, lang: language })}
            download={`${query}.csv`}
          >
            CSV
          </a>
        </div>
        {isTable && state.phase === "shown" && <TableView table={state.picture.table} />}
      </figcaption>
    </figure>
  );
}

function hasFigures(table: Table): boolean {
  return columnsOf(table, "number").some((column) => table.rows.some((row) => row[column] !== null));
}
