import fc from "fast-check";
import { type AnswerCheck, checkAgainst, type OpenapiDocument, openSchemas } from "../../api/check-described.js";
import { type FuzzActor, type FuzzTown, openFuzzTown } from "./open-fuzz-town.js";
import { type FuzzOperation, type FuzzRequest, operationsOf, requestsOf } from "./requests-of.js";
import { type FuzzAnswer, openSender } from "./send.js";
import { sendAllRaw } from "./send-raw.js";

/** Stands in everything that a request says of a note, so that it is seen wherever it comes out. */
const MARK = "zqnotitie";
/** A problem in the form of all problems, for a request that reached no operation. */
const PROBLEM = { $ref: "#/components/schemas/Probleem" };

export interface FuzzFigures {
  readonly requests: number;
  readonly operations: number;
  /** Operations that let no request of anybody through, so that what lies behind the checks was not tried. */
  readonly unreached: readonly string[];
  /** Requests that break HTTP itself. */
  readonly rawRequests: number;
  readonly slowest: SlowAnswer;
  /** Answered with a failure of ours, or not at all. */
  readonly failures: readonly string[];
  readonly breaks: readonly string[];
  readonly echoes: readonly string[];
}

/** The answer that took longest, and how to ask for it again. */
interface SlowAnswer {
  readonly ms: number;
  readonly request: string;
}

export interface FuzzOrder {
  /** For each operation as each caller. */
  readonly requests: number;
  readonly seed: number;
  /** How many operations also get what is no HTTP; all of them when absent. */
  readonly rawOperations?: number;
}

/** Sends requests to every operation as every caller, in turns, so that each meets what the others left behind. */
export async function measureFuzz(order: FuzzOrder): Promise<FuzzFigures> {
  const town = await openFuzzTown();
  const sender = openSender(town.address);
  try {
    const document = (await (await fetch(`${town.address}/v1/openapi.json`)).json()) as OpenapiDocument;
    const judge = openJudge(document);
    const figures = { failures: [] as string[], breaks: [] as string[], echoes: [] as string[] };
    const reached = new Set<string>();
    let slowest: SlowAnswer = { ms: 0, request: "" };
    const operations = operationsOf(document);
    const plans = operations.map((operation, at) =>
      planOf(operation, town, document, { ...order, seed: order.seed + at }),
    );
    for (let round = 0; round < order.requests; round += 1) {
      for (const { operation, requests } of plans) {
        for (const [at, actor] of town.actors.entries()) {
          const request = requests[at]?.[round];
          if (request === undefined) throw new Error("The plan is too short.");
          const name = { operation, actor, round, ...order };
          const start = performance.now();
          const answer = await sender.send(request, actor.headers).catch(() => undefined);
          const ms = performance.now() - start;
          if (ms > slowest.ms) slowest = { ms, request: described(name, request, `status ${answer?.status}`) };
          if (answer === undefined) {
            figures.failures.push(described(name, request, "no answer"));
            continue;
          }
          if (answer.status < 300) reached.add(operation.operation.operationId);
          if (answer.status >= 500) figures.failures.push(described(name, request, `status ${answer.status}`));
          const wrong = judge(operation, request, answer);
          if (wrong !== undefined) figures.breaks.push(described(name, request, wrong));
          if (hasMark(answer)) figures.echoes.push(described(name, request, `status ${answer.status}`));
        }
      }
    }
    const [anybody] = town.actors;
    const raw = anybody && (await sendAllRaw(town.address, operations.slice(0, order.rawOperations), anybody));
    figures.failures.push(...(raw?.failures ?? []));
    if (!(await fetch(`${town.address}/gezondheid/live`)).ok) figures.failures.push("the server is not there any more");
    const requests = operations.length * town.actors.length * order.requests;
    const unreached = operations.map(({ operation }) => operation.operationId).filter((id) => !reached.has(id));
    return { requests, operations: operations.length, unreached, rawRequests: raw?.sent ?? 0, slowest, ...figures };
  } finally {
    sender.close();
    await town.close();
  }
}

interface Plan {
  readonly operation: FuzzOperation;
  /** Per caller. */
  readonly requests: readonly (readonly FuzzRequest[])[];
}

/** All of it follows from the seed. */
function planOf(
  operation: FuzzOperation,
  town: FuzzTown,
  document: OpenapiDocument,
  { requests, seed }: FuzzOrder,
): Plan {
  const mark = isAboutNotes(operation) ? MARK : "";
  const made = requestsOf(operation, { schemas: document.components.schemas, known: town.known, mark });
  return {
    operation,
    requests: town.actors.map((_, at) => fc.sample(made, { numRuns: requests, seed: seed + 1_000 * at })),
  };
}

/** What such a request says can be a client's; elsewhere people type what others are meant to read. */
const isAboutNotes = ({ template }: FuzzOperation): boolean => /^\/v1\/(casusnotities|bezwaren)/.test(template);

function hasMark({ text, headers }: FuzzAnswer): boolean {
  return [text, ...headers.values()].some((part) => part.toLowerCase().includes(MARK));
}

type Judge = (operation: FuzzOperation, request: FuzzRequest, answer: FuzzAnswer) => string | undefined;

/**
 * Holds an answer against its operation. A bent path may lead past the operation: to a problem of the interface, or out of it
 * to the pages, which the document does not describe.
 */
function openJudge(document: OpenapiDocument): Judge {
  const check: AnswerCheck = checkAgainst(document);
  const validate = openSchemas(document);
  return ({ method, template }, request, answer) => {
    const [path = ""] = request.path.split("?");
    if (!path.startsWith("/v1/")) return undefined;
    if (answer.body === undefined) return `status ${answer.status} without JSON`;
    const isPastIt = PAST_THE_OPERATION.some((code) => isProblem(answer, code));
    return isPastIt && !isStraight(template, path)
      ? validate(PROBLEM, answer.body)
      : check(method, pathLike(template), answer);
  };
}

/** What is answered before an operation is found. */
const PAST_THE_OPERATION = ["not-found", "malformed-path", "method-not-allowed"];

function isStraight(template: string, path: string): boolean {
  return new RegExp(`^${template.replace(/\{\w+\}/g, "[\\w.-]+")}$`).test(path);
}

const pathLike = (template: string): string => template.replace(/\{\w+\}/g, "x");

function isProblem({ body }: FuzzAnswer, code: string): boolean {
  return typeof body === "object" && body !== null && "code" in body && body.code === code;
}

/** Enough to make the request again, and nothing of what stood in it. */
function described(
  { operation, actor, round, seed }: FuzzOrder & { operation: FuzzOperation; actor: FuzzActor; round: number },
  { method, made, headers, body }: FuzzRequest,
  what: string,
): string {
  const bytes = body === undefined ? "" : `, ${body.length} bytes`;
  const names = Object.keys(headers).join("+");
  return `seed ${seed}, round ${round}: ${actor.name} ${method} ${operation.template} (${made}${bytes}, headers ${names}) → ${what}`;
}
