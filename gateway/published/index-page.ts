import { escapeMarkup } from "../http/markup.ts";
import type { ListedQuery } from "./listing.ts";
import { type PageLanguage, words } from "./words.ts";

/** The index as a page that needs no script. */
export function toIndexPage(queries: readonly ListedQuery[], language: PageLanguage): string {
  const { index, intro } = words[language];
  const other = language === "en" ? "ru" : "en";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${index} · Aryk</title>
<link rel="alternate" type="application/json" href="/q?lang=${language}">
<link rel="alternate" type="application/atom+xml" href="/changes.atom">
<style>${style}</style>
</head>
<body>
<header><h1>${index}</h1><p>${intro}</p><p><a href="/q?lang=${other}" lang="${other}" hreflang="${other}">${words[other].index}</a></p></header>
<main>
${queries.map((query) => toSection(query, language)).join("\n")}
</main>
</body>
</html>
`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;color:#1d1d1f;max-width:60rem;margin:2rem auto;padding:0 1rem}
section{border-top:1px solid #ccc;padding:1rem 0}h2{margin:0;font-size:1.2rem}
table{border-collapse:collapse;font-size:.9rem;margin:.5rem 0;display:block;overflow-x:auto}
th,td{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}
code{font-size:.9em}a{color:#00558c}small{color:#555}`;

function toSection(query: ListedQuery, language: PageLanguage): string {
  const { keptFor, hours } = words[language];
  const links = Object.entries(query.paths).map(
    ([format, path]) => `<a href="${escapeMarkup(path)}">${format.toUpperCase()}</a>`,
  );
  return `<section id="${query.name}">
<h2>${escapeMarkup(query.title)}</h2>
<p>${escapeMarkup(query.description)}</p>
<p><code>/q/${query.name}</code> ${links.join(" · ")} <small>${keptFor} ${toHours(query.maxAgeSeconds)} ${hours}</small></p>
${toTable(query, language)}
</section>`;
}

function toTable({ variables }: ListedQuery, language: PageLanguage): string {
  if (variables.length === 0) return "";
  const { variable, type, byDefault, meaning } = words[language];
  const head = [variable, type, byDefault, meaning].map((title) => `<th scope="col">${title}</th>`).join("");
  const rows = variables.map(({ name, type: typeName, defaultText, values, description }) => {
    const choice = values ? `: ${values.join(", ")}` : "";
    const cells = [name, typeName + choice, defaultText ?? "", description];
    return `<tr>${cells.map((cell, i) => `<td>${i < 3 ? `<code>${escapeMarkup(cell)}</code>` : escapeMarkup(cell)}</td>`).join("")}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function toHours(seconds: number): string {
  return String(Math.round(seconds / 360) / 10);
}
