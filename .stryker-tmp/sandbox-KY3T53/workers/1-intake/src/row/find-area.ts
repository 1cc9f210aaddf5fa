import type { AreaCode } from "@rode-draad/domain";
import { columnKey } from "../columns/field-names.js";

/** A wijk that this municipality knows, with the other names an administrator mapped to it. */
export interface KnownArea {
  readonly code: AreaCode;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names and codes to codes, ready for many look-ups. */
export type AreaIndex = ReadonlyMap<string, AreaCode>;

/** A CBS wijkcode: `WK`, four digits of the municipality, two digits or letters of the wijk. */
const AREA_CODE = /^WK\d{4}[0-9A-Z]{2}$/;
/** A CBS buurtcode starts with the code of its wijk. */
const NEIGHBOURHOOD_CODE = /^BU(\d{4}[0-9A-Z]{2})[0-9A-Z]{2}$/;

/** `named` holds what a person said with `--wijk "Naam=WK036301"`; it comes before the stored names. */
export function indexAreas(known: readonly KnownArea[], named: Readonly<Record<string, AreaCode>> = {}): AreaIndex {
  const index = new Map<string, AreaCode>();
  for (const area of known) {
    for (const name of [area.code, area.name, ...area.aliases]) index.set(columnKey(name), area.code);
  }
  for (const [name, code] of Object.entries(named)) index.set(columnKey(name), code);
  return index;
}

/** The code of a wijk given as code, name or CBS buurtcode; undefined when nobody mapped the name. */
export function findArea(value: string, areas: AreaIndex): AreaCode | undefined {
  const known = areas.get(columnKey(value));
  if (known !== undefined) return known;
  const code = value.trim().toUpperCase();
  if (AREA_CODE.test(code)) return code;
  if (AREA_CODE.test(`WK${code}`)) return `WK${code}`;
  const neighbourhood = NEIGHBOURHOOD_CODE.exec(code);
  return neighbourhood === null ? undefined : `WK${neighbourhood[1]}`;
}

/** True for a text that has the form of a CBS wijkcode. */
export function isAreaCode(text: string): boolean {
  return AREA_CODE.test(text);
}
