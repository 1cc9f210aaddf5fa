import { setTimeout as wait } from "node:timers/promises";
import { AUDIENCE } from "@rode-draad/api";
import { type Product, type Serving, serveProduct, startStages } from "@rode-draad/pipeline";
import {
  ensureTeams,
  listPartnerOrganisations,
  recordReleases,
  saveProposals,
  saveReports,
  upsertAreas,
} from "@rode-draad/store";
import ICAL from "ical.js";
import PostalMime, { type Email } from "postal-mime";
import { startSmtpServer } from "../../../workers/7-delivery/test/start-smtp-server.js";
import { openTestProduct } from "../../access/open-test-product.js";
import { signedIn, signedInAgain } from "../../access/signed-in.js";
import { proposal, report } from "../../api/sample-content.js";

/** A served municipality with two teams, a real mail server and a clock that can be moved. */
export interface PartnerStory {
  readonly product: Product;
  readonly smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  /** The mails that were received, in order. */
  mails(): Promise<Email[]>;
  /** Mails are sent by the queue, so a test waits for the number that it expects. */
  mailsOnceThereAre(count: number): Promise<Email[]>;
  moveDays(days: number): void;
  /** Somebody of the team asks for a page; with `form` it is a POST. */
  ask(team: Team, path: string, form?: Form): Promise<Page>;
  /** A partner, who has nothing but the link. */
  behindLink(path: string, form?: Form): Promise<Page>;
  close(): Promise<void>;
}

export type Team = "OOST" | "WEST";
type Form = Readonly<Record<string, string | readonly string[]>>;

interface Page {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
}

const accountOf = (team: Team) => `sam-${team.toLowerCase()}`;

const MONDAY = new Date("2026-11-23T08:00:00Z");
const DAY_MS = 86_400_000;
const AREAS = { OOST: "WK999901", WEST: "WK999902" } as const;

export async function openPartnerStory(refuse?: (address: string) => number | undefined): Promise<PartnerStory> {
  const smtp = await startSmtpServer(refuse);
  let movedMs = 0;
  const clock = () => new Date(MONDAY.getTime() + movedMs);
  const product = await openTestProduct({ SMTP_URL: smtp.url }, { clock });
  const { store, municipalityId } = product;
  await upsertAreas(store.db, municipalityId, [
    { code: AREAS.OOST, name: "Oost" },
    { code: AREAS.WEST, name: "West" },
  ]);
  await ensureTeams(store.db, municipalityId, [
    { code: "OOST", name: "Wijkteam Oost" },
    { code: "WEST", name: "Wijkteam West" },
  ]);
  for (const team of ["OOST", "WEST"] as const) {
    await signedIn(store.db, municipalityId, MONDAY, {
      id: accountOf(team),
      name: `Sam ${team}`,
      roles: ["community-worker"],
      teamCodes: [team],
    });
    const id = `v-${team.toLowerCase()}`;
    await saveProposals(store.db, municipalityId, [proposal(id, { areaCode: AREAS[team], teamCodes: [team] })], MONDAY);
  }
  await startStages(product, ["delivery", "messages"]);
  const serving: Serving = await serveProduct(product, { callsMax: 1_000_000 });
  const mails = () => Promise.all(smtp.received.map(({ raw }) => PostalMime.parse(raw)));

  async function open(path: string, headers: Record<string, string>, form?: Form): Promise<Page> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) body.append(name, one);
    const response = await fetch(serving.address + path, {
      method: form === undefined ? "GET" : "POST",
      headers,
      redirect: "manual",
      ...(form !== undefined && { body }),
    });
    return { status: response.status, location: response.headers.get("location"), html: await response.text() };
  }

  /** Days may have gone by since the last page, so somebody signs in for each. */
  const ask = async (team: Team, path: string, form?: Form) =>
    open(path, await signedInAgain(store.db, municipalityId, accountOf(team), clock()), form);

  for (const team of ["OOST", "WEST"] as const) {
    const path = `/voorstellen/v-${team.toLowerCase()}/besluit`;
    const picked = await ask(team, path, { besluit: "oppakken" });
    if (picked.status !== 303) throw new Error(`the proposal was not picked up: ${picked.status}`);
  }
  return {
    product,
    smtp,
    mails,
    async mailsOnceThereAre(count) {
      for (let tries = 0; tries < 600 && smtp.received.length < count; tries += 1) await wait(50);
      return await mails();
    },
    moveDays(days) {
      movedMs += days * DAY_MS;
    },
    ask,
    behindLink: (path, form) => open(path, { "accept-language": "nl" }, form),
    async close() {
      await serving.close();
      await product.close();
      await smtp.stop();
    },
  };
}

/** The path of the link in a mail. */
export function linkIn(mail: Email | undefined): string {
  return /(\/aanvraag\/[\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

/** The events of the calendar file in a mail, as another program reads them. */
export function eventsIn(mail: Email | undefined): ICAL.Event[] {
  const [attachment] = mail?.attachments ?? [];
  if (attachment === undefined) throw new Error("the mail has no calendar");
  return eventsOf(new TextDecoder().decode(attachment.content as ArrayBuffer));
}

export function eventsOf(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

/** Puts a partner in the list through the page, as a colleague does, and gives its id. */
export async function addPartner(story: PartnerStory, more: Form = {}): Promise<string> {
  const form = { naam: "De Haard", soort: "woningcorporatie", kanaal: "mail", email: "info@haard.example", ...more };
  const saved = await story.ask("OOST", "/beheer/partners", form);
  if (saved.status !== 303) throw new Error(`the partner was not saved: ${saved.status}`);
  const { store, municipalityId } = story.product;
  const organisations = await listPartnerOrganisations(store.db, municipalityId);
  return organisations.find(({ name }) => name === form.naam)?.id ?? "";
}

/** Asks the partner through the form of the proposal; the evenings are seven and eight weeks ahead. */
export async function askPartner(story: PartnerStory, team: Team, partner: string, more: Form = {}): Promise<void> {
  const form = {
    partner,
    dag1: "2027-01-12",
    van1: "19:00",
    tot1: "21:00",
    dag2: "2027-01-20",
    van2: "19:00",
    tot2: "21:00",
    plek: `buurthuis ${team}`,
    naam: `Noor van ${team}`,
    telefoon: "06-0000 0000",
    email: `noor@${team.toLowerCase()}.example`,
    ...more,
  };
  const sent = await story.ask(team, `/voorstellen/v-${team.toLowerCase()}/aanvraag`, form);
  if (sent.status !== 303) throw new Error(`the request was not sent: ${sent.status}`);
}

/** A month that a person released, whose report names these themes. */
export async function releaseMonthOf(
  { store, municipalityId }: Product,
  month: string,
  themeIds: readonly string[],
): Promise<void> {
  const made = report();
  const [row] = made.sections.recurring.all;
  if (row === undefined) throw new Error("the sample report is empty");
  const all = themeIds.map((themeId) => ({ ...row, themeId }));
  const content = { ...made, month, sections: { ...made.sections, recurring: { rows: all, all } } };
  await saveReports(store.db, municipalityId, { month, content, madeAt: MONDAY });
  const released = {
    month,
    page: {},
    parameters: {},
    productVersion: "0.1.0",
    modelVersion: "1",
    releasedBy: "Sam",
    releasedAt: MONDAY,
  };
  await recordReleases(store.db, municipalityId, AUDIENCE, [released]);
}
