import { encodeQR } from "qr";
import type { ReactElement } from "react";

/** White room around the square, in its own small squares, without which a telephone does not find it (ISO 18004). */
const QUIET = 4;

/** A text as a square that a telephone scans, drawn on the server. Black on white whatever the colours of the page are. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width="240"
      height="240"
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${rows.length}v${rows.length}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
