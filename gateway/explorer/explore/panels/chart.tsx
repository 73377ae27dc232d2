import { useMemo, useState } from "react";
import type { Table } from "../../../tabular/table.ts";
import { useLanguage } from "../../shared/language.tsx";
import { columnsOf, countDistinct, labelsOf } from "../../shared/table/columns.ts";
import type { Theme } from "../../shared/theme.ts";
import { Picture } from "../chart/picture.tsx";
import { toChartSpec } from "../chart/spec.ts";
import { type ChartChoice, type Mark, marks, suggestChart } from "../chart/suggest.ts";
import { Choice } from "./choice.tsx";

interface ChartProps {
  readonly table: Table;
  readonly theme: Theme;
}

/** The answer as a chart: one that fits, until another one is chosen. */
export function Chart({ table, theme }: ChartProps) {
  const { texts, language } = useLanguage();
  const suggested = useMemo(() => suggestChart(table), [table]);
  const [chosen, setChosen] = useState<{ readonly header: string; readonly choice: ChartChoice }>();
  // A choice holds for tables with the same columns, such as the same query with other variables.
  const header = table.header.join("\n");
  const choice = chosen?.header === header ? chosen.choice : suggested;
  const spec = useMemo(
    () => choice && toChartSpec(table, choice, { theme, language }),
    [table, choice, theme, language],
  );
  if (!choice || !spec) return <p className="hint">{texts.noChart}</p>;
  const choose = (part: Partial<ChartChoice>) => setChosen({ header, choice: { ...choice, ...part } });
  const name = (column: number) => [String(column), table.header[column] ?? ""] as const;
  const figures = columnsOf(table, "number").map(name);
  const across = [...columnsOf(table, "time"), ...labelsOf(table), ...columnsOf(table, "number")].map(name);
  const colours = labelsOf(table).filter((column) => countDistinct(table, column) > 1);
  return (
    <>
      <div className="choices">
        <Choice
          label={texts.mark}
          value={choice.mark}
          options={marks.map((mark) => [mark, texts[mark]])}
          choose={(mark) => choose({ mark: mark as Mark })}
        />
        <Choice
          label={texts.vertical}
          value={String(choice.y)}
          options={figures}
          choose={(y) => choose({ y: Number(y) })}
        />
        <Choice
          label={texts.horizontal}
          value={String(choice.x)}
          options={across}
          choose={(x) => choose({ x: Number(x) })}
        />
        <Choice
          label={texts.colour}
          value={String(choice.series ?? "")}
          options={[["", texts.none], ...colours.map(name)]}
          choose={(series) => choose({ series: series === "" ? undefined : Number(series) })}
        />
      </div>
      <Picture spec={spec} title={table.header[choice.y] ?? ""} />
    </>
  );
}
