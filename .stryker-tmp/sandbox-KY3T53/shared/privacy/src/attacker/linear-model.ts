import { createRequire } from "node:module";
import type { Highs, Model } from "highs";
import type { Bounds } from "./published-window.js";

/** One linear statement: the sum of column × factor lies between `min` and `max`, which may be infinite. */
export interface Row extends Bounds {
  readonly terms: readonly (readonly [column: number, factor: number])[];
}

// The types of the package are those of its CommonJS side, so that is the side to load.
const { default: loadHighs } = createRequire(import.meta.url)("highs") as typeof import("highs");

let loading: Promise<Highs> | undefined;

/** The solver is loaded once in a process: 3.5 MB, about a tenth of a second. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/**
 * A linear model that is asked for extremes over and over. HiGHS (MIT, WebAssembly, one thread) starts each question from
 * the answer before. It decides nothing by the clock or by chance, so the same model gives the same answers.
 * Cost: some milliseconds a question for a thousand columns.
 */
export class LinearModel {
  private constructor(
    private readonly solver: Highs,
    private readonly model: Model,
    private readonly columns: number,
  ) {}

  /** Opens a model, hands it to `ask`, and gives its memory back whatever happens. */
  static ask<Answer>(
    solver: Highs,
    columns: readonly Bounds[],
    rows: readonly Row[],
    ask: (model: LinearModel) => Answer,
  ): Answer {
    const finite = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * solver.infinity);
    const starts = [0];
    for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
    const model = solver.createModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: new Float64Array(columns.length),
      colLower: columns.map(({ min }) => min),
      colUpper: columns.map(({ max }) => finite(max)),
      rowLower: rows.map(({ min }) => finite(min)),
      rowUpper: rows.map(({ max }) => finite(max)),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: rows.flatMap(({ terms }) => terms.map(([column]) => column)),
        values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
      },
    });
    try {
      model.options.set({ output_flag: false });
      return ask(new LinearModel(solver, model, columns.length));
    } finally {
      model.dispose();
    }
  }

  /** Column values where the weighted sum is as large, or as small, as it can be. Undefined: no values fit at all. */
  extreme(weights: ReadonlyMap<number, number>, towards: "max" | "min"): Float64Array | undefined {
    const { objectiveSense, modelStatus } = this.solver.constants;
    const costs = new Float64Array(this.columns);
    for (const [column, weight] of weights) costs[column] = weight;
    this.model.changeColsCost({ kind: "range", from: 0, to: this.columns - 1 }, costs);
    this.model.changeObjectiveSense(towards === "max" ? objectiveSense.maximize : objectiveSense.minimize);
    this.model.run();
    const status = this.model.getModelStatus();
    if (status === modelStatus.optimal) return this.model.getSolution().colValue;
    if (status === modelStatus.infeasible) return undefined;
    throw new Error(`the solver stopped with status ${status}`);
  }
}
