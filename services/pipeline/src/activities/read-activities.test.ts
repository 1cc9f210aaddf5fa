import { loadCatalogue } from "@rode-draad/catalogue";
import { describe, expect, test } from "vitest";
import { readActivities } from "./read-activities.js";

const facts = {
  catalogue: loadCatalogue(),
  areas: [
    { code: "WK999901", name: "Wijk 01 Oost", aliases: ["oost"] },
    { code: "WK999902", name: "Wijk 02 Noord", aliases: ["noord"] },
  ],
};
const read = (text: string, name = "kaart.csv") => readActivities(name, Buffer.from(text), facts);

const SERVICE = {
  id: "11111111-1111-4111-8111-111111111111",
  name: "Spreekuur huurtoeslag",
  description: "Hulp bij het aanvragen van huurtoeslag.",
  url: "https://dester.example/spreekuur",
  status: "active",
  email: "jan@dester.example",
  organization: { id: "o-1", name: "De Ster" },
  service_areas: [{ name: "Oost" }],
  schedules: [{ description: "Elke dinsdag van 10.00 tot 12.00 uur" }],
  contacts: [{ name: "Jan Jansen" }],
};

describe("a list of activities as CSV", () => {
  test("ties each to the wijken and themes that it names, or whose words it has", () => {
    const text = `Naam;Organisatie;Wijken;Themas;Wanneer;Website
Spreekuur;De Ster;Oost, WK999902;huurtoeslag;dinsdag;https://dester.example
Hulp bij huurtoeslag;De Maan;;;;`;
    expect(read(text).activities).toMatchObject([
      {
        name: "Spreekuur",
        organisation: "De Ster",
        meets: "dinsdag",
        url: "https://dester.example",
        areaCodes: ["WK999901", "WK999902"],
        themeIds: ["huurtoeslag"],
      },
      { name: "Hulp bij huurtoeslag", areaCodes: [], themeIds: expect.arrayContaining(["huurtoeslag"]) },
    ]);
  });

  test("names each line that is wrong, and takes the others over", () => {
    const { activities, problems } = read(
      `naam,organisatie,wijk,website\n,De Ster,,\nA,De Ster,Nergens,\nB,De Ster,,javascript:x\nC,De Ster,,\n`,
    );
    expect(activities.map(({ name }) => name)).toEqual(["C"]);
    expect(problems.map(({ line, reason }) => [line, reason.split(".")[0]])).toEqual([
      [2, "De naam ontbreekt"],
      [3, "Wij kennen een van de wijken niet"],
      [4, "Het webadres klopt niet"],
    ]);
  });

  test("gives an activity the same id from one file to the next", () => {
    const [first] = read("naam;organisatie\nSpreekuur;De Ster\n").activities;
    const [second] = read("naam;organisatie;wanneer\nSpreekuur;De Ster;woensdag\n").activities;
    expect(second?.id).toBe(first?.id);
  });
});

describe("Open Referral", () => {
  test.each([
    ["one service", SERVICE],
    ["a list", [SERVICE]],
    ["a page of the API", { total_items: 1, contents: [SERVICE] }],
    ["organisations with services", [{ name: "De Ster", services: [{ ...SERVICE, organization: undefined }] }]],
  ])("as %s gives what is public, and no person", (_name, value) => {
    const { activities } = read(JSON.stringify(value), "kaart.json");
    expect(activities).toMatchObject([
      {
        name: "Spreekuur huurtoeslag",
        organisation: "De Ster",
        meets: "Elke dinsdag van 10.00 tot 12.00 uur",
        areaCodes: ["WK999901"],
        themeIds: expect.arrayContaining(["huurtoeslag"]),
      },
    ]);
    expect(JSON.stringify(activities)).not.toMatch(/Jan|@/);
  });

  test("leaves out what is not offered any more, and prefers what the taxonomy says", () => {
    const attributes = [{ taxonomy_term: { code: "energierekening", name: "Energie" } }];
    const value = [
      { ...SERVICE, attributes },
      { ...SERVICE, id: "x", status: "defunct" },
    ];
    expect(read(JSON.stringify(value), "kaart.json").activities.map(({ themeIds }) => themeIds)).toEqual([
      ["energierekening"],
    ]);
  });
});

test("an activity stands beside no theme that is never collective", () => {
  const [activity] = read("naam;themas\nHulp bij huiselijk geweld;huiselijk-geweld\n").activities;
  expect(activity?.themeIds).not.toContain("huiselijk-geweld");
});

test.each([
  ["no column of names", "a;b\n1;2\n", "kaart.csv", "geen kolom ‘naam’"],
  ["no JSON", "{", "kaart.json", "geen JSON"],
  ["nothing in it", "[]", "kaart.json", "geen activiteiten"],
])("a file with %s is refused with what to do", (_name, text, name, sentence) => {
  expect(() => read(text, name)).toThrow(sentence);
});
