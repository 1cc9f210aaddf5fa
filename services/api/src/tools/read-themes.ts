import { type Catalogue, correctCatalogue, withOwnCatalogue } from "@rode-draad/catalogue";
import type { CorrectionLayer, CorrectionLog, Initiative, MunicipalityId, ThemeId } from "@rode-draad/domain";
import { withTightened } from "@rode-draad/privacy";
import {
  listEmergentThemes,
  listThemeChanges,
  readCorrectionLayer,
  readOwnSettings,
  type StoreDatabase,
  type StoredEmergentTheme,
  type StoredProposal,
} from "@rode-draad/store";
import { correctEmergent } from "@rode-draad/themes";

/** The themes of a municipality as people have corrected them. */
export interface MunicipalThemes {
  readonly catalogue: Catalogue;
  /** With redirects of merged themes; without what is no theme any more. */
  readonly emergent: readonly StoredEmergentTheme[];
  readonly layer: CorrectionLayer;
  readonly log: CorrectionLog;
  /** Ignored until they get worse. */
  readonly asleep: ReadonlySet<ThemeId>;
}

/** The shipped catalogue with a municipality's own words, themes and stricter limits. */
export async function readMunicipalCatalogue(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  shipped: Catalogue,
): Promise<Catalogue> {
  const { catalogue: own, limits } = await readOwnSettings(db, municipalityId);
  const catalogue = withOwnCatalogue(shipped, own);
  return { ...catalogue, privacyParameters: withTightened(catalogue.privacyParameters, limits) };
}

/** Reads them anew each time: a correction or a setting holds from the next page on. */
export async function readThemes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  shipped: Catalogue,
): Promise<MunicipalThemes> {
  const catalogue = await readMunicipalCatalogue(db, municipalityId, shipped);
  const [{ log, layer }, emergent, woken] = await Promise.all([
    readCorrectionLayer(db, municipalityId, catalogue.neverThemeIds),
    listEmergentThemes(db, municipalityId),
    listThemeChanges(db, municipalityId, { kind: "woken" }),
  ]);
  const awake = new Set(woken.map(({ correctionId }) => correctionId));
  return {
    catalogue: correctCatalogue(catalogue, layer),
    emergent: correctEmergent(emergent, layer),
    layer,
    log,
    asleep: new Set([...layer.sleeping.values()].filter(({ id }) => !awake.has(id)).map(({ themeId }) => themeId)),
  };
}

/**
 * Proposals with the themes that now stand for theirs. One that nobody took up yet and whose theme went is left out: the
 * next run proposes on the theme that it went into.
 */
export function followProposals<One extends Pick<StoredProposal, "proposal" | "state">>(
  stored: readonly One[],
  layer: CorrectionLayer,
): One[] {
  return stored.flatMap((one) => {
    const now = one.proposal.themeIds.map((id) => layer.resolve(id));
    if (now.every((id, index) => id === one.proposal.themeIds[index])) return [one];
    if (one.state === "open") return [];
    const themeIds = [...new Set(now.filter((id) => id !== null))];
    return [{ ...one, proposal: { ...one.proposal, themeIds } }];
  });
}

/** Initiatives with the themes that now stand for theirs: what somebody works on follows its theme wherever that goes. */
export function followInitiatives(initiatives: readonly Initiative[], layer: CorrectionLayer): Initiative[] {
  return initiatives.map((initiative) => {
    const now = initiative.themeIds.map((id) => layer.resolve(id));
    if (now.every((id, index) => id === initiative.themeIds[index])) return initiative;
    return { ...initiative, themeIds: [...new Set(now.filter((id) => id !== null))] };
  });
}

/** What stands on a theme that is not ignored for now. */
export function awakeOnly<One extends { readonly themeId: ThemeId }>(
  all: readonly One[],
  { asleep }: Pick<MunicipalThemes, "asleep">,
): One[] {
  return all.filter(({ themeId }) => !asleep.has(themeId));
}
