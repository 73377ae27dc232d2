/** What a citation says, however it is formatted. */
export interface CitedSource {
  /** Id in the source register. */
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly url: string;
  /** The publisher's releases that the figures belong to, oldest first. */
  readonly vintages: readonly string[];
  /** When the newest of the figures was taken from the publisher, ISO 8601. */
  readonly retrievedAt: string;
}

/** A `@misc` entry that BibTeX and BibLaTeX both read. */
export function toBibtex({ source, title, publisher, licence, url, vintages, retrievedAt }: CitedSource): string {
  const day = retrievedAt.slice(0, 10);
  const release = vintages.length > 0 ? `Release ${vintages.join(", ")}. ` : "";
  const fields = [
    ["title", `{${toTex(title)}}`],
    ["author", `{${toTex(publisher)}}`],
    ["year", (vintages.at(-1) ?? day).match(/\d{4}/)?.[0] ?? day.slice(0, 4)],
    ["url", url],
    ["urldate", day],
    ["note", toTex(`${release}Licence: ${licence}`)],
  ];
  const key = [source, ...vintages]
    .join("_")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}`;
}

/** What has a meaning of its own in TeX. */
function toTex(text: string): string {
  const words: Readonly<Record<string, string>> = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  return text.replace(/[\\~^&%$#_{}]/g, (character) => words[character] ?? `\\${character}`);
}
