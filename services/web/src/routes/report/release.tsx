import { isMonth } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import { withChoice } from "../../choice.js";
import { sendPage } from "../../http/send-page.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { Choice, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { ReleaseState } from "./release-state.js";

/** POST /maandrapport/vrijgave: releases a month and leads back to its report; says why when it was not let out. */
export function releaseReport(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const body: Readonly<Record<string, unknown>> = request.body ?? {};
    const [month, madeAt] = [readLine(body.maand), readLine(body.gemaaktOp)];
    if (!isMonth(month) || Number.isNaN(Date.parse(madeAt))) {
      throw wordedError(wordsOf(response), "report-unknown");
    }
    const choice: Choice = { month, part: { kind: "municipality" } };
    const { refused: error } = await tools.releaseMonth({ month, madeAt });
    if (error === undefined) return response.redirect(303, withChoice("/maandrapport", choice));
    const state = await tools.readReportState(month);
    const title = wordsOf(response)("report.release");
    sendPage(
      response,
      await tools.readFrame(),
      {
        title,
        section: "/maandrapport",
        isSection: false,
        content: (
          <>
            <h1 className="utrecht-heading-1">{title}</h1>
            <ReleaseState choice={choice} state={state} error={error} />
          </>
        ),
      },
      409,
    );
  };
}
