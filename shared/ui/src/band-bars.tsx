import type { Direction } from "@rode-draad/domain";
import type { ReactElement, ReactNode } from "react";
import { DirectionWord } from "./direction-word.js";

/** A released range of households; `max` is null for the open top band. */
interface BarBand {
  readonly label: string;
  readonly min: number;
  readonly max: number | null;
}

interface BandBarRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly href?: string;
  readonly now: BarBand;
  /** Absent when the earlier value was withheld. */
  readonly earlier?: BarBand;
  readonly direction: Direction;
  readonly directionWord: string;
}

export interface BandBarsWords {
  /** Surely this many, the range, and the period before: what the signs of the bars stand for. */
  readonly certain: string;
  readonly range: string;
  readonly earlier: string;
}

interface BandBarsProps {
  readonly words: BandBarsWords;
  readonly rows: readonly BandBarRow[];
  readonly caption: string;
  readonly inPanel: boolean;
}

/** Bars that show a range: solid is surely this many, hatched is the range, the bracket is the period before. */
export function BandBars({ words, rows, caption, inPanel }: BandBarsProps): ReactElement {
  return (
    <figure className={`utrecht-figure${inPanel ? " rd-paneel" : ""}`}>
      <ul className="rd-legenda" aria-hidden="true">
        <li>
          <span className="rd-legenda__blok rd-legenda__blok--zeker" />
          {words.certain}
        </li>
        <li>
          <span className="rd-legenda__blok rd-legenda__blok--bereik" />
          {words.range}
        </li>
        <li>
          <span className="rd-legenda__blok rd-legenda__blok--eerst" />
          {words.earlier}
        </li>
      </ul>
      <div className="rd-banden">
        <div className="rd-as" aria-hidden="true">
          <span className="rd-as__schaal">
            <span>0</span>
            <span>10</span>
            <span>15</span>
            <span>25</span>
            <span>50</span>
          </span>
        </div>
        {rows.map((row) => (
          <Bar key={row.key} row={row} />
        ))}
      </div>
      <figcaption className="utrecht-figure__caption">{caption}</figcaption>
    </figure>
  );
}

function Bar({ row }: { readonly row: BandBarRow }): ReactElement {
  return (
    <div className="rd-band">
      {row.href === undefined ? (
        <span className="rd-band__naam">{row.name}</span>
      ) : (
        <a className="utrecht-link rd-band__naam" href={row.href}>
          {row.name}
        </a>
      )}
      <span className="rd-band__spoor" aria-hidden="true">
        <span className={`rd-staaf rd-staaf--${bandClass(row.now)}`}>
          <span className="rd-staaf__zeker" />
          <span className="rd-staaf__bereik" />
        </span>
        {row.earlier === undefined ? null : (
          <span className={`rd-staaf__eerst rd-staaf__eerst--${bandClass(row.earlier)}`} />
        )}
      </span>
      <span className="rd-band__tekst">
        <span className="rd-band__waarde">{row.now.label}</span>
        <DirectionWord direction={row.direction} word={row.directionWord} />
      </span>
    </div>
  );
}

/**
 * The class that gives a bar its two widths: `b15`, or `b15-tot-49` where an administrator took an edge away. The
 * stylesheet knows every pair of edges, because a strict content policy allows no widths in the page.
 */
function bandClass({ min, max }: BarBand): string {
  const usual: Readonly<Record<number, number | null>> = { 0: 9, 10: 14, 15: 24, 25: 49, 50: null };
  return usual[min] === max ? `b${min}` : `b${min}-tot-${max ?? "meer"}`;
}
