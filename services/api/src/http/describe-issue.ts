import type { z } from "zod";
import type { InputError } from "./problem.js";

type Issue = z.core.$ZodIssue;

/** Says in plain Dutch what is wrong with a value. A message of the schema itself comes first. */
function sentenceFor(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      // With an absent value the parser says what it wanted and got nothing.
      return issue.input === undefined
        ? "Dit veld ontbreekt. Vul het in."
        : `Deze waarde is van de verkeerde soort. Stuur ${KINDS[issue.expected] ?? "een andere waarde"}.`;
    case "invalid_value":
      return `Deze waarde kennen wij niet. Kies uit: ${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return `Dit is te veel of te lang. Hooguit ${issue.maximum}.`;
    case "too_small":
      return issue.origin === "string"
        ? "Dit veld is leeg of te kort. Vul het in."
        : `Dit is te weinig. Minstens ${issue.minimum}.`;
    case "unrecognized_keys":
      return namesToLeaveOut(issue.keys);
    default:
      return "Deze waarde klopt niet. Kijk in /v1/openapi.json wat hier hoort.";
  }
}

/** As long as a name of a field gets. */
const NAME = /^[\w.-]{1,40}$/;
const NAMES_SHOWN = 5;

/** Rule: an answer repeats a name of a field and no sentence: who mixes up name and value sends a note in the place of a name. */
function namesToLeaveOut(keys: readonly string[]): string {
  const names = keys.filter((key) => NAME.test(key)).slice(0, NAMES_SHOWN);
  return names.length === 0
    ? "Er staat een veld bij dat wij niet kennen. Laat het weg."
    : `Dit kennen wij niet: ${names.join(", ")}. Laat het weg.`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "een tekst",
  number: "een getal",
  int: "een heel getal",
  boolean: "true of false",
  object: "een object",
  array: "een lijst",
};

/** Passed to a parse: the schema's own message, else one of the sentences above. */
export function dutchMessage(issue: z.core.$ZodRawIssue): string {
  return sentenceFor(issue as Issue);
}

/** A parser's issue as an input error with its place. */
export function toInputError(place: InputError["in"], issue: Issue): InputError {
  const path = issue.path.map(String);
  const pointer = path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const location = place === "body" ? { pointer } : { name: path.join(".") };
  return { in: place, location, code: issue.code.replaceAll("_", "-"), detail: issue.message };
}
