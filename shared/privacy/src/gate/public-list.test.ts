import { describe, expect, it } from "vitest";
import type { Lexicon } from "./lexicon.js";
import { makePublicList } from "./public-list.js";

const LISTS: Readonly<Record<string, readonly string[]>> = {
  publicNumbers: ["112", "0800*", "0301234567"],
  publicSites: ["uwv.nl", "data.overheid.nl"],
};
const list = makePublicList({ list: (name: string) => new Set(LISTS[name]) } as unknown as Lexicon);

describe("a public number", () => {
  it.each(["112", "0301234567", "31301234567", "0031301234567", "0800", "08001234", "318001234"])("is %s", (digits) => {
    expect(list.isPublicNumber(digits)).toBe(true);
  });

  it.each(["1123", "030123456", "0612345678", "0080012", "310301234567", "31112", "4930123456", ""])(
    "is not %s",
    (digits) => {
      expect(list.isPublicNumber(digits)).toBe(false);
    },
  );
});

describe("a public site", () => {
  it.each(["uwv.nl", "UWV.nl", "werk.mijn.uwv.nl", "data.overheid.nl"])("is %s, with all that is below it", (host) => {
    expect(list.isPublicSite(host)).toBe(true);
  });

  it.each(["nepuwv.nl", "uwv.nl.kwaad.com", "overheid.nl", "nl", "uwv", ""])("is not %j", (host) => {
    expect(list.isPublicSite(host)).toBe(false);
  });
});

describe("a mail address that belongs to everybody", () => {
  it.each([
    "info@uwv.nl",
    "Klantcontact.wmo@uwv.nl",
    "no-reply@mail.uwv.nl",
    "noreply@data.overheid.nl",
    "wijkteam@gemeente-utrecht.nl",
    "wijkteam-oost@ggdgemeenteutrecht.nl",
    "loket@utrechtgemeente.NL",
    "post@gemeente.nl",
  ])("is %s", (address) => {
    expect(list.isPublicMail(address)).toBe(true);
  });

  it.each([
    "jan@uwv.nl",
    "jan.info@uwv.nl",
    "info@voorbeeld.nl",
    "info",
    "info@gemeente.com",
    "info@gemeente.nl.kwaad.nl",
    "info@kwaad.gemeente.nl",
    "",
  ])("is not %j", (address) => {
    expect(list.isPublicMail(address)).toBe(false);
  });
});
