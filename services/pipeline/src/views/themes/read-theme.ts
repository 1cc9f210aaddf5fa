import { AUDIENCE, followProposals } from "@rode-draad/api";
import type { Catalogue } from "@rode-draad/catalogue";
import {
  ATTENDANCE_RANGES,
  type AttendanceBand,
  addMonths,
  attendanceInWords,
  type Month,
  type ThemeId,
} from "@rode-draad/domain";
import type { ReleaseRecord } from "@rode-draad/privacy";
import {
  composeTheme,
  concerns,
  type HeldOffer,
  placeOf,
  type ReleasedValue,
  type ThemeReport,
} from "@rode-draad/reports";
import {
  listAreas,
  listEmergentThemes,
  listInitiatives,
  listProposals,
  listReleasedCells,
  readThemeReasons,
} from "@rode-draad/store";
import type { Choice, ThemeChangeLine, WebTools } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { Product } from "../../open-product.js";
import { showRelease } from "../../stages/report-tools.js";
import type { Actions } from "../web-means.js";
import { changeLines } from "./change-lines.js";
import { correctionChoices } from "./correction-choices.js";
import { readShownThemes, type ShownThemes } from "./shown-themes.js";

/** Two years: long enough to see a season return. */
const LINE_MONTHS = 24;

/** The page of a theme in one part of the municipality, from what was released. Nothing is counted here. */
export async function readTheme(
  product: Product,
  actions: Pick<Actions, "listThemeChanges">,
  themeId: ThemeId,
  choice: Choice,
  report: ThemeReport | undefined,
): ReturnType<WebTools["readTheme"]> {
  const { store, municipalityId } = product;
  const themes = await readShownThemes(product, report);
  const { catalogue, emergent, layer } = themes;
  const movedTo = layer.resolve(themeId);
  if (movedTo === null) return await readClosing(actions, themes, themeId);
  if (!themes.isShown(movedTo)) return undefined;
  if (movedTo !== themeId) return { movedTo };
  const from = addMonths(choice.month, 1 - LINE_MONTHS);
  const months = { from, to: choice.month };
  const place = placeOf(choice.part);
  const releases = await listReleasedCells(store.db, municipalityId, AUDIENCE, months, {
    ...place,
    themeIds: [themeId],
  });
  const known = [...product.catalogue.themes, ...(await listEmergentThemes(store.db, municipalityId))];
  // Proposals keep the theme that they were made for; whatever went into this one is found too.
  const themeIds = known.map(({ id }) => id).filter((id) => layer.resolve(id) === themeId);
  const proposals = followProposals(await listProposals(store.db, municipalityId, { themeIds }), layer);
  const areaNames = new Map((await listAreas(store.db, municipalityId)).map(({ code, name }) => [code, name]));
  const changes = await actions.listThemeChanges({ themeId });
  const row = report?.sections.recurring.all.find((candidate) => candidate.themeId === themeId);
  // What the questions of a theme say is only told where the report names the theme.
  const reasons = row && (await readThemeReasons(store.db, municipalityId, themeId));
  const theme = composeTheme({
    themeId,
    catalogue,
    emergent,
    isNamed: layer.nameOf(themeId) !== undefined,
    month: choice.month,
    place: report?.scope.name ?? product.configuration.municipalityName,
    months: releases.map(({ month, record }) => ({
      month,
      value: releasedValue(catalogue, month, record as ReleaseRecord),
    })),
    direction: row?.direction ?? "unclear",
    ...(reasons && { reasons }),
    nowShownAs: (id) => {
      const now = layer.resolve(id);
      return now !== null && themes.isShown(now) ? now : undefined;
    },
    held: await listHeld(product, themes, themeId, choice),
    changes,
    dayOf: dutchDay,
    proposals: proposals
      .filter(({ proposal }) => proposal.themeIds.includes(themeId) && concerns(proposal, choice.part))
      .map(({ proposal: { id, title, areaCode, themeIds } }) => ({
        id,
        title,
        areaName: areaNames.get(areaCode) ?? areaCode,
        themeIds,
      })),
    knots: report?.knots ?? [],
  });
  return theme && { theme, changes: changeLines(changes, themes), choices: correctionChoices(themes, themeId) };
}

/** The evenings about the theme in this part, with who came as a band. */
async function listHeld(
  { store, municipalityId }: Product,
  { layer }: ShownThemes,
  themeId: ThemeId,
  { part }: Choice,
): Promise<readonly HeldOffer[]> {
  const initiatives = await listInitiatives(store.db, municipalityId, { states: ["held", "evaluated"] });
  return initiatives.flatMap((initiative): HeldOffer[] => {
    const { heldOn, title, attendance, themeIds } = initiative;
    const isAbout = themeIds.some((id) => layer.resolve(id) === themeId) && concerns(initiative, part);
    if (heldOn === undefined || !isAbout) return [];
    return [{ day: heldOn, title, ...(attendance !== undefined && { visitors: bandOf(attendance) }) }];
  });
}

function bandOf(attendance: AttendanceBand): NonNullable<HeldOffer["visitors"]> {
  const { min, max = null } = ATTENDANCE_RANGES[attendance];
  return { label: attendanceInWords(attendance), min, max };
}

/** Who said that this is no theme. The list of changes tells it to everybody, so it is told here of every theme. */
async function readClosing(
  actions: Pick<Actions, "listThemeChanges">,
  themes: ShownThemes,
  themeId: ThemeId,
): Promise<{ readonly closed: ThemeChangeLine } | undefined> {
  const correctionId = themes.layer.closedBy(themeId)?.id;
  if (correctionId === undefined) return undefined;
  const [closed] = changeLines(await actions.listThemeChanges({ correctionId }), themes);
  return closed && { closed };
}

/** The cell of the one theme and place that was read, as it was released; a theme that had no cell was below every threshold. */
function releasedValue(catalogue: Catalogue, month: Month, record: ReleaseRecord): ReleasedValue {
  const cell = showRelease(catalogue, month, record).cells[0];
  return cell ?? { status: "withheld", reason: "below-threshold", sentence: "Wij tonen geen aantallen onder de 10." };
}
