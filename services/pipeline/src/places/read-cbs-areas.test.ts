import { describe, expect, test } from "vitest";
import { readCbsAreas, shortAreaName } from "./read-cbs-areas.js";

const read = (text: string, municipality = "Voorbeeldstad") => readCbsAreas(Buffer.from(text), municipality);

const KEY_FIGURES = `gwb_code_10;gwb_code_8;regio;gm_naam;recs;a_inw
NL00;0;Nederland;Nederland;Land;18000000
GM9999;9999;Voorbeeldstad;Voorbeeldstad;Gemeente;60000
WK999901;999901;Wijk 01 Oost;Voorbeeldstad;Wijk;8000
BU99990101;99990101;Sterrenbuurt;Voorbeeldstad;Buurt;900
WK999902;999902;Wijk 02 Noord;Voorbeeldstad;Wijk;9000
WK888800;888800;Wijk 00;Anderstad;Wijk;7000
`;

const OWN = [
  { code: "WK999901", name: "Wijk 01 Oost" },
  { code: "WK999902", name: "Wijk 02 Noord" },
];

describe("the lists that CBS publishes", () => {
  test("key figures: the wijken of the own municipality and nothing else", () => {
    expect(read(KEY_FIGURES)).toEqual({ areas: OWN, problems: [] });
    expect(read(KEY_FIGURES, "anderstad").areas).toEqual([{ code: "WK888800", name: "Wijk 00" }]);
  });

  test("StatLine: with quotes, and filled up with spaces", () => {
    const table = `"ID";"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3"
"0";"Voorbeeldstad      ";"Voorbeeldstad  ";"Gemeente  ";"GM9999    "
"1";"Wijk 01 Oost       ";"Voorbeeldstad  ";"Wijk      ";"WK999901  "
"2";"Wijk 02 Noord      ";"Voorbeeldstad  ";"Wijk      ";"WK999902  "`;
    expect(read(table).areas).toEqual(OWN);
  });

  test("the list of names: codes without letters, and no municipality beside them", () => {
    expect(read("wijkcode2024,wijknaam2024\n999901,Wijk 01 Oost\n999902,Wijk 02 Noord\n").areas).toEqual(OWN);
    expect(read("wijkcode2024,wijknaam2024\n1401,Centrum\n").areas).toEqual([{ code: "WK001401", name: "Centrum" }]);
  });

  test("without a column of municipalities their own lines tell which is which", () => {
    const table = "code;naam\nGM9999;Voorbeeldstad\nWK999901;Wijk 01 Oost\nGM8888;Anderstad\nWK888800;Wijk 00\n";
    expect(read(table).areas).toEqual([OWN[0]]);
  });
});

test("each line that is wrong is named, with what to do", () => {
  const { areas, problems } = read("code;naam\nWK999901;Oost\nWK99;Noord\nWK999902;\nWK999901;West\nWK999903;Zuid\n");
  expect(areas.map(({ code }) => code)).toEqual(["WK999901", "WK999903"]);
  expect(problems).toEqual([
    { line: 3, reason: "De code is geen wijkcode. Een wijkcode is WK met 6 tekens erachter, zoals WK036301." },
    { line: 4, reason: "De naam van de wijk ontbreekt. Vul de naam in." },
    { line: 5, reason: "Deze code staat ook op regel 2, met een andere naam. Laat er één staan." },
  ]);
});

test.each([
  ["another municipality", KEY_FIGURES, "Nergenshuizen", "Gemeente Nergenshuizen staat er niet in"],
  ["no column of codes", "a;b\n1;2\n", "Voorbeeldstad", "geen kolom met codes"],
  ["no column of names", "code;b\nWK999901;2\n", "Voorbeeldstad", "geen kolom met namen"],
  ["neighbourhoods only", "code;naam\nBU99990101;Ster\n", "Voorbeeldstad", "geen wijken"],
  ["wrong lines only", "code;naam\nx;Ster\n", "Voorbeeldstad", "Regel 2: De code is geen wijkcode"],
])("a file with %s is refused with what to do", (_name, text, municipality, sentence) => {
  expect(() => read(text, municipality)).toThrow(sentence);
});

test("a wijk is also known without its number", () => {
  expect(shortAreaName("Wijk 02 Noord")).toBe("Noord");
  expect(shortAreaName("Wijk aan Zee")).toBe("Wijk aan Zee");
});
