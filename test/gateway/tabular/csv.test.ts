import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { toCsv } from "../../../gateway/tabular/csv.ts";
import type { Row } from "../../../gateway/tabular/rows.ts";

async function csvOf(header: string[], rows: Row[]): Promise<string> {
  let text = "";
  for await (const chunk of toCsv(header, rows)) text += chunk;
  return text;
}

test("lines end with CR LF, missing is empty, and what needs quotes has them", async () => {
  expect(
    await csvOf(
      ["a", "b [US$]"],
      [
        ["x, y", 1.5],
        ['say "so"', null],
        ["two\nlines", -3],
        ["Türkiye · Қазақстан", true],
      ],
    ),
  ).toBe('a,b [US$]\r\n"x, y",1.5\r\n"say ""so""",\r\n"two\nlines",-3\r\nTürkiye · Қазақстан,true\r\n');
});

test("any text survives a round trip by another parser", async () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }).map((text) => `x${text}`),
    fc.constantFrom("", ",", '"', "x\n", "x\r\n", ";", "x,y", 'a"b', "1,5"),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
      const { data, errors } = Papa.parse<string[]>(await csvOf(["a", "b"], rows), { delimiter: ",", newline: "\r\n" });
      expect(errors).toEqual([]);
      expect(data.slice(1, -1)).toEqual(rows.map((row) => row.map(String)));
    }),
    { seed: 7, numRuns: 300 },
  );
});

test.each([
  "=1+1",
  "+SUM(A1)",
  "-2+3",
  "@cmd",
  "\t=1",
  " =HYPERLINK(1)",
  "＝1+1",
  "|cmd",
  "\r=1",
  "-",
  "=cmd|' /C calc'!A0",
])("a text like a formula, %j, is shown and not run", async (text) => {
  const { data } = Papa.parse<string[]>(await csvOf(["a"], [[text]]), { delimiter: ",", newline: "\r\n" });
  expect(data[1]).toEqual([`'${text}`]);
});

test.each(["-5", "+12.5", "0702", "100 - 200"])("a number or a harmless text, %j, stays as it is", async (text) => {
  expect(await csvOf(["a"], [[text]])).toBe(`a\r\n${text}\r\n`);
});

test("a negative number stays a number", async () => {
  expect(await csvOf(["a"], [[-28.3]])).toBe("a\r\n-28.3\r\n");
});
