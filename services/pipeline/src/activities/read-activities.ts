import { createHash } from "node:crypto";
import type { Catalogue } from "@rode-draad/catalogue";
import type { Activity, AreaCode, ThemeId } from "@rode-draad/domain";
import { type GivenActivity, unreadable } from "./given-activity.js";
import { readActivityRows } from "./read-activity-rows.js";
import { readHsdsServices } from "./read-hsds.js";

interface ReadActivities {
  readonly activities: readonly Activity[];
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

/** What activities are tied to. */
interface ActivityFacts {
  readonly catalogue: Pick<Catalogue, "themes">;
  readonly areas: readonly { readonly code: AreaCode; readonly name: string; readonly aliases: readonly string[] }[];
}

const ACTIVITIES_MAX = 2_000;
const LINE_CHARACTERS_MAX = 200;
/** An activity about everything says nothing about one theme. */
const THEMES_MAX = 6;

/**
 * Reads a sociale kaart: a CSV file with a line an activity, or the services of Open Referral (HSDS 3, JSON). Of an activity only what
 * its organiser makes public is kept: no contact persons, telephones or addresses of mail. Cost: activities × terms.
 *
 * @throws ProductError `activities-unreadable` with what to do.
 */
export function readActivities(fileName: string, bytes: Buffer, facts: ActivityFacts): ReadActivities {
  const given = fileName.toLowerCase().endsWith(".json") ? readHsdsServices(bytes) : readActivityRows(bytes);
  if (given.length === 0) throw unreadable("Er staan geen activiteiten in dit bestand.");
  if (given.length > ACTIVITIES_MAX) {
    throw unreadable(`Dit zijn meer dan ${ACTIVITIES_MAX} activiteiten. Laat alleen die van je eigen gemeente staan.`);
  }
  const problems: { line: number; reason: string }[] = [];
  const found = new Map<string, Activity>();
  for (const one of given) {
    const read = toActivity(one, facts);
    if (typeof read === "string") problems.push({ line: one.line, reason: read });
    else found.set(read.id, read);
  }
  return { activities: [...found.values()], problems };
}

function toActivity(given: GivenActivity, { catalogue, areas }: ActivityFacts): Activity | string {
  const { name, organisation, meets, url } = given;
  if (name === "") return "De naam ontbreekt. Vul in hoe de activiteit heet.";
  if ([name, organisation, meets ?? ""].some((text) => text.length > LINE_CHARACTERS_MAX)) {
    return `Een veld is langer dan ${LINE_CHARACTERS_MAX} tekens. Kort het in.`;
  }
  if (url !== undefined && !/^https?:\/\/\S+$/i.test(url)) return "Het webadres klopt niet. Begin met https://.";
  const areaCodes: AreaCode[] = [];
  for (const said of given.areas) {
    const wanted = said.toLowerCase();
    const area = areas.find(
      ({ code, name: own, aliases }) =>
        code.toLowerCase() === wanted || own.toLowerCase() === wanted || aliases.includes(wanted),
    );
    if (area === undefined)
      return "Wij kennen een van de wijken niet. Gebruik de naam of de wijkcode, of laat het leeg.";
    areaCodes.push(area.code);
  }
  return {
    id: idOf(given),
    name,
    organisation,
    ...(meets !== undefined && { meets }),
    ...(url !== undefined && { url }),
    areaCodes: [...new Set(areaCodes)].sort(),
    themeIds: themesOf(given, catalogue),
  };
}

/** The same activity of the same organiser keeps its id from one file to the next. */
function idOf({ sourceId, name, organisation }: GivenActivity): string {
  return createHash("sha256")
    .update(sourceId ?? `${name}\n${organisation}`)
    .digest("base64url")
    .slice(0, 22);
}

/** What it says it is about; else the themes of which a telling word stands in its name or description. Never a `never` theme. */
function themesOf({ subjects, name, description }: GivenActivity, { themes }: ActivityFacts["catalogue"]): ThemeId[] {
  const offered = themes.filter(({ collective }) => collective !== "never");
  const said = subjects.map((subject) => subject.toLowerCase());
  const named = offered.filter(
    ({ id, label }) => said.includes(id.toLowerCase()) || said.includes(label.toLowerCase()),
  );
  if (named.length > 0) return named.slice(0, THEMES_MAX).map(({ id }) => id);
  const text = ` ${[name, ...subjects, description]
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return offered
    .filter(({ terms }) => terms.some(({ text: term, strength }) => strength === "strong" && holds(text, term)))
    .slice(0, THEMES_MAX)
    .map(({ id }) => id);
}

function holds(text: string, term: string): boolean {
  return text.includes(
    ` ${term
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `,
  );
}
