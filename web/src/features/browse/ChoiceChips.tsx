import { chipStyle } from "@/components/atoms/buttonStyle";

interface Props {
  legend: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  /** The new value; undefined when the chosen one was pressed again. */
  choose: (value: string | undefined) => void;
}

/** One of a few, or none of them. */
export function ChoiceChips({ legend, value, options, choose }: Props) {
  return (
    <fieldset>
      <legend className="mb-2.5 text-sm font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            className={chipStyle(option.value === value)}
            onClick={() => {
              choose(option.value === value ? undefined : option.value);
            }}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
