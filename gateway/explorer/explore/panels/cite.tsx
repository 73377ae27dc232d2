import { useLanguage } from "../../shared/language.tsx";
import type { Answer } from "../answers.ts";
import { citationsOf } from "../citations.ts";
import { CodeBlock } from "./code-block.tsx";

/** The sources of an answer, as they are cited. */
export function Cite({ answer }: { readonly answer: Answer }) {
  const { texts } = useLanguage();
  const citations = citationsOf(answer);
  if (citations.length === 0) return <p className="hint">{texts.noCitations}</p>;
  return (
    <div className="cite">
      <p className="hint">{texts.citeHint}</p>
      <ul>
        {citations.map(({ source, text, url, title }) => (
          <li key={source}>
            {text}{" "}
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <CodeBlock title={texts.bibtex} text={citations.map(({ bibtex }) => bibtex).join("\n\n")} />
    </div>
  );
}
