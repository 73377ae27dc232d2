import { useState } from "react";
import { byteOrderMark, toCsv } from "../../../tabular/csv.ts";
import type { Table } from "../../../tabular/table.ts";
import { useLanguage } from "../../shared/language.tsx";
import type { Theme } from "../../shared/theme.ts";
import { toShown } from "../answers.ts";
import { draw } from "../chart/draw.ts";
import type { PictureStyle } from "../chart/picture-config.ts";
import { toChartSpec } from "../chart/spec.ts";
import { suggestChart } from "../chart/suggest.ts";
import type { Outcome } from "../outcome.ts";
import { save } from "./save.ts";

interface DownloadProps {
  readonly outcome: Outcome;
  readonly theme: Theme;
}

const pictureWidth = 800;

/** The answer as files. */
export function Download({ outcome, theme }: DownloadProps) {
  const { texts, language } = useLanguage();
  const [failure, setFailure] = useState<string>();
  const { table, answer, asked } = outcome;
  const name = asked.operationName ?? "aryk";
  const chart = table && suggestChart(table);
  const attempt = (work: () => Promise<void>) => () => {
    setFailure(undefined);
    work().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };
  const picture = (kind: "svg" | "png") =>
    attempt(async () => {
      if (table && chart) save(`${name}.${kind}`, await toPicture(table, kind, { theme, language }));
    });
  return (
    <div className="download">
      <p className="hint">{texts.downloadHint}</p>
      {failure && <p role="alert">{texts.drawFailed(failure)}</p>}
      <ul>
        {table && (
          <File
            name={texts.downloadTable}
            kind="CSV"
            take={attempt(async () => save(`${name}.csv`, await toCsvFile(table)))}
          />
        )}
        <File
          name={texts.downloadAnswer}
          kind="JSON"
          take={attempt(async () => save(`${name}.json`, toJsonFile(toShown(answer))))}
        />
        {chart && <File name={texts.downloadPicture} kind="SVG" take={picture("svg")} />}
        {chart && <File name={texts.downloadPicture} kind="PNG" take={picture("png")} />}
      </ul>
    </div>
  );
}

function File({ name, kind, take }: { readonly name: string; readonly kind: string; readonly take: () => void }) {
  return (
    <li>
      <button type="button" className="button" onClick={take}>
        {name} · {kind}
      </button>
    </li>
  );
}

async function toCsvFile({ header, rows }: Table): Promise<Blob> {
  const chunks = [byteOrderMark];
  for await (const chunk of toCsv(header, rows)) chunks.push(chunk);
  return new Blob(chunks, { type: "text/csv;charset=utf-8" });
}

function toJsonFile(answer: unknown): Blob {
  return new Blob([`${JSON.stringify(answer, null, 2)}\n`], { type: "application/json" });
}

/** Drawn anew out of sight, at a width of its own rather than that of the window. */
async function toPicture(table: Table, kind: "svg" | "png", style: PictureStyle): Promise<Blob> {
  const choice = suggestChart(table);
  if (!choice) throw new Error("There is nothing to compare");
  const spec = { ...toChartSpec(table, choice, style), width: pictureWidth, padding: 16 };
  const drawn = await draw(spec, document.createElement("div"));
  try {
    if (kind === "svg") return new Blob([await drawn.toSvg()], { type: "image/svg+xml" });
    return await drawn.toPng();
  } finally {
    drawn.remove();
  }
}
