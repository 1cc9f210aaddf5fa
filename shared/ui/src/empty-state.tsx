import type { ReactElement, ReactNode } from "react";

/** Four small drawings with the thread: a note, a line that stays low, a broken end, a gap. */
const DRAWINGS = {
  start: [
    { className: "rd-beeld__lijn", d: "M58 48H142M58 152H142M68 48V152M132 48V152" },
    {
      className: "rd-beeld__draad",
      d: "M68 64 132 72M68 76 132 84M68 88 132 96M68 100 132 108M68 112 132 120M68 124 132 132",
    },
    { className: "rd-beeld__draad", d: "M132 132C170 134 176 168 208 166S232 120 262 124 276 156 300 150" },
  ],
  low: [
    { className: "rd-beeld__hulp", d: "M10 78H310" },
    { className: "rd-beeld__draad", d: "M10 150C50 150 62 116 98 116S140 148 176 146 214 104 250 106 286 136 310 134" },
  ],
  lost: [
    { className: "rd-beeld__draad", d: "M6 96C40 96 56 126 92 122 112 120 122 106 138 104" },
    { className: "rd-beeld__draad", d: "M138 104l9-6M138 104l10 1M138 104l7 7" },
    { className: "rd-beeld__draad", d: "M182 92C200 88 212 72 236 74 268 76 280 104 314 100" },
    { className: "rd-beeld__draad", d: "M182 92l-9 6M182 92l-10-2M182 92l-6-8" },
  ],
  fault: [
    { className: "rd-beeld__draad", d: "M6 100H100" },
    { className: "rd-beeld__hulp", d: "M110 100H210" },
    { className: "rd-beeld__draad", d: "M220 100H314" },
  ],
} as const;

interface EmptyStateProps {
  readonly drawing: keyof typeof DRAWINGS;
  readonly title: string;
  readonly lead: ReactNode;
  /** What stands in the drawing. */
  readonly drawingText?: string;
  readonly children?: ReactNode;
}

/** What a page says when there is nothing to show, or when something went wrong. */
export function EmptyState({ drawing, title, lead, drawingText, children }: EmptyStateProps): ReactElement {
  return (
    <div className="rd-leeg">
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{title}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{lead}</p>
        {children}
      </div>
      <svg className="rd-leeg__beeld" viewBox="0 32 320 140" aria-hidden="true" focusable="false">
        {DRAWINGS[drawing].map((shape) => (
          <path key={shape.d} className={shape.className} d={shape.d} />
        ))}
        {drawingText === undefined ? null : (
          <text className="rd-beeld__tekst" x="10" y="66">
            {drawingText}
          </text>
        )}
      </svg>
    </div>
  );
}
