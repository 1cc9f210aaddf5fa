import { webRemedy } from "@rode-draad/web";

const IN_FOLDER =
  'Zeg in een bestand kolommen.json in deze map welke kolom het is, zoals {"Naam van de kolom": "tekst"}. Zet dit bestand dan terug in de map.';

/** The sentence of the intake with what to do about it in a watched folder, where nobody gives a command and so no option. */
export function folderRemedy(message: string): string {
  const { told, instead } = webRemedy(message.replace(" uit --map", " uit kolommen.json"));
  return instead === "column" ? `${told} ${IN_FOLDER}` : told;
}
