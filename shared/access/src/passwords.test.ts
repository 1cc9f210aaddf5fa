import { describe, expect, it } from "vitest";
import { hashPassword, isRightPassword, whyWeakPassword } from "./passwords.js";

const PASSWORD = "kapstok bloemkool veertien";

describe("a password", () => {
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

describe("a password that will not do", () => {
  const SHORT = "Dit wachtwoord is te kort. Neem minstens 15 tekens.";
  const LONG = "Dit wachtwoord is te lang. Neem hoogstens 200 tekens.";
  const GUESSABLE = "Dit wachtwoord is te makkelijk te raden. Neem vier of meer losse woorden.";
  /** Signs in no order that a list of passwords has. */
  const random = (length: number): string =>
    Array.from({ length }, (_, index) => String.fromCharCode(33 + ((index * index * 37 + index * 11) % 90))).join("");

  it("has fewer than fifteen signs or more than two hundred", async () => {
    expect(await whyWeakPassword(random(14), [])).toBe(SHORT);
    expect(await whyWeakPassword(random(15), [])).toBeUndefined();
    expect(await whyWeakPassword(random(200), [])).toBeUndefined();
    expect(await whyWeakPassword(random(201), [])).toBe(LONG);
  });

  it.each([
    ["a common one", "wachtwoord1234567"],
    ["one sign over and over", "aaaaaaaaaaaaaaaaaaaa"],
    ["a row of the keyboard", "qwertyuiopasdfghjkl"],
    ["the name of the product", "rode draad 2026"],
    ["the name of the product in one word", "rodedraad123456"],
    ["where one works", "wijkteam1234567"],
  ])("is %s", async (_, password) => {
    expect(await whyWeakPassword(password, [])).toBe(GUESSABLE);
  });

  it.each([
    ["the whole name", "Kjeldt Zwartenhuizen"],
    ["a part of the name", "zwartenhuizen2026!"],
    ["a part of the login before a dot", "meindertsma12345"],
    ["a part of the login between signs", "wijkhulp12345678"],
    ["a part of the login behind a dash", "oosterkade123456"],
  ])("holds what everybody knows of the person: %s", async (_, password) => {
    const known = ["meindertsma.baan@wijkhulp-oosterkade.example", "Kjeldt Zwartenhuizen"];
    expect(await whyWeakPassword(password, known)).toBe(GUESSABLE);
    expect(await whyWeakPassword(password, [])).toBeUndefined();
    expect(await whyWeakPassword(PASSWORD, known)).toBeUndefined();
  });

  it("is not one just because nothing is known of the person", async () => {
    expect(await whyWeakPassword(PASSWORD, ["", " ", "@"])).toBeUndefined();
  });
});
