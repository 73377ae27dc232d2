import { useId } from "react";
import { useLanguage } from "../shared/language.tsx";
import type { Control } from "./theme-entry.ts";

interface PictureControlProps {
  readonly control: Control;
  readonly step: number;
  readonly setStep: (step: number) => void;
}

/** The setting of a picture: a slider through time, oldest at the left, or a choice. */
export function PictureControl({ control: { kind, label, steps }, step, setStep }: PictureControlProps) {
  const { language } = useLanguage();
  const id = useId();
  const shown = steps[step]?.label[language] ?? "";
  const last = steps.length - 1;
  return (
    <div className="picture-control">
      <label htmlFor={id}>{label[language]}</label>
      {kind === "slider" ? (
        <>
          <input
            id={id}
            type="range"
            min={0}
            max={last}
            value={last - step}
            aria-valuetext={shown}
            onChange={(event) => setStep(last - Number(event.target.value))}
          />
          <output htmlFor={id}>{shown}</output>
        </>
      ) : (
        <select id={id} className="button" value={step} onChange={(event) => setStep(Number(event.target.value))}>
          {steps.map((each, i) => (
            <option key={each.label.en} value={i}>
              {each.label[language]}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
