import type { Chart } from "../chart.ts";
import { roomOf, type Size } from "./style.ts";

/** Cells of two names each, coloured by a number that may lie on both sides of 0; without a number a cell is grey. */
export function matrixOf({ y, points }: Chart, size: Size): object {
  const { label } = roomOf[size];
  // Rows and columns hold the same names: they stand in one order.
  const order = [...new Set(points.flatMap((point) => [point.y, point.x]))];
  const names = {
    field: "x",
    type: "nominal",
    sort: order,
    axis: { orient: "top", title: null, labelAngle: -40, labelLimit: label },
  };
  return {
    width: { step: size === "wide" ? 84 : 40 },
    height: { step: size === "wide" ? 44 : 34 },
    encoding: {
      x: names,
      y: { field: "y", type: "nominal", sort: order, title: y.title || null, axis: { labelLimit: label } },
    },
    layer: [
      { mark: { type: "rect", color: "#eee", stroke: "white", strokeWidth: 2 } },
      {
        transform: [{ filter: "isValid(datum.amount)" }],
        mark: { type: "rect", stroke: "white", strokeWidth: 2 },
        encoding: {
          color: {
            field: "amount",
            type: "quantitative",
            title: null,
            scale: { domain: [-1, 0, 1], range: ["#0072b2", "#f3f3f3", "#d55e00"], clamp: true },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", fontSize: size === "wide" ? 12 : 10 },
        encoding: {
          text: {
            condition: { test: "isValid(datum.amount)", field: "amount", type: "quantitative", format: "+.2f" },
            value: "–",
          },
          color: {
            condition: { test: "isValid(datum.amount) && abs(datum.amount) > 0.75", value: "white" },
            value: "#333",
          },
        },
      },
    ],
  };
}
