import type { ReactElement } from "react";

const MONTHS = ["jan", "feb", "maart", "april", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec"] as const;

interface SeasonStripProps {
  readonly label: string;
  /** Month numbers 1-12. */
  readonly busy: readonly number[];
  readonly now: number;
}

/** The twelve months of a year; a busy one says "druk", the present one "nu". */
export function SeasonStrip({ label, busy, now }: SeasonStripProps): ReactElement {
  return (
    <ol className="rd-seizoen" aria-label={label}>
      {MONTHS.map((month, index) => {
        const isBusy = busy.includes(index + 1);
        const isNow = now === index + 1;
        return (
          <li
            key={month}
            className={`rd-seizoen__maand${isBusy ? " rd-seizoen__maand--druk" : ""}${isNow ? " rd-seizoen__maand--nu" : ""}`}
          >
            {month}
            {isBusy ? <small>druk</small> : null}
            {isNow ? <small>nu</small> : null}
          </li>
        );
      })}
    </ol>
  );
}
