import type { ReactElement } from "react";

/** Drawn for this product on a grid of 24. An icon never stands alone: a word stands beside it. */
const SHAPES = {
  rising: ["M4 17 10 11l4 4 6-7", "M14.5 8H20v5.5"],
  steady: ["M4 9.5h16M4 14.5h16"],
  falling: ["M4 7l6 6 4-4 6 7", "M14.5 16H20v-5.5"],
  new: ["M12 4v16M4 12h16"],
  back: ["M5 12a7 7 0 1 1 2.2 5.1", "M5 18.5v-4.500h4.500"],
  unclear: ["M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 0 1 0-17"],
  check: ["M5 12.5l4.5 4.5L19 7"],
  cross: ["M6 6l12 12M18 6L6 18"],
  care: ["M12 3.5 22 20.5H2z", "M12 10v4.5M12 17.6v.1"],
  info: ["M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18", "M12 11v5.5M12 7.6v.1"],
  error: ["M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z", "M12 7.5v5.5M12 16.4v.1"],
  clock: ["M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18", "M12 7v5.300l3.500 2"],
  hand: [
    "M7 11.5V5.8a1.5 1.5 0 0 1 3 0V11M10 10.5V4.3a1.5 1.5 0 0 1 3 0v6.2M13 10.5V5.3a1.5 1.5 0 0 1 3 0V12M16 9.8a1.5 1.5 0 0 1 3 0V15c0 3.6-2.6 6-6 6-3 0-4.3-1.2-5.8-3.6L4.6 13.600a1.5 1.5 0 0 1 2.400-1.7",
  ],
  letter: ["M3.500 6h17v12.500h-17z", "M4 6.500l8 6.500 8-6.500"],
  download: ["M12 4v11M7 10.500l5 5 5-5M4.500 20h15"],
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, className = "" }: { readonly name: IconName; readonly className?: string }): ReactElement {
  return (
    <svg className={`rd-icoon ${className}`.trim()} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[name].map((shape) => (
        <path key={shape} d={shape} {...(name === "unclear" ? { strokeDasharray: "3.2 3.2" } : {})} />
      ))}
    </svg>
  );
}
