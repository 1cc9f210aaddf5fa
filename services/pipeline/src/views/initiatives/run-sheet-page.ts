import { loadRunSheets } from "@rode-draad/catalogue";
import type { Initiative } from "@rode-draad/domain";
import { listInitiatives, listRunSheetIds, readInitiative, readRunSheet } from "@rode-draad/store";
import type { RunSheetPageView, RunSheetSource } from "@rode-draad/web";
import type { Product } from "../../open-product.js";
import type { Names } from "./names.js";

/** More sheets than this to choose from help nobody. */
const SOURCES_MAX = 20;

/** The sheet of an initiative: its own, or the one that comes with its form. */
export async function readRunSheetPage(
  product: Product,
  initiative: Initiative,
  names: Names,
  whyNotChange: string | undefined,
): Promise<RunSheetPageView> {
  const { store, municipalityId } = product;
  const own = await readRunSheet(store.db, municipalityId, initiative.id);
  const from =
    own?.copiedFrom === undefined ? undefined : await readInitiative(store.db, municipalityId, own.copiedFrom);
  const { date, place } = initiative.plan;
  return {
    id: initiative.id,
    title: initiative.title,
    form: names.form(initiative),
    areaName: names.area(initiative.areaCode),
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
    // A form of which the catalogue has no sheet starts empty.
    steps: own?.steps ?? loadRunSheets().find(({ formatId }) => formatId === initiative.formatId)?.steps ?? [],
    origin: own === undefined ? "form" : from === undefined ? {} : { copiedFrom: sourceOf(from, names) },
    ...(whyNotChange !== undefined && { whyNotChange }),
    sources: await listSources(product, initiative, names),
  };
}

/** Sheets that colleagues wrote for the same form: those of other wijken first, of these the ones that were held. */
async function listSources(
  { store, municipalityId }: Product,
  { id, formatId, areaCode }: Initiative,
  names: Names,
): Promise<RunSheetSource[]> {
  const ids = await listRunSheetIds(store.db, municipalityId);
  const others = ids.filter((other) => other !== id);
  if (others.length === 0) return [];
  const written = await listInitiatives(store.db, municipalityId, { ids: others });
  const rank = (one: Initiative): number => Number(one.areaCode === areaCode) * 2 + Number(one.heldOn === undefined);
  return written
    .filter((one) => one.formatId === formatId)
    .sort((a, b) => rank(a) - rank(b) || (b.heldOn ?? "").localeCompare(a.heldOn ?? "") || a.id.localeCompare(b.id))
    .slice(0, SOURCES_MAX)
    .map((one) => sourceOf(one, names));
}

function sourceOf({ id, title, areaCode, heldOn }: Initiative, names: Names): RunSheetSource {
  return { id, title, areaName: names.area(areaCode), ...(heldOn !== undefined && { heldOn }) };
}
