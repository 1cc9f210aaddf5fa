import { type Audited, changed, HELD_BACK, readMunicipalCatalogue, readThemes } from "@rode-draad/api";
import type { Catalogue } from "@rode-draad/catalogue";
import {
  actorName,
  changeOwnCatalogue,
  type OwnCatalogueChange,
  ProductError,
  RawText,
  type ThemeId,
} from "@rode-draad/domain";
import { addCatalogueVersion, listCatalogueVersions, readCatalogueVersion, readOwnSettings } from "@rode-draad/store";
import type { SettingsTools } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import { refusable } from "../refusable.js";
import type { Actions, WebMeans } from "../web-means.js";

const CHANGE: Audited = { action: "change-own-catalogue", subject: "own-catalogue" };

/** The municipality's own words and themes over the shipped catalogue, with their versions. */
export function ownCatalogueTools({
  product,
  actions,
  actor,
}: WebMeans): Pick<SettingsTools, "readOwnCatalogue" | "readCatalogueTheme" | "changeOwnCatalogue"> {
  const { store, municipalityId, catalogue: shipped, clock, audit } = product;
  const { db } = store;
  return {
    async readOwnCatalogue() {
      const [{ catalogue }, { catalogue: own }, versions] = await Promise.all([
        readThemes(db, municipalityId, shipped),
        readOwnSettings(db, municipalityId),
        listCatalogueVersions(db, municipalityId),
      ]);
      const wordsOf = (themeId: ThemeId): number => own.terms.filter((term) => term.themeId === themeId).length;
      return {
        domains: shipped.lifeDomains.map(({ id, label }) => ({ id, name: label })),
        formats: shipped.formats.map(({ id, label }) => ({ id, name: label })),
        partners: shipped.partners.map(({ id, label }) => ({ id, name: label })),
        groups: shipped.lifeDomains.map(({ id, label }) => ({
          domain: label,
          themes: catalogue.themes
            .filter(({ domainId, splitFrom }) => domainId === id && splitFrom === undefined)
            .map((theme) => ({ id: theme.id, name: theme.label, ownWords: wordsOf(theme.id) })),
        })),
        own: own.themes,
        versions: versions.map(({ number, change, madeBy, madeAt }) => {
          const theme = "themeId" in change ? catalogue.theme(change.themeId) : undefined;
          const themeName = change.kind === "add-theme" ? change.theme.name : theme?.label;
          const named = themeName !== undefined && { themeName };
          return { number, change, who: madeBy, day: dutchDay(madeAt), ...named };
        }),
      };
    },

    async readCatalogueTheme(themeId) {
      const [catalogue, { catalogue: own }] = await Promise.all([
        readMunicipalCatalogue(db, municipalityId, shipped),
        readOwnSettings(db, municipalityId),
      ]);
      const theme = catalogue.theme(themeId);
      if (theme === undefined) return undefined;
      return {
        id: theme.id,
        name: theme.label,
        definition: theme.definition,
        shippedWords: (shipped.theme(themeId)?.terms ?? []).map(({ text }) => text),
        ownWords: own.terms.filter((term) => term.themeId === themeId).map(({ text }) => text),
        isOwn: shipped.theme(themeId) === undefined,
        isRetired: theme.isRetired === true,
      };
    },

    changeOwnCatalogue: (given) =>
      refusable(async () => {
        const change = afterGate(given, actions);
        const earlier =
          change.kind === "go-back" ? await readCatalogueVersion(db, municipalityId, change.to) : undefined;
        const version = { change, madeBy: actorName(actor), madeAt: clock() };
        await changed(
          { db, audit },
          CHANGE,
          (within) =>
            addCatalogueVersion(within, municipalityId, version, (latest, number) =>
              changeOwnCatalogue(latest, change, {
                number,
                isTheme: (id) =>
                  shipped.theme(id) !== undefined || latest.themes.some((one) => one.id === id && !one.isRetired),
                shippedThemeWith: (text) => shippedThemeWith(shipped, text),
                earlier,
              }),
            ),
          (number) => ({ id: `version-${number}` }),
        );
        return {};
      }),
  };
}

function shippedThemeWith({ themes }: Catalogue, text: string): string | undefined {
  const wanted = text.toLowerCase();
  return themes.find(({ terms }) => terms.some((term) => term.text.toLowerCase() === wanted))?.label;
}

/** What a person types here others read, so it passes the gate; a part that is held back stops all of it. */
function afterGate(change: OwnCatalogueChange, { inspect }: Pick<Actions, "inspect">): OwnCatalogueChange {
  const clean = (text: string): string => {
    const decision = inspect(new RawText(text));
    // A word with something taken out of it is another word, so that is no way through either.
    if (decision.decision !== "pass") throw new ProductError("own-catalogue-refused", HELD_BACK);
    return decision.text;
  };
  if (change.kind === "add-term") return { ...change, text: clean(change.text) };
  if (change.kind !== "add-theme") return change;
  const { theme, words } = change;
  return {
    ...change,
    words: words.map(clean),
    theme: {
      ...theme,
      name: clean(theme.name),
      definition: clean(theme.definition),
      invitationTitle: clean(theme.invitationTitle),
    },
  };
}
