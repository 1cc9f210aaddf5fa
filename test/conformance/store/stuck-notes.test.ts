import {
  areNotesUnderWay,
  countNotesUnderWay,
  countNotesUnderWayUpTo,
  countUnfinished,
  endDiscoveryLease,
  isDiscovering,
  listNotesStandingStill,
  listStuckNotes,
  markNotesQueued,
  recordFailedNotes,
  renewDiscoveryLease,
  requireDiscoveryFence,
  retryStuckNotes,
  saveNotes,
  saveSegments,
  takeDiscoveryLease,
} from "@rode-draad/store";
import { describe, expect, it } from "vitest";
import { cutNote, makeNote } from "./make-note.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";

onEachEngine((town) => {
  describe("notes that cannot be worked out", () => {
    const fail = (...noteIds: string[]) =>
      recordFailedNotes(
        town.db,
        town.id,
        noteIds.map((noteId) => ({ noteId, reason: "does-not-end" })),
        LATER,
      );

    it("are set aside after the third try, no longer count as under way, and start again when a person says so", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1"), makeNote("n2")], NOW);
      expect((await fail("n1", "n2")).sort()).toEqual(["n1", "n2"]);
      expect(await fail("n1")).toEqual(["n1"]);
      expect(await listStuckNotes(town.db, town.id)).toEqual([]);
      expect(await fail("n1")).toEqual([]);
      expect(await listStuckNotes(town.db, town.id)).toEqual([{ noteId: "n1", reason: "does-not-end", since: LATER }]);
      expect(await countNotesUnderWay(town.db, town.id)).toBe(1);
      expect(await retryStuckNotes(town.db, town.id, LATER)).toEqual(["n1"]);
      expect(await countNotesUnderWay(town.db, town.id)).toBe(2);
      expect(await fail("n1")).toEqual(["n1"]);
    });

    it("forget their tries when a step succeeds or another text comes", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1"), makeNote("n2")], NOW);
      await fail("n1", "n2");
      await fail("n1", "n2");
      await saveSegments(town.db, town.id, [{ noteId: "n1", version: 1, segments: cutNote(makeNote("n1")) }], LATER);
      await saveNotes(town.db, town.id, "i2", [makeNote("n2", { contentHash: "new" })], LATER);
      expect((await fail("n1", "n2")).sort()).toEqual(["n1", "n2"]);
    });

    it("count as under way, but not among those that did not fail yet", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      const areUnderWay = (untriedOnly: boolean) =>
        areNotesUnderWay(town.db, town.id, { movedSince: NOW, untriedOnly });
      expect(await areUnderWay(true)).toBe(true);
      await fail("n1");
      expect(await areUnderWay(true)).toBe(false);
      expect(await areUnderWay(false)).toBe(true);
    });

    it("of one municipality are not those of another", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      expect(await recordFailedNotes(town.db, "elders", [{ noteId: "n1", reason: "x" }], LATER)).toEqual([]);
      expect(await retryStuckNotes(town.db, "elders", LATER)).toEqual([]);
    });
  });

  describe("notes whose job was lost", () => {
    it("are found once in a while, not again as soon as they were given a new job", async () => {
      const mine = async () =>
        (await listNotesStandingStill(town.asOwner, LATER)).filter(({ municipalityId }) => municipalityId === town.id);
      await saveNotes(town.db, town.id, "i1", [makeNote("n1")], NOW);
      const standing = await mine();
      expect(standing).toEqual([{ municipalityId: town.id, noteId: "n1", state: "received" }]);
      await markNotesQueued(town.asOwner, standing, LATER);
      expect(await mine()).toEqual([]);
    });

    it("are counted as far as it matters", async () => {
      await saveNotes(town.db, town.id, "i1", [makeNote("n1"), makeNote("n2"), makeNote("n3")], NOW);
      expect(await countNotesUnderWayUpTo(town.db, town.id, 2)).toBe(2);
      expect(await countNotesUnderWayUpTo(town.db, town.id, 9)).toBe(3);
      expect(await countUnfinished(town.asOwner)).toBeGreaterThanOrEqual(3);
    });
  });

  describe("the lease of the emergent themes", () => {
    it("has one holder; who lost it can neither renew it nor write", async () => {
      const first = await takeDiscoveryLease(town.db, town.id, "one", 200);
      expect(first).toBeDefined();
      expect(await takeDiscoveryLease(town.db, town.id, "two", 200)).toBeUndefined();
      expect(await isDiscovering(town.asOwner)).toBe(true);
      await requireDiscoveryFence(town.db, town.id, first ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const second = await takeDiscoveryLease(town.db, town.id, "two", 60_000);
      expect(second).toBeGreaterThan(first ?? 0);
      expect(await renewDiscoveryLease(town.db, town.id, first ?? 0, 60_000)).toBe(false);
      await expect(requireDiscoveryFence(town.db, town.id, first ?? 0)).rejects.toMatchObject({ retryable: true });
      // What the first one ends is not the lease of the second.
      await endDiscoveryLease(town.db, town.id, first ?? 0);
      expect(await renewDiscoveryLease(town.db, town.id, second ?? 0, 60_000)).toBe(true);
      await endDiscoveryLease(town.db, town.id, second ?? 0);
      expect(await takeDiscoveryLease(town.db, town.id, "three", 200)).toBeDefined();
    });
  });
});
