import { describe, expect, it } from "vitest";
import { wordsIn } from "../../messages/words-of.js";
import { checkRequest, EMPTY_FORM, openForm, type RequestFormValues, readFormValues } from "./read-request.js";

const t = wordsIn("nl");

const GOOD: RequestFormValues = {
  ...EMPTY_FORM,
  partner: "woningcorporatie",
  dag1: "2027-01-12",
  dag2: "2027-01-20",
  plek: "buurthuis De Ster",
  naam: "S. Jansen",
  telefoon: "06-0000 0000",
  email: "team@voorbeeldstad.nl",
};
const KINDS = [
  { id: "woningcorporatie", isInList: false },
  { id: "o-haard", isInList: true },
];
const check = (more: Partial<RequestFormValues>) => checkRequest({ ...GOOD, ...more }, "2026-11-22", KINDS, t);

describe("the form", () => {
  it("opens with what is known, and is complete once a second day is chosen", () => {
    const date = { day: "2027-01-12", from: "19:30", until: "21:00" };
    const contact = { name: "Noor", phone: "06-0000 0000", email: "noor@voorbeeldstad.nl" };
    const opened = openForm({ dates: [date], place: "buurthuis De Ster", contact });
    const { errors } = checkRequest({ ...opened, partner: "o-haard" }, "2026-11-22", KINDS, t) as { errors: object };
    expect(Object.keys(errors)).toEqual(["dag2"]);
    expect(opened).toMatchObject({ dag1: date.day, van1: "19:30", tot1: "21:00", plek: "buurthuis De Ster" });
  });
});

describe("checkRequest", () => {
  it("makes a draft of a complete form", () => {
    expect(check({})).toEqual({
      draft: {
        partnerId: "woningcorporatie",
        dates: [
          { day: "2027-01-12", from: "19:00", until: "21:00" },
          { day: "2027-01-20", from: "19:00", until: "21:00" },
        ],
        location: "buurthuis De Ster",
        contact: { name: "S. Jansen", phone: "06-0000 0000", email: "team@voorbeeldstad.nl" },
      },
    });
  });

  it("takes a partner of the list without an address that was typed: its own stands in the list", () => {
    const { draft } = check({ partner: "o-haard", partnermail: "typed@elders.example" }) as { draft: object };
    expect(draft).toMatchObject({ organisationId: "o-haard" });
    expect(draft).not.toHaveProperty("partnerId");
    expect(draft).not.toHaveProperty("partnerEmail");
  });

  it("names everything that is wrong at once", () => {
    expect(checkRequest(EMPTY_FORM, "2026-11-22", KINDS, t)).toMatchObject({
      errors: { partner: expect.anything(), dag1: expect.anything(), dag2: expect.anything(), plek: expect.anything() },
    });
  });

  it.each([
    ["a day that has gone", { dag1: "2026-11-22" }, "dag1"],
    ["a day that does not exist", { dag1: "2027-02-30" }, "dag1"],
    ["the same day twice", { dag2: "2027-01-12" }, "dag2"],
    ["an end before the begin", { tot1: "18:00" }, "tot1"],
    ["no clock time", { van2: "25:00" }, "van2"],
    ["a partner that does not fit", { partner: "veilig-thuis" }, "partner"],
    ["half a telephone number", { telefoon: "06-12" }, "telefoon"],
    ["no address", { email: "jansen" }, "email"],
  ] as const)("refuses %s", (_name, more, field) => {
    expect(check(more)).toMatchObject({ errors: { [field]: expect.any(String) } });
  });
});

describe("readFormValues", () => {
  it("lets no line break into a field, so that none can end a mail header", () => {
    expect(readFormValues({ naam: "Jan\r\nBcc: elders@voorbeeld.nl" }).naam).toBe("Jan Bcc: elders@voorbeeld.nl");
  });

  it("takes no lists and no objects for a text", () => {
    expect(readFormValues({ naam: ["a", "b"], plek: { a: 1 } })).toMatchObject({ naam: "", plek: "" });
  });
});
