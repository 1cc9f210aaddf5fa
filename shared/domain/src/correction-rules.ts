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
}

/**
 * Throws when a correction may not be made: `theme-unknown`, or `correction-refused` with a sentence that says why and what to do.
 */
export function checkCorrection(action: CorrectionAction, facts: CorrectionFacts): void {
  for (const id of themesActedOn(action)) {
    if (facts.collectiveOf(id) === undefined) throw new ProductError("theme-unknown", "Dit thema bestaat niet.");
    checkLives(id, facts.layer);
  }
  if (action.kind === "merge") checkMerge(action, facts);
  if (action.kind !== "move" && !mayCorrect(action.kind, facts.collectiveOf(action.themeId))) {
    throw refused("Dit thema gaat over veiligheid. Je mag het alleen een andere naam geven of vastzetten.");
  }
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

/** Throws when a correction may not be undone: it was, or a later one rests on the theme that it made. */
export function checkUndo(correction: LoggedCorrection, log: readonly LoggedCorrection[]): void {
  if (correction.undone !== undefined) throw refused("Deze correctie is al ongedaan gemaakt.");
  if (correction.kind !== "split") return;
  const rests = log.some(
    (other) =>
      other.undone === undefined && other.id !== correction.id && themesOf(other).includes(correction.newThemeId),
  );
  if (rests) {
    throw refused("Na het splitsen is er nog iets met het nieuwe thema gedaan. Maak dat eerst ongedaan.");
  }
}

function checkMerge(action: Extract<CorrectionAction, { kind: "merge" }>, facts: CorrectionFacts): void {
  const { collectiveOf, isInCatalogue } = facts;
  if (action.themeId === action.intoId) throw refused("Je kunt een thema niet met zichzelf samenvoegen.");
  // The catalogue knows with how much care a theme must be told of; a theme that was found knows nothing.
  if (isInCatalogue(action.themeId) && !isInCatalogue(action.intoId)) {
    throw refused("Voeg het andere thema samen met dit thema, niet andersom: dit thema komt uit de lijst.");
  }
  if (!mayMerge(collectiveOf(action.themeId), collectiveOf(action.intoId))) {
    throw refused(
      "Deze twee thema's kunnen niet samen. Een veiligheidsthema blijft apart, en een thema met zorg gaat alleen samen met een ander thema met zorg.",
    );
  }
}

/** A chain of merges cannot become a circle: a theme that went into another one takes in nothing itself. */
function checkLives(themeId: ThemeId, layer: CorrectionLayer): void {
  const now = layer.resolve(themeId);
  if (now === themeId) return;
  throw refused(
    now === null
      ? "Dit is geen thema meer. Maak dat eerst ongedaan."
      : "Dit thema is samengevoegd met een ander thema. Kies dat thema, of maak het samenvoegen eerst ongedaan.",
  );
}

/** The themes that must exist and live for the correction to make sense. */
function themesActedOn(action: CorrectionAction): ThemeId[] {
  if (action.kind === "merge") return [action.themeId, action.intoId];
  if (action.kind === "move") return action.toId === null ? [] : [action.toId];
  return [action.themeId];
}

function refused(sentence: string): ProductError {
  return new ProductError("correction-refused", sentence);
}
