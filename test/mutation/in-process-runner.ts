import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { build, type Plugin } from "esbuild";
import { AREAS } from "./areas.js";
import { type CollectedTest, type Collector, makeCollector } from "./collect-tests.js";
import { globPattern } from "./glob-pattern.js";
import { packageSources } from "./package-sources.js";

const { MUTATION_AREA = "" } = process.env;

/**
 * Runs the tests of an area in the process of the mutation runner itself. vitest starts a thread and reads all modules anew for
 * each mutant, which for an area of thousands of mutants takes hours; here a mutant costs the tests that reach it, until the
 * first one fails. It is for tests of pure code that use no more of vitest than collect-tests.ts knows.
 */
class InProcessRunner implements TestRunner {
  readonly #root = process.cwd();
  readonly #area = AREAS[MUTATION_AREA];
  /** What the mutated code asks for the mutant that is switched on, and tells of what it came past. */
  readonly #switch: Switch = {};
  #script: Script | undefined;
  #collector: Collector | undefined;
  /** A mutant was at work while modules were read or answers remembered. */
  #stained = false;
  readonly #kills = new Map<string, number>();

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    (globalThis as { __stryker__?: Switch }).__stryker__ = this.#switch;
    this.#script = new Script(await bundle(this.#root, this.#area?.tests ?? []), { filename: "mutated-tests.js" });
  }

  async dryRun(): Promise<DryRunResult> {
    const failure = await this.#load();
    if (failure !== undefined) return { status: DryRunStatus.Error, errorMessage: failure };
    const tests: TestResult[] = [];
    for (const test of this.#collector?.tests ?? []) {
      this.#switch.currentTestId = test.id;
      const from = performance.now();
      const failureMessage = await messageOf(test.run);
      // Without the name of its file: with it every test of a file would count as another as soon as one is added.
      const result = { id: test.id, name: test.id, timeSpentMs: performance.now() - from };
      tests.push(
        failureMessage === undefined
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage },
      );
    }
    this.#switch.currentTestId = undefined;
    const { mutantCoverage } = this.#switch;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, hitLimit, reloadEnvironment, mutantActivation } = options;
    const file = relative(this.#root, options.sandboxFileName);
    const isAtWorkEarly = mutantActivation === "static" || (this.#area?.inProcess?.remembers ?? []).includes(file);
    this.#switch.activeMutant = isAtWorkEarly ? activeMutant.id : undefined;
    this.#switch.hitCount = 0;
    this.#switch.hitLimit = hitLimit;
    if (isAtWorkEarly || reloadEnvironment || this.#stained || this.#collector === undefined) {
      const errorMessage = await this.#load();
      if (errorMessage !== undefined) return { status: MutantRunStatus.Error, errorMessage };
    }
    this.#stained = isAtWorkEarly;
    this.#switch.activeMutant = activeMutant.id;
    let nrOfTests = 0;
    for (const test of this.#inOrder(file, testFilter)) {
      nrOfTests++;
      const failureMessage = await messageOf(test.run);
      if (failureMessage === undefined) continue;
      this.#kills.set(test.id, (this.#kills.get(test.id) ?? 0) + 1);
      return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  async dispose(): Promise<void> {
    for (const after of this.#collector?.after ?? []) await after();
  }

  /** Reads all modules anew. Says what failed, when anything did. */
  async #load(): Promise<string | undefined> {
    await this.dispose();
    const collector = makeCollector();
    this.#collector = collector;
    const require = createRequire(`${this.#root}/`);
    return messageOf(async () => {
      const readTests: (require: (name: string) => unknown, enter: (file: string) => void) => void =
        this.#script?.runInThisContext();
      readTests((name) => (name === "vitest" ? collector.words : require(name)), collector.enter);
      for (const before of collector.before) await before();
    });
  }

  /** The tests of the file itself first, then those that noticed most so far. */
  #inOrder(file: string, only: readonly string[] | undefined): CollectedTest[] {
    const tests = this.#collector?.tests ?? [];
    const filter = only === undefined ? undefined : new Set(only);
    const own = file.replace(/\.ts$/, ".test.ts");
    const rank = (test: CollectedTest): number =>
      test.file === own ? Number.POSITIVE_INFINITY : (this.#kills.get(test.id) ?? 0);
    return tests.filter(({ id }) => filter?.has(id) ?? true).sort((one, other) => compare(rank(other), rank(one)));
  }
}

interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number | undefined;
  mutantCoverage?: NonNullable<Extract<DryRunResult, { tests: unknown }>["mutantCoverage"]>;
}

/** Subtraction would make NaN of two endless ranks. */
const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

async function messageOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** All test files with what they import as one function of `require` and of what is told which file begins. */
async function bundle(root: string, globs: readonly string[]): Promise<string> {
  const sources: Plugin = {
    name: "sources",
    setup: ({ onResolve, onLoad }) => {
      for (const { find, replacement } of packageSources(root))
        onResolve({ filter: find }, () => ({ path: replacement }));
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
        loader: "ts",
      }));
    },
  };
  const files = globs.flatMap((glob) => filesOf(root, glob));
  const lines = files.map((file) => `enter(${JSON.stringify(file)}); require(${JSON.stringify(`./${file}`)});`);
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: root },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
    plugins: [sources],
  });
  return `(function (require, enter) {${outputFiles[0]?.text}\n})`;
}

function filesOf(root: string, glob: string): string[] {
  const folder = dirname(glob);
  return readdirSync(resolve(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => globPattern(glob).test(path));
}

export const strykerPlugins = [
  declareFactoryPlugin(
    PluginKind.TestRunner,
    "in-process",
    Object.assign(() => new InProcessRunner(), { inject: [] as const }),
  ),
];
