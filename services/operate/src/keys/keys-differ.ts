import { ProductError } from "@rode-draad/domain";
import { type Configuration, keyFile } from "@rode-draad/runtime";
import type { KeyKind } from "@rode-draad/store";
import type { Misfit } from "./judge-keys.js";

/** The setting of each key, and what it is called on the command line and in the audit log. */
export const KEY_NAMES: Readonly<Record<KeyKind, { readonly variable: string; readonly id: string }>> = {
  hash: { variable: "HASH_KEY", id: "hash-key" },
  audit: { variable: "AUDIT_KEY", id: "audit-key" },
  text: { variable: "TEXT_KEY", id: "text-key" },
};

/** Where keys come from: the settings, or else the product's folder. */
type KeyPlaces = Pick<Configuration, "directory" | "hashKey" | "auditKey">;

/** What was found of each, after the name of its setting. */
const FOUND: Readonly<Record<Misfit["why"], (variable: string) => string>> = {
  missing: (variable) => `${variable} ontbreekt, en deze gegevens zijn met die sleutel gemaakt.`,
  other: (variable) => `${variable} is niet de sleutel waarmee deze gegevens zijn gemaakt.`,
  replaced: (variable) => `${variable} is de vorige sleutel: hij is vervangen door een nieuwe.`,
  "other-previous": (variable) => `${variable}_PREVIOUS hoort niet bij deze gegevens, of is al vergeten.`,
  "still-changing": (variable) => `${variable} is voor de tweede keer nieuw, en de vorige wissel is nog niet klaar.`,
};

/**
 * Keys that do not belong to the data, in words: which, where the right one likely is, and the road when it is lost.
 * `isCopy`: a backup or an export is read in, where the road is an option of that command.
 */
export function keysDiffer(
  misfits: readonly Misfit[],
  configuration: KeyPlaces,
  { isCopy = false }: { readonly isCopy?: boolean } = {},
): ProductError {
  const found = misfits.map(({ kind, why }) => FOUND[why](KEY_NAMES[kind].variable));
  const remedies = misfits.map((misfit) => remedyOf(misfit, configuration));
  const sentences = [...found, "Er is niets veranderd.", ...new Set(remedies.flat()), ...roadWhenLost(misfits, isCopy)];
  return new ProductError("keys-differ", sentences.join(" "), {
    detail: misfits.map(({ kind, why }) => `${kind}: ${why}`).join(", "),
  });
}

/** All keys at once: a folder that is gone takes both along. */
function roadWhenLost(misfits: readonly Misfit[], isCopy: boolean): string[] {
  const lost = misfits.filter(({ why }) => why === "missing" || why === "other").map(({ kind }) => KEY_NAMES[kind].id);
  if (lost.length === 0) return [];
  const road = isCopy ? "Geef dan --other-keys." : `Geef dan: rodedraad key accept ${lost.join(" ")}.`;
  return [`${lost.length === 1 ? "Is hij echt kwijt?" : "Zijn ze echt kwijt?"} ${road}`];
}

function remedyOf({ kind, why }: Misfit, configuration: KeyPlaces): string[] {
  const { variable } = KEY_NAMES[kind];
  switch (why) {
    case "replaced":
      return [`Zet de nieuwe sleutel in ${variable}, en deze in ${variable}_PREVIOUS zolang dat nodig is.`];
    case "other-previous":
      return [`Haal ${variable}_PREVIOUS weg, of zet er de sleutel in die hiervoor gold.`];
    case "still-changing":
      return [
        `Zet ${variable} en ${variable}_PREVIOUS terug zoals ze waren.`,
        "Wacht tot de bewaartermijn voorbij is, haal de vorige weg en geef: rodedraad key forget.",
      ];
    default:
      return [
        placeOf(kind, configuration),
        "Hij staat bij je bewaarde sleutels, of op een machine waar Rode Draad wel werkt.",
        ...(kind === "hash" && why === "other"
          ? ["Wil je een nieuwe sleutel? Zet de goede terug en geef dan: rodedraad key rotate."]
          : []),
      ];
  }
}

/** A key in the settings goes before one in a file, so who has one there must put the right one there. */
function placeOf(kind: KeyKind, configuration: KeyPlaces): string {
  const { variable } = KEY_NAMES[kind];
  const isSet = { hash: configuration.hashKey, audit: configuration.auditKey, text: "" }[kind] !== undefined;
  return kind === "text" || isSet
    ? `Zet de goede sleutel in ${variable}.`
    : `Zet de goede sleutel terug in het bestand ${keyFile(kind, configuration)}, of in ${variable}.`;
}
