import { type Product, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { inTransaction } from "@rode-draad/store";

/** What became of the questions that two stores share. */
export interface SharedQuestions {
  /** Questions that have an emergent theme in one of the stores, and not the same in the other. */
  readonly otherEmergent: number;
  /** Questions that differ in anything else, or are in one of the stores only. */
  readonly different: readonly string[];
}

/**
 * Gives the questions of one store the emergent themes that they have in the other, and has everything counted, proposed and reported anew.
 * Discovery finds another theme, or none, for some questions when there were others beside them, and erasing those others leaves it so
 * (ARCHITECTURE.md); what rests on themes can be compared number by number when the themes are the same.
 */
export async function adoptEmergentThemes(from: Product, to: Product): Promise<SharedQuestions> {
  const [theirs, ours] = [await readQuestions(from), await readQuestions(to)];
  const ids = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
  const isOther = (id: string): boolean => JSON.stringify(theirs.get(id)) !== JSON.stringify(ours.get(id));
  const differing = ids.filter(isOther);
  const emergent = differing.filter((id) => {
    const [one, other] = [theirs.get(id), ours.get(id)];
    return one !== undefined && other !== undefined && (isEmergent(one) || isEmergent(other));
  });
  const { store, queue, municipalityId: municipality_id, clock } = to;
  const themes = await from.store.db.selectFrom("emergent_theme").selectAll().execute();
  await inTransaction(store.db, async (db) => {
    for (const { note_id, ordinal, ...row } of emergent.flatMap((id) => theirs.get(id) ?? [])) {
      const { theme_id, route, confidence, given_theme_id, given_route, given_confidence } = row;
      await db
        .updateTable("question")
        .set({ theme_id, route, confidence, given_theme_id, given_route, given_confidence })
        .where("note_id", "=", note_id)
        .where("ordinal", "=", ordinal)
        .execute();
    }
    await db.deleteFrom("emergent_theme").execute();
    if (themes.length > 0) await db.insertInto("emergent_theme").values(themes).execute();
    const months = await db.selectFrom("question").select("month").distinct().execute();
    const stale = months.map(({ month }) => ({ municipality_id, month, since: clock() }));
    await db.insertInto("stale_month").values(stale).execute();
  });
  await queue.enqueue("trends", { municipalityId: municipality_id });
  await waitUntilWorkedOut(to);
  return { otherEmergent: emergent.length, different: differing.filter((id) => !emergent.includes(id)) };
}

type Question = Awaited<ReturnType<typeof listQuestions>>[number];

const listQuestions = ({ store }: Product) => store.db.selectFrom("question").selectAll().execute();

/** By note and place in it. */
async function readQuestions(product: Product): Promise<ReadonlyMap<string, Question>> {
  return new Map((await listQuestions(product)).map((row) => [`${row.note_id}.${row.ordinal}`, row]));
}

function isEmergent({ route, given_route }: Question): boolean {
  return route === "emergent" || given_route === "emergent";
}
