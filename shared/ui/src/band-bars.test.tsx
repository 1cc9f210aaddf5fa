import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { inlineStylesheet } from "./assets.js";
import { BandBars } from "./band-bars.js";

/** Edges of the bands that the product ships with; an administrator may take edges away, which joins bands. */
const EDGES = [0, 10, 15, 25, 50];
const WORDS = { certain: "zeker zoveel", range: "het bereik", earlier: "de vorige periode" };

describe("BandBars", () => {
  const { css } = inlineStylesheet();
  const bands = EDGES.flatMap((min, index) =>
    [...EDGES.slice(index + 1).map((next) => next - 1), null].map((max) => ({ label: `${min} tot ${max}`, min, max })),
  ).filter(({ min, max }) => min > 0 && (min < 50 || max === null));

  it.each(bands)("knows how wide $label is, as a bar and as the bracket of the period before", (band) => {
    const row = {
      key: "a",
      name: "Thema",
      now: band,
      earlier: band,
      direction: "steady",
      directionWord: "gelijk",
    } as const;
    const html = renderToStaticMarkup(<BandBars words={WORDS} caption="" inPanel={false} rows={[row]} />);
    const names = [...html.matchAll(/rd-staaf(?:__eerst)?--[\w-]+/g)].map(([name]) => name);
    expect(names).toHaveLength(2);
    for (const name of names) expect(css).toMatch(new RegExp(`\\.${name}[ ,{]`));
  });

  it("draws no bracket for a number that was withheld", () => {
    const row = { key: "a", name: "Thema", now: { label: "10 tot 14", min: 10, max: 14 } } as const;
    const rows = [{ ...row, direction: "unclear", directionWord: "nog niet te zeggen" } as const];
    expect(renderToStaticMarkup(<BandBars words={WORDS} caption="" inPanel={false} rows={rows} />)).not.toContain(
      "rd-staaf__eerst",
    );
  });
});
