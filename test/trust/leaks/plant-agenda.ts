import { composeAgenda, fillAgenda } from "@rode-draad/delivery";
import { openProduct } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { addAgenda, listPartnerOrganisations, listStandingEvenings, sendAgendaOnce } from "@rode-draad/store";
import type { Canaries } from "./canaries.js";
import type { FieldName } from "./fields.js";
import type { LeakTown } from "./open-leak-town.js";
import type { Letter } from "./read-letters.js";
import type { Visit } from "./visit.js";

/** The agenda of a standing evening: how it leaves for the partner, and what the partner says to it. */

type Visitor = (visit: Visit) => Promise<{ readonly text: string; readonly location: string }>;

export const EVENING_MONTH = "2099-01";

/** Puts the agenda of the planted evening in the outbox, while nothing serves: a page fills one out of a released report only, and here none is released. */
export async function sendPlantedAgenda({ place }: LeakTown): Promise<void> {
  const product = await openProduct(readConfiguration({ ...place.environment, LOG_LEVEL: "silent" }));
  try {
    const { store, queue, municipalityId, catalogue, clock } = product;
    const [evening] = await listStandingEvenings(store.db, municipalityId);
    const organisation = (await listPartnerOrganisations(store.db, municipalityId)).find(
      ({ id }) => id === evening?.organisationId,
    );
    if (evening === undefined || organisation === undefined) throw new Error("There is no standing evening.");
    const points = fillAgenda(["huurtoeslag"], organisation.partnerId, catalogue, 1).map((point) => ({
      ...point,
      choice: "on" as const,
    }));
    const agenda = { eveningId: evening.id, month: EVENING_MONTH, reportMonth: "2098-12", points };
    await addAgenda(store.db, municipalityId, agenda, clock());
    const message = composeAgenda(evening, organisation, EVENING_MONTH, agenda.points, catalogue);
    await sendAgendaOnce(store.db, municipalityId, agenda, message, clock());
    await queue.enqueue("messages", { municipalityId, messageId: message.id });
  } finally {
    await product.close();
  }
}

/** The partner answers the agenda in its own words, and a colleague reads the answer. */
export async function plantAgendaAnswer(
  visit: Visitor,
  { colleague }: LeakTown,
  letters: readonly Letter[],
  canaries: Canaries,
): Promise<void> {
  const token = letters.find(({ isAgenda }) => isAgenda)?.token;
  if (token === undefined) throw new Error("The agenda did not leave.");
  canaries.secret("agenda: the link in the mail", "mail", token);
  const { phone, bsn } = canaries.numbers("agenda: identifiers in the remark of the partner", "page");
  const toelichting = `Dan is er ${canaries.word("agenda: remark of the partner", "page")}, bel ${phone}, BSN ${bsn}.`;
  const typed: FieldName[] = ["agenda: the link in the mail", "agenda: remark of the partner"];
  const ofPartner = { path: `/aanvraag/${token}`, typed, place: "page of a partner" } as const;
  await visit({ ...ofPartner, expect: 200 });
  await visit({ ...ofPartner, body: new URLSearchParams({ antwoord: "nee", toelichting }), expect: 303 });
  await visit({ ...ofPartner, expect: 200 });
  const list = "/vaste-avonden";
  const { text } = await visit({ path: list, who: colleague, place: `page ${list}`, expect: 200 });
  const path = /\/vaste-avonden\/e-[\w-]+/.exec(text)?.[0] ?? "";
  await visit({ path, who: colleague, place: `page ${path}`, expect: 200 });
}
