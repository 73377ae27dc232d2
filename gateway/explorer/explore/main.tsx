import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "../shared/base.css";
import "./explore.css";
import "./results.css";
import "./panels.css";
import "./narrow.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "../shared/language.tsx";
import { Explorer } from "./explorer.tsx";

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <LanguageProvider>
      <Explorer />
    </LanguageProvider>
  </StrictMode>,
);
