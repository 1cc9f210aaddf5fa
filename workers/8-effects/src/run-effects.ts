import type { StagePayload } from "@rode-draad/contracts";
import { isReleased, type Month, type MunicipalityId, type ThemeEffect } from "@rode-draad/domain";
import { compareWijken, type EffectFacts } from "./compare-wijken.js";

/** What the stage needs from the store and the catalogue. */
export interface EffectTools {
  /** Undefined before the first import. */
  readonly readEffectFacts: (municipalityId: MunicipalityId) => Promise<EffectFacts | undefined>;
  /** What was judged before, and up to which month reports were released. */
  readonly readJudged: (
    municipalityId: MunicipalityId,
  ) => Promise<{ readonly effects: readonly ThemeEffect[]; readonly lastReleased?: Month }>;
  /** Makes these the effects of the municipality. */
  readonly saveEffects: (municipalityId: MunicipalityId, effects: readonly ThemeEffect[]) => Promise<void>;
}

/** What a run did, for the log. */
export interface EffectRun {
  readonly effects: number;
}

/** The stage: judges every theme of every evening that was held. Running it again on the same counts writes the same bytes. */
export async function runEffects({ municipalityId }: StagePayload<"effects">, tools: EffectTools): Promise<EffectRun> {
  const facts = await tools.readEffectFacts(municipalityId);
  if (facts === undefined) return { effects: 0 };
  const judged = await tools.readJudged(municipalityId);
  const standing = new Map(judged.effects.filter((effect) => stands(effect, judged)).map((one) => [keyOf(one), one]));
  const effects = facts.evenings.flatMap((evening) =>
    [...new Set(evening.themeIds)].map((themeId) => {
      const fresh = compareWijken(evening, themeId, facts);
      return standing.get(keyOf(fresh)) ?? fresh;
    }),
  );
  await tools.saveEffects(municipalityId, effects);
  return { effects: effects.length };
}

/**
 * Rule: what was said of months that were released stays said. Rationale: late and corrected notes go into the next release, so a
 * word that changed would tell of them.
 */
function stands({ months }: ThemeEffect, { lastReleased }: { readonly lastReleased?: Month }): boolean {
  const last = months.after.at(-1);
  return last !== undefined && isReleased(last, lastReleased);
}

/** The same evening, theme and look. Spelled out, because the store gives the fields of an object back in an order of its own. */
function keyOf({ told: { initiativeId, themeId, areaCode, heldOn }, months: { before, after } }: ThemeEffect): string {
  return JSON.stringify([initiativeId, themeId, areaCode, heldOn, before, after]);
}
