import { correctionFacts } from "@rode-draad/api";
import { type ThemeId, whyNotCorrect } from "@rode-draad/domain";
import { composeThemeList } from "@rode-draad/reports";
import type { CorrectionChoices, CorrectionDraft } from "@rode-draad/web";
import type { ShownThemes } from "./shown-themes.js";

type Kind = CorrectionDraft["kind"];

const KINDS_OF_ONE = ["rename", "split", "pin", "not-a-theme", "sleep"] as const;

/** What a person may do to a theme, by the rules and by how it stands now. */
export function correctionChoices(themes: ShownThemes, themeId: ThemeId): CorrectionChoices {
  const facts = correctionFacts(themes);
  const mergeInto = [
    ...composeThemeList(themes.catalogue).map(({ domain, themes: known }) => ({ group: domain, themes: known })),
    {
      group: "Opkomende thema’s",
      themes: themes.emergent
        .filter(({ id, mergedInto }) => mergedInto === undefined && themes.isShown(id))
        .map(({ id, label }) => ({ id, name: label })),
    },
  ]
    .map(({ group, themes: all }) => ({
      group,
      themes: all
        .filter(({ id }) => whyNotCorrect({ kind: "merge", themeId, intoId: id }, facts) === undefined)
        .map(({ id, name }) => ({ id, name })),
    }))
    .filter(({ themes: left }) => left.length > 0);
  const reasons = KINDS_OF_ONE.map((kind): [Kind, string | undefined] => [
    kind,
    whyNotCorrect({ kind, themeId }, facts) ?? whyUseless(kind, themes, themeId),
  ]);
  if (mergeInto.length === 0) {
    // A theme that may not be split may not be merged either, whatever the other theme is.
    const why = whyNotCorrect({ kind: "split", themeId }, facts) ?? "Er is geen ander thema waar dit mee samen mag.";
    reasons.push(["merge", why]);
  }
  return { mergeInto, whyNot: Object.fromEntries(reasons.filter(([, why]) => why !== undefined)) };
}

/** What somebody may do who may correct nothing. */
export function noChoices(whyNot: string): CorrectionChoices {
  return { mergeInto: [], whyNot: Object.fromEntries([...KINDS_OF_ONE, "merge"].map((kind) => [kind, whyNot])) };
}

/** Some corrections are allowed a second time and change nothing then. */
function whyUseless(kind: Kind, { asleep, log }: ShownThemes, themeId: ThemeId): string | undefined {
  if (kind === "sleep" && asleep.has(themeId)) return "Dit thema sluimert al. Wij melden het als het erger wordt.";
  const isPinned = log.corrections.some(
    (one) => one.kind === "pin" && one.themeId === themeId && one.undone === undefined,
  );
  return kind === "pin" && isPinned ? "Dit thema is al vastgezet." : undefined;
}
