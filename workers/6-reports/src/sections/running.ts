import { attendanceInWords, type Evaluation, type InitiativeState } from "@rode-draad/domain";
import { dayName } from "../dutch-words.js";
import { formatName } from "../proposal-card.js";
import type { ReportInput, RunningInitiative } from "../report-input.js";
import type { RunningRow, ThemeReport } from "../theme-report.js";

/** A report is two screens long, and a table of more rows is a list to look things up in. */
const ROWS_MAX = 8;

/** What was held comes first, since it can be learned from; then what has a date. */
const ORDER: readonly InitiativeState[] = ["evaluated", "held", "planned", "idea"];

const OPINIONS: Readonly<Record<Evaluation["useful"], string>> = {
  ja: "Bezoekers kregen antwoord",
  deels: "Bezoekers kregen deels antwoord",
  nee: "Bezoekers kregen geen antwoord",
};

const NEXT_TIME: Readonly<Record<Evaluation["again"], string>> = {
  ja: "Nog een keer doen",
  anders: "Nog een keer, maar anders",
  nee: "Niet nog een keer",
};

/** Section 5: what runs, with visitors as a band and what they thought. What is not known is said, not left blank. */
export function listRunning(input: ReportInput): ThemeReport["sections"]["running"] {
  const running = input.running
    .filter(({ state }) => ORDER.includes(state))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (dateOf(a) < dateOf(b) ? -1 : 1));
  const more = running.length - ROWS_MAX;
  return {
    rows: running.slice(0, ROWS_MAX).map((initiative) => runningRow(initiative, input)),
    ...(more > 0 && { more }),
  };
}

function dateOf({ heldOn, plannedOn = "", title }: RunningInitiative): string {
  return `${heldOn ?? plannedOn} ${title}`;
}

function runningRow(initiative: RunningInitiative, input: ReportInput): RunningRow {
  const { title, formatId, attendance, evaluation } = initiative;
  return {
    title,
    form: formatName(input.catalogue, formatId),
    visitors: attendance === undefined ? notYet(initiative) : `${attendanceInWords(attendance)} mensen`,
    opinion: evaluation === undefined ? notYet(initiative) : OPINIONS[evaluation.useful],
    next: nextStep(initiative),
  };
}

function notYet({ state }: RunningInitiative): string {
  return state === "held" ? "Nog niet ingevuld" : "Nog niet geweest";
}

function nextStep({ state, plannedOn, evaluation, followUps }: RunningInitiative): string {
  const [followUp] = followUps;
  if (followUp !== undefined) return `Vervolg: ${followUp}`;
  if (evaluation !== undefined) return NEXT_TIME[evaluation.again];
  if (state === "held") return "Invullen hoe het ging";
  return plannedOn === undefined ? "Een plek en een partner zoeken" : `Gepland op ${dayName(plannedOn)}`;
}
