import type { ReactElement, ReactNode } from "react";
import {
  LINE_SIZES,
  type LineEvent,
  type LineGeometry,
  type LinePoint,
  type LineSize,
  lineGeometry,
} from "./line-chart-layout.js";

export interface LineChartWords {
  /** The rows of what happened: from outside, and our own offers. */
  readonly outside: string;
  readonly ours: string;
  readonly now: string;
  /** "nu" with the lane: "nu: 10 tot 14". */
  readonly nowIn: (lane: string) => string;
}

interface LineChartProps {
  readonly words: LineChartWords;
  /** Id of the heading that names the chart. */
  readonly labelledBy: string;
  readonly caption: ReactNode;
  readonly points: readonly LinePoint[];
  /** Names of the lanes, from below. */
  readonly lanes: readonly string[];
  readonly events: readonly LineEvent[];
}

/** The thread of a theme through the bands, drawn three times: for a wide, a middle and a narrow screen. */
export function LineChart(props: LineChartProps): ReactElement {
  return (
    <figure className="utrecht-figure">
      <div className="rd-lijn" role="img" aria-labelledby={props.labelledBy}>
        {LINE_SIZES.map((size) => (
          <Drawing key={size.name} {...props} size={size} />
        ))}
      </div>
      <figcaption className="utrecht-figure__caption">{props.caption}</figcaption>
    </figure>
  );
}

function Drawing(props: LineChartProps & { readonly size: LineSize }): ReactElement {
  const { words, size, points, lanes, events } = props;
  const geometry = lineGeometry(points, lanes.length, size);
  const right = size.width - size.right;
  return (
    <svg
      className={`rd-lijn__${size.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      focusable="false"
    >
      {geometry.seasons.map((season) => (
        <rect
          key={season.x}
          className="rd-lijn__seizoen"
          x={season.x}
          y={size.top}
          width={season.width}
          height={geometry.bottom - size.top}
        />
      ))}
      <rect
        className="rd-lijn__onder"
        x={size.left}
        y={geometry.bottom - size.laneHeight}
        width={right - size.left}
        height={size.laneHeight}
      />
      {[...lanes, ""].map((lane, index) => (
        <path
          key={lane}
          className="rd-lijn__baan"
          d={`M${size.left} ${geometry.bottom - index * size.laneHeight}H${right}`}
        />
      ))}
      {lanes.map((lane, index) => (
        <LaneLabel key={lane} lane={lane} size={size} y={geometry.middleOf(index)} />
      ))}
      <Events words={words} events={events} geometry={geometry} size={size} points={points} />
      {geometry.threads.map((thread) => (
        <path key={thread} className="rd-lijn__draad" d={thread} />
      ))}
      <Now words={words} points={points} lanes={lanes} geometry={geometry} size={size} />
      <Axis points={points} geometry={geometry} size={size} />
    </svg>
  );
}

/** On a narrow screen "minder dan 10" takes two lines. */
function LaneLabel({
  lane,
  size,
  y,
}: {
  readonly lane: string;
  readonly size: LineSize;
  readonly y: number;
}): ReactElement {
  const x = size.left - (size.name === "smal" ? 8 : 14);
  const words = lane.split(" ");
  if (size.name !== "smal" || words.length < 3) {
    return (
      <text className="rd-lijn__tekst" x={x} y={y + 5} textAnchor="end">
        {lane}
      </text>
    );
  }
  return (
    <text className="rd-lijn__tekst" x={x} y={y - 3} textAnchor="end">
      <tspan x={x}>{words.slice(0, 1).join(" ")}</tspan>
      <tspan x={x} dy="15">
        {words.slice(1).join(" ")}
      </tspan>
    </text>
  );
}

interface PartProps {
  readonly points: readonly LinePoint[];
  readonly geometry: LineGeometry;
  readonly size: LineSize;
}

function Events({
  words,
  events,
  geometry,
  size,
  points,
}: PartProps & { readonly words: LineChartWords; readonly events: readonly LineEvent[] }): ReactElement {
  const rowOf = (event: LineEvent): number => (event.kind === "ours" ? 1 : 0);
  const hasRow = (kind: LineEvent["kind"]): boolean => events.some((event) => event.kind === kind);
  return (
    <>
      {size.hasEventLabels && hasRow("outside") ? <RowName size={size} row={0} name={words.outside} /> : null}
      {size.hasEventLabels && hasRow("ours") ? <RowName size={size} row={1} name={words.ours} /> : null}
      {events.map((event) => {
        const index = points.findIndex((point) => point.month === event.month);
        if (index < 0) return null;
        const x = geometry.centreOf(index) - geometry.step / 2;
        const y = size.eventTop + rowOf(event) * size.eventRowHeight;
        return (
          <g key={event.number}>
            <path className="rd-lijn__regel" d={`M${x} ${y + size.badge / 2 + 1}V${geometry.bottom}`} />
            {event.kind === "ours" ? (
              <circle className="rd-lijn__cijfer" cx={x} cy={y} r={size.badge / 2 + 1} />
            ) : event.kind === "meaning" ? (
              <path className="rd-lijn__cijfer" d={diamond(x, y, size.badge / 2 + 4)} />
            ) : (
              <rect
                className="rd-lijn__cijfer"
                x={x - size.badge / 2}
                y={y - size.badge / 2}
                width={size.badge}
                height={size.badge}
              />
            )}
            <text className="rd-lijn__cijfertekst" x={x} y={y + 5}>
              {event.number}
            </text>
            {size.hasEventLabels ? <EventLabel x={x} y={y} size={size} label={event.label} /> : null}
          </g>
        );
      })}
    </>
  );
}

function diamond(x: number, y: number, half: number): string {
  return `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`;
}

/** Right of the badge, or left of it when the text would run off the drawing. */
function EventLabel(props: {
  readonly x: number;
  readonly y: number;
  readonly size: LineSize;
  readonly label: string;
}): ReactElement {
  const { x, y, size, label } = props;
  // Cabin at 14 px is about 7.2 px wide on average; too wide a guess only moves the label to the other side.
  const fits = x + size.badge + label.length * 7.2 < size.width;
  return (
    <text
      className="rd-lijn__tekst rd-lijn__tekst--inkt"
      x={fits ? x + size.badge - 4 : x - size.badge + 4}
      y={y + 5}
      textAnchor={fits ? "start" : "end"}
    >
      {label}
    </text>
  );
}

function RowName({
  size,
  row,
  name,
}: {
  readonly size: LineSize;
  readonly row: number;
  readonly name: string;
}): ReactElement {
  return (
    <text
      className="rd-lijn__tekst rd-lijn__tekst--inkt"
      x={size.left - 14}
      y={size.eventTop + row * size.eventRowHeight + 5}
      textAnchor="end"
    >
      {name}
    </text>
  );
}

function Now({
  words,
  points,
  lanes,
  geometry,
  size,
}: PartProps & { readonly words: LineChartWords; readonly lanes: readonly string[] }): ReactElement | null {
  const index = points.length - 1;
  const lane = points[index]?.lane;
  if (lane === undefined) return null;
  const x = geometry.centreOf(index);
  const y = geometry.middleOf(lane);
  return (
    <>
      <circle className="rd-lijn__knoop rd-lijn__knoop--nu" cx={x} cy={y} r={size.knot} />
      <text className="rd-lijn__tekst rd-lijn__tekst--inkt" x={x + size.knot} y={y - size.knot - 8} textAnchor="end">
        {size.name === "smal" ? words.now : words.nowIn(lanes[lane] ?? "")}
      </text>
    </>
  );
}

function Axis({ points, geometry, size }: PartProps): ReactElement {
  const last = points.length - 1;
  return (
    <>
      {points.map((point, index) =>
        (last - index) % size.labelStep === 0 ? (
          <text
            key={point.month}
            className="rd-lijn__tekst"
            x={geometry.centreOf(index)}
            y={geometry.bottom + 20}
            textAnchor="middle"
          >
            {point.monthLabel}
          </text>
        ) : null,
      )}
      {geometry.years
        // A stretch of one or two months is too narrow for four digits on a small drawing.
        .filter((year) => year.until - year.from > 44)
        .map((year) => (
          <g key={year.year}>
            <path className="rd-lijn__baan" d={`M${year.from + 3} ${geometry.bottom + 28}H${year.until - 3}`} />
            <text
              className="rd-lijn__tekst rd-lijn__tekst--inkt"
              x={(year.from + year.until) / 2}
              y={geometry.bottom + 46}
              textAnchor="middle"
            >
              {year.year}
            </text>
          </g>
        ))}
    </>
  );
}
