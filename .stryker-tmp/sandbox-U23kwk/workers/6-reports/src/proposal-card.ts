import type { Catalogue } from "@rode-draad/catalogue";
import type { ThemeId } from "@rode-draad/domain";
import { enumerate, midSentence, printed, rangeWords } from "./dutch-words.js";
import type { ReportProposal } from "./report-input.js";
import type { ProposalCard } from "./theme-report.js";

/** Turns a proposal into the words of its card (domain report 6.2). */
export function proposalCard(
  { proposal, state, areaName }: ReportProposal,
  catalogue: Catalogue,
  themeName: (id: ThemeId) => string,
): ProposalCard {
  return {
    id: proposal.id,
    title: proposal.title,
    form: formatName(catalogue, proposal.formatId),
    themes: proposal.themeIds.map((id) => ({ id, name: themeName(id) })),
    area: { code: proposal.areaCode, name: areaName },
    whyNow: printed(proposal.whyNow),
    reasons: proposal.evidence.reasons.map(printed),
    rule: printed(proposal.evidence.rule),
    band: proposal.evidence.band,
    forWhom: printed(proposal.forWhom),
    turnout: `${rangeWords(proposal.turnout)} mensen`,
    preparation: `${rangeWords(proposal.preparationHours)} uur voorbereiden`,
    saved: `${rangeWords(proposal.minutesSavedPerVisitor)} minuten per bezoeker`,
    partners: proposal.partnerIds.map((id) => catalogue.partner(id)?.label ?? id),
    growsInto: proposal.growsInto.map((id) => formatName(catalogue, id)),
    avoid: printed(proposal.avoid),
    careNeeded: proposal.careNeeded,
    state,
  };
}

/** "woningcorporatie, sociaal raadslieden en bibliotheek"; with semicolons when a name holds a comma of its own. */
export function joinNames(names: readonly string[]): string {
  const short = names.map((name) => midSentence(shortName(name)));
  return short.some((name) => name.includes(",") || name.includes(" en ")) ? short.join("; ") : enumerate(short);
}

/** A catalogue name without its second name or its explanation: "Sociaal raadslieden / …", "Vrijwillige inzet (…)". */
function shortName(name: string): string {
  return name.replace(/ \/ .*$/, "").replace(/ \([^)]*\)$/, "");
}

/** How a theme is called: the catalogue's label, the label of an emergent theme, or else its id. */
export function themeNamer(
  catalogue: Pick<Catalogue, "theme">,
  emergent: readonly { readonly id: ThemeId; readonly label: string }[],
): (id: ThemeId) => string {
  const labels = new Map(emergent.map((theme) => [theme.id, theme.label]));
  return (id) => catalogue.theme(id)?.label ?? labels.get(id) ?? id;
}

/** A form in words; what the catalogue does not know by id already is a text ("oppaspool"). */
export function formatName(catalogue: Pick<Catalogue, "format">, idOrText: string): string {
  return catalogue.format(idOrText)?.label ?? idOrText;
}
