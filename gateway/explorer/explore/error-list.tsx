import type { GraphQLFormattedError } from "graphql";
import { useLanguage } from "../shared/language.tsx";
import { wayOutOf } from "../shared/way-out.ts";
import type { Outcome } from "./outcome.ts";

const mostShown = 20;

/** What went wrong, where, and the way out; says plainly when the rest of the answer is whole. */
export function ErrorList({ outcome: { errors, answer } }: { readonly outcome: Outcome }) {
  const { texts } = useLanguage();
  return (
    <div className="errors" role="alert">
      <strong>{answer.data ? texts.errorsPartial(errors.length) : texts.errorsWhole}</strong>
      <ul>
        {errors.slice(0, mostShown).map((error) => (
          <li key={`${error.path?.join(".")} ${error.message}`}>
            <ErrorEntry error={error} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ErrorEntry({
  error: { message, path, locations, extensions = {} },
}: {
  readonly error: GraphQLFormattedError;
}) {
  const { texts } = useLanguage();
  const { code, serviceName, suggestions } = extensions;
  const wayOut = wayOutOf(code, message);
  const place = path?.join(" › ") ?? locations?.map(({ line, column }) => `${line}:${column}`).join(", ");
  return (
    <>
      <p>{message}</p>
      <dl>
        {place && <Line name={texts.errorAt} value={place} />}
        {typeof serviceName === "string" && <Line name={texts.failedService} value={serviceName} />}
        {Array.isArray(suggestions) && <Line name={texts.tryInstead} value={suggestions.join(", ")} />}
        {wayOut && <Line name={texts.wayOut} value={wayOut} />}
      </dl>
    </>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
