import { expect, test } from "vitest";
import { readNumber, readRelease } from "./read-release.js";

const tools = { hashText: (text: string) => JSON.stringify(text) };

test("a pasted text is tried with both kinds of line ends, and without an empty line at its end", () => {
  const release = readRelease({ nummer: "N-1", tekst: "een\r\ntwee\r\n" }, tools);
  expect(release?.forms.map(({ textHash }) => JSON.parse(textHash))).toEqual([
    "een\ntwee\n",
    "een\r\ntwee\r\n",
    "een\ntwee",
    "een\r\ntwee",
  ]);
});

test("ticked places count for the text as it was, and not for one that was changed", () => {
  const ticked = { nummer: "N-1", tekst: "een", plek: ["3-9", "x", "12-20"], kenmerken: "ja" };
  expect(readRelease(ticked, tools)).toMatchObject({
    isEdited: false,
    traitsPointAtNobody: true,
    harmless: [
      { start: 3, end: 9 },
      { start: 12, end: 20 },
    ],
  });
  expect(readRelease({ ...ticked, aangepast: "ja" }, tools)).toMatchObject({ isEdited: true, harmless: [] });
});

test("the pasted text does not show in what is handed on", () => {
  expect(JSON.stringify(readRelease({ nummer: "N-1", tekst: "geheim" }, { hashText: () => "h" }))).not.toContain(
    "geheim",
  );
});

test("nothing pasted is no release, and a number loses its line breaks and the spaces around it", () => {
  expect(readRelease({ nummer: "N-1", tekst: " \n" }, tools)).toBeUndefined();
  expect(readNumber(" N-\n1 ")).toBe("N- 1");
});
