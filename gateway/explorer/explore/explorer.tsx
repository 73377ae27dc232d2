import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useState } from "react";
import { Header } from "../shared/header.tsx";
import { useLanguage } from "../shared/language.tsx";
import { useTheme } from "../shared/theme.ts";
import { createAnswers } from "./answers.ts";
import { OpenPublished } from "./open-published.tsx";
import { createPublishedPlugin } from "./published-plugin.tsx";
import { Results } from "./results.tsx";
import { ShareButton } from "./share-button.tsx";
import { parseShareLink } from "./share-link.ts";
import { useTabRoles } from "./use-tab-roles.ts";

const firstQuery = `# Population of the six countries. Ctrl-Enter runs the query.
query Population {
  countries {
    code
    name
    indicator(id: "SP.POP.TOTL", from: 2000) {
      values { year value nature provenance { vintage source { publisher } } }
    }
  }
}
`;
const fieldPlugin = explorerPlugin({ showAttribution: false });
const wideEnough = "(min-width: 60rem)";

/** GraphiQL on this graph, with the published queries at its left and other views of the answer beside the JSON. */
export function Explorer() {
  const { texts } = useLanguage();
  const [theme, setTheme] = useTheme();
  const [answers] = useState(() => createAnswers("/graphql", texts.notReached));
  const published = useMemo(() => createPublishedPlugin(texts.published), [texts]);
  useTabRoles();
  const [{ query, variables, published: name }] = useState(() => parseShareLink(location.hash));
  return (
    <div className="explore-page">
      <Header page="explore" theme={theme} setTheme={setTheme} />
      <main id="main">
        <h1 className="unseen">{texts.explore}</h1>
        <GraphiQL
          fetcher={answers.fetcher}
          forcedTheme={theme}
          defaultQuery={firstQuery}
          {...(query && { initialQuery: query, initialVariables: variables ?? "" })}
          plugins={[published, HISTORY_PLUGIN, fieldPlugin]}
          {...(matchMedia(wideEnough).matches && { visiblePlugin: published })}
          onSchemaChange={answers.setSchema}
          schemaDescription
          inputValueDeprecation
          isHeadersEditorEnabled={false}
        >
          <GraphiQL.Logo>
            <ShareButton />
          </GraphiQL.Logo>
          {name && <OpenPublished name={name} variables={variables} />}
          <GraphiQL.Footer>
            <Results answers={answers} theme={theme} />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </div>
  );
}
