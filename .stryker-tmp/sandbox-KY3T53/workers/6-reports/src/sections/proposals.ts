import type { Proposal } from "@rode-draad/domain";
import { midSentence, numberWord, rangeWords } from "../dutch-words.js";
import { proposalCard, themeNamer } from "../proposal-card.js";
import type { ReportInput } from "../report-input.js";
import type { ProposalCard, ReportSections, TimeSum } from "../theme-report.js";

/** Cards in a report at most (domain report 6.1). */
const CARDS_MAX = 3;

/** What holding one meeting costs besides preparing it: two colleagues for two hours (estimate, domain report 6.1). */
const MEETING = { colleagues: 2, hours: 2 } as const;

/** Section 4: the best open proposals, what has to be chosen, and what the first of them would save. */
export function offerProposals(input: ReportInput): ReportSections["proposals"] {
  const best = input.proposals
    .filter(
      ({ state, proposal }) =>
        state === "open" && !proposal.themeIds.some((id) => input.catalogue.neverThemeIds.has(id)),
    )
    .sort((a, b) => b.proposal.score - a.proposal.score || (a.proposal.id < b.proposal.id ? -1 : 1))
    .slice(0, CARDS_MAX);
  const nameOf = themeNamer(input.catalogue, input.emergent);
  const cards = best.map((item) => proposalCard(item, input.catalogue, nameOf));
  const first = best[0]?.proposal;
  return { cards, choices: cards.map(choice), ...(first && { sum: timeSum(first) }) };
}

function choice(card: ProposalCard): string {
  const topic = midSentence(card.themes[0]?.name ?? card.title);
  return card.careNeeded
    ? `Is een groep over ${topic} verstandig? Bespreek het eerst in je team.`
    : `Pak je ‘${card.title}’ op in ${card.area.name}?`;
}

/**
 * Time saved = visitors × minutes one-to-one; time spent = preparing + holding. From which meeting on it pays is judged on
 * the middle of both ranges, counting half of the preparation for every meeting after the first.
 */
function timeSum(proposal: Proposal): TimeSum {
  const { turnout, minutesSavedPerVisitor: minutes, preparationHours: preparation } = proposal;
  const saved = {
    min: Math.round((turnout.min * minutes.min) / 60),
    max: Math.round((turnout.max * minutes.max) / 60),
  };
  const holding = MEETING.colleagues * MEETING.hours;
  const spent = { min: preparation.min + holding, max: preparation.max + holding };
  return {
    title: `Wat levert ‘${proposal.title}’ op?`,
    saved: {
      value: `${rangeWords(saved)} uur`,
      explanation: `als er ${rangeWords(turnout)} mensen komen, elk ${rangeWords(minutes)} minuten`,
    },
    spent: {
      value: `${rangeWords(spent)} uur`,
      explanation: `${rangeWords(preparation)} uur voorbereiden, ${numberWord(MEETING.colleagues)} collega’s elk ${numberWord(MEETING.hours)} uur`,
    },
    gain: { value: gainFrom(middle(saved), middle(preparation), holding), explanation: "en minder vragen achteraf" },
  };
}

const middle = (range: { min: number; max: number }): number => (range.min + range.max) / 2;

/** Meetings looked ahead; a form that has not paid for itself by then is offered for its reach, not for its hours. */
const MEETINGS_MAX = 4;

function gainFrom(savedPerMeeting: number, preparation: number, holding: number): string {
  let balance = savedPerMeeting - preparation - holding;
  for (let meeting = 1; meeting <= MEETINGS_MAX; meeting += 1) {
    if (balance > 0) return meeting === 1 ? "vanaf de eerste keer" : `vanaf keer ${numberWord(meeting)}`;
    balance += savedPerMeeting - preparation / 2 - holding;
  }
  return "vooral bereik en contact";
}
