import { defineRoute } from "../../http/define-route.js";
import { bodyError, type InputError, invalidInput } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { readNotesBody } from "./read-notes-body.js";
import { documentedBodySchema, noteSchema } from "./request.js";
import { type OutcomeView, receivedSchema, toOutcomeView, toReceived } from "./response.js";

/** Most errors that one answer lists; a caller mends those first. */
const ERRORS_LISTED = 1_000;

export const postCasusnotities = defineRoute({
  method: "post",
  path: "/v1/casusnotities",
  action: "notes:import",
  operationId: "casusnotitiesAanleveren",
  audit: { action: "import-notes", subject: "import" },
  tag: "Casusnotities",
  summary: "Lever één of meer casusnotities aan",
  description:
    "Stuur één notitie, een lijst, of NDJSON met op elke regel één notitie. Wij lakken persoonsgegevens weg voordat wij iets opslaan. " +
    "Dezelfde notitie nog eens sturen mag: wij slaan haar dan niet dubbel op. Een notitie met een nieuwe inhoud vervangt de oude. " +
    "Als wij alle notities weigeren, is het antwoord 400. Wachten er te veel notities op verwerking, dan is het antwoord 429. " +
    "Staat de verwerking stil, dan slaan wij de notities toch op. Wij verwerken ze daarna vanzelf.",
  params: nothing,
  query: nothing,
  ownBody: { "application/json": documentedBodySchema, "application/x-ndjson": noteSchema },
  responses: {
    200: { description: "Verwerkt. Er kwam geen nieuwe notitie bij.", schema: receivedSchema },
    201: { description: "Verwerkt. Er is minstens één nieuwe notitie opgeslagen.", schema: receivedSchema },
  },
  problems: [413, 415],
  async handle(_input, tools, { request }) {
    // Before a byte of the notes is read: what cannot be taken in must not fill the memory.
    await tools.requireRoom();
    const { source, isSingle } = await readNotesBody(request);
    const results: OutcomeView[] = [];
    const summary = await tools.receiveNotes(source, (outcome) => results.push(toOutcomeView(outcome)));
    if (summary.refusedRows === summary.rows) throw invalidInput(listErrors(results, isSingle));
    const status = summary.stored > 0 ? 201 : 200;
    return { status, body: toReceived(summary, results), about: { details: { rows: summary.rows } } };
  },
});

function listErrors(results: readonly OutcomeView[], isSingle: boolean): InputError[] {
  return results
    .flatMap(({ volgnummer, fouten = [] }) =>
      fouten.map(({ veld, reden }) => {
        const place = isSingle ? "" : `/${volgnummer - 1}`;
        return bodyError(`${place}${veld === undefined ? "" : `/${veld}`}`, "refused", reden);
      }),
    )
    .slice(0, ERRORS_LISTED);
}
