/** A part of the product that decides about somebody's privacy, with the tests that hold it. */
export interface Area {
  /** What decides, as globs from the root of the repository. */
  readonly decides: readonly string[];
  /** What lies in the same folders and decides nothing, each with the reason why it is not mutated. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Tests that run in this process within seconds: each mutant costs a run of those that reach it. */
  readonly tests: readonly string[];
  /**
   * Tests of pure code that use little of vitest, so that thousands of mutants can be tried without it (in-process-runner.ts).
   * `remembers` names the files of which an answer is kept from one text to the next.
   */
  readonly inProcess?: { readonly remembers: readonly string[] };
}

const MARK_UP =
  "words and mark-up of a page, which says what its view holds; test/browser and test/accessibility read it";

/** Promise S7: at least this percentage of the mutants of each area makes a test fail. */
export const SCORE_GOAL = 90;

export const AREAS: Readonly<Record<string, Area>> = {
  webhook: {
    decides: ["workers/7-delivery/src/webhook/*.ts"],
    leftOut: {},
    tests: ["workers/7-delivery/src/webhook/*.test.ts"],
  },
  "partner-link": {
    decides: [
      "shared/domain/src/partner-answer.ts",
      "shared/runtime/src/link-token.ts",
      "shared/contracts/src/partner-link.ts",
      "shared/store/src/partner-links/*.ts",
      "services/pipeline/src/partners/{answer-link,partner-page}.ts",
      "services/web/src/routes/partner/*.{ts,tsx}",
    ],
    leftOut: {
      "services/web/src/routes/partner/agenda-form.tsx": MARK_UP,
      "services/web/src/routes/partner/agenda-page.tsx": MARK_UP,
      "services/web/src/routes/partner/answer-choice.tsx": MARK_UP,
      "services/web/src/routes/partner/answered.tsx": MARK_UP,
      "services/web/src/routes/partner/aside.tsx": MARK_UP,
      "services/web/src/routes/partner/form.tsx": MARK_UP,
      "services/web/src/routes/partner/page.tsx": MARK_UP,
    },
    tests: [
      "shared/domain/src/partner-answer.test.ts",
      "shared/runtime/src/link-token.test.ts",
      "test/conformance/store/partner-links.test.ts",
      "test/pipeline/partner-page.test.ts",
      "test/pipeline/partner-agenda.test.ts",
      "services/web/src/routes/partner/*.test.ts",
    ],
  },
  authorisation: {
    decides: [
      "shared/domain/src/who-may-what.ts",
      "shared/access/src/*.ts",
      "services/api/src/http/actor-door.ts",
      "services/api/src/tools/require-note-access.ts",
      "services/web/src/http/page-door.ts",
      "services/web/src/http/same-origin-only.ts",
    ],
    leftOut: {
      "shared/access/src/access-tools.ts": "types only",
      "shared/access/src/index.ts": "names only",
    },
    tests: [
      "shared/domain/src/who-may-what.test.ts",
      "shared/access/src/*.test.ts",
      "test/access/open-access.test.ts",
      "services/api/src/http/actor-door.test.ts",
      "services/api/src/tools/require-note-access.test.ts",
      "services/web/src/http/page-door.test.ts",
    ],
  },
  "release-gate": {
    decides: ["shared/privacy/src/release-gate/*.ts"],
    leftOut: {},
    tests: ["shared/privacy/src/release-gate/*.test.ts"],
  },
  gate: {
    decides: ["shared/privacy/src/gate/*.ts"],
    leftOut: {},
    tests: [
      "shared/privacy/src/gate/*.test.ts",
      "shared/privacy/test/writer-declares.test.ts",
      "test/trust/gate/recorded-finds.test.ts",
    ],
    inProcess: {
      remembers: [
        "shared/privacy/src/gate/lexicon.ts",
        "shared/privacy/src/gate/compound.ts",
        "shared/privacy/src/gate/rarity.ts",
      ],
    },
  },
};
