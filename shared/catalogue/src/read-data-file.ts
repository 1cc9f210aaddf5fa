import { readdirSync, readFileSync } from "node:fs";
import { ProductError } from "@rode-draad/domain";

/** `src` and `dist` both lie beside `data`, so that one address serves the sources and the build. */
const DATA = new URL("../data/", import.meta.url);

/** Reads one reviewed data file. The caller names its shape; the tests of this package hold the file to it. */
export function readDataFile<Shape>(name: string): Shape {
  try {
    return JSON.parse(readFileSync(new URL(name, DATA), "utf8")) as Shape;
  } catch (error) {
    throw new ProductError(
      "catalogue-unreadable",
      `Het bestand ${name} van de themacatalogus is niet te lezen. Zet het terug naar de uitgeleverde versie.`,
      { detail: error instanceof Error ? error.message : String(error), cause: error },
    );
  }
}

/** The names of the data files in a folder, in order. */
export function listDataFiles(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, DATA)).sort();
}
