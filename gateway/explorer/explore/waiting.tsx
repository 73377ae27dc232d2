import { useGraphiQLActions } from "@graphiql/react";
import { Kind, parse } from "graphql";
import { useEffect, useState } from "react";
import { useLanguage } from "../shared/language.tsx";

/** What is being waited for and for how long, with the way to stop; shown once a wait is felt. */
export function Waiting({ query }: { readonly query: string }) {
  const { texts } = useLanguage();
  const { stop } = useGraphiQLActions();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="waiting">
      <span role="status">{seconds === 0 ? texts.running : texts.waitingFor(rootFields(query), seconds)}</span>
      <button type="button" className="button" onClick={stop}>
        {texts.cancel}
      </button>
    </div>
  );
}

function rootFields(query: string): string {
  try {
    const operations = parse(query).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const fields = operations.flatMap(({ selectionSet }) => selectionSet.selections);
    return fields.flatMap((node) => (node.kind === Kind.FIELD ? [(node.alias ?? node.name).value] : [])).join(", ");
  } catch {
    return "";
  }
}
