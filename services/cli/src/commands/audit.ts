import { ProductError } from "@rode-draad/domain";
import { anchorPath, checkAuditLog, type Product, recordedAs } from "@rode-draad/pipeline";
import { loadAuditKey } from "@rode-draad/runtime";
import { isStoreThere, readAuditEntries } from "@rode-draad/store";
import { writeJsonLine } from "../json-lines.js";
import { quietConfiguration, withProduct } from "../with-product.js";

/** Entries read at a time, so that a long log takes no more memory than a short one. */
const PAGE = 1_000;

/** Why the log is not whole, in words. */
const FAULTS = {
  missing: "ontbreekt",
  altered: "is veranderd",
  "time-goes-back": "heeft een tijd vóór die van de regel ervoor",
  rewritten: "is later opnieuw geschreven",
  "cut-off": "en alles daarna is afgeknipt",
} as const;

/** Holds the log against its seals and its anchors: the finding on standard output, a sentence for people on standard error. */
export async function verifyAudit({ anchor }: { readonly anchor: readonly string[] }): Promise<void> {
  await withLog(async (product) => {
    const { configuration, store, municipalityId } = product;
    const anchorFiles = [anchorPath(configuration), ...anchor];
    const key = await loadAuditKey(configuration);
    const work = () => checkAuditLog({ db: store.db, municipalityId, key, anchorFiles });
    const found = await recordedAs(
      "opdracht-audit-verify",
      product,
      { action: "verify-audit-log", subject: "audit-log" },
      work,
    );
    await writeJsonLine({ municipality: municipalityId, ...found });
    await writeJsonLine.flush();
    process.stderr.write(`${sentenceAbout(found)}\n`);
    if (found.underLostKey > 0) {
      const lost = `Regel 1 tot en met ${found.underLostKey} staan onder een sleutel die kwijt was. Die kunnen wij niet nakijken.`;
      process.stderr.write(`${lost}\n`);
    }
    if (!found.isWhole) process.exitCode = 1;
  });
}

function sentenceAbout({
  entries,
  anchored,
  broken,
  forgedAnchors,
}: Awaited<ReturnType<typeof checkAuditLog>>): string {
  if (broken !== undefined) {
    return `Het auditlog klopt niet: regel ${broken.number} ${FAULTS[broken.fault]}. Bewaar de database zoals zij is, en meld dit.`;
  }
  if (forgedAnchors.length > 0) {
    return `Het auditlog klopt, maar ${forgedAnchors[0]} is niet door Rode Draad geschreven. Bewaar dat bestand, en meld dit.`;
  }
  if (entries > 0 && anchored === 0) {
    return `Alle ${entries} regels sluiten op elkaar aan. Er was niets buiten de database om ze mee te vergelijken. Geef het bestand met --anchor.`;
  }
  return `Het auditlog klopt: ${entries} regels, waarvan ${anchored} vergeleken met wat buiten de database staat.`;
}

/** Writes the whole log as JSON lines, with the seals, so that it can be kept and checked elsewhere. */
export async function exportAudit(): Promise<void> {
  await withLog(async (product) => {
    const audited = { action: "export-audit-log", subject: "audit-log" } as const;
    const work = () => writeEntries(product);
    await recordedAs("opdracht-audit-export", product, audited, work, (rows) => ({ details: { rows } }));
  });
}

async function writeEntries({ store, municipalityId }: Product): Promise<number> {
  let after = 0;
  for (;;) {
    const page = await readAuditEntries(store.db, municipalityId, { after, limit: PAGE });
    for (const entry of page) await writeJsonLine({ municipality: municipalityId, ...entry });
    after = page.at(-1)?.number ?? after;
    if (page.length < PAGE) break;
  }
  await writeJsonLine.flush();
  return after;
}

/** Asking for a log must not make an empty database. */
async function withLog(work: (product: Product) => Promise<void>): Promise<void> {
  const configuration = quietConfiguration();
  if (!isStoreThere(configuration)) {
    throw new ProductError(
      "store-missing",
      "Er is nog geen auditlog. Kies met RODEDRAAD_DIR of DATABASE_URL een andere plek.",
    );
  }
  await withProduct(configuration, work);
}
