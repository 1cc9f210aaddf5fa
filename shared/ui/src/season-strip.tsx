import type { ReactElement } from "react";

interface SeasonStripProps {
  /** The twelve months from January, and what marks a busy one and the present one. */
  readonly words: { readonly months: readonly string[]; readonly busy: string; readonly now: string };
  readonly label: string;
  /** Month numbers 1-12. */
  readonly busy: readonly number[];
  readonly now: number;
}

/** The twelve months of a year; a busy one and the present one say so. */
export function SeasonStrip({ words, label, busy, now }: SeasonStripProps): ReactElement {
  return (
    <ol className="rd-seizoen" aria-label={label}>
      {words.months.map((month, index) => {
        const isBusy = busy.includes(index + 1);
        const isNow = now === index + 1;
        return (
          <li
            key={month}
            className={`rd-seizoen__maand${isBusy ? " rd-seizoen__maand--druk" : ""}${isNow ? " rd-seizoen__maand--nu" : ""}`}
          >
            {month}
            {isBusy ? <small>{words.busy}</small> : null}
            {isNow ? <small>{words.now}</small> : null}
          </li>
        );
      })}
    </ol>
  );
}
