import { ALL_ROUTES as WEB_ROUTES } from "@rode-draad/web";
import { beforeAll, describe, expect, it } from "vitest";
import { MATRIX_ROUTES, type Matrix, measureMatrix } from "./measure-matrix.js";

describe("every route, as everybody, in both municipalities", () => {
  let matrix: Matrix;
  beforeAll(async () => {
    matrix = await measureMatrix();
  }, 600_000);

  it("has a row that says who may reach it", () => {
    expect(matrix.unmatched).toEqual([]);
  });

  it("lets nobody in who may not, and nobody from another municipality", () => {
    expect(matrix.unexpected).toEqual([]);
    expect(matrix.cells).toBe(MATRIX_ROUTES.length * 13 * 2);
  });

  it("lets everybody in who may", () => {
    expect(matrix.refused).toEqual([]);
  });

  it("asks for each way of signing in and the language only, when it asks nobody who they are", () => {
    const open = WEB_ROUTES.filter(({ action }) => action === "anyone").map(({ path }) => path);
    for (const path of open) expect(path).toMatch(/^\/(aanmelden|afmelden|wachtwoord|taal)/);
  });
});
