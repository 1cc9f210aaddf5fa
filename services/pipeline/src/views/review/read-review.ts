import {
  type Actor,
  actorName,
  chooseForReview,
  type LoggedCorrection,
  may,
  reviewGain,
  type ThemeId,
} from "@rode-draad/domain";
import { composeThemeList, themeNamer, windowsOf } from "@rode-draad/reports";
import {
  listTeams,
  type QuestionsOf,
  readCertainty,
  readDoubtedQuestions,
  readMonthRange,
  readPointedQuestions,
  type StoredDoubt,
} from "@rode-draad/store";
import { DOUBTED_BELOW } from "@rode-draad/themes";
import type { ReviewHour, ReviewQuestion, ReviewView } from "@rode-draad/web";
import { readShownThemes, type ShownThemes } from "../themes/shown-themes.js";
import type { WebMeans } from "../web-means.js";

const HOUR_MS = 3_600_000;

/** The present theme and three others fit on one telephone screen, and hold nearly every right answer. */
const CHOICES_MAX = 4;

/** The question that is most worth a look, of those that this person may see, and what the last hour of looking brought. */
export async function readReview(means: WebMeans, passedOver: number): Promise<ReviewView> {
  const { product } = means;
  const { store, municipalityId, catalogue } = product;
  const of = questionsOf(means);
  if ("whyNot" in of) return of;
  const [range, themes] = await Promise.all([readMonthRange(store.db, municipalityId), readShownThemes(product)]);
  if (range === undefined) return { left: 0 };
  const { from: fromMonth, to: toMonth } = windowsOf(range.last).now;
  const window = { fromMonth, toMonth, neverThemeIds: [...catalogue.neverThemeIds], of };
  const [doubted, hour] = await Promise.all([
    readDoubtedQuestions(store.db, municipalityId, { ...window, doubtedBelow: DOUBTED_BELOW }),
    readHour(means, themes, window),
  ]);
  const edges = catalogue.privacyParameters.displayBands.map(({ min }) => min);
  const worth = chooseForReview(
    doubted.filter(({ themeId }) => themes.isShown(themeId)),
    edges,
  );
  const asked = worth[passedOver];
  const question = asked && (await readQuestion(means, themes, asked));
  return { left: worth.length, ...(question !== undefined && { question }), ...(hour !== undefined && { hour }) };
}

/** Rule: somebody looks at questions of the own teams, or of the own notes where the municipality wants it so, and at no others. */
function questionsOf({
  actor,
  policy,
}: Pick<WebMeans, "actor" | "policy">): QuestionsOf | { readonly whyNot: Refusal } {
  if (actor.kind !== "account" || policy === "team-figures") return { whyNot: "figures-only" };
  if (policy === "own-cases") {
    const { professionalId } = actor;
    return professionalId === undefined ? { whyNot: "no-notes" } : { professionalId };
  }
  const teamCodes = actor.teamCodes.filter((teamCode) =>
    may(actor, "note:correct", { policy, subject: { kind: "note", teamCode } }),
  );
  return teamCodes.length === 0 ? { whyNot: "no-team" } : { teamCodes };
}

type Refusal = Extract<ReviewView, { whyNot: unknown }>["whyNot"];

/** The question with its own words and what it may be about. Undefined when it went while it was looked up. */
async function readQuestion(
  { product }: WebMeans,
  themes: ShownThemes,
  asked: StoredDoubt,
): Promise<ReviewQuestion | undefined> {
  const { store, municipalityId, texts } = product;
  const [[question], teams] = await Promise.all([
    readPointedQuestions(store.db, municipalityId, [asked.questionId]),
    listTeams(store.db, municipalityId),
  ]);
  if (question?.text === undefined) return undefined;
  const nearest = await texts.nearest({ text: question.text, max: CHOICES_MAX });
  const nameOf = themeNamer(themes.catalogue, themes.emergent);
  const now = nearest.map((id) => themes.layer.resolve(id)).filter((id) => id !== null);
  const choices = [...new Set<ThemeId>([asked.themeId, ...now])].slice(0, CHOICES_MAX);
  const emergent = themes.emergent.filter(({ id, mergedInto }) => mergedInto === undefined && themes.isShown(id));
  return {
    id: question.id,
    text: question.text,
    teamName: teams.find(({ code }) => code === asked.teamCode)?.name ?? asked.teamCode,
    choices: choices.map((id) => ({ id, name: nameOf(id) })),
    others: [
      ...composeThemeList(themes.catalogue).map(({ domain: group, themes: known }) => ({
        group,
        themes: known.map(({ id, name }) => ({ id, name })),
      })),
      { group: "Opkomende thema’s", themes: emergent.map(({ id, label }) => ({ id, name: label })) },
    ].filter(({ themes: some }) => some.length > 0),
  };
}

/** What this person checked in the last hour, and what it did to how many questions have the right theme. */
async function readHour(
  { product, actor }: WebMeans,
  { log, layer }: ShownThemes,
  window: Parameters<typeof readCertainty>[2],
): Promise<ReviewHour | undefined> {
  const checked = checkedBy(actor, log.corrections, new Date(product.clock().getTime() - HOUR_MS));
  if (checked.length === 0) return undefined;
  const now = (id: ThemeId | null): ThemeId | null => (id === null ? null : layer.resolve(id));
  const noQuestion = checked.filter(({ toId }) => toId === null).length;
  const right = checked.filter(({ fromId, toId }) => toId !== null && now(fromId) === now(toId)).length;
  const counts = { right, moved: checked.length - right - noQuestion, noQuestion };
  const certainty = await readCertainty(product.store.db, product.municipalityId, window);
  const gain = reviewGain({ ...counts, ...certainty });
  return { ...counts, ...(gain !== undefined && { gain }) };
}

type Move = Extract<LoggedCorrection, { kind: "move" }>;

/** The last choice for each question. */
function checkedBy(actor: Actor, corrections: readonly LoggedCorrection[], since: Date): readonly Move[] {
  const own = corrections.filter(
    (one): one is Move =>
      one.kind === "move" && one.undone === undefined && one.at >= since && one.who === actorName(actor),
  );
  return [...new Map(own.map((one) => [`${one.question.noteId}.${one.question.start}`, one])).values()];
}
