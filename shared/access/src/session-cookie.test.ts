import { describe, expect, it } from "vitest";
import { browserCookie } from "./session-cookie.js";

describe("the cookie of a session", () => {
  it("is kept from scripts and from forms of other sites, for the whole site", () => {
    expect(browserCookie(false).set("abc")).toBe("rodedraad=abc; Path=/; HttpOnly; SameSite=Lax");
  });

  it("goes over https only and cannot be set by a neighbouring site, where we are reached that way", () => {
    expect(browserCookie(true).set("abc")).toBe("__Host-rodedraad=abc; Path=/; HttpOnly; Secure; SameSite=Lax");
    expect(browserCookie(true).read("rodedraad=abc")).toBeUndefined();
  });

  it("has a name of its own per purpose, and ends after the seconds that it was given", () => {
    const cookie = browserCookie(false, "aanmelden");
    expect(cookie.set("abc", 600)).toBe("rodedraad-aanmelden=abc; Max-Age=600; Path=/; HttpOnly; SameSite=Lax");
    expect(cookie.clear()).toBe("rodedraad-aanmelden=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax");
    expect(cookie.read("rodedraad=abc")).toBeUndefined();
  });

  it("is read among others", () => {
    expect(browserCookie(false).read("ander=x; rodedraad=abc; xrodedraad=y; rodedraadx=z")).toBe("abc");
    expect(browserCookie(false).read(undefined)).toBeUndefined();
  });

  it("counts as none when there are two of it, wherever they stand", () => {
    for (const header of [
      "rodedraad=a; rodedraad=b",
      "rodedraad=a;rodedraad=a",
      "x=1;  rodedraad=a; y=2; rodedraad=",
    ]) {
      expect(browserCookie(false).read(header)).toBeUndefined();
    }
  });
});
