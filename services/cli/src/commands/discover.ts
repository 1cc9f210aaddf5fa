import { writeFile } from "node:fs/promises";
import { addDays, isDay, RawText, type ThemeId, weekOf } from "@rode-draad/domain";
import { createGate, readInPlace } from "@rode-draad/privacy";
import { cutIntoSegments } from "@rode-draad/questions";
import { assignEmergent, createDiscoverer, type DiscoveredTheme, loadRecogniser, opennessOf } from "@rode-draad/themes";
import { readTextLines, type TextLine, writeJsonLine } from "../json-lines.js";

export interface DiscoverOptions {
  readonly language: "nl" | "none";
  readonly catalogue?: true;
  readonly summary?: string;
}

/** Texts without a date are spread over weeks from here, so that only their order counts. */
const FIRST_DAY = "2001-01-01";
const TEXTS_PER_DAY = 50;

/** Finds themes in texts that are read once, in order of arrival. Answers when all are read, since themes take shape until then. */
export async function discover(file: string, options: DiscoverOptions): Promise<void> {
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
  for await (const line of readTextLines(file)) {
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
  for await (const line of readTextLines(file)) {
    const text = readInPlace(read(line.text));
    const date = dayOf(line) ?? addDays(FIRST_DAY, Math.floor(found.length / TEXTS_PER_DAY));
    const areaCode = typeof line.fields.area === "string" ? line.fields.area : "";
    const themes: (ThemeId | Unsettled)[] = [];
    const segments = recogniser.recognise(text, cutIntoSegments(text));
    const isSafety = segments.some(({ assignment }) => assignment?.route === "safety");
    for (const segment of segments) {
      const { start, end, assignment } = segment;
      const openness = opennessOf(segment);
      // What is said beside a safety matter never counts towards a theme.
      if (openness === "closed" || isSafety) {
        if (assignment !== undefined && assignment.themeId !== null) themes.push(assignment.themeId);
        continue;
      }
      const question = `${found.length}.${start}`;
      themes.push({ question, otherwise: assignment?.themeId ?? null });
      unknown.push({
        id: question,
        text: readInPlace(text.slice(start, end)),
        caseId: String(line.id),
        date,
        areaCode,
        ...(openness === "context" && { isContext: true }),
      });
    }
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

function dayOf(line: TextLine): string | undefined {
  const date = typeof line.fields.date === "string" ? line.fields.date.slice(0, 10) : undefined;
  return date !== undefined && isDay(date) ? date : undefined;
}
