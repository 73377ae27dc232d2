import { useState } from "react";
import { useLanguage } from "../../shared/language.tsx";

interface CodeBlockProps {
  readonly title: string;
  readonly text: string;
}

/** A text to take along. */
export function CodeBlock({ title, text }: CodeBlockProps) {
  const { texts } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <section className="code-block" aria-label={title}>
      <div className="code-block-head">
        <h3>{title}</h3>
        <button type="button" className="button" onClick={copy} onBlur={() => setCopied(false)}>
          {isCopied ? texts.copied : texts.copy}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}
