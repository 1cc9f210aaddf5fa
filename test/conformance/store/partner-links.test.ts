import type { LinkPurpose, PartnerAnswer } from "@rode-draad/domain";
import {
  answerThroughLink,
  ensureMunicipality,
  keepPartnerLink,
  listPartnerRequests,
  readLinkedRequest,
  renewPartnerLink,
} from "@rode-draad/store";
import { beforeEach, describe, expect, it } from "vitest";
import { makePartnerRequests } from "../../trust/make-partner-requests.js";
import { LATER, NOW, onEachEngine } from "./on-each-engine.js";

const EXPIRES = new Date("2026-04-01T10:00:00.000Z");
const AFTER = new Date("2026-04-01T10:00:00.000Z");
const ANSWER: PartnerAnswer = { kind: "call" };
const CALL = { requestId: "", answer: ANSWER };

onEachEngine((town) => {
  describe("the link of a request", () => {
    const key = { municipalityId: "", purpose: "answer-request" as LinkPurpose, tokenHash: "hash-1" };
    const link = { requestId: "", issuedAt: NOW, expiresAt: EXPIRES };
    beforeEach(async () => {
      const [request] = await makePartnerRequests(town.db, town.id, 1, NOW);
      key.municipalityId = town.id;
      link.requestId = CALL.requestId = request?.id ?? "";
      await keepPartnerLink(town.db, { ...key, ...link });
    });

    it("is not used by reading, and takes one answer of fifty at the same moment", async () => {
      for (let index = 0; index < 5; index += 1) {
        expect((await readLinkedRequest(town.db, key, LATER))?.request.id).toBe(link.requestId);
      }
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, () => answerThroughLink(town.db, key, CALL, LATER)),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect((await readLinkedRequest(town.db, key, LATER))?.answer).toEqual(ANSWER);
      const [stored] = await listPartnerRequests(town.db, town.id);
      expect(stored?.answer).toEqual({ answer: ANSWER, answeredAt: LATER });
    });

    it("tells what was asked and until when it works, and of an answer only once there is one", async () => {
      const linked = await readLinkedRequest(town.db, key, LATER);
      expect(linked).toMatchObject({ requestId: link.requestId, expiresAt: EXPIRES });
      expect(linked).not.toHaveProperty("answer");
    });

    it("opens nothing when it expired, was changed, is for something else or of another municipality", async () => {
      await ensureMunicipality(town.asOwner, { id: "buurstad", name: "Buurstad" });
      const wrong = [
        [key, AFTER],
        [{ ...key, tokenHash: "hash-2" }, LATER],
        [{ ...key, purpose: "something-else" as LinkPurpose }, LATER],
        [{ ...key, municipalityId: "buurstad" }, LATER],
      ] as const;
      for (const [attempt, now] of wrong) {
        // Also where the database itself would show what is another municipality's.
        for (const db of [town.db, town.asOwner]) {
          expect(await readLinkedRequest(db, attempt, now)).toBeUndefined();
          expect(await answerThroughLink(db, attempt, CALL, now)).toBe(false);
        }
      }
      expect(await answerThroughLink(town.db, key, CALL, LATER)).toBe(true);
    });

    it("is replaced by a later one of the same request, but not once it was used", async () => {
      const second = { ...key, tokenHash: "hash-2" };
      await keepPartnerLink(town.db, { ...second, ...link });
      expect(await answerThroughLink(town.db, key, CALL, LATER)).toBe(false);
      expect(await answerThroughLink(town.db, second, CALL, LATER)).toBe(true);
      await keepPartnerLink(town.db, { ...key, ...link });
      expect(await answerThroughLink(town.db, key, CALL, LATER)).toBe(false);
      expect((await readLinkedRequest(town.db, second, LATER))?.answer).toEqual(ANSWER);
    });

    it("takes another token for a reminder, which ends the former one and gives no more time", async () => {
      const second = { ...key, tokenHash: "hash-2" };
      expect(await renewPartnerLink(town.db, { ...second, requestId: link.requestId }, LATER)).toBe(true);
      expect(await readLinkedRequest(town.db, key, LATER)).toBeUndefined();
      expect(await readLinkedRequest(town.db, second, LATER)).toMatchObject({ expiresAt: EXPIRES });
    });

    it("takes no other token once it expired or was used, nor for what it is not", async () => {
      const renewed = { ...key, requestId: link.requestId };
      await ensureMunicipality(town.asOwner, { id: "buurstad", name: "Buurstad" });
      for (const db of [town.db, town.asOwner]) {
        expect(await renewPartnerLink(db, renewed, AFTER)).toBe(false);
        expect(await renewPartnerLink(db, { ...renewed, requestId: "a-9" }, LATER)).toBe(false);
        expect(await renewPartnerLink(db, { ...renewed, purpose: "something-else" as LinkPurpose }, LATER)).toBe(false);
        expect(await renewPartnerLink(db, { ...renewed, municipalityId: "buurstad" }, LATER)).toBe(false);
      }
      expect(await answerThroughLink(town.db, key, CALL, LATER)).toBe(true);
      expect(await renewPartnerLink(town.db, renewed, LATER)).toBe(false);
    });

    it("takes no other token once its evening was called off", async () => {
      await town.db.updateTable("partner_request").set({ withdrawn_at: NOW }).execute();
      expect(await renewPartnerLink(town.db, { ...key, requestId: link.requestId }, LATER)).toBe(false);
      expect(await answerThroughLink(town.db, key, CALL, LATER)).toBe(false);
    });
  });
});
