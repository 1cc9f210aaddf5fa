import type { Direction } from "@rode-draad/domain";
import { joinNames } from "../proposal-card.js";
import { worthSaying } from "../sections/changes.js";
import type {
  ChangeGroup,
  ProposalCard,
  Sentence,
  SentencePart,
  ShownBand,
  ThemeReport,
  ThemeRow,
} from "../theme-report.js";
import { hang, type Pen, penFor, shorten, type TerminalLook, wrap } from "./terminal-canvas.js";

const ARROWS: Readonly<Record<Direction, string>> = {
  rising: "↗",
  steady: "→",
  falling: "↘",
  new: "+",
  back: "↺",
  unclear: "○",
};

/** The households at the right end of the bars: the open band "50 of meer" runs from 50 to here. */
const SCALE_MAX = 60;

/** Part of the free width that goes to the names; the rest is for the bars. */
const NAME_SHARE = 0.66;

/** The report for a terminal: what recurs, what changes, what is new, the three best proposals with their reasons. */
export function renderReportTerminal(report: ThemeReport, look: TerminalLook): string {
  const pen = penFor(look);
  const { glance, recurring, changes, proposals, lookAhead, hidden, quality } = report.sections;
  const blocks = [
    title(report, pen, look),
    thread(glance.sentences, pen, look),
    [...heading("Wat vaak terugkomt", pen, look), ...chart(recurring.rows, report, pen, look)],
    [...heading("Wat stijgt, wat nieuw is, wat daalt", pen, look), ...changeLines(changes.groups, pen, look)],
    [...heading("Dit kunnen wij samen aanbieden", pen, look), ...cards(proposals.cards, pen, look)],
    [
      ...heading("De komende acht weken", pen, look),
      ...lookAhead.items.flatMap((item, index) =>
        term(item.when === lookAhead.items[index - 1]?.when ? "" : item.when, item.text, pen, look),
      ),
    ],
    [
      ...heading("Wat je niet ziet", pen, look),
      ...hidden.items.slice(0, 2).flatMap((item) => term(item.term, item.text, pen, look)),
      ...term("Hulp nodig", hidden.safety, pen, look),
    ],
    [...heading("Kwaliteit", pen, look), ...quality.items.flatMap((item) => term(item.term, item.text, pen, look))],
    wrap(report.colophon, look.columns - 4).map((line) => `  ${pen.soft(line)}`),
  ];
  return `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`;
}

/** The mark: a thread that comes in from the left and makes a loop before the name. */
function title(report: ThemeReport, pen: Pen, look: TerminalLook): string[] {
  const place = report.scope.kind === "municipality" ? "" : `, gemeente ${report.municipality.name}`;
  return [
    "",
    pen.thread("    ╭─╮"),
    `${pen.thread("────┴─┴──")}  ${pen.strong(report.title)}`,
    ...wrap(`Over ${report.window.name} samen${place}. Wij tellen huishoudens, geen notities.`, look.columns - 12).map(
      (line) => `           ${pen.soft(line)}`,
    ),
  ];
}

function thread(sentences: readonly Sentence[], pen: Pen, look: TerminalLook): string[] {
  return sentences.flatMap((sentence, index) => {
    const text = sentence.map(partText).join("");
    const lines = wrap(text, look.columns - 7);
    const last = index === sentences.length - 1;
    const body = lines.map((line, row) => {
      const mark = row === 0 ? "●" : last ? " " : "│";
      return `  ${pen.thread(mark)}  ${pen.strong(line)}`;
    });
    return last ? body : [...body, `  ${pen.thread("│")}`];
  });
}

/** Without bold inside a line, quotes show where the name of a theme begins and ends. */
function partText(part: SentencePart): string {
  return part.themeId === undefined ? part.text : `‘${part.text}’`;
}

function heading(text: string, pen: Pen, look: TerminalLook): string[] {
  return [`  ${pen.strong(text)} ${pen.soft("─".repeat(Math.max(0, look.columns - text.length - 5)))}`];
}

/** Bars: solid is surely this many, dotted is the range. The words behind it say the same. */
function chart(rows: readonly ThemeRow[], report: ThemeReport, pen: Pen, look: TerminalLook): string[] {
  if (rows.length === 0) return ["  Nog geen thema boven de grens van 10 huishoudens."];
  const directionWidth = Math.max(...rows.map((row) => row.directionWord.length)) + 2;
  const valueWidth = Math.max(...rows.map((row) => row.now.label.length));
  const free = look.columns - 2 - 2 - valueWidth - 2 - directionWidth - 2;
  const nameWidth = Math.min(Math.max(...rows.map((row) => row.name.length)), Math.round(free * NAME_SHARE));
  const barWidth = Math.min(free - nameWidth, 30);
  const lines = rows.map((row) => {
    const name = shorten(row.name, nameWidth).padEnd(nameWidth);
    const value = row.now.label.padEnd(valueWidth);
    const direction = `${ARROWS[row.direction]} ${row.directionWord}`;
    return `  ${name}  ${bar(row.now, barWidth, pen)}  ${pen.strong(value)}  ${direction}`;
  });
  const key = `${pen.data("█")} zeker zoveel   ${pen.data("░")} het bereik`;
  return [...lines, "", `  ${key}`, `  ${pen.soft(`De richting is vergeleken met ${report.window.earlierName}.`)}`];
}

function bar(band: ShownBand, width: number, pen: Pen): string {
  const cells = (households: number): number => Math.round((Math.min(households, SCALE_MAX) / SCALE_MAX) * width);
  const sure = cells(band.min);
  const range = Math.max(1, cells(band.max ?? SCALE_MAX) - sure);
  return pen.data("█".repeat(sure) + "░".repeat(range)) + " ".repeat(Math.max(0, width - sure - range));
}

function changeLines(groups: readonly ChangeGroup[], pen: Pen, look: TerminalLook): string[] {
  const moved = worthSaying(groups);
  if (moved.length === 0) return ["  Er veranderde deze maand niets dat wij zeker weten."];
  const width = Math.max(...moved.map((group) => group.word.length)) + 4;
  return moved.flatMap((group) =>
    group.items.flatMap((item, index) => {
      const label = index === 0 ? `${ARROWS[group.direction]} ${group.word}` : "";
      const text = item.note === undefined ? item.name : `${item.name}. ${item.note}`;
      return hang(`  ${pen.strong(label.padEnd(width))}`, width + 2, text, look.columns - 2);
    }),
  );
}

function cards(proposals: readonly ProposalCard[], pen: Pen, look: TerminalLook): string[] {
  if (proposals.length === 0) return ["  Er is nu geen voorstel dat sterk genoeg is."];
  return proposals.flatMap((card, index) => [...(index === 0 ? [] : [""]), ...cardLines(card, index + 1, pen, look)]);
}

function cardLines(card: ProposalCard, number: number, pen: Pen, look: TerminalLook): string[] {
  const fact = (name: string, text: string): string[] =>
    text === "" ? [] : hang(`     ${pen.soft(name.padEnd(13))}`, 18, text, look.columns - 2);
  return [
    ...hang(`  ${pen.strong(String(number))}  `, 5, card.title, look.columns - 2).map((line) => pen.strong(line)),
    ...hang(
      "     ",
      5,
      `${card.form}, ${card.area.name}${card.careNeeded ? " (alleen met zorg)" : ""}`,
      look.columns - 2,
    ),
    ...fact("Waarom nu", card.whyNow),
    ...fact("Omdat", card.reasons.slice(0, REASONS_MAX).join(" ")),
    ...fact("Voor wie", card.forWhom),
    ...fact("Wat kost het", `${card.preparation}. Verwacht ${card.turnout}.`),
    ...fact("Wie doet mee", joinNames(card.partners)),
    ...fact("Kan groeien", card.growsInto.length === 0 ? "" : `naar ${joinNames(card.growsInto)}`),
  ];
}

/** Reasons shown here; the page of the proposal has them all. */
const REASONS_MAX = 3;

function term(name: string, text: string, pen: Pen, look: TerminalLook): string[] {
  return hang(`  ${pen.soft(name.padEnd(17))} `, 20, text, look.columns - 2);
}
