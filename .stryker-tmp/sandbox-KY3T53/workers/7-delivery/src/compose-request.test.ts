import { loadCatalogue } from "@rode-draad/catalogue";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { composeRequest, type RequestDetails, type RequestedProposal } from "./compose-request.js";

const catalogue = loadCatalogue();

const details: RequestDetails = {
  id: "aanvraag-1",
  areaName: "Sterrenwijk",
  location: "buurthuis De Ster",
  dates: buildRequest().dates,
  contact: buildRequest().contact,
  careConfirmed: false,
};

function proposal(changes: Partial<RequestedProposal> = {}): RequestedProposal {
  return {
    themeIds: ["huurtoeslag"],
    careNeeded: false,
    formatId: "infoavond",
    partnerIds: ["woningcorporatie", "sociaal-raadslieden"],
    turnout: { min: 20, max: 40 },
    ...changes,
  };
}

describe("composeRequest", () => {
  it("takes title, topic and partner from the catalogue and the rest from who asks", () => {
    const request = composeRequest(proposal(), details, catalogue);
    expect(request).toMatchObject({
      partnerId: "woningcorporatie",
      partnerName: "Woningcorporatie",
      subject: "Huurtoeslag: heeft u er recht op?",
      topic: "huurtoeslag",
      location: "buurthuis De Ster",
      turnout: { min: 20, max: 40 },
    });
    expect(request.asks).toContain("een regel in uw bewonersnieuws.");
    expect(request).not.toHaveProperty("partnerEmail");
  });

  it("names all themes of a life event, the one it is about first", () => {
    const bundle = proposal({ themeIds: ["huurtoeslag", "kind-wordt-18"], lifeEvent: "kind-wordt-18" });
    const request = composeRequest(bundle, details, catalogue);
    expect(request.subject).toBe("Bijna 18: regel het op tijd");
    expect(request.topic).toBe('"kind wordt 18" en "huurtoeslag"');
  });

  it("says nothing of what a theme without a name is about", () => {
    const unnamed = proposal({ themeIds: ["t-0007"], careNeeded: true, formatId: "bewonersavond-complex" });
    const request = composeRequest(unnamed, { ...details, careConfirmed: true }, catalogue);
    expect(request).toMatchObject({ subject: "Praat mee over Sterrenwijk", topic: "wat er speelt in de buurt" });
    expect(JSON.stringify(request)).not.toContain("t-0007");
  });

  it("refuses a theme that is never collective, also after a yes", () => {
    const yes = { ...details, careConfirmed: true };
    expect(() => composeRequest(proposal({ themeIds: ["huiselijk-geweld"] }), yes, catalogue)).toThrowError(
      expect.objectContaining({ code: "never-collective" }),
    );
  });

  it("refuses a theme that asks for care until somebody says yes, whatever the proposal says of itself", () => {
    const care = proposal({ themeIds: ["alimentatie"], careNeeded: false, partnerIds: ["sociaal-raadslieden"] });
    expect(() => composeRequest(care, details, catalogue)).toThrowError(
      expect.objectContaining({ code: "care-not-confirmed" }),
    );
    expect(composeRequest(care, { ...details, careConfirmed: true }, catalogue).topic).toBe("alimentatie");
  });

  it("refuses a partner that the proposal does not name", () => {
    expect(() => composeRequest(proposal(), { ...details, partnerId: "uwv" }, catalogue)).toThrowError(
      expect.objectContaining({ code: "partner-not-proposed" }),
    );
  });

  it.each([
    ["location", { location: "  " }],
    ["dates", { dates: [] }],
    ["location", { location: "zaal\r\nBcc: iemand@elders.example" }],
    ["partnerEmail", { partnerEmail: "a@b.example\r\nBcc: c@d.example" }],
    ["contact.name", { contact: { ...details.contact, name: "Noor\u2028Bcc: c@d.example" } }],
    ["contact.email", { contact: { ...details.contact, email: "geen adres" } }],
    ["id", { id: "../../etc/passwd" }],
  ])("names the field %s when it is not filled in well", (field, changes) => {
    expect(() => composeRequest(proposal(), { ...details, ...changes }, catalogue)).toThrowError(
      expect.objectContaining({ code: "request-incomplete", detail: expect.stringContaining(field) }),
    );
  });

  it("has something to ask and to offer for every form of every theme", () => {
    for (const theme of catalogue.themes.filter(({ collective }) => collective !== "never")) {
      for (const formatId of theme.formatIds) {
        const request = composeRequest(
          proposal({ themeIds: [theme.id], formatId, partnerIds: theme.partnerIds }),
          { ...details, careConfirmed: true },
          catalogue,
        );
        expect(request.asks.length).toBeGreaterThan(1);
        expect(request.offers.length).toBeGreaterThan(1);
      }
    }
  });
});
