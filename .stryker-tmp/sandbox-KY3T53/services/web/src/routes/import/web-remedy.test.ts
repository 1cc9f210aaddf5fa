import { describe, expect, it } from "vitest";
import { webRemedy } from "./web-remedy.js";

describe("webRemedy", () => {
  it.each([
    [
      'De kolom "tekst" staat niet in het bestand. Gevonden: nr, dag. Heet de kolom anders? Zeg het met --map "kolomnaam=tekst".',
      'De kolom "tekst" staat niet in het bestand. Gevonden: nr, dag. Heet de kolom anders? Vul hieronder in hoe de kolom heet.',
    ],
    [
      'Twee kolommen horen bij "bronId": "nr. a" en "id". Kies er een met --map "nr. a=bronId", of haal een kolom weg.',
      'Twee kolommen horen bij "bronId": "nr. a" en "id". Vul hieronder in hoe de kolom heet.',
    ],
    [
      'De kolom "x" uit --map staat niet in het bestand. Gevonden: nr.',
      'De kolom "x" staat niet in het bestand. Gevonden: nr.',
    ],
    [
      'Zeg één keer welke code erbij hoort: --wijk "Naam=WK036301".',
      "Lees het bestand nog een keer in. Vul bij ‘Wijknamen’ in welke code erbij hoort.",
    ],
    ["Vul een datum in.", "Vul een datum in."],
  ])("puts %j in the words of the page", (message, words) => {
    expect(webRemedy(message)).toBe(words);
  });
});
