import { expect, test } from "vitest";
import { measureSpeed, reaches } from "./figures.js";

test("no figure of speed or memory is beyond the floor that only a broken product passes", async () => {
  const figures = await measureSpeed(1500);
  expect(figures.filter((figure) => !reaches(figure, figure.floor)).map(({ name }) => name)).toEqual([]);
}, 300_000);
