import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Sparkline } from "./sparkline.js";

const pathOf = (lanes: readonly (number | undefined)[]): string =>
  /rd-vonk__lijn" d="([^"]*)"/.exec(renderToStaticMarkup(<Sparkline lanes={lanes} laneCount={5} label="x" />))?.[1] ??
  "";

test("a month that is not shown breaks the line, and every other month has its own step", () => {
  expect(pathOf([0, 1, undefined, 2])).toBe("M0 22H8V17H16M24 12H32");
});

test("the highest lane stays inside the drawing and says what it means", () => {
  expect(pathOf([4])).toBe("M0 2H8");
  expect(renderToStaticMarkup(<Sparkline lanes={[1]} laneCount={5} label="van 10 tot 14" />)).toContain(
    'role="img" aria-label="van 10 tot 14"',
  );
});
