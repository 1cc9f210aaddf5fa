import { type BackupHead, restoreBackup, writeBackup } from "@rode-draad/operate";
import { PRODUCT_VERSION } from "@rode-draad/pipeline";
import { systemClock } from "@rode-draad/runtime";
import { quietConfiguration } from "../with-product.js";
import { writeDown } from "../write-down.js";

/** Writes one file with everything in the database, and says on standard error what it holds and which keys belong to it. */
export async function backup(file: string): Promise<void> {
  const configuration = quietConfiguration();
  const { head, rows, bytes } = await writeBackup(configuration, file, {
    madeAt: systemClock(),
    productVersion: PRODUCT_VERSION,
  });
  process.stdout.write(
    `${JSON.stringify({ file, schema: head.schema, municipalities: head.municipalities, rows, bytes })}\n`,
  );
  process.stderr.write(`${sentencesAbout(head.keys, configuration.directory).join("\n")}\n`);
  await writeDown("opdracht-backup", configuration, "make-backup");
}

/** What a backup holds, so that nobody has to guess where it may lie and what else must be kept. */
function sentencesAbout({ hash, audit, texts }: BackupHead["keys"], directory: string): string[] {
  return [
    "De reservekopie is heel. Zij bevat alles uit de database: notities zoals de privacypoort ze doorliet, thema's, besluiten, accounts en auditlog.",
    texts.length > 0
      ? "De teksten zijn versleuteld. Zonder TEXT_KEY leest niemand ze, ook jij niet."
      : "De teksten zijn niet versleuteld. Bewaar het bestand waar alleen beheerders bij kunnen.",
    ...(hash !== undefined || audit !== undefined
      ? [
          `De sleutels staan er niet in. Bewaar HASH_KEY en AUDIT_KEY apart, of de bestanden hash-key en audit-key uit ${directory}.`,
        ]
      : []),
    "De wachtrij staat er niet in: die maakt Rode Draad zelf opnieuw.",
  ];
}

/** Puts a backup back in an empty database, and proves that nothing is missing. */
export async function restore(file: string, options: { readonly otherKeys?: true }): Promise<void> {
  const configuration = quietConfiguration();
  const otherKeys = options.otherKeys === true;
  const { head, rows, tables } = await restoreBackup(configuration, file, { otherKeys });
  process.stdout.write(`${JSON.stringify({ file, madeAt: head.madeAt, rows, tables: Object.keys(tables).length })}\n`);
  process.stderr.write(
    `Alle ${rows} rijen staan terug en zijn gelijk aan de reservekopie van ${head.madeAt.slice(0, 10)}.\nNotities van daarna moet je opnieuw inlezen. Had je al langer gewerkt? Dan meldt rodedraad audit verify dat regels ontbreken: dat klopt.\n`,
  );
  await writeDown("opdracht-restore", configuration, "restore-backup", { otherKeys });
}
