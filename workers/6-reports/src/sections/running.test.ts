import { describe, expect, it } from "vitest";
import { sampleInput, sampleRunning } from "../../test/sample-input.js";
import type { RunningInitiative } from "../report-input.js";
import { listRunning } from "./running.js";

const [idea, planned, evaluated] = sampleRunning as [RunningInitiative, RunningInitiative, RunningInitiative];
const rowsOf = (...running: readonly RunningInitiative[]) => listRunning(sampleInput({ running }));

describe("section 5: what runs", () => {
  it("shows who came as a band and what they thought, what was held first", () => {
    const held: RunningInitiative = { ...planned, title: "Inloop", state: "held", heldOn: "2026-10-20" };
    expect(rowsOf(idea, planned, held, evaluated).rows.map(({ form, ...row }) => Object.values(row))).toEqual([
      ["Geldcafé in de wijk", "15 tot 24 mensen", "Bezoekers kregen antwoord", "Nog een keer doen"],
      ["Inloop", "Nog niet ingevuld", "Nog niet ingevuld", "Invullen hoe het ging"],
      ["Koffie met baby", "Nog niet geweest", "Nog niet geweest", "Gepland op 18 november 2026"],
      ["Digihulp: samen achter de computer", "Nog niet geweest", "Nog niet geweest", "Een plek en een partner zoeken"],
    ]);
  });

  it("names what grew out of it, and leaves out what was stopped", () => {
    const grown: RunningInitiative = { ...evaluated, followUps: ["Kledingruil"] };
    expect(rowsOf(grown, { ...idea, state: "cancelled" }).rows.map(({ next }) => next)).toEqual([
      "Vervolg: Kledingruil",
    ]);
  });

  it("stays short when much runs, and says how much more there is", () => {
    const many = Array.from({ length: 500 }, (_, number) => ({ ...idea, title: `Idee ${number}` }));
    expect(rowsOf(...many)).toMatchObject({ more: 492 });
    expect(rowsOf(...many.slice(0, 8)).more).toBeUndefined();
    expect(rowsOf(...many, evaluated).rows[0]?.title).toBe("Geldcafé in de wijk");
  });
});
