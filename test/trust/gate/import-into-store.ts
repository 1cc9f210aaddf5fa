import { ProductError } from "@rode-draad/domain";
import {
  type ImportSummary,
  type IntakeTools,
  InterruptedImport,
  importNotes,
  openSourceReader,
} from "@rode-draad/intake";
import { keyedHash } from "@rode-draad/runtime";
import {
  ensureMunicipality,
  ensureTeams,
  removeNotes,
  type StoreDatabase,
  saveNotes,
  saveQuarantined,
  startImport,
  upsertAreas,
} from "@rode-draad/store";

const MUNICIPALITY = "voorbeeldstad";
const IMPORT = "import-with-a-fault";
const NOW = new Date("2026-11-22T09:00:00Z");
const reader = openSourceReader();
const AREA = { code: "WK999901", name: "Sterrenwijk", aliases: [] };

/** What came of one import. */
export interface Aftermath {
  readonly summary: ImportSummary;
  /** What a person is told when the import broke off. */
  readonly message: string | undefined;
}

export async function prepareStore(db: StoreDatabase): Promise<void> {
  await ensureMunicipality(db, { id: MUNICIPALITY, name: MUNICIPALITY });
  await upsertAreas(db, MUNICIPALITY, [AREA]);
  await ensureTeams(db, MUNICIPALITY, [{ code: "NOORD", name: "Team Noord" }]);
  await startImport(db, MUNICIPALITY, { id: IMPORT, origin: "test", startedAt: NOW });
}

/** Takes texts through a gate into a real store, as the door does. `beforeWrite` is what happens between the two. */
export async function importIntoStore(
  db: StoreDatabase,
  gate: IntakeTools["gate"],
  texts: readonly string[],
  beforeWrite: () => Promise<void> = async () => undefined,
): Promise<Aftermath> {
  const tools: IntakeTools = {
    municipalityId: MUNICIPALITY,
    hash: (namespace, value) => keyedHash("a bench key of more than thirty-two characters", namespace, value),
    gate,
    reader,
    knownAreas: [AREA],
    knownTeams: [{ code: "NOORD", name: "Team Noord" }],
    ensurePlaces: async () => undefined,
    async saveNotes(notes) {
      await beforeWrite();
      return await saveNotes(db, MUNICIPALITY, IMPORT, notes, NOW);
    },
    async saveQuarantined(notes) {
      await beforeWrite();
      return await saveQuarantined(db, MUNICIPALITY, IMPORT, notes, NOW);
    },
    findObjections: async () => new Set(),
    removeNotes: (ids) => removeNotes(db, MUNICIPALITY, ids, NOW),
    enqueueMany: async () => undefined,
  };
  const values = texts.map((tekst, index) => ({
    bronId: `bron-${index}`,
    datum: "2026-10-05",
    team: "NOORD",
    wijk: AREA.code,
    tekst,
  }));
  try {
    const summary = await importNotes({ kind: "values", values }, tools, { today: "2026-11-22" });
    return { summary, message: undefined };
  } catch (error) {
    if (error instanceof InterruptedImport) return { summary: error.summary, message: error.message };
    throw error instanceof ProductError ? new Error(`the import told no summary: ${error.code}`) : error;
  }
}

export async function countStored(db: StoreDatabase): Promise<number> {
  return (await db.selectFrom("case_note").select("id").execute()).length;
}
