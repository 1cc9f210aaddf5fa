import type { Reporter, TestModule, Vitest } from "vitest/node";

/**
 * Tells the mutation runner of test files that could not be loaded or prepared. It looks at tests alone, so that a change with
 * which nothing even starts would count as one that nobody noticed (stryker-js issue 6150). Such a change is left out of the
 * score.
 */
export class LoadFailures implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) this.#vitest?.state.catchError(error, "Test file failed");
  }
}
