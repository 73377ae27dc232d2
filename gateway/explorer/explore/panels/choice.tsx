interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Value and what is shown for it. */
  readonly options: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}

/** One setting of a picture. */
export function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select className="button" value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
