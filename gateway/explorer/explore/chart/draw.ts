import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

/** A drawn picture. */
export interface Drawn {
  /** @returns an SVG document */
  toSvg(): Promise<string>;
  /** @returns a PNG as a data URL, at twice the size on the page */
  toPng(): Promise<string>;
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
    toPng: () => view.toImageURL("png", 2),
    remove: () => void view.finalize(),
  };
}
