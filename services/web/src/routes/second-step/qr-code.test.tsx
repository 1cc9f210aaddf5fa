import { decodeQR } from "qr/decode.js";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { QrCode } from "./qr-code.js";

/** Dots a small square, as a camera sees it. */
const DOTS = 4;

it("a telephone reads the text back from what is drawn", () => {
  const text = "otpauth://totp/Rode%20Draad:sam?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Rode%20Draad";
  const svg = renderToStaticMarkup(<QrCode text={text} label="Vierkant" />);
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const side = size * DOTS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let dot = 0; dot < side * side; dot += 1) {
    const isDark = dark.has(`${Math.floor((dot % side) / DOTS)} ${Math.floor(dot / side / DOTS)}`);
    if (isDark) data.fill(0, dot * 4, dot * 4 + 3);
  }
  expect(decodeQR({ width: side, height: side, data })).toBe(text);
});
