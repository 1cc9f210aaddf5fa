import type { OwnTheme } from "@rode-draad/domain";
import type { SettingsTools } from "@rode-draad/web";

const OWN_THEME: OwnTheme = {
  id: "g-0002",
  name: "Stadspas",
  definition: "Vragen over de stadspas.",
  domainId: "geld",
  careNeeded: false,
  formatId: "informatieavond",
  invitationTitle: "Alles over de stadspas",
  isRetired: false,
};
const OLD_THEME: OwnTheme = { ...OWN_THEME, id: "g-0001", name: "Warmtefonds", isRetired: true };

const TEAMS = [
  { code: "OOST", name: "Wijkteam Oost" },
  { code: "NOORD", name: "Wijkteam Noord" },
];
const AREAS = [
  { code: "WK012301", name: "Sterrenwijk" },
  { code: "WK012302", name: "Noord" },
];
const REFUSED = "Dit mag niet.";
const LINK = "https://rodedraad.example/wachtwoord/een-geheim-van-heel-veel-tekens-dat-niet-breekt";

/** Settings in which something of everything was set. A refusal for what is called "geweigerd". */
export const sampleSettingsTools: SettingsTools = {
  readSettings: async () => ({
    municipality: "Voorbeeldstad",
    teams: TEAMS,
    areas: AREAS,
    people: 3,
    imports: 2,
    activities: 2,
    catalogueVersion: 4,
    textDays: 30,
  }),
  nameTeam: async ({ name }) => (name === "geweigerd" ? { refused: REFUSED } : {}),
  async previewAreas({ content }) {
    let text = "";
    for await (const piece of content) text += String(piece);
    if (!text.includes("WK")) return { refused: "Er staan geen wijken in dit bestand." };
    return {
      municipality: "Voorbeeldstad",
      areas: [
        { code: "WK012301", name: "Sterrenwijk", formerName: "Sterrenwijk" },
        { code: "WK012302", name: "Wijk 02 Noord", formerName: "Noord" },
        { code: "WK012303", name: "Wijk 03 Zuid" },
      ],
      problems: [{ line: 4, reason: "De naam van de wijk ontbreekt. Vul de naam in." }],
    };
  },
  saveAreas: async () => ({}),
  readOwnCatalogue: async () => ({
    domains: [{ id: "geld", name: "Geld" }],
    formats: [{ id: "informatieavond", name: "Informatieavond" }],
    partners: [{ id: "woningcorporatie", name: "Woningcorporatie" }],
    groups: [
      {
        domain: "Geld",
        themes: [
          { id: "huurtoeslag", name: "Huurtoeslag", ownWords: 1 },
          { id: "g-0002", name: "Stadspas", ownWords: 0 },
        ],
      },
    ],
    own: [OLD_THEME, OWN_THEME],
    versions: [
      { number: 5, change: { kind: "go-back", to: 4 }, who: "Sam", day: "2026-11-20" },
      {
        number: 4,
        change: { kind: "retire-theme", themeId: "g-0001" },
        themeName: "Warmtefonds",
        who: "Sam",
        day: "2026-11-19",
      },
      {
        number: 3,
        change: { kind: "remove-term", themeId: "huurtoeslag", text: "woonbijdrage" },
        themeName: "Huurtoeslag",
        who: "Kim",
        day: "2026-11-18",
      },
      {
        number: 2,
        change: { kind: "add-theme", theme: OWN_THEME, words: ["stadspas"] },
        themeName: "Stadspas",
        who: "Kim",
        day: "2026-11-17",
      },
      {
        number: 1,
        change: { kind: "add-term", themeId: "huurtoeslag", text: "woonbijdrage" },
        themeName: "Huurtoeslag",
        who: "Kim",
        day: "2026-11-16",
      },
    ],
  }),
  readCatalogueTheme: async (id) => {
    const shared = { definition: "Hulp bij de huur.", shippedWords: ["huurtoeslag", "huursubsidie"] };
    if (id === "huurtoeslag")
      return { id, name: "Huurtoeslag", ...shared, ownWords: ["woonbijdrage"], isOwn: false, isRetired: false };
    const own = { definition: OWN_THEME.definition, shippedWords: [], isOwn: true };
    if (id === "g-0002") return { id, name: "Stadspas", ...own, ownWords: ["stadspas"], isRetired: false };
    return id === "g-0001" ? { id, name: "Warmtefonds", ...own, ownWords: [], isRetired: true } : undefined;
  },
  changeOwnCatalogue: async (change) => ("text" in change && change.text === "geweigerd" ? { refused: REFUSED } : {}),
  readLimits: async () => [
    { name: "caseMinShared", shipped: 10, value: 15, stricter: "higher" },
    { name: "dominanceShareMax", shipped: 0.9, value: 0.9, stricter: "lower" },
    { name: "roundTo", shipped: 5, value: 5, stricter: "higher", step: 5 },
  ],
  tightenLimits: async (values) =>
    (values.caseMinShared ?? 0) < 10
      ? { refused: "Een privacygrens mag je alleen strenger maken. De oude grens blijft gelden." }
      : {},
  readTerms: async () => ({ textDays: 30, textDaysMax: 30, caseThemeMonths: 4, windowMonths: 3 }),
  setTextDays: async (days) => (days > 30 || Number.isNaN(days) ? { refused: REFUSED } : {}),
  listKeys: async () => [
    { id: "k-1", name: "Bronsysteem", scopes: ["notes:write"], since: "2026-10-01" },
    {
      id: "k-2",
      name: "Oud systeem",
      scopes: ["notes:write", "reports:read"],
      since: "2026-01-01",
      revokedOn: "2026-10-02",
    },
  ],
  makeKey: async () => ({ secret: "rodedraad_een-geheim-van-heel-veel-tekens-dat-niet-breekt" }),
  revokeKey: async (id) => (id === "k-9" ? { refused: REFUSED } : {}),
  listPeople: async () => [
    { login: "sam", name: "Sam", roles: ["administrator"], teams: [], state: "works", isYou: true },
    {
      login: "kim",
      name: "Kim",
      roles: ["team-lead", "case-worker"],
      teams: ["Wijkteam Oost"],
      state: "invited",
      isYou: false,
    },
    {
      login: "noor",
      name: "Noor",
      roles: ["community-worker"],
      teams: ["Wijkteam Noord"],
      state: "closed",
      isYou: false,
    },
  ],
  invitePerson: async ({ login }) =>
    login === "kim" ? { refused: "Deze inlognaam bestaat al. Kies een andere." } : { link: LINK },
  renewInvitation: async () => ({ link: LINK }),
  closePerson: async (login) => (login === "sam" ? { refused: REFUSED } : {}),
  readAuditLog: async ({ action }) => ({
    lines:
      action === "sign-out"
        ? []
        : [
            {
              number: 812,
              at: new Date("2026-11-20T09:30:00Z"),
              actorId: "0b5a2f3e-1111-4222-8333-444455556666",
              who: "Sam",
              what: "thema lezen",
              about: "thema huurtoeslag",
              outcome: "done",
              more: ["2026-10"],
            },
            {
              number: 811,
              at: new Date("2026-11-20T09:29:00Z"),
              actorId: "retention",
              who: "retention",
              what: "bewaartermijn uitvoeren",
              about: "notitie f1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6",
              outcome: "failed",
              more: [],
            },
          ],
    actions: [
      { action: "read-theme", word: "thema lezen" },
      { action: "sign-out", word: "afmelden" },
    ],
    before: 811,
  }),
  verifyAuditLog: async () => ({ entries: 812, underLostKey: 0, anchored: 40, forgedAnchors: 0 }),
  readLedger: async () => [
    { kind: "erasure", who: "Sam", day: "2026-11-12" },
    { kind: "released", month: "2026-09", who: "Kim", day: "2026-11-03", model: "a1b2c3" },
    {
      kind: "refused",
      month: "2026-09",
      who: "Kim",
      day: "2026-11-02",
      reason: "Samen met eerdere rapporten is een klein aantal van 1 thema te berekenen.",
    },
  ],
};
