import type { AreaCode, ThemeId } from "./ids.js";

/** An activity that exists already, as its organiser makes it public. */
export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** When and where, in words: "elke dinsdag, buurthuis De Ster". */
  readonly meets?: string;
  readonly url?: string;
  /** None: for the whole municipality. */
  readonly areaCodes: readonly AreaCode[];
  readonly themeIds: readonly ThemeId[];
}

/** Rule: what exists comes before a new activity. It exists where it is about one of the themes, in this wijk or everywhere. */
export function existsAlready(
  activity: Activity,
  { areaCode, themeIds }: { readonly areaCode: AreaCode; readonly themeIds: readonly ThemeId[] },
): boolean {
  const isHere = activity.areaCodes.length === 0 || activity.areaCodes.includes(areaCode);
  return isHere && activity.themeIds.some((id) => themeIds.includes(id));
}
