import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";

interface WebRemedy {
  /** What the intake says that holds on a page as well. */
  readonly told: string;
  /** What to do on the page instead of what the intake says. */
  readonly instead?: "column" | "area";
}

/**
 * The intake says what to do in words of the command line (`--map`, `--wijk`); on a page the same is done in the form.
 * From the sentence with the option on, because a column name in it may hold a full stop.
 */
const WAYS = [
  { instead: "column", sentence: /[^.?!]*--map.*$/s },
  { instead: "area", sentence: /[^.?!]*--wijk.*$/s },
] as const;

export function webRemedy(message: string): WebRemedy {
  const told = message.replace(/ uit --map/, "");
  const way = WAYS.find(({ sentence }) => sentence.test(told));
  return way === undefined ? { told } : { told: told.replace(way.sentence, "").trim(), instead: way.instead };
}

/** A sentence of the intake with what to do about it on the page. */
export function Remedy({ message }: { readonly message: string }): ReactElement {
  const t = useTranslations("import.instead");
  const { told, instead } = webRemedy(message);
  return (
    <>
      <Dutch>{told}</Dutch>
      {instead === undefined ? null : ` ${t(instead)}`}
    </>
  );
}
