import type { CorrectionAction, LoggedCorrection } from "./correction.js";
import { type CorrectionLayer, themesOf } from "./correction-layer.js";
import { ProductError } from "./errors.js";
import type { ThemeId } from "./ids.js";
import type { Collective } from "./theme.js";

/** What the rules must know of the themes. */
export interface CorrectionFacts {
  readonly layer: CorrectionLayer;
  /** Undefined for an id that names no theme. */
  readonly collectiveOf: (themeId: ThemeId) => Collective | undefined;
  /** True for a theme of the catalogue, also one that was split off from it. */
  readonly isInCatalogue: (themeId: ThemeId) => boolean;
  /** The themes that live, with the name that each bears now. */
  readonly named: readonly { readonly id: ThemeId; readonly label: string }[];
}

/** What the rules look at in a correction. */
export type CheckedAction =
  | Pick<Extract<CorrectionAction, { kind: "merge" }>, "kind" | "themeId" | "intoId">
  | Pick<Extract<CorrectionAction, { kind: "move" }>, "kind" | "toId">
  /** `name` is left out when the question is whether any name may be given. */
  | { readonly kind: "rename" | "split"; readonly themeId: ThemeId; readonly name?: string }
  | { readonly kind: "pin" | "not-a-theme" | "sleep"; readonly themeId: ThemeId };

/**
 * Throws when a correction may not be made: `theme-unknown`, or `correction-refused` with a sentence that says why and what to do.
 */
export function checkCorrection(action: CheckedAction, facts: CorrectionFacts): void {
  if (themesActedOn(action).some((id) => facts.collectiveOf(id) === undefined)) {
    throw new ProductError("theme-unknown", "Dit thema bestaat niet.");
  }
  refuse(whyNotCorrect(action, facts));
}

/** The sentence that says why a correction of themes that exist may not be made, and what to do; undefined when it may. */
export function whyNotCorrect(action: CheckedAction, facts: CorrectionFacts): string | undefined {
  const gone = themesActedOn(action).map((id) => whyNotAlive(id, facts.layer));
  if (action.kind === "move") return gone[0];
  const isAllowed = mayCorrect(action.kind, facts.collectiveOf(action.themeId));
  const ofSafety = "Dit thema gaat over veiligheid. Je mag het alleen een andere naam geven of vastzetten.";
  return (
    gone.find((why) => why !== undefined) ??
    (isAllowed ? undefined : ofSafety) ??
    (action.kind === "merge" ? whyNotMerge(action, facts) : undefined) ??
    ("name" in action ? whyNotName(action, facts) : undefined)
  );
}

/**
 * Rule: a theme that is never collective may get another name or be pinned, and nothing else. Rationale: every other
 * correction could carry its questions into a theme that is counted and shown.
 */
export function mayCorrect(kind: CorrectionAction["kind"], collective: Collective | undefined): boolean {
  return collective !== "never" || kind === "rename" || kind === "pin";
}

/**
 * Rule: nothing is merged into a theme that is never collective, and a theme that asks for care is merged only into one that
 * does so too. Rationale: a merge may not make people forget the care, nor hide ordinary questions behind a safety route.
 */
export function mayMerge(from: Collective | undefined, into: Collective | undefined): boolean {
  if (from === "never" || into === "never") return false;
  return from !== "only-with-care" || into === "only-with-care";
}

/** Throws `correction-refused` when a correction may not be undone. */
export function checkUndo(correction: LoggedCorrection, log: readonly LoggedCorrection[]): void {
  refuse(whyNotUndo(correction, log));
}

/** The sentence that says why a correction may not be undone: it was, or a later one rests on the theme that it made. */
export function whyNotUndo(correction: LoggedCorrection, log: readonly LoggedCorrection[]): string | undefined {
  if (correction.undone !== undefined) return "Deze correctie is al ongedaan gemaakt.";
  if (correction.kind !== "split") return undefined;
  const rests = log.some(
    (other) =>
      other.undone === undefined && other.id !== correction.id && themesOf(other).includes(correction.newThemeId),
  );
  return rests ? "Na het splitsen is er nog iets met het nieuwe thema gedaan. Maak dat eerst ongedaan." : undefined;
}

function whyNotMerge(action: Extract<CheckedAction, { kind: "merge" }>, facts: CorrectionFacts): string | undefined {
  const { collectiveOf, isInCatalogue } = facts;
  if (action.themeId === action.intoId) return "Je kunt een thema niet met zichzelf samenvoegen.";
  // The catalogue knows with how much care a theme must be told of; a theme that was found knows nothing.
  if (isInCatalogue(action.themeId) && !isInCatalogue(action.intoId)) {
    return "Voeg het andere thema samen met dit thema, niet andersom: dit thema komt uit de lijst.";
  }
  return mayMerge(collectiveOf(action.themeId), collectiveOf(action.intoId))
    ? undefined
    : "Deze twee thema’s kunnen niet samen. Een veiligheidsthema blijft apart. Een thema met zorg gaat alleen samen met een ander thema met zorg.";
}

/**
 * Rule: two themes never bear the same name, however it is capitalised, and a new name differs from the present one. Rationale:
 * in a list or a report nobody could tell the two apart, and a renaming that changes nothing only makes the list of changes longer.
 */
function whyNotName(
  { kind, themeId, name = "" }: Extract<CheckedAction, { kind: "rename" | "split" }>,
  { named }: CorrectionFacts,
): string | undefined {
  const isOwn = (id: ThemeId): boolean => kind === "rename" && id === themeId;
  if (named.some(({ id, label }) => isOwn(id) && label === name)) return "Zo heet dit thema al. Kies een andere naam.";
  return named.some(({ id, label }) => !isOwn(id) && label.toLowerCase() === name.toLowerCase())
    ? "Er is al een thema met deze naam. Kies een andere naam."
    : undefined;
}

/** A chain of merges cannot become a circle: a theme that went into another one takes in nothing itself. */
function whyNotAlive(themeId: ThemeId, layer: CorrectionLayer): string | undefined {
  const now = layer.resolve(themeId);
  if (now === themeId) return undefined;
  return now === null
    ? "Dit is geen thema meer. Maak dat eerst ongedaan."
    : "Dit thema is samengevoegd met een ander thema. Kies dat thema, of maak het samenvoegen eerst ongedaan.";
}

/** The themes that must exist and live for the correction to make sense. */
function themesActedOn(action: CheckedAction): ThemeId[] {
  if (action.kind === "merge") return [action.themeId, action.intoId];
  if (action.kind === "move") return action.toId === null ? [] : [action.toId];
  return [action.themeId];
}

function refuse(sentence: string | undefined): void {
  if (sentence !== undefined) throw new ProductError("correction-refused", sentence);
}
