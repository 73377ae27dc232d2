import { roomOf, type Size } from "./style.ts";

/** The same picture small, once for each name of the facet, each on a scale of its own. @param unit mark and encoding of one of them */
export function panelsOf(unit: { readonly mark: object; readonly encoding: object }, size: Size): object {
  const { width, height } = roomOf[size];
  const columns = size === "wide" ? 2 : 1;
  return {
    facet: {
      field: "facet",
      type: "nominal",
      sort: null,
      title: null,
      header: {
        labelAnchor: "start",
        labelFontSize: 12,
        labelFontWeight: "bold",
        labelLimit: 2 * width,
        labelPadding: 6,
      },
    },
    columns,
    spec: { width: width / columns - (columns - 1) * 30, height: height * 0.5, ...unit },
    resolve: { scale: { y: "independent" }, axis: { x: "independent" } },
    spacing: { row: 22, column: 30 },
  };
}
