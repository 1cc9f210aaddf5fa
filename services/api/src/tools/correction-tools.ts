import {
  type Actor,
  actorName,
  addWeeks,
  type CorrectionAction,
  type CorrectionFacts,
  checkCorrection,
  checkUndo,
  type GoneTheme,
  type LoggedCorrection,
  type PointedQuestion,
  ProductError,
  SLEEP_WEEKS,
  type ThemeId,
  weekOf,
} from "@rode-draad/domain";
import {
  countCasesInWeeks,
  listReports,
  markReportsOutdated,
  type NewCorrection,
  type QuestionWithText,
  readLastDay,
  readPointedQuestions,
  readQuestionsOfTheme,
  recordCorrection,
  recordUndo,
  type TouchedQuestion,
} from "@rode-draad/store";
import { hasSplitWord, readFeatures } from "@rode-draad/themes";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { CorrectionOrder, Reason } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { type MunicipalThemes, readThemes } from "./read-themes.js";
import { requireNoteAccess } from "./require-note-access.js";

type CorrectionMeans = Pick<
  StoreToolsMeans,
  "db" | "municipalityId" | "catalogue" | "clock" | "enqueueTrends" | "accessPolicy" | "audit"
> & { readonly actor: Actor };

const CORRECT_THEME: Audited = { action: "correct-theme", subject: "theme" };
const MOVE_QUESTION: Audited = { action: "move-question", subject: "correction" };
const UNDO_CORRECTION: Audited = { action: "undo-correction", subject: "correction" };

/**
 * Makes a correction: checks it, records it with everything that follows from it, and asks for new counts, proposals and
 * reports. Throws `theme-unknown`, `question-unknown`, `correction-refused`, or a retryable `corrections-moved`.
 */
export async function correctTheme(means: CorrectionMeans, order: CorrectionOrder): Promise<LoggedCorrection> {
  const themes = await readThemes(means.db, means.municipalityId, means.catalogue);
  const { action, touched, isConfirmed } = await toAction(means, themes, order);
  checkCorrection(action, correctionFacts(themes));
  checkSplit(action, touched);
  const correction = { ...common(means, themes), action, touched, who: actorName(means.actor), why: order.why };
  const logged = await changed(
    means,
    order.kind === "move" ? MOVE_QUESTION : CORRECT_THEME,
    async (db) => {
      const made = await recordCorrection(db, means.municipalityId, correction);
      await outdateReports({ ...means, db }, action);
      return made;
    },
    ({ id }) => (order.kind === "move" ? { id } : { id: order.themeId, details: { correction: order.kind } }),
  );
  if (isConfirmed !== true) await means.enqueueTrends({ municipalityId: means.municipalityId });
  return logged;
}

/** Undoes a correction. Throws `correction-unknown` or `correction-refused`. */
export async function undoCorrection(means: CorrectionMeans, id: string, { why }: Reason): Promise<LoggedCorrection> {
  const themes = await readThemes(means.db, means.municipalityId, means.catalogue);
  const correction = themes.log.corrections.find((candidate) => candidate.id === id);
  if (correction === undefined) throw new ProductError("correction-unknown", "Deze correctie bestaat niet.");
  checkUndo(correction, themes.log.corrections);
  const person = { who: actorName(means.actor), why };
  const undo = { ...common(means, themes), ...person };
  await changed(
    means,
    UNDO_CORRECTION,
    async (db) => {
      await recordUndo(db, means.municipalityId, correction, undo);
      await outdateReports({ ...means, db }, correction);
    },
    () => ({ id, details: { correction: correction.kind } }),
  );
  await means.enqueueTrends({ municipalityId: means.municipalityId });
  return { ...correction, undone: { ...person, at: undo.at } };
}

function common({ clock, catalogue }: CorrectionMeans, { log }: MunicipalThemes) {
  return { version: log.version, at: clock(), neverThemeIds: [...catalogue.neverThemeIds] };
}

/** Names and themes stand in all reports. One question changes only figures: counting finds the months, and none when it was right. */
async function outdateReports(
  { db, municipalityId }: Pick<CorrectionMeans, "db" | "municipalityId">,
  { kind }: Pick<CorrectionAction, "kind">,
): Promise<void> {
  if (kind === "move") return;
  const months = (await listReports(db, municipalityId)).map(({ month }) => month);
  await markReportsOutdated(db, municipalityId, months);
}

/** What the rules of corrections must know of the themes. */
export function correctionFacts({ catalogue, emergent, layer }: MunicipalThemes): CorrectionFacts {
  const found = new Set(emergent.map(({ id }) => id));
  return {
    layer,
    collectiveOf: (id) => catalogue.theme(id)?.collective ?? (found.has(id) ? "suitable" : undefined),
    isInCatalogue: (id) => catalogue.theme(id) !== undefined,
    named: [...catalogue.themes, ...emergent.filter(({ mergedInto }) => mergedInto === undefined)],
  };
}

/** `isConfirmed`: the question stays what it counts as, so no figure changes. */
type Decided = Pick<NewCorrection, "action" | "touched"> & { readonly isConfirmed?: boolean };

/** The order with what the store and the texts say about it. */
async function toAction(means: CorrectionMeans, themes: MunicipalThemes, order: CorrectionOrder): Promise<Decided> {
  switch (order.kind) {
    case "rename":
      return only({ kind: "rename", themeId: order.themeId, name: order.name });
    case "pin":
      return only({ kind: "pin", themeId: order.themeId });
    case "merge":
      return only({ kind: "merge", themeId: order.themeId, intoId: order.intoId, ...goneTheme(themes, order.themeId) });
    case "not-a-theme":
      return only({ kind: "not-a-theme", themeId: order.themeId, ...goneTheme(themes, order.themeId) });
    case "sleep":
      return only({ kind: "sleep", themeId: order.themeId, level: await casesOfLate(means, order.themeId) });
    case "split":
      return await toSplit(means, themes, order);
    case "move":
      return await toMove(means, order);
  }
}

function only(action: CorrectionAction): Pick<NewCorrection, "action" | "touched"> {
  return { action, touched: [] };
}

function goneTheme({ emergent }: MunicipalThemes, themeId: ThemeId): GoneTheme {
  const found = emergent.filter(({ id }) => id.startsWith("t-")).map(({ id }) => id);
  return {
    terms: emergent.find(({ id }) => id === themeId)?.terms ?? [],
    newestId: found.sort().at(-1) ?? null,
  };
}

async function casesOfLate({ db, municipalityId }: CorrectionMeans, themeId: ThemeId): Promise<number> {
  const last = await readLastDay(db, municipalityId);
  if (last === undefined) return 0;
  const toWeek = weekOf(last);
  const window = { themeId, fromWeek: addWeeks(toWeek, 1 - SLEEP_WEEKS), toWeek };
  return (await countCasesInWeeks(db, municipalityId, [window]))[0] ?? 0;
}

async function toSplit(
  { db, municipalityId }: CorrectionMeans,
  { log }: MunicipalThemes,
  order: Extract<CorrectionOrder, { kind: "split" }>,
): Promise<Pick<NewCorrection, "action" | "touched">> {
  const { themeId, name, words } = order;
  const all = await readQuestionsOfTheme(db, municipalityId, themeId);
  const picked = all.filter(({ id }) => order.questionIds.includes(id));
  if (picked.length < order.questionIds.length) throw questionUnknown();
  const touched: TouchedQuestion[] = all.flatMap(({ id, text }) => [
    ...(picked.some((question) => question.id === id) ? [{ questionId: id, as: "question" as const }] : []),
    ...(text !== undefined && words.length > 0 && hasSplitWord(text, words)
      ? [{ questionId: id, as: "word" as const }]
      : []),
  ]);
  // The number of the correction itself is never used twice, so neither is the theme's.
  const newThemeId = `p-${String(log.version + 1).padStart(4, "0")}`;
  return { action: { kind: "split", themeId, newThemeId, name, words, questions: picked.map(pointAt) }, touched };
}

/** Rule: a split takes at least one question along now. Rationale: a theme without any is nearly always a word mistyped. */
function checkSplit({ kind }: CorrectionAction, touched: readonly TouchedQuestion[]): void {
  if (kind !== "split" || touched.length > 0) return;
  throw new ProductError(
    "correction-refused",
    "In geen vraag van dit thema staat een van deze woorden. Kies andere woorden.",
  );
}

async function toMove(
  means: CorrectionMeans,
  { questionId, toId, outOfSafety }: Extract<CorrectionOrder, { kind: "move" }>,
): Promise<Decided> {
  const question = (await readPointedQuestions(means.db, means.municipalityId, [questionId]))[0];
  if (question === undefined) throw questionUnknown();
  await requireNoteAccess(means, "note:correct", question.noteId, questionUnknown);
  checkSafety(question, outOfSafety);
  return {
    action: { kind: "move", question: pointAt(question), fromId: question.givenThemeId, toId, outOfSafety },
    touched: [{ questionId, as: "question" }],
    isConfirmed: question.themeId === toId && question.route !== "safety",
  };
}

function pointAt({ noteId, start, end, text }: QuestionWithText): PointedQuestion {
  // Without its text a question can still be moved, but it teaches nothing about others.
  return { noteId, start, end, features: text === undefined ? [] : readFeatures(text) };
}

/** Rule: what stands in the safety route leaves it only by an explicit yes, and never when the source flagged the note. */
function checkSafety({ route, safetyFlag }: QuestionWithText, outOfSafety: boolean): void {
  if (route !== "safety") return;
  if (safetyFlag) {
    throw new ProductError(
      "correction-refused",
      "De notitie is bij de bron als veiligheid gemerkt. Haal het merk daar weg en lever de notitie opnieuw aan.",
    );
  }
  if (outOfSafety) return;
  throw new ProductError(
    "correction-refused",
    "Deze vraag staat op de veiligheidsroute. Kijk eerst of er echt geen gevaar is, en zeg dat er dan bij.",
  );
}

function questionUnknown(cause?: unknown): ProductError {
  const sentence = "Deze vraag bestaat niet (meer), of hoort niet bij dit thema.";
  return new ProductError("question-unknown", sentence, { cause });
}
