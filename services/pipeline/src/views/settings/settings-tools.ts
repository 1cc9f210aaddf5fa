import { type Audited, changed } from "@rode-draad/api";
import { checkTextDays, ProductError, pairsKeptMonths, TEXT_DAYS_MAX } from "@rode-draad/domain";
import {
  ensureTeams,
  listAccounts,
  listActivities,
  listAreas,
  listCatalogueVersions,
  listImports,
  listTeams,
  readRetention,
  type StoreDatabase,
  setTextDays,
  upsertAreas,
} from "@rode-draad/store";
import type { SettingsTools } from "@rode-draad/web";
import { readCbsAreas, shortAreaName } from "../../places/read-cbs-areas.js";
import { refusable } from "../refusable.js";
import type { WebMeans } from "../web-means.js";
import { accessTools } from "./access-tools.js";
import { collect } from "./collect.js";
import { limitTools } from "./limit-tools.js";
import { ownCatalogueTools } from "./own-catalogue-tools.js";
import { watchTools } from "./watch-tools.js";

const CHANGE_TEAM: Audited = { action: "change-team", subject: "team" };
const CHANGE_AREAS: Audited = { action: "change-areas", subject: "area" };
const CHANGE_SETTING: Audited = { action: "change-setting", subject: "setting" };

/** As the door takes it: short, so that no free text comes in this way. */
const TEAM = /^[\p{L}\p{N}][\p{L}\p{N} ._/&'()-]{0,39}$/u;

export function settingsTools(means: WebMeans): SettingsTools {
  const { product } = means;
  const { store, municipalityId, configuration, catalogue, audit } = product;
  const { db } = store;
  const change = (audited: Audited, work: (db: StoreDatabase) => Promise<void>, about = {}) =>
    refusable(async () => {
      await changed({ db, audit }, audited, work, () => about);
      return {};
    });
  return {
    ...ownCatalogueTools(means),
    ...limitTools(means),
    ...accessTools(means),
    ...watchTools(means),

    async readSettings() {
      const [teams, areas, accounts, imports, activities, [latest], { textDays }] = await Promise.all([
        listTeams(db, municipalityId),
        listAreas(db, municipalityId),
        listAccounts(db, municipalityId),
        listImports(db, municipalityId),
        listActivities(db, municipalityId),
        listCatalogueVersions(db, municipalityId),
        readRetention(db, municipalityId),
      ]);
      return {
        municipality: configuration.municipalityName,
        teams,
        areas: areas.map(({ code, name }) => ({ code, name })),
        people: accounts.filter(({ isDisabled }) => !isDisabled).length,
        imports: imports.length,
        activities: activities.length,
        catalogueVersion: latest?.number ?? 0,
        textDays,
      };
    },

    nameTeam: ({ code, name }) =>
      change(
        CHANGE_TEAM,
        async (within) => {
          if (!TEAM.test(code) || !TEAM.test(name)) {
            throw new ProductError(
              "team-refused",
              "Gebruik voor een team hooguit 40 letters en cijfers, en begin met een letter of cijfer.",
            );
          }
          await ensureTeams(within, municipalityId, [{ code, name }]);
        },
        { details: { teamCode: code } },
      ),

    previewAreas: ({ content }) =>
      refusable(async () => {
        const { areas, problems } = readCbsAreas(await collect(content), configuration.municipalityName);
        const known = new Map((await listAreas(db, municipalityId)).map(({ code, name }) => [code, name]));
        return {
          municipality: configuration.municipalityName,
          areas: areas.map((area) => {
            const formerName = known.get(area.code);
            return { ...area, ...(formerName !== undefined && { formerName }) };
          }),
          problems,
        };
      }),

    saveAreas: (areas) =>
      change(
        CHANGE_AREAS,
        (within) =>
          upsertAreas(
            within,
            municipalityId,
            areas.map(({ code, name }) => ({ code, name, aliases: [shortAreaName(name)] })),
          ),
        { details: { rows: areas.length } },
      ),

    async readTerms() {
      const { rollingWindowMonths } = catalogue.privacyParameters;
      return {
        textDays: (await readRetention(db, municipalityId)).textDays,
        textDaysMax: TEXT_DAYS_MAX,
        caseThemeMonths: pairsKeptMonths(rollingWindowMonths),
        windowMonths: rollingWindowMonths,
      };
    },

    setTextDays: (days) =>
      change(CHANGE_SETTING, (within) => setTextDays(within, municipalityId, checkTextDays(days)), { id: "text-days" }),
  };
}
