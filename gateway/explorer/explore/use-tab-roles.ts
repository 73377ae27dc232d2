import { useEffect } from "react";

/**
 * Makes GraphiQL's tabs a list of buttons for screen readers. It calls the items tabs while they hold two buttons each,
 * to open and to close, which no reader can get into.
 */
export function useTabRoles(): void {
  useEffect(() => {
    const observer = new MutationObserver(correctRoles);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["aria-selected"],
    });
    correctRoles();
    return () => observer.disconnect();
  }, []);
}

function correctRoles(): void {
  for (const list of document.querySelectorAll(".graphiql-tabs[role=tablist]")) list.setAttribute("role", "list");
  for (const item of document.querySelectorAll(".graphiql-tab[aria-selected]")) {
    item.querySelector("button")?.setAttribute("aria-current", item.getAttribute("aria-selected") ?? "false");
    item.removeAttribute("aria-selected");
    item.setAttribute("role", "listitem");
  }
}
