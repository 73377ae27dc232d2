import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

/** A drawn picture. */
export interface Drawn {
  /** @returns an SVG document */
  toSvg(): Promise<string>;
  /** @returns a PNG at twice the size on the page */
  toPng(): Promise<Blob>;
  remove(): void;
}

/** Draws into an element. Expressions are interpreted: the pages' policy forbids code made from text. */
export async function draw(spec: TopLevelSpec, element: HTMLElement): Promise<Drawn> {
  const view = new View(parse(compile(spec).spec, {}, { ast: true }), {
    renderer: "svg",
    container: element,
    hover: true,
    expr: expressionInterpreter,
  });
  await view.runAsync();
  return {
    toSvg: () => view.toSVG(),
    toPng: async () => toBlob(await view.toCanvas(2)),
    remove: () => void view.finalize(),
  };
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large for a file"))),
      "image/png",
    );
  });
}
