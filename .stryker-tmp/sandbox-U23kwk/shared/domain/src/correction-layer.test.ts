import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CorrectionAction, CorrectionEvidence, LoggedCorrection } from "./correction.js";
import { type CorrectionLayer, type MachineTheme, makeCorrectionLayer, mayLeaveSafety } from "./correction-layer.js";
import {
  type CorrectionFacts,
  checkCorrection,
  checkUndo,
  mayCorrect,
  mayMerge,
  whyNotCorrect,
} from "./correction-rules.js";
import { ProductError } from "./errors.js";
import type { ThemeAssignment } from "./question.js";

const at = new Date("2026-03-01T09:00:00Z");
const person = { who: "Sam", why: "dit hoort zo", at };
const NEVER = new Set(["nooit"]);
const collective = { a: "suitable", b: "suitable", c: "suitable", zorg: "only-with-care", nooit: "never" } as const;

function log(...actions: readonly CorrectionAction[]): LoggedCorrection[] {
  return actions.map((action, index) => ({ ...action, ...person, id: `c-${index + 1}` }));
}

const layerOf = (corrections: readonly LoggedCorrection[], machine: readonly MachineTheme[] = []): CorrectionLayer =>
  makeCorrectionLayer(corrections, machine, NEVER);
const merge = (themeId: string, intoId: string) =>
  ({ kind: "merge", themeId, intoId, terms: [], newestId: null }) as const;
const point = { noteId: "n1", start: 0, end: 9, features: [] };
const move = (fromId: string | null, toId: string | null) =>
  ({ kind: "move", question: point, fromId, toId, outOfSafety: false }) as const;
const known = (themeId: string | null, confidence = 0.6): ThemeAssignment => ({
  themeId,
  confidence,
  route: themeId === null ? "unassigned" : "known",
});
const lesson = (correctionId: string, similarity: number): CorrectionEvidence => ({
  correctionId,
  as: "lesson",
  similarity,
});
const decide = (layer: CorrectionLayer, given: ThemeAssignment | undefined, evidence: CorrectionEvidence[] = []) =>
  layer.decide({ given, evidence, safetyFlag: false });

describe("lessons", () => {
  it("pull what the machine confused in the same way, several more than one, and nothing else", () => {
    const layer = layerOf(log(move("a", "b"), move("a", "b")));
    const one = [lesson("c-1", 0.2)];
    expect(decide(layer, known("a"), one)).toEqual(known("a"));
    const two = [...one, lesson("c-2", 0.2)];
    expect(decide(layer, known("a"), two)).toMatchObject({ themeId: "b", confidence: 1 - 0.8 * 0.8 });
    expect(decide(layer, known("c"), two)).toEqual(known("c"));
    expect(decide(layer, known(null), two)).toEqual(known(null));
  });

  it("for the machine's own choice hold back, and the surer the machine the more it takes", () => {
    const layer = layerOf(log(move("a", "b"), move("c", "a")));
    expect(decide(layer, known("a"), [lesson("c-1", 0.4), lesson("c-2", 0.5)])).toEqual(known("a"));
    expect(decide(layer, known("a", 0.1), [lesson("c-1", 0.25)])).toMatchObject({ themeId: "b" });
    expect(decide(layer, known("a", 1), [lesson("c-1", 0.25)])).toEqual(known("a", 1));
  });

  it("follow later merges of both themes", () => {
    const layer = layerOf(log(move("a", "b"), merge("a", "c"), merge("b", "zorg")));
    expect(decide(layer, known("c"), [lesson("c-1", 0.5)])).toMatchObject({ themeId: "zorg" });
  });

  it("never take a question out of the safety route, and may lead into it", () => {
    const safety = { themeId: "a", confidence: 0.5, route: "safety" } as const;
    expect(decide(layerOf(log(move("a", "b"))), safety, [lesson("c-1", 1)])).toEqual(safety);
    expect(decide(layerOf(log(move("a", "nooit"))), known("a"), [lesson("c-1", 0.9)])).toMatchObject({
      route: "safety",
    });
  });
});

describe("themes of the machine", () => {
  const found = { label: "Vragen over de lift", terms: ["lift", "flat", "trap"] };

  it("that people hold are themselves, whatever the machine merges", () => {
    const machine = [
      { ...found, id: "t-0001" },
      { ...found, id: "t-0002", mergedInto: "t-0001" },
    ];
    expect(layerOf([], machine).resolve("t-0002")).toBe("t-0001");
    expect(layerOf(log({ kind: "pin", themeId: "t-0002" }), machine).resolve("t-0002")).toBe("t-0002");
    expect(layerOf(log(merge("t-0001", "t-0002")), machine).resolve("t-0001")).toBe("t-0002");
  });

  it("that come back under another id with the same words meet the same correction; older ones do not", () => {
    const gone = { terms: found.terms, newestId: "t-0002" };
    const closed = log({ kind: "not-a-theme", themeId: "t-0001", ...gone });
    const machine = ["t-0001", "t-0002", "t-0003", "t-0004"].map((id) => ({
      ...found,
      id,
      terms: id === "t-0004" ? ["pas", "lift", "post"] : found.terms,
    }));
    const layer = layerOf(closed, machine);
    expect(machine.map(({ id }) => layer.resolve(id))).toEqual([null, "t-0002", null, "t-0004"]);
  });
});

describe("the rules of corrections", () => {
  it("let a question out of the safety route by an explicit yes about itself, and never against the source", () => {
    const [yes, no] = log({ ...move("a", "b"), outOfSafety: true }, move("a", "b"));
    expect(mayLeaveSafety(yes, false)).toBe(true);
    expect(mayLeaveSafety(yes, true)).toBe(false);
    expect(mayLeaveSafety(no, false)).toBe(false);
    expect(mayLeaveSafety(undefined, false)).toBe(false);
  });

  it("keep themes that are never collective apart", () => {
    for (const kind of ["merge", "split", "not-a-theme", "sleep"] as const)
      expect(mayCorrect(kind, "never")).toBe(false);
    expect(mayCorrect("rename", "never")).toBe(true);
    expect(mayCorrect("pin", "never")).toBe(true);
    expect(mayCorrect("not-a-theme", "only-with-care")).toBe(true);
    expect(mayMerge("suitable", "never")).toBe(false);
    expect(mayMerge("never", "suitable")).toBe(false);
  });

  it("give no theme the name of another one, nor the name that it bears already", () => {
    const facts: CorrectionFacts = {
      layer: layerOf([]),
      collectiveOf: () => "suitable",
      isInCatalogue: () => true,
      named: [
        { id: "a", label: "Pgb" },
        { id: "b", label: "Huur" },
      ],
    };
    const whyNot = (kind: "rename" | "split", name: string) => whyNotCorrect({ kind, themeId: "a", name }, facts);
    expect(whyNot("rename", "Pgb")).toContain("Zo heet dit thema al");
    for (const kind of ["rename", "split"] as const) {
      expect(whyNot(kind, "huur")).toContain("Er is al een thema met deze naam");
      expect(whyNot(kind, "Eigen hulp kiezen")).toBeUndefined();
    }
    expect(whyNot("split", "Pgb")).toContain("Er is al een thema met deze naam");
    expect(whyNot("rename", "PGB")).toBeUndefined();
    expect(whyNotCorrect({ kind: "rename", themeId: "a" }, facts)).toBeUndefined();
  });

  it("let care go only where care is asked for", () => {
    expect(mayMerge("only-with-care", "suitable")).toBe(false);
    expect(mayMerge("only-with-care", "only-with-care")).toBe(true);
    expect(mayMerge("suitable", "only-with-care")).toBe(true);
  });
});

/** What a person may try next; the rules refuse part of it. */
type Step =
  | {
      readonly do: "correct";
      readonly kind: number;
      readonly one: number;
      readonly other: number;
      readonly question: number;
    }
  | { readonly do: "undo"; readonly which: number }
  | { readonly do: "consolidate"; readonly one: number; readonly other: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("correct" as const),
      kind: fc.nat(6),
      one: fc.nat(20),
      other: fc.nat(20),
      question: fc.nat(9),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("consolidate" as const), one: fc.nat(2), other: fc.nat(2) }) },
);

const CATALOGUE = Object.keys(collective) as (keyof typeof collective)[];

/** A municipality in miniature: ten questions, a catalogue, three themes of the machine, and the log. */
class Town {
  readonly corrections: LoggedCorrection[] = [];
  machine: MachineTheme[] = ["t-0001", "t-0002", "t-0003"].map((id) => ({ id, label: id, terms: [id] }));
  /** Which corrections each question has to do with, as the texts would say. */
  readonly evidence: CorrectionEvidence[][] = Array.from({ length: 10 }, () => []);
  readonly given: readonly ThemeAssignment[] = [
    ...CATALOGUE.map((id): ThemeAssignment => (id === "nooit" ? { ...known(id), route: "safety" } : known(id))),
    ...["t-0001", "t-0002", "t-0003"].map(
      (themeId): ThemeAssignment => ({ themeId, confidence: 0.7, route: "emergent" }),
    ),
    known(null),
    { themeId: "a", confidence: 0.9, route: "safety" },
  ];

  get layer(): CorrectionLayer {
    return layerOf(this.corrections, this.machine);
  }

  get themeIds(): string[] {
    return [...CATALOGUE, ...this.machine.map(({ id }) => id), ...this.layer.splits.keys()];
  }

  /** What every question counts as, from nothing but what was given and the log: a replay. */
  state(): (ThemeAssignment | undefined)[] {
    const { layer } = this;
    return this.given.map((given, index) =>
      layer.decide({ given, evidence: this.evidence[index] ?? [], safetyFlag: false }),
    );
  }

  take(next: Step): void {
    try {
      if (next.do === "undo") this.undo(next.which);
      else if (next.do === "correct") this.correct(next);
      else this.consolidate(next);
    } catch (error) {
      if (!(error instanceof ProductError)) throw error;
    }
  }

  correct({ kind, one, other, question }: Extract<Step, { do: "correct" }>): void {
    const ids = this.themeIds;
    const themeId = ids[one % ids.length] ?? "a";
    const otherId = ids[other % ids.length] ?? "b";
    const number = this.corrections.length + 1;
    const id = `c-${number}`;
    const gone = { terms: [], newestId: null };
    const actions: CorrectionAction[] = [
      { kind: "rename", themeId, name: `naam ${number}` },
      { kind: "merge", themeId, intoId: otherId, ...gone },
      { kind: "split", themeId, newThemeId: `p-${number}`, name: `deel ${number}`, words: ["w"], questions: [] },
      {
        kind: "move",
        question: point,
        fromId: this.given[question]?.themeId ?? null,
        toId: otherId,
        outOfSafety: other % 2 === 0,
      },
      { kind: "pin", themeId },
      { kind: "not-a-theme", themeId, ...gone },
      { kind: "sleep", themeId, level: 3 },
    ];
    const action = actions[kind] as CorrectionAction;
    checkCorrection(action, {
      layer: this.layer,
      collectiveOf: (theme) => this.collectiveOf(theme),
      isInCatalogue: (theme) => CATALOGUE.includes(theme as keyof typeof collective),
      named: ids.map((theme) => ({ id: theme, label: this.layer.nameOf(theme) ?? theme })),
    });
    this.corrections.push({ ...action, ...person, id });
    if (action.kind === "move") {
      this.evidence[question]?.push({ correctionId: id, as: "question", similarity: 1 });
      this.evidence[(question + 1) % 10]?.push(lesson(id, 0.6));
    }
    if (action.kind === "split") this.evidence[question]?.push({ correctionId: id, as: "word", similarity: 1 });
  }

  undo(which: number): void {
    const index = which % Math.max(1, this.corrections.length);
    const correction = this.corrections[index];
    if (correction === undefined) return;
    checkUndo(correction, this.corrections);
    this.corrections[index] = { ...correction, undone: person };
  }

  /** A nightly run: the machine merges two of its own themes, and does not ask what people hold. */
  consolidate({ one, other }: { readonly one: number; readonly other: number }): void {
    const [into, gone] = [this.machine[Math.min(one, other)], this.machine[Math.max(one, other)]];
    if (into === undefined || gone === undefined || into === gone || into.mergedInto !== undefined) return;
    this.machine = this.machine.map((theme) =>
      theme.id === gone.id || theme.mergedInto === gone.id ? { ...theme, mergedInto: into.id } : theme,
    );
  }

  collectiveOf(themeId: string): (typeof collective)[keyof typeof collective] | undefined {
    const parent = this.layer.splits.get(themeId)?.themeId;
    if (parent !== undefined) return this.collectiveOf(parent);
    if (this.machine.some(({ id }) => id === themeId)) return "suitable";
    return collective[themeId as keyof typeof collective];
  }
}

const towns = fc.array(step, { maxLength: 30 }).map((steps) => {
  const town = new Town();
  for (const next of steps) town.take(next);
  return town;
});

describe("any sequence of corrections, undos and nightly runs", () => {
  it("leads every question to a theme that lives, without a circle", () => {
    fc.assert(
      fc.property(towns, (town) => {
        const { layer } = town;
        for (const id of town.themeIds) {
          const now = layer.resolve(id);
          expect(now === null || layer.resolve(now) === now).toBe(true);
        }
        for (const question of town.state()) {
          const themeId = question?.themeId ?? null;
          expect(themeId === null || town.themeIds.includes(themeId)).toBe(true);
        }
      }),
    );
  });

  it("gives the state before when the last correction is undone, and the same state at every replay", () => {
    fc.assert(
      fc.property(towns, step, (town, next) => {
        const before = town.state();
        const made = town.corrections.length;
        town.take({
          ...next,
          do: "correct",
          kind: "kind" in next ? next.kind : 1,
          one: 1,
          other: 2,
          question: 3,
        } as Step);
        expect(town.state()).toEqual(town.state());
        if (town.corrections.length > made) town.undo(made);
        expect(town.state()).toEqual(before);
      }),
    );
  });

  it("never lets a safety question count but by an explicit yes of a person about that question", () => {
    fc.assert(
      fc.property(towns, (town) => {
        town.state().forEach((question, index) => {
          if (town.given[index]?.route !== "safety" || question?.route === "safety") return;
          const said = town.corrections.some(
            (one) =>
              one.kind === "move" &&
              one.outOfSafety &&
              one.undone === undefined &&
              town.evidence[index]?.some(({ correctionId, as }) => correctionId === one.id && as === "question"),
          );
          expect(said).toBe(true);
          expect(question?.themeId === null || !NEVER.has(question?.themeId ?? "")).toBe(true);
        });
      }),
    );
  });

  it("keeps the latest name, and the nightly run changes nothing that people hold", () => {
    fc.assert(
      fc.property(towns, fc.nat(2), fc.nat(2), (town, one, other) => {
        for (const themeId of town.themeIds) {
          const names = town.corrections.filter(
            (correction) =>
              correction.kind === "rename" && correction.themeId === themeId && correction.undone === undefined,
          );
          const last = names.at(-1);
          if (last?.kind === "rename") expect(town.layer.nameOf(themeId)).toBe(last.name);
        }
        const held = [...town.layer.held].map((id) => [id, town.layer.resolve(id)]);
        town.consolidate({ one, other });
        expect(held.map(([id]) => [id, town.layer.resolve(id ?? "")])).toEqual(held);
      }),
    );
  });
});
