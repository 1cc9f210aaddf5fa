import { dictionary } from "@zxcvbn-ts/language-common";
import { describe, expect, it } from "vitest";
import { hashPassword, isRightPassword, PASSWORD_CHARACTERS_MIN, whyWeakPassword } from "./passwords.js";

/** What leaked and is long enough: the part of the list that the length alone does not keep out. */
const LEAKED = listOf(dictionary["passwords-common"]).filter(({ length }) => length >= PASSWORD_CHARACTERS_MIN);

function listOf(words: unknown): string[] {
  return Array.isArray(words) ? words.map(String) : [];
}

describe("a password", () => {
  it("on the list of leaked ones is refused, whatever its capitals", async () => {
    expect(LEAKED.length).toBeGreaterThan(30);
    const reasons = new Set<string | undefined>();
    for (const [index, password] of LEAKED.entries()) {
      if (index % 5 === 0) reasons.add(await whyWeakPassword(index % 2 ? password.toUpperCase() : password, []));
    }
    expect([...reasons]).toContainEqual(expect.stringContaining("gelekte wachtwoorden"));
    expect([...reasons].filter((reason) => reason === undefined)).toEqual([]);
  });

  it.each([
    ["of such parts", "iloveyouforever"],
    ["of leaked parts", "passwordqwerty123"],
    ["with a Dutch word and a year", "zomervakantie2024"],
    ["with a feast and a year", "sinterklaas2024!!"],
    ["of a club and its year", "ajaxamsterdam1900"],
    ["of two Dutch words", "geheimwachtwoord"],
    ["of one sign", "aaaaaaaaaaaaaaaaaaaa"],
    ["in a row", "123456789123456789"],
    ["of the own name and a year", "anoukdevries2024"],
    ["of what everybody here knows", "wijkteamrodedraad"],
  ])("%s is too easy", async (_how, password) => {
    expect(await whyWeakPassword(password, ["anouk", "Anouk de Vries"])).toContain("te makkelijk te raden");
  });

  it.each([
    "kapstok vlieger 12 mosterd",
    "blauwe fiets groene tuin",
    "zonnebloemfietspomplantaarn",
    "alleen kleine letters hier",
    "8273645190283746",
    "ΩΨΦ λέξη και άλλη λέξη",
  ])("as %j will do: there is no demand on kinds of signs", async (password) => {
    expect(await whyWeakPassword(password, ["anouk"])).toBeUndefined();
  });

  it("has fifteen signs at least and two hundred at most", async () => {
    const long = "vlieger kapstok mosterd lantaarn fietspomp ";
    expect(await whyWeakPassword(long.slice(0, 14), [])).toContain("te kort");
    expect(await whyWeakPassword(long.slice(0, 15), [])).toBeUndefined();
    expect(await whyWeakPassword(long.repeat(5).slice(0, 201), [])).toContain("te lang");
  });
});

describe("a kept password", () => {
  const PASSWORD = "kapstok bloemkool veertien";

  it("is kept as argon2id at the cost that OWASP recommends, each time with another salt", async () => {
    const hash = await hashPassword(PASSWORD);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword(PASSWORD)).not.toBe(hash);
  });

  it("is right when it is the very same, and for an account that has one", async () => {
    const hash = await hashPassword(PASSWORD);
    expect(await isRightPassword(hash, PASSWORD)).toBe(true);
    expect(await isRightPassword(hash, `${PASSWORD} `)).toBe(false);
    expect(await isRightPassword(undefined, PASSWORD)).toBe(false);
    expect(await isRightPassword(undefined, "")).toBe(false);
  });
});
