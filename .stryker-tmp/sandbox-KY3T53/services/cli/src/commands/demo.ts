import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildVoorbeeldstad, writeNotes } from "@rode-draad/fixtures";
import { openDoor } from "@rode-draad/pipeline";
import { requireSafeHost } from "@rode-draad/runtime";
import { ensureTeams, readMonthRange, upsertAreas } from "@rode-draad/store";
import { demoConfiguration } from "../demo-configuration.js";
import { demoPerson } from "../demo-person.js";
import { describeImport } from "../describe-import.js";
import { startProgressBar } from "../progress-bar.js";
import { serveUntilStopped } from "../serve-until-stopped.js";
import { environmentWith, withProduct } from "../with-product.js";
import { workOut } from "./import.js";
import { findReport, printable } from "./report.js";

/**
 * Runs everything on the invented municipality: file → gate → themes → report, then serves the pages. It keeps to its own
 * folder and its own embedded database, so that it can never mix with real notes, whatever the settings say.
 */
export async function demo(options: { readonly once?: true; readonly port?: string }): Promise<void> {
  const municipality = buildVoorbeeldstad();
  const configuration = demoConfiguration(municipality, environmentWith(options.port));
  await rm(configuration.directory, { recursive: true, force: true });
  await mkdir(configuration.directory, { recursive: true });
  const file = join(configuration.directory, "voorbeeldstad.csv");
  await writeNotes(municipality.notes, file, "csv");

  await withProduct(configuration, async (product, signal) => {
    await upsertAreas(product.store.db, product.municipalityId, municipality.areas);
    await ensureTeams(product.store.db, product.municipalityId, municipality.teams);
    say(`Wij lezen de verzonnen gemeente ${municipality.name} in: ${file}`);
    const bar = startProgressBar("Inlezen   ");
    const { summary } = await (await openDoor(product)).receive(
      { kind: "file", path: file },
      { onProgress: ({ rows }) => bar.update(rows, municipality.notes.length) },
    );
    bar.stop();
    await workOut(product, signal);
    say(`${describeImport(summary).join("\n")}\n`);
    const range = await readMonthRange(product.store.db, product.municipalityId);
    process.stdout.write(printable(await findReport(product, { month: range?.last ?? "" })));
    if (options.once === true) return;
    requireSafeHost(configuration);
    await serveUntilStopped(product, signal, {
      whoIsHere: demoPerson(municipality.teams.map(({ code }) => code)),
    });
  });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
