import type { ReactElement } from "react";

const STEP = 8;
const LANE = 5;
const PAD = 2;

interface SparklineProps {
  /** The lane of each month, 0 for the lowest; undefined where nothing is shown. */
  readonly lanes: readonly (number | undefined)[];
  readonly laneCount: number;
  /** What the line says, for who does not see it. */
  readonly label: string;
}

/** A year of bands in the height of a line of text. A band is a step, so it says nothing more precise than the band does. */
export function Sparkline({ lanes, laneCount, label }: SparklineProps): ReactElement {
  const height = PAD * 2 + Math.max(1, laneCount - 1) * LANE;
  const yOf = (lane: number): number => height - PAD - lane * LANE;
  const path = lanes
    .map((lane, index) => {
      if (lane === undefined) return "";
      const isJoined = index > 0 && lanes[index - 1] !== undefined;
      return `${isJoined ? "V" : `M${index * STEP} `}${yOf(lane)}H${(index + 1) * STEP}`;
    })
    .join("");
  return (
    <svg
      className="rd-vonk"
      viewBox={`0 0 ${lanes.length * STEP} ${height}`}
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <path className="rd-vonk__grond" d={`M0 ${yOf(0)}H${lanes.length * STEP}`} />
      <path className="rd-vonk__lijn" d={path} />
    </svg>
  );
}
