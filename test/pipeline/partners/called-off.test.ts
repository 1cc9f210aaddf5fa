import { followUpPartners, reconcile } from "@rode-draad/pipeline";
import { listInitiatives, listPartnerRequests, readAuditEntries } from "@rode-draad/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  addPartner,
  askPartner,
  eventsIn,
  linkIn,
  openPartnerStory,
  type PartnerStory,
  type Team,
} from "./open-partner-story.js";

let story: PartnerStory;
beforeEach(async () => {
  story = await openPartnerStory();
});
afterEach(() => story.close());

const DATE = "dinsdag 12 januari 2027";

async function initiativeOfOost(): Promise<string> {
  const { store, municipalityId } = story.product;
  const [initiative] = await listInitiatives(store.db, municipalityId, { proposalId: "v-oost" });
  return initiative?.id ?? "";
}

const requests = async () => {
  const { store, municipalityId } = story.product;
  return await listPartnerRequests(store.db, municipalityId);
};
const idOf = async (team: Team) => (await requests()).find(({ teamCode }) => teamCode === team)?.request.id ?? "";
const handBack = async () => story.ask("OOST", `/initiatieven/${await initiativeOfOost()}/terug`, {});

describe("who does not carry an initiative", () => {
  it("reads whom to join before asking a partner, and cannot ask, tell or try again in its name", async () => {
    const partner = await addPartner(story);
    const { html } = await story.ask("WEST", "/voorstellen/v-oost");
    expect(html).toContain("Sam OOST heeft dit opgepakt. Doe eerst mee.");
    expect(html).not.toContain("Bekijk de brief");
    const form = {
      ...{
        partner,
        dag1: "2027-01-12",
        van1: "19:00",
        tot1: "21:00",
        dag2: "2027-01-20",
        van2: "19:00",
        tot2: "21:00",
      },
      ...{ plek: "buurthuis", naam: "Kim", telefoon: "06-0000 0000", email: "kim@west.example" },
    };
    const refused = await story.ask("WEST", "/voorstellen/v-oost/aanvraag", form);
    expect([refused.status, refused.html.includes("Doe eerst mee.")]).toEqual([400, true]);
    expect(await requests()).toEqual([]);

    await askPartner(story, "OOST", partner);
    const [asked] = await requests();
    const page = `/partneraanvragen/${asked?.request.id}`;
    expect((await story.ask("WEST", `${page}/opnieuw`, {})).status).toBe(400);
    expect((await story.ask("WEST", `${page}/terugkoppeling`, { opkomst: "15-tot-24" })).status).toBe(400);
    await story.ask("WEST", `/initiatieven/${await initiativeOfOost()}/meedoen`, {});
    expect((await story.ask("WEST", "/voorstellen/v-oost")).html).toContain("Bekijk de brief");
  });
});

describe("an initiative that is handed back", () => {
  it("calls off what a partner agreed to: by mail, in its calendar and behind the link, for the own part only", async () => {
    const partner = await addPartner(story);
    await askPartner(story, "OOST", partner);
    const [letter] = await story.mailsOnceThereAre(1);
    await askPartner(story, "WEST", partner);
    await story.mailsOnceThereAre(2);
    const [oost, west] = [await idOf("OOST"), await idOf("WEST")];
    await story.behindLink(linkIn(letter), { aanvraag: oost, antwoord: "datum-1" });
    const page = `/initiatieven/${await initiativeOfOost()}`;
    expect((await story.ask("OOST", page)).html).toContain(
      "Stopt dit, dan krijgt de partner bericht dat het niet doorgaat.",
    );
    expect((await handBack()).status).toBe(303);

    const [, , off] = await story.mailsOnceThereAre(3);
    expect(off?.subject).toBe("Gaat niet door: informatieavond over huurtoeslag in Oost");
    expect(off?.text).toContain(`U zei ja tegen ${DATE}, 19.00 tot 21.00 uur.`);
    const proposed = eventsIn(letter);
    const cancelled = eventsIn(off);
    expect(cancelled.map(({ uid }) => uid)).toEqual(proposed.map(({ uid }) => uid));
    for (const { sequence, component } of cancelled) {
      expect([sequence, component.getFirstPropertyValue("status")]).toEqual([1, "CANCELLED"]);
    }

    const behind = await story.behindLink(linkIn(letter));
    expect(behind.html).toContain("Wij hebben deze vraag ingetrokken.");
    expect(behind.html.match(/name="aanvraag" value="[^"]+"/g)).toEqual([`name="aanvraag" value="${west}"`]);
    const late = await story.behindLink(linkIn(letter), { aanvraag: oost, antwoord: "bellen" });
    expect([late.status, late.html.includes("Uw antwoord is niet bewaard.")]).toEqual([409, true]);
    const still = await story.behindLink(linkIn(letter), { aanvraag: west, antwoord: "datum-1" });
    expect(still.status).toBe(303);
    expect((await story.ask("OOST", `/partneraanvragen/${oost}`)).html).toContain("Deze aanvraag is ingetrokken.");

    // Picked up again it has no date, and the same partner can be asked anew.
    await story.ask("OOST", "/voorstellen/v-oost/besluit", { besluit: "oppakken" });
    expect((await story.ask("OOST", page)).html).toContain("Nog geen datum");
    await askPartner(story, "OOST", partner);
    const anew = (await story.mailsOnceThereAre(4)).at(-1);
    expect(linkIn(anew)).not.toBe(linkIn(letter));
    expect((await story.behindLink(linkIn(anew))).html).toContain('name="antwoord"');

    const { store, municipalityId } = story.product;
    const log = await readAuditEntries(store.db, municipalityId, { after: 0, limit: 1_000 });
    expect(log.filter(({ action }) => action === "hand-back-initiative")).toMatchObject([{ outcome: "done" }]);
  });

  it("or put off leaves nothing to send, to remind of or to report", async () => {
    await story.smtp.stop();
    await askPartner(story, "OOST", await addPartner(story));
    const decided = await story.ask("OOST", "/voorstellen/v-oost/besluit", { besluit: "later" });
    expect(decided.status).toBe(303);
    const [asked] = await requests();
    expect(asked?.withdrawnAt).toBeDefined();
    story.moveDays(0.1);
    expect((await reconcile(story.product)).requestJobs).toBe(0);
    story.moveDays(20);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 0 });
    expect((await requests())[0]?.state).not.toBe("sent");
    const again = await story.ask("OOST", `/partneraanvragen/${asked?.request.id}/opnieuw`, {});
    expect(again.status).toBe(303);
    expect((await reconcile(story.product)).requestJobs).toBe(0);
  });
});
