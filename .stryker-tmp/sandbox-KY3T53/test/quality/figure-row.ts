/** A quality figure beside its goal, as every bench gives it. */
export interface FigureRow {
  readonly name: string;
  /** In words: "≥ 0.90". Empty for a figure that is only shown. */
  readonly goal: string;
  readonly measured: number;
  readonly ok: boolean;
}

export function atLeast(name: string, goal: number, measured: number): FigureRow {
  return { name, goal: `≥ ${goal}`, measured, ok: measured >= goal };
}

export function atMost(name: string, goal: number, measured: number): FigureRow {
  return { name, goal: `≤ ${goal}`, measured, ok: measured <= goal };
}

/** A number that may differ from the truth by a share of it. */
export function within(name: string, share: number, truth: number, measured: number): FigureRow {
  return { name, goal: `${truth} ± ${share * 100} %`, measured, ok: Math.abs(measured - truth) <= share * truth };
}

export function shown(name: string, measured: number): FigureRow {
  return { name, goal: "", measured, ok: true };
}

/** Rule: a figure that there was nothing to measure for is neither reached nor missed. */
export function isMeasured({ measured }: Pick<FigureRow, "measured">): boolean {
  return !Number.isNaN(measured);
}

/** Prints the figures that were measured in one table; `previous` is what was recorded last. */
export function printFigures(rows: readonly (FigureRow & { readonly previous?: number | undefined })[]): void {
  console.table(
    rows.filter(isMeasured).map(({ name, goal, measured, ok, previous }) => ({
      figure: name,
      goal,
      measured: rounded(measured),
      ...(previous !== undefined && { previous: rounded(previous) }),
      "": goal === "" ? "" : ok ? "reached" : "not reached",
    })),
  );
}

const rounded = (figure: number): number => Number(figure.toPrecision(4));

/** Whether the file is the program that was started, rather than imported by another bench. */
export function isProgram(file: string): boolean {
  return process.argv[1] === file;
}
