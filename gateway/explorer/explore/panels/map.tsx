import { useMemo, useState } from "react";
import type { Table } from "../../../tabular/table.ts";
import { useLanguage } from "../../shared/language.tsx";
import { columnsOf } from "../../shared/table/columns.ts";
import type { Theme } from "../../shared/theme.ts";
import { Picture } from "../chart/picture.tsx";
import { findPlaces, momentsOf, rowsAt } from "../map/places.ts";
import { toMapSpec } from "../map/spec.ts";
import { useLand } from "../map/use-land.ts";
import { Choice } from "./choice.tsx";

interface MapViewProps {
  readonly table: Table;
  readonly theme: Theme;
}

/** The answer on a map: one figure at one moment. */
export function MapView({ table, theme }: MapViewProps) {
  const { texts, language } = useLanguage();
  const land = useLand();
  const figures = columnsOf(table, "number");
  const [chosenFigure, setFigure] = useState<number>();
  const [chosenMoment, setMoment] = useState<string>();
  const figure = figures.find((column) => column === chosenFigure) ?? figures[0];
  const moments = useMemo(() => momentsOf(table), [table]);
  const moment = moments.find((each) => each === chosenMoment);
  const places = useMemo(() => findPlaces(table), [table]);
  const rows = useMemo(() => rowsAt(table, figure, moment), [table, figure, moment]);
  const spec = useMemo(
    () =>
      Array.isArray(land) && places ? toMapSpec(table, { places, figure, rows }, land, { theme, language }) : undefined,
    [table, places, figure, rows, land, theme, language],
  );
  if (!places) return <p className="hint">{texts.noMap}</p>;
  if (land instanceof Error) return <p role="alert">{texts.drawFailed(land.message)}</p>;
  const [time] = columnsOf(table, "time");
  const shownMoment = time === undefined ? "" : String(rows[0]?.[time] ?? "");
  return (
    <>
      <div className="choices">
        {figures.length > 1 && (
          <Choice
            label={texts.figure}
            value={String(figure)}
            options={figures.map((column) => [String(column), table.header[column] ?? ""])}
            choose={(value) => setFigure(Number(value))}
          />
        )}
        {moments.length > 1 && (
          <Choice
            label={texts.moment}
            value={shownMoment}
            options={moments.map((each) => [each, each])}
            choose={setMoment}
          />
        )}
      </div>
      {spec ? (
        <Picture spec={spec} title={figure === undefined ? texts.map : (table.header[figure] ?? "")} />
      ) : (
        <p className="hint">{texts.drawing}</p>
      )}
      <p className="hint">{texts.mapSource}</p>
    </>
  );
}
