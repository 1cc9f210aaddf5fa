import { constants } from "node:fs";
import { access, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { addDays, isDay, ProductError, RawText, type ThemeId, weekOf } from "@rode-draad/domain";
import { createGate, readInPlace } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import {
  assignEmergent,
  createDiscoverer,
  type DiscoveredTheme,
  loadRecogniser,
  openSegmentsOf,
} from "@rode-draad/themes";
import { InvalidArgumentError } from "commander";
import { readTextLines, type TextLine, writeJsonLine } from "../json-lines.js";

export interface DiscoverOptions {
  readonly language: "nl" | "none";
  readonly catalogue?: true;
  readonly summary?: string;
}

/** Texts without a date are spread over weeks from here, so that only their order counts. */
const FIRST_DAY = "2001-01-01";
const TEXTS_PER_DAY = 50;
/** A date may carry a time, which does not count. */
const DAY_CHARACTERS = 10;

/** Finds themes in texts that are read once, in order of arrival. Answers when all are read, since themes take shape until then. */
export async function discover(file: string, options: DiscoverOptions): Promise<void> {
  if (options.catalogue === true && options.language === "none") {
    throw new InvalidArgumentError("De bekende thema's zijn Nederlands: laat --catalogue of --language none weg.");
  }
  if (options.summary !== undefined) await requireWritable(options.summary);
  const run = options.catalogue === true ? discoverBesideCatalogue : discoverAlone;
  const { themes, write } = await run(file, options.language, options.summary !== undefined);
  await write();
  if (options.summary !== undefined) {
    await writeFile(options.summary, `${JSON.stringify({ themes }, null, 2)}\n`);
  }
}

interface Discovery {
  readonly themes: readonly Pick<DiscoveredTheme, "id" | "label" | "size" | "terms">[];
  readonly write: () => Promise<void>;
}

async function discoverAlone(file: string, language: "nl" | "none", namesThemes: boolean): Promise<Discovery> {
  const discoverer = createDiscoverer({ language });
  const read = readerFor(language, namesThemes);
  const ids: TextLine["id"][] = [];
  for await (const line of readTextLines(file, findDateProblem)) {
    const day = dayOf(line);
    ids.push(line.id);
    discoverer.add(read(line.text), day === undefined ? undefined : weekOf(day));
  }
  const { themes, themeOf } = discoverer.finish();
  return {
    themes,
    async write() {
      for (const [index, id] of ids.entries()) {
        const theme = themeOf(index);
        await writeJsonLine({ id, theme, themes: [theme] });
      }
      await writeJsonLine.flush();
    },
  };
}

/** A question that an emergent theme may claim, with the catalogue theme that it has when none does. */
interface Unsettled {
  readonly question: string;
  readonly otherwise: ThemeId | null;
}

async function discoverBesideCatalogue(
  file: string,
  language: "nl" | "none",
  namesThemes: boolean,
): Promise<Discovery> {
  const recogniser = loadRecogniser();
  const read = readerFor(language, namesThemes);
  const found: { id: TextLine["id"]; themes: (ThemeId | Unsettled)[] }[] = [];
  const unknown: Parameters<typeof assignEmergent>[1][number][] = [];
  for await (const line of readTextLines(file, findDateProblem)) {
    const text = readInPlace(read(line.text));
    const date = dayOf(line) ?? addDays(FIRST_DAY, Math.floor(found.length / TEXTS_PER_DAY));
    const areaCode = typeof line.fields.area === "string" ? line.fields.area : "";
    const themes: (ThemeId | Unsettled)[] = [];
    const segments = recogniser.recognise(text, cutIntoSegments(text));
    const open = new Map(openSegmentsOf(text, segments).map((one) => [one.ordinal, one]));
    segments.forEach(({ start, assignment }, ordinal) => {
      const segment = open.get(ordinal);
      if (segment === undefined) {
        if (assignment !== undefined && assignment.themeId !== null) themes.push(assignment.themeId);
        return;
      }
      const question = `${found.length}.${start}`;
      themes.push({ question, otherwise: assignment?.themeId ?? null });
      unknown.push({ ...segment, id: question, caseId: String(line.id), date, areaCode });
    });
    found.push({ id: line.id, themes });
  }
  const outcome = assignEmergent(undefined, unknown);
  const emergent = new Map(outcome.assignments.map(({ questionId, themeId }) => [questionId, themeId] as const));
  return {
    themes: outcome.themes.map(({ id, label, cases, terms }) => ({ id, label, size: cases, terms })),
    async write() {
      for (const { id, themes } of found) {
        const resolved = themes.map((theme) =>
          typeof theme === "string" ? theme : (emergent.get(theme.question) ?? theme.otherwise),
        );
        const distinct = [...new Set(resolved.filter((theme) => theme !== null))];
        await writeJsonLine({ id, theme: distinct[0] ?? null, themes: distinct });
      }
      await writeJsonLine.flush();
    },
  };
}

/** Words of a theme are only shown after the gate has taken out what identifies somebody. */
function readerFor(language: "nl" | "none", namesThemes: boolean): (text: string) => string {
  if (language === "none" || !namesThemes) return (text) => text;
  const gate = createGate();
  return (text) => {
    const outcome = gate.inspect(new RawText(text));
    return outcome.decision === "quarantine" ? "" : outcome.text;
  };
}

function dayOf({ fields: { date } }: Pick<TextLine, "fields">): string | undefined {
  return typeof date === "string" ? date.slice(0, DAY_CHARACTERS) : undefined;
}

/** A text may come without a date; a date that does not exist would put it in a week of nobody's choice. */
function findDateProblem(fields: Readonly<Record<string, unknown>>): string | undefined {
  if (fields.date === undefined || fields.date === null) return undefined;
  const day = dayOf({ fields });
  return day !== undefined && isDay(day) ? undefined : 'het veld "date" is geen bestaande dag als 2026-10-03';
}

/** Said before hours of reading rather than after. */
async function requireWritable(file: string): Promise<void> {
  try {
    const facts = await stat(file).catch(() => undefined);
    if (facts?.isDirectory()) {
      throw new ProductError("file-unwritable", `${file} is een map; geef --summary de naam van een bestand.`);
    }
    await access(facts === undefined ? dirname(file) : file, constants.W_OK);
  } catch (error) {
    if (error instanceof ProductError) throw error;
    throw new ProductError("file-unwritable", `In ${file} is niet te schrijven. Controleer map en rechten.`, {
      cause: error,
    });
  }
}
