import type { ReactElement } from "react";
import { HOURS_SIZES, type HoursPoint, type HoursSize, hoursGeometry } from "./hours-chart-layout.js";

interface HoursChartWords {
  /** Surely saved, the range above it, and spent: what the signs stand for. */
  readonly certain: string;
  readonly range: string;
  readonly spent: string;
}

interface HoursChartProps {
  /** Id of the heading that names the chart. */
  readonly labelledBy: string;
  readonly caption: string;
  readonly words: HoursChartWords;
  readonly points: readonly HoursPoint[];
}

/** Hours saved against hours spent, month by month; a table stands under it, so that nothing is told by the drawing alone. */
export function HoursChart({ labelledBy, caption, words, points }: HoursChartProps): ReactElement {
  return (
    <figure className="utrecht-figure rd-paneel">
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
          <span className="rd-legenda__blok rd-legenda__blok--lijn" />
          {words.spent}
        </li>
      </ul>
      <div className="rd-uren" role="img" aria-labelledby={labelledBy}>
        {HOURS_SIZES.map((size) => (
          <Drawing key={size.name} points={points} size={size} />
        ))}
      </div>
      <figcaption className="utrecht-figure__caption">{caption}</figcaption>
    </figure>
  );
}

function Drawing({ points, size }: { readonly points: readonly HoursPoint[]; readonly size: HoursSize }): ReactElement {
  const { ticks, columns, spentPath } = hoursGeometry(points, size);
  const base = size.height - size.bottom;
  const hatching = `uren-arcering-${size.name}`;
  return (
    <svg
      className={`rd-uren__${size.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="rd-uren__arcering" d="M1 0V6" />
      </pattern>
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <path className="rd-uren__baan" d={`M${size.left} ${y}H${size.width - size.right}`} />
          <text className="rd-uren__tekst" x={size.left - 8} y={y + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {columns.map(({ key, x, width, certainTop, rangeTop }) => (
        <g key={key}>
          <rect
            className="rd-uren__bereik"
            x={x}
            y={rangeTop}
            width={width}
            height={certainTop - rangeTop}
            fill={`url(#${hatching})`}
          />
          <rect className="rd-uren__zeker" x={x} y={certainTop} width={width} height={base - certainTop} />
        </g>
      ))}
      <path className="rd-uren__rand" d={spentPath} />
      <path className="rd-uren__besteed" d={spentPath} />
      {columns.map(({ key, centre, hasLabel }, index) =>
        hasLabel ? (
          <text key={key} className="rd-uren__tekst" x={centre} y={base + 20} textAnchor="middle">
            {points[index]?.label}
          </text>
        ) : null,
      )}
    </svg>
  );
}
