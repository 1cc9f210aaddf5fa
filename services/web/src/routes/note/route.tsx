import { ProductError } from "@rode-draad/domain";
import type { Request, RequestHandler, Response } from "express";
import type { ReactNode } from "react";
import { sendPage } from "../../http/send-page.js";
import { Dutch } from "../../messages/dutch.js";
import { wordsOf } from "../../messages/words-of.js";
import type { NoteOutcome, WebTools } from "../../web-tools.js";
import { NotePage, type NotePageProps } from "./page.js";
import { readNumber, readRelease } from "./read-release.js";

/** GET /notities: search for an own note by its number in the source system, and see what was taken out of it. */
export function note(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const number = readNumber(request.query.nummer);
    if (number === "") return sendNote(tools, response, { number });
    await orUnknown(tools, response, number, async () => {
      const view = await tools.readNote(number);
      const done = request.query.gedaan;
      const told = done === "vrijgegeven" || done === "ingetrokken" ? done : undefined;
      await sendNote(tools, response, { number, note: view, ...(told !== undefined && { done: told }) });
    });
  };
}

/** POST /notities/vrijgave: the pasted text goes through the gate again. It is shown nowhere and kept nowhere. */
export function release(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const draft = readRelease(request.body ?? {}, tools);
    if (draft === undefined) {
      return sendRefusal(tools, request, response, wordsOf(response)("note.release.missing"), 400);
    }
    await answer(tools, request, response, () => tools.releaseNote(draft));
  };
}

/** POST /notities/intrekking: the worker takes the note back. */
export function withdraw(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await answer(tools, request, response, () => tools.withdrawNote(readNumber(request.body?.nummer)));
  };
}

async function answer(
  tools: WebTools,
  request: Request,
  response: Response,
  act: () => Promise<NoteOutcome>,
): Promise<void> {
  const number = readNumber(request.body?.nummer);
  await orUnknown(tools, response, number, async () => {
    const outcome = await act();
    if ("refused" in outcome) return await sendRefusal(tools, request, response, <Dutch>{outcome.refused}</Dutch>, 409);
    if (outcome.note.state === "quarantined") {
      return await sendNote(tools, response, { number, note: outcome.note, done: "weer-tegengehouden" });
    }
    const done = outcome.note.state === "stored" ? "vrijgegeven" : "ingetrokken";
    response.redirect(303, `/notities?${new URLSearchParams({ nummer: number, gedaan: done })}`);
  });
}

/** A note that is not there, or not this person's, gives the same page with the form to search again. */
async function orUnknown(
  tools: WebTools,
  response: Response,
  number: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProductError) || error.code !== "note-unknown") throw error;
    await sendNote(tools, response, { number, notFound: wordsOf(response)("note.number.unknown") }, 404);
  }
}

async function sendRefusal(
  tools: WebTools,
  request: Request,
  response: Response,
  refused: ReactNode,
  status: number,
): Promise<void> {
  const number = readNumber(request.body?.nummer);
  await orUnknown(tools, response, number, async () => {
    await sendNote(tools, response, { number, note: await tools.readNote(number), refused }, status);
  });
}

async function sendNote(tools: WebTools, response: Response, props: NotePageProps, status = 200): Promise<void> {
  const page = { title: wordsOf(response)("note.title"), section: "/invoer", isSection: false } as const;
  sendPage(response, await tools.readFrame(), { ...page, content: <NotePage {...props} /> }, status);
}
