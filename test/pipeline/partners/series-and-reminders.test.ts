import { followUpPartners, reconcile } from "@rode-draad/pipeline";
import { listPartnerRequests, readAuditEntries } from "@rode-draad/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addPartner, askPartner, linkIn, openPartnerStory, type PartnerStory } from "./open-partner-story.js";

let story: PartnerStory;
let refused: ReadonlySet<string>;
beforeEach(async () => {
  refused = new Set();
  story = await openPartnerStory((address) => (refused.has(address) ? 550 : undefined));
});
afterEach(() => story.close());

const requestsOf = async () => {
  const { store, municipalityId } = story.product;
  return (await listPartnerRequests(store.db, municipalityId)).reverse();
};
const idOf = async (team: string) => (await requestsOf()).find(({ teamCode }) => teamCode === team)?.request.id ?? "";

describe("two teams that ask one partner about one theme", () => {
  it("share a letter's page, on which the partner answers each, and each sees its own part only", async () => {
    const partner = await addPartner(story);
    await askPartner(story, "OOST", partner);
    const [first] = await story.mailsOnceThereAre(1);
    expect(first?.subject).toBe("Informatieavond over huurtoeslag in Oost");
    await askPartner(story, "WEST", partner);
    const [, second] = await story.mailsOnceThereAre(2);
    expect(second?.text).toContain("U kreeg al onze vraag over Oost.");

    for (const mail of [first, second]) {
      const { html } = await story.behindLink(linkIn(mail));
      for (const text of ["Oost", "West", "buurthuis OOST", "buurthuis WEST", "Noor van OOST", "Noor van WEST"]) {
        expect(html).toContain(text);
      }
      expect(html).toContain("Waarom ziet u geen aantallen?");
      expect(html.match(/<form class="rd-stapel"/g)).toHaveLength(2);
    }
    const [oost, west] = [await idOf("OOST"), await idOf("WEST")];
    const answered = await story.behindLink(linkIn(first), { aanvraag: west, antwoord: "datum-1" });
    expect(answered.status).toBe(303);
    const no = { aanvraag: oost, antwoord: "nee", reden: "geen-tijd" };
    expect((await story.behindLink(linkIn(second), no)).status).toBe(303);

    const own = await story.ask("WEST", `/partneraanvragen/${west}`);
    expect(own.html).toContain("Ja, op dinsdag 12 januari 2027");
    expect(own.html).toContain("Jij ziet hier alleen jouw deel.");
    expect(own.html).not.toMatch(/Oost|geen tijd/);
    expect((await story.ask("WEST", `/partneraanvragen/${oost}`)).status).toBe(404);
    const { html } = await story.ask("OOST", "/voorstellen/v-oost");
    expect(html).toContain("Nee: wij hebben hier geen tijd voor.");
    expect(html).not.toContain("Ja, op dinsdag");
  });

  it("are not taken together when the partner or the theme is another one, or the first was answered", async () => {
    const [one, other] = [
      await addPartner(story),
      await addPartner(story, { naam: "Woonzo", email: "a@woonzo.example" }),
    ];
    await askPartner(story, "OOST", one);
    await story.mailsOnceThereAre(1);
    await askPartner(story, "WEST", other);
    const mails = await story.mailsOnceThereAre(2);
    expect((await requestsOf()).map(({ seriesId }) => seriesId)).toEqual([undefined, undefined]);
    expect(mails[1]?.subject).toBe("Informatieavond over huurtoeslag in West");
    expect((await story.behindLink(linkIn(mails[1]))).html).not.toContain("buurthuis OOST");
  });

  it("answers one part once, whichever link is used, and reads one sentence when it does so again", async () => {
    const partner = await addPartner(story);
    await askPartner(story, "OOST", partner);
    await story.mailsOnceThereAre(1);
    await askPartner(story, "WEST", partner);
    const [first, second] = await story.mailsOnceThereAre(2);
    const aanvraag = await idOf("OOST");
    const form = { aanvraag, antwoord: "bellen" };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => story.behindLink(linkIn(index % 2 === 0 ? first : second), form)),
    );
    expect(outcomes.filter(({ status }) => status === 303)).toHaveLength(1);
    const again = await story.behindLink(linkIn(second), { aanvraag, antwoord: "datum-1" });
    expect(again.status).toBe(409);
    expect(again.html).toContain("U heeft hier al op geantwoord. Wij hebben uw nieuwe antwoord niet bewaard.");
    expect((await story.behindLink(linkIn(first), { aanvraag: "a-elders", antwoord: "bellen" })).status).toBe(404);
  });
});

describe("a request without an answer", () => {
  it("is reminded once by the link of the letter, which lasts no longer, and then the sender is told", async () => {
    await askPartner(story, "OOST", await addPartner(story));
    const [letter] = await story.mailsOnceThereAre(1);
    const expiresAt = (await requestsOf())[0]?.expiresAt;
    story.moveDays(9);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 0 });
    story.moveDays(1);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 1, told: 0 });
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 0 });
    const [, reminder] = await story.mailsOnceThereAre(2);
    expect(reminder?.subject).toBe("Herinnering: informatieavond over huurtoeslag in Oost");
    expect(linkIn(reminder)).toBe(linkIn(letter));
    expect((await story.behindLink(linkIn(reminder))).status).toBe(200);
    expect((await requestsOf())[0]?.expiresAt).toEqual(expiresAt);

    story.moveDays(7);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 1 });
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 0 });
    const [, , notice] = await story.mailsOnceThereAre(3);
    expect(notice?.to?.map((to) => "address" in to && to.address)).toEqual(["noor@oost.example"]);
    const { html } = await story.ask("OOST", "/voorstellen/v-oost");
    expect(html).toContain("De partner antwoordt niet. Bel, of vraag een andere partner.");
    expect(html).toContain("Herinnerd op");
    const actions = (
      await readAuditEntries(story.product.store.db, story.product.municipalityId, { after: 0, limit: 500 })
    ).map(({ action }) => action);
    expect(actions.filter((action) => action === "remind-partner")).toHaveLength(1);
    expect(actions.filter((action) => action === "report-silence")).toHaveLength(1);
  });

  it("is left in peace once it was answered, and one mail reminds of all parts of a series", async () => {
    const partner = await addPartner(story);
    await askPartner(story, "OOST", partner);
    await story.mailsOnceThereAre(1);
    await askPartner(story, "WEST", partner);
    const [first] = await story.mailsOnceThereAre(2);
    story.moveDays(10);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 2, told: 0 });
    const [, , reminder] = await story.mailsOnceThereAre(3);
    expect(reminder?.text).toContain("buurthuis OOST");
    expect(reminder?.text).toContain("buurthuis WEST");
    await story.behindLink(linkIn(first), { aanvraag: await idOf("OOST"), antwoord: "bellen" });
    story.moveDays(7);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 1 });
    await story.mailsOnceThereAre(4);
    story.moveDays(30);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 0 });
    expect(await story.mails()).toHaveLength(4);
  });

  it("cannot be answered any more when its last evening is over, and says that nothing was sent", async () => {
    await askPartner(story, "OOST", await addPartner(story));
    const [letter] = await story.mailsOnceThereAre(1);
    story.moveDays(60);
    expect((await story.behindLink(linkIn(letter))).status).toBe(404);
    const late = await story.behindLink(linkIn(letter), { antwoord: "datum-1" });
    expect(late.status).toBe(404);
    expect(late.html).toContain("Uw antwoord is niet verstuurd. De link is verlopen");
  });
});

describe("a letter that cannot be delivered", () => {
  it("is shown to the sender with the remedy, and leaves after the address was corrected", async () => {
    refused = new Set(["fout@haard.example"]);
    const partner = await addPartner(story, { email: "fout@haard.example" });
    await askPartner(story, "OOST", partner);
    const id = await idOf("OOST");
    for (let tries = 0; tries < 400 && (await requestsOf())[0]?.state !== "failed"; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    for (const path of ["/voorstellen/v-oost", `/partneraanvragen/${id}`]) {
      const { html } = await story.ask("OOST", path);
      expect(html).toContain("De brief kon niet weg.");
      expect(html).toContain("Het e-mailadres klopt niet. Verbeter het bij Partners en verstuur opnieuw.");
    }
    await story.ask("OOST", `/beheer/partners/${partner}`, {
      naam: "De Haard",
      soort: "woningcorporatie",
      kanaal: "mail",
      email: "goed@haard.example",
      gebruik: "ja",
    });
    expect((await story.ask("OOST", `/partneraanvragen/${id}/opnieuw`, {})).status).toBe(303);
    const [letter] = await story.mailsOnceThereAre(1);
    expect(letter?.to?.map((to) => "address" in to && to.address)).toEqual(["goed@haard.example"]);
  });

  it("is tried again while the server is away, by the reconciler when its time has come, and given up after a day", async () => {
    const { smtp, product } = story;
    const partner = await addPartner(story);
    await smtp.stop();
    await askPartner(story, "OOST", partner);
    const tries = async () => (await requestsOf())[0]?.attempts ?? 0;
    const untilTried = async (count: number) => {
      for (let waited = 0; waited < 600 && (await tries()) < count; waited += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await untilTried(3);
    expect((await story.ask("OOST", "/voorstellen/v-oost")).html).toContain("Wij proberen het vanzelf opnieuw.");
    expect((await reconcile(product)).requestJobs).toBe(0);
    story.moveDays(0.1);
    expect((await reconcile(product)).requestJobs).toBe(1);
    await untilTried(6);
    expect((await requestsOf())[0]?.state).toBe("waiting");
    story.moveDays(1);
    expect((await reconcile(product)).requestJobs).toBe(1);
    await untilTried(7);
    expect((await requestsOf())[0]).toMatchObject({ state: "failed", failure: "mail-server-unreachable" });
    expect((await story.ask("OOST", "/voorstellen/v-oost")).html).toContain(
      "De mailserver antwoordde een dag lang niet.",
    );
  });
});

describe("a partner that gets its letter by hand", () => {
  it("has a letter to download with its link, is not reminded, and the sender is told in time", async () => {
    const partner = await addPartner(story, { kanaal: "by-hand" });
    await askPartner(story, "OOST", partner);
    const id = await idOf("OOST");
    for (let tries = 0; tries < 400 && (await requestsOf())[0]?.state !== "sent"; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await story.ask("OOST", `/partneraanvragen/${id}`)).html).toContain("Download de brief");
    const file = await story.ask("OOST", `/partneraanvragen/${id}/brief.eml`);
    expect(file.status).toBe(200);
    const path = /\/aanvraag\/[\w-]{22}/.exec(file.html.replaceAll("=\r\n", ""))?.[0] ?? "";
    expect((await story.behindLink(path)).status).toBe(200);
    story.moveDays(10);
    expect(await followUpPartners(story.product)).toEqual({ reminded: 0, told: 1 });
  });
});
