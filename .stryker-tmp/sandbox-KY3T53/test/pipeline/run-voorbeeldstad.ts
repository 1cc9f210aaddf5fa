import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import type { Proposal, Signal, ThemeId } from "@rode-draad/domain";
import { buildVoorbeeldstad, type Voorbeeldstad, type VoorbeeldstadOptions, writeNotes } from "@rode-draad/fixtures";
import { openDoor, openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { keyedHash, readConfiguration } from "@rode-draad/runtime";
import { ensureTeams, listProposals, listSignals, upsertAreas } from "@rode-draad/store";

/** Any key will do; it is known here, so that stored ids can be led back to the fixture's. */
const HASH_KEY = "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA";

/** A municipality that went through the real pipeline, and what came out. */
export interface PipelineRun {
  readonly municipality: Voorbeeldstad;
  readonly product: Product;
  readonly signals: readonly Signal[];
  readonly proposals: readonly Proposal[];
  /** The themes of help questions that count, by the note's own id. */
  readonly questions: readonly { readonly sourceId: string; readonly themeId: ThemeId | null }[];
  close(): Promise<void>;
}

/** Runs file → report. `environment` may point at real servers; without it everything is embedded. */
export async function runVoorbeeldstad(
  options: VoorbeeldstadOptions = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<PipelineRun> {
  const municipality = buildVoorbeeldstad(options);
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-run-"));
  const configuration = readConfiguration({ RODEDRAAD_DIR: folder, HASH_KEY, LOG_LEVEL: "silent", ...environment });
  const product = await openProduct(configuration);
  const { store, municipalityId } = product;
  await upsertAreas(store.db, municipalityId, municipality.areas);
  await ensureTeams(store.db, municipalityId, municipality.teams);
  await startStages(product, STAGE_NAMES);
  const file = join(folder, "notities.csv");
  await writeNotes(municipality.notes, file, "csv");
  await (await openDoor(product)).receive({ kind: "file", path: file });
  await waitUntilWorkedOut(product);

  const sourceIds = new Map(
    municipality.notes.map(({ bronId }) => [keyedHash(HASH_KEY, "note", bronId), bronId] as const),
  );
  const rows = await store.db
    .selectFrom("question")
    .select(["note_id", "theme_id", "route"])
    .where("municipality_id", "=", municipalityId)
    .where("kind", "=", "help-question")
    .where("set_aside", "is", null)
    .execute();
  return {
    municipality,
    product,
    signals: await listSignals(store.db, municipalityId),
    proposals: (await listProposals(store.db, municipalityId)).map(({ proposal }) => proposal),
    questions: rows
      .filter((row) => row.route !== "safety")
      .map((row) => ({ sourceId: sourceIds.get(row.note_id) ?? "", themeId: row.theme_id })),
    async close() {
      await product.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
