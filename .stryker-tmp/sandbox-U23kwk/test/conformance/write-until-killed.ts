import { ensureMunicipality, openStore, saveNotes } from "@rode-draad/store";
import { makeNote } from "./store/make-note.js";

/** Stores a hundred notes at a time and says after each batch how many there are, until somebody ends the process. */
const store = await openStore({ directory: process.argv[2] ?? "", municipalityId: "voorbeeldstad" });
await ensureMunicipality(store.db, { id: "voorbeeldstad", name: "Voorbeeldstad" });
for (let stored = 0; ; stored += 100) {
  const batch = Array.from({ length: 100 }, (_, number) => makeNote(`n${stored + number}`));
  await saveNotes(store.db, "voorbeeldstad", "import", batch, new Date());
  process.stdout.write(`${stored + 100}\n`);
}
