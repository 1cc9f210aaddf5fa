import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach } from "vitest";
import { partnerPages } from "../src/routes/partner/route.js";
import type { AgendaDraft, AnswerDraft, PartnerPageView, PartnerTools, RequestPartView } from "../src/web-tools.js";

export const PART: RequestPartView = {
  id: "a-1",
  title: "Grip op je huurkosten",
  topic: "huurtoeslag",
  areaName: "Sterrenwijk",
  form: "Informatieavond",
  location: "De Ster",
  turnout: { min: 20, max: 40 },
  asks: ["een medewerker"],
  offers: ["de zaal"],
  dates: ["dinsdag 1 december", "woensdag 2 december"],
  contact: { name: "Noor", role: "opbouwwerker", team: "Oost", phone: "06", email: "noor@wijkteam.example" },
  pleaseDoNotAsk: "Vraag ons daar niet om.",
  isOver: false,
  isWithdrawn: false,
};
export const pageWith = (...parts: RequestPartView[]): PartnerPageView => ({
  kind: "request",
  partnerName: "De Haard",
  worksUntil: "woensdag 2 december 2026",
  parts,
});
export const VIEW = pageWith(PART);
export const ANSWERED = pageWith({ ...PART, answered: "Bel ons eerst even." });
export const AGENDA: PartnerPageView = {
  kind: "agenda",
  partnerName: "De Haard",
  worksUntil: "dinsdag 8 december 2026",
  day: "dinsdag 8 december 2026",
  time: "19.00 tot 21.00 uur",
  rhythm: "elke tweede dinsdag van de maand",
  location: "De Ster",
  points: ["Grip op je huurkosten"],
  contact: PART.contact,
  pleaseDoNotAsk: PART.pleaseDoNotAsk,
};
export const TOKEN = "goede-token";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The pages with one link that works. `readPartnerPage` gives one view after another, the last one from then on. */
export async function servePartnerPages(
  options: {
    readonly views?: readonly (PartnerPageView | undefined)[];
    readonly outcome?: Awaited<ReturnType<PartnerTools["answerPartner"]>>;
    readonly fault?: unknown;
    readonly callsMax?: number;
  } = {},
) {
  const { views = [VIEW], outcome = "done", fault, callsMax } = options;
  const answers: [string, string, AnswerDraft | AgendaDraft][] = [];
  const faults: unknown[] = [];
  let reads = 0;
  const partner: PartnerTools = {
    async readPartnerPage(token) {
      if (fault !== undefined) throw fault;
      if (token !== TOKEN) return undefined;
      reads += 1;
      return views[Math.min(reads, views.length) - 1];
    },
    async answerPartner(token, requestId, draft) {
      answers.push([token, requestId, draft]);
      return outcome;
    },
    async answerAgenda(token, draft) {
      answers.push([token, "agenda", draft]);
      return outcome;
    },
    readPartnerCalendar: async (token) => (token === TOKEN ? "BEGIN:VCALENDAR" : undefined),
  };
  const app = express();
  app.use(
    "/aanvraag",
    partnerPages({
      partner,
      outside: { municipality: "Voorbeeldstad", productVersion: "0", limits: { households: 10, colleagues: 3 } },
      today: () => "2026-11-22",
      form: express.urlencoded({ extended: false, limit: "1kb" }),
      reportFault: (reported) => void faults.push(reported),
      newReference: () => "RD-7Q4K",
      ...(callsMax !== undefined && { callsMax }),
    }),
  );
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/aanvraag/`;
  const see = async (response: Response) => ({
    status: response.status,
    headers: response.headers,
    html: await response.text(),
  });
  return {
    answers,
    faults,
    read: async (token = TOKEN, method = "GET") => await see(await fetch(address + token, { method })),
    answer: async (form?: Readonly<Record<string, string>>, token = TOKEN) =>
      await see(
        await fetch(address + token, {
          method: "POST",
          redirect: "manual",
          ...(form !== undefined && { body: new URLSearchParams(form) }),
        }),
      ),
  };
}
