import { z } from "zod";

/** One thing that is wrong with a request, in the form of the NL API Design Rules. */
const inputErrorSchema = z
  .object({
    in: z.enum(["body", "query", "path"]).describe("Waar de fout zit."),
    location: z
      .object({
        pointer: z.string().optional().describe("Plaats in de inhoud, als JSON Pointer."),
        name: z.string().optional().describe("Naam van het veld of de parameter."),
      })
      .describe("Welk veld het is."),
    code: z.string().describe("Vaste code voor programma's."),
    detail: z.string().describe("Wat er mis is en wat je kunt doen."),
  })
  .meta({ id: "Invoerfout" });
export type InputError = z.infer<typeof inputErrorSchema>;

/** An error answer (RFC 9457), sent as `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.literal("about:blank"),
    title: z.string().describe("Soort fout, in gewone woorden."),
    status: z.int().describe("De HTTP-status."),
    detail: z.string().describe("Wat er gebeurde en wat je kunt doen."),
    code: z.string().describe("Vaste code voor programma's."),
    errors: z.array(inputErrorSchema).optional().describe("Alle fouten in de invoer tegelijk."),
  })
  .meta({ id: "Probleem" });

const TITLES: Readonly<Record<number, string>> = {
  400: "De invoer klopt niet",
  401: "Je bent niet aangemeld",
  403: "Dit mag je niet",
  404: "Niet gevonden",
  405: "Dit kan hier niet",
  409: "Dit kan nu niet meer",
  413: "De invoer is te groot",
  415: "Dit soort inhoud kennen wij niet",
  429: "Te veel aanroepen",
  500: "Er ging iets mis bij ons",
  503: "Wij zijn even niet bereikbaar",
};

/** A refusal that the caller can read. Thrown by a handler, written by the problem handler. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly InputError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { errors?: readonly InputError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  toBody(): z.infer<typeof problemSchema> {
    return {
      type: "about:blank",
      title: TITLES[this.status] ?? "Er ging iets mis",
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(this.errors === undefined ? {} : { errors: [...this.errors] }),
    };
  }
}

/** All errors of one request in one answer; status 400, as the design rules say. */
export function invalidInput(errors: readonly InputError[]): Problem {
  const detail = errors.length === 1 ? "Er is 1 fout in de invoer." : `Er zijn ${errors.length} fouten in de invoer.`;
  return new Problem(400, "invalid-input", detail, { errors });
}

export function bodyError(pointer: string, code: string, detail: string): InputError {
  return { in: "body", location: { pointer }, code, detail };
}
