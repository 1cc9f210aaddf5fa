import { describe, expect, it } from "vitest";
import { webRemedy } from "./web-remedy.js";

describe("webRemedy", () => {
  it.each([
    [
      'De kolom "tekst" staat niet in het bestand. Gevonden: nr, dag. Heet de kolom anders? Zeg het met --map "kolomnaam=tekst".',
      {
        told: 'De kolom "tekst" staat niet in het bestand. Gevonden: nr, dag. Heet de kolom anders?',
        instead: "column",
      },
    ],
    [
      'Twee kolommen horen bij "bronId": "nr. a" en "id". Kies er een met --map "nr. a=bronId", of haal een kolom weg.',
      { told: 'Twee kolommen horen bij "bronId": "nr. a" en "id".', instead: "column" },
    ],
    [
      'De kolom "x" uit --map staat niet in het bestand. Gevonden: nr.',
      { told: 'De kolom "x" staat niet in het bestand. Gevonden: nr.' },
    ],
    ['Zeg één keer welke code erbij hoort: --wijk "Naam=WK036301".', { told: "", instead: "area" }],
    ["Vul een datum in.", { told: "Vul een datum in." }],
  ])("puts %j in the words of the page", (message, words) => {
    expect(webRemedy(message)).toEqual(words);
  });
});
