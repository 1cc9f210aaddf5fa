import { randomUUID } from "node:crypto";
import { type Audited, changed } from "@rode-draad/api";
import { composeAgenda, composeEveningResult, writeStandingCalendar } from "@rode-draad/delivery";
import {
  type AuditDetails,
  eveningIn,
  type Month,
  type PartnerOrganisation,
  ProductError,
  type StandingEvening,
} from "@rode-draad/domain";
import {
  addPartnerMessage,
  addStandingEvening,
  changeStandingEvening,
  decideOnPoints,
  listAgendas,
  listPartnerOrganisations,
  listStandingEvenings,
  listTeams,
  readPartnerOrganisation,
  readStandingEvening,
  type StoreDatabase,
  type StoredAgenda,
  sendAgendaOnce,
} from "@rode-draad/store";
import type { EveningTools } from "@rode-draad/web";
import { dutchDay } from "../../door/receive-notes.js";
import { askForDelivery } from "../../partners/ask-for-delivery.js";
import { findFilling } from "../../partners/fill-agendas.js";
import { askAgain, retryDelivery } from "../../partners/retry-delivery.js";
import { whyNotPublic } from "../partners/public-line.js";
import type { WebMeans } from "../web-means.js";
import { describeEvening, describeEveningRow } from "./describe-evening.js";

/** Who signs the mails. */
const ROLE = "opbouwwerker";

const CHANGE = "change-standing-evening";
const FILL = "fill-agenda";
const DECIDE = "decide-agenda";
const SEND = "send-agenda";
const RETRY = "retry-partner-request";
const SEND_RESULT = "send-partner-result";

const audited = (action: Audited["action"]): Audited => ({ action, subject: "standing-evening" });

export function eveningTools(means: WebMeans): EveningTools {
  const { product, actions, actor, whyNot } = means;
  const { store, municipalityId, catalogue, clock, configuration, audit } = product;
  const whyNotAsk = whyNot("partners:ask");
  const today = () => dutchDay(clock());

  /** Partners with whom an evening can be agreed: those in use. */
  const partners = async () =>
    (await listPartnerOrganisations(store.db, municipalityId)).filter(({ isActive }) => isActive);

  async function find(eveningId: string) {
    const evening = await readStandingEvening(store.db, municipalityId, eveningId);
    const organisation = evening && (await readPartnerOrganisation(store.db, municipalityId, evening.organisationId));
    return evening === undefined || organisation === undefined ? undefined : { evening, organisation };
  }

  async function require(
    eveningId: string,
  ): Promise<{ readonly evening: StandingEvening; readonly organisation: PartnerOrganisation }> {
    const found = await find(eveningId);
    if (found !== undefined) return found;
    throw new ProductError("evening-unknown", "Deze vaste avond bestaat niet (meer). Ga terug naar het overzicht.");
  }

  async function requireAgenda(eveningId: string, month: Month): Promise<StoredAgenda> {
    const agenda = (await listAgendas(store.db, municipalityId, eveningId)).find((one) => one.month === month);
    if (agenda === undefined || agenda.messageId !== undefined) throw agendaSent();
    return agenda;
  }

  /** A change and its entry in the log, both or neither. */
  const change = <Result>(
    action: Audited["action"],
    id: string,
    work: (db: StoreDatabase) => Promise<Result>,
    details: AuditDetails = {},
  ): Promise<Result> => changed({ db: store.db, audit }, audited(action), work, () => ({ id, details }));

  return {
    async listEvenings() {
      const [evenings, organisations] = await Promise.all([
        listStandingEvenings(store.db, municipalityId),
        listPartnerOrganisations(store.db, municipalityId),
      ]);
      const nameOf = new Map(organisations.map(({ id, name }) => [id, name]));
      return {
        evenings: await Promise.all(
          evenings.map((evening) => describeEveningRow(means, evening, nameOf.get(evening.organisationId) ?? "")),
        ),
        hasPartners: organisations.some(({ isActive }) => isActive),
        ...(whyNotAsk !== undefined && { whyNotAsk }),
      };
    },

    async readEvening(eveningId) {
      const found = await find(eveningId);
      return found && (await describeEvening(means, found.evening, found.organisation));
    },

    async readEveningChoices() {
      return { partners: (await partners()).map(({ id, name }) => ({ id, name })), today: today() };
    },

    async addEvening({ contact, ...draft }) {
      const heldBack = whyNotPublic(draft.location, actions.inspect);
      if (heldBack !== undefined) return { heldBack };
      if (!(await partners()).some(({ id }) => id === draft.organisationId)) {
        throw new ProductError("partner-unknown", "Deze partner staat niet (meer) in de lijst. Kies een andere.");
      }
      const id = `e-${randomUUID()}`;
      const team = await teamName();
      const signed = { ...contact, role: ROLE, team };
      const evening = { id, ...draft, contact: signed, skippedMonths: [], isRunning: true, revision: 0 };
      await change(CHANGE, id, (db) => addStandingEvening(db, municipalityId, evening, clock()));
      return { id };
    },

    async fillAgenda(eveningId, month) {
      const { evening, organisation } = await require(eveningId);
      const filling = await findFilling(product, evening, organisation, month);
      if (filling === undefined) return "no-report";
      const isFilled = await changed({ db: store.db, audit }, audited(FILL), filling, (isDone) => ({
        id: eveningId,
        details: { month },
        ...(!isDone && { outcome: "refused" }),
      }));
      return isFilled ? "filled" : "there-already";
    },

    async decideAgenda(eveningId, month, chosen) {
      const agenda = await requireAgenda(eveningId, month);
      const points = agenda.points.map((point) => ({
        ...point,
        choice: chosen.has(point.themeId) ? ("on" as const) : ("off" as const),
      }));
      const decide = async (db: StoreDatabase) => {
        if (!(await decideOnPoints(db, municipalityId, { ...agenda, points }))) throw agendaSent();
      };
      await change(DECIDE, eveningId, decide, { month });
    },

    async sendAgenda(eveningId, month) {
      const { evening, organisation } = await require(eveningId);
      const agenda = await requireAgenda(eveningId, month);
      const message = composeAgenda(evening, organisation, month, agenda.points, catalogue);
      const send = async (db: StoreDatabase) => {
        if (!(await sendAgendaOnce(db, municipalityId, agenda, message, clock()))) throw agendaSent();
      };
      await change(SEND, eveningId, send, { month });
      await askForDelivery(product, message);
    },

    async retryEvening(eveningId) {
      await require(eveningId);
      await askAgain(product, await change(RETRY, eveningId, (db) => retryDelivery(product, db, [eveningId])));
    },

    async skipMonth(eveningId, month, isSkipped) {
      const { evening } = await require(eveningId);
      const others = evening.skippedMonths.filter((one) => one !== month);
      const skippedMonths = isSkipped ? [...others, month].sort() : others;
      const skip = (db: StoreDatabase) => changeStandingEvening(db, municipalityId, eveningId, { skippedMonths });
      await change(CHANGE, eveningId, skip, { month });
    },

    async stopEvening(eveningId) {
      await require(eveningId);
      await change(CHANGE, eveningId, (db) =>
        changeStandingEvening(db, municipalityId, eveningId, { isRunning: false }),
      );
    },

    async sendEveningResult(eveningId, month, draft) {
      const { evening, organisation } = await require(eveningId);
      if (eveningIn(evening.rhythm, month) > today() || evening.skippedMonths.includes(month)) {
        throw new ProductError("result-refused", "Deze avond is nog niet geweest.");
      }
      const message = composeEveningResult(evening, organisation, month, draft, catalogue);
      const send = (db: StoreDatabase) => addPartnerMessage(db, municipalityId, eveningId, message, clock());
      await change(SEND_RESULT, eveningId, send, { month });
      await askForDelivery(product, message);
    },

    async readStandingCalendar(eveningId) {
      const found = await find(eveningId);
      return found && writeStandingCalendar({ ...found.evening, eveningId }, clock());
    },
  };

  async function teamName(): Promise<string> {
    const teams = await listTeams(store.db, municipalityId);
    const own = actor.kind === "account" ? teams.find(({ code }) => actor.teamCodes.includes(code)) : undefined;
    return own?.name ?? `wijkteam ${configuration.municipalityName}`;
  }
}

function agendaSent(): ProductError {
  return new ProductError("agenda-sent", "Deze agenda is al verstuurd. Bel de partner als er iets verandert.");
}
