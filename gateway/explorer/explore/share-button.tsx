import { pick, useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { useLanguage } from "../shared/language.tsx";
import { toShareLink } from "./share-link.ts";

/** Puts query and variables of the tab into the address, and the address into the clipboard where the browser lets it. */
export function ShareButton() {
  const { texts } = useLanguage();
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const [said, setSaid] = useState("");
  const share = async () => {
    const link = toShareLink(location.origin, {
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue() ?? "",
    });
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      setSaid(texts.shareDone);
    } catch {
      setSaid(texts.shareShown);
    }
  };
  return (
    <div className="share">
      <span role="status">{said}</span>
      <button type="button" className="button" onClick={share} onBlur={() => setSaid("")}>
        {texts.share}
      </button>
    </div>
  );
}
