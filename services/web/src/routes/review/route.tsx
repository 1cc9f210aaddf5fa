import type { RequestHandler, Response } from "express";
import { sendPage } from "../../http/send-page.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { FIRST_CHOICE, ReviewPage, type ReviewPageProps } from "./page.js";
import { readReviewForm } from "./read-review-form.js";

/** GET /nakijken: the question that is most worth a look. With `?overgeslagen=2` the third one. */
export function review(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const { overgeslagen, gedaan } = request.query;
    const correctionId = typeof gedaan === "string" && /^c-\d{4,9}$/.test(gedaan) ? gedaan : undefined;
    await sendReview(tools, response, {
      passedOver: readPassedOver(overgeslagen),
      ...(correctionId !== undefined && { correctionId }),
    });
  };
}

/** POST /nakijken: keeps a choice and leads on to the next question. */
export function answerReview(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const body: Readonly<Record<string, unknown>> = request.body ?? {};
    const passedOver = readPassedOver(body.overgeslagen);
    const draft = readReviewForm(body);
    if (draft === undefined) return sendReview(tools, response, { passedOver, otherMissing: true }, 400);
    const outcome = await tools.reviewQuestion(draft);
    if ("refused" in outcome) return sendReview(tools, response, { passedOver, refused: outcome.refused }, 409);
    const query = new URLSearchParams({ gedaan: outcome.correctionId, overgeslagen: String(passedOver) });
    response.redirect(303, `/nakijken?${query}#${FIRST_CHOICE}`);
  };
}

/** Nobody passes over more than there are; what is no number is none. */
function readPassedOver(value: unknown): number {
  const line = readLine(value);
  return /^\d{1,3}$/.test(line) ? Number(line) : 0;
}

async function sendReview(
  tools: WebTools,
  response: Response,
  { correctionId, ...props }: Omit<ReviewPageProps, "view" | "kept"> & { readonly correctionId?: string },
  status = 200,
): Promise<void> {
  const [frame, view] = await Promise.all([tools.readFrame(), tools.readReview(props.passedOver)]);
  const mayUndo = frame.account?.actions.includes("themes:correct") ?? false;
  const kept = correctionId === undefined ? {} : { kept: { correctionId, mayUndo } };
  sendPage(
    response,
    frame,
    {
      title: wordsOf(response)("review.title"),
      section: "/nakijken",
      content: <ReviewPage view={view} {...props} {...kept} />,
    },
    status,
  );
}
