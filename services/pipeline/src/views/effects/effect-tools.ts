import { readThemes } from "@rode-draad/api";
import { type Day, type Initiative, monthOf, type ThemeId, type ToldEffect } from "@rode-draad/domain";
import { type EveningHours, hoursOf, keepLedger } from "@rode-draad/effects";
import { formatName, themeNamer } from "@rode-draad/reports";
import { listAreas, listInitiatives, listToldEffects, readInitiative } from "@rode-draad/store";
import type { EffectTools, HeldEveningView, ThemeEffectView } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import type { Product } from "../../open-product.js";
import type { WebMeans } from "../web-means.js";

/** An initiative whose evening took place, with the themes that now stand for its own. */
type Held = Initiative & { readonly heldOn: Day };

export function effectTools({ product }: WebMeans): EffectTools {
  const { store, municipalityId, clock } = product;
  return {
    async listEffects(asked) {
      const initiatives = await listInitiatives(store.db, municipalityId);
      const { follow, nameOf, view } = await openViewer(product);
      const held = initiatives.flatMap(follow);
      const years = [...new Set(held.map(({ heldOn }) => heldOn.slice(0, 4)))].sort().reverse();
      const today = dutchDay(clock());
      const year = years.find((one) => one === asked) ?? years[0] ?? today.slice(0, 4);
      const evenings = held.filter(({ heldOn }) => heldOn.startsWith(`${year}-`)).sort(latestFirst);
      const ids = evenings.map(({ id }) => id);
      const effects = await listToldEffects(store.db, municipalityId, ids);
      const ledger = keepLedger(evenings.flatMap(hoursIn), year, monthOf(today));
      return {
        years,
        year,
        evenings: evenings.map((evening) => view(evening, effects)),
        ledger,
        themeNames: new Map(ledger.themes.map(({ themeId }) => [themeId, nameOf(themeId)])),
        followUps: initiatives.filter(({ followUpOf }) => followUpOf !== undefined && ids.includes(followUpOf)).length,
      };
    },

    async readEffect(initiativeId) {
      const initiative = await readInitiative(store.db, municipalityId, initiativeId);
      const { follow, view } = await openViewer(product);
      const [held] = initiative === undefined ? [] : follow(initiative);
      return held && view(held, await listToldEffects(store.db, municipalityId, [initiativeId]));
    },
  };
}

/** What turns initiatives into views: the names that themes, forms and wijken have now. */
async function openViewer({ store, municipalityId, catalogue: shipped }: Product) {
  const [areas, { catalogue, emergent, layer }] = await Promise.all([
    listAreas(store.db, municipalityId),
    readThemes(store.db, municipalityId, shipped),
  ]);
  const nameOf = themeNamer(catalogue, emergent);
  const areaName = (code: string): string => areas.find((area) => area.code === code)?.name ?? code;
  const toEffect = ({ initiativeId: _id, leftOut, ...told }: ToldEffect): ThemeEffectView => ({
    ...told,
    themeName: nameOf(told.themeId),
    leftOut: leftOut.map(areaName),
  });
  return {
    nameOf,
    follow(initiative: Initiative): Held[] {
      const { heldOn } = initiative;
      if (heldOn === undefined) return [];
      const themeIds = initiative.themeIds.flatMap((id) => layer.resolve(id) ?? []);
      return [{ ...initiative, heldOn, themeIds: [...new Set(themeIds)] }];
    },
    view(evening: Held, effects: readonly ToldEffect[]): HeldEveningView {
      const own = effects.filter(({ initiativeId }) => initiativeId === evening.id);
      return {
        id: evening.id,
        title: evening.title,
        form: formatName(catalogue, evening.formatId),
        area: { code: evening.areaCode, name: areaName(evening.areaCode) },
        heldOn: evening.heldOn,
        effects: inOrder(evening.themeIds, own).map(toEffect),
        ...resultOf(evening),
      };
    },
  };
}

/** As the evening names its themes; what was judged under a theme that went since is left out until it is judged anew. */
function inOrder(themeIds: readonly ThemeId[], effects: readonly ToldEffect[]): ToldEffect[] {
  return themeIds.flatMap((themeId) => effects.find((effect) => effect.themeId === themeId) ?? []);
}

function resultOf({ attendance, evaluation, hours, minutesSavedPerVisitor }: Held): Pick<HeldEveningView, "result"> {
  if (attendance === undefined || evaluation === undefined || hours === undefined) return {};
  const sum = hoursOf({ attendance, minutesSavedPerVisitor, hours });
  return { result: { attendance, useful: evaluation.useful, minutesSavedPerVisitor, hours: sum } };
}

/** An evening of which nobody said yet how it went has no hours. Without any theme left it counts under none. */
function hoursIn({ id, themeIds: [themeId = ""], heldOn, attendance, hours, ...evening }: Held): EveningHours[] {
  if (attendance === undefined || hours === undefined) return [];
  const { minutesSavedPerVisitor } = evening;
  return [{ initiativeId: id, themeId, heldOn, attendance, minutesSavedPerVisitor, hours }];
}

function latestFirst(a: Held, b: Held): number {
  if (a.heldOn !== b.heldOn) return a.heldOn > b.heldOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
