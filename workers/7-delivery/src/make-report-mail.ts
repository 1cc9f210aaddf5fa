import { createHash } from "node:crypto";
import type { Month } from "@rode-draad/domain";
import type { OutgoingMail } from "./open-mailer.js";

/** What a mail about a report may say: that it is there, and where. Nothing of what is in it. */
export interface ReportNotice {
  readonly municipalityName: string;
  readonly month: Month;
  /** "oktober 2026" */
  readonly monthName: string;
  /** The page of the report; who opens it signs in. */
  readonly address: string;
  /** Where the mail can be turned off. */
  readonly accountAddress: string;
  readonly from: string;
  readonly to: string;
  readonly madeAt: Date;
}

/** The same month and receiver give the same message id, by which a mailbox knows a second try for the first. */
export function makeReportMail(notice: ReportNotice): OutgoingMail {
  const { municipalityName, month, monthName, address, accountAddress, from, to, madeAt } = notice;
  const key = createHash("sha256").update(`${municipalityName}\0${month}\0${to}`, "utf8").digest("hex").slice(0, 32);
  const subject = `Het maandrapport van ${monthName} staat klaar`;
  const lines = [
    "Beste collega,",
    `Het maandrapport van ${monthName} van gemeente ${municipalityName} is vrijgegeven. Je leest het hier:`,
    address,
    "In deze mail staan geen cijfers. Meld je aan om het rapport te lezen.",
    "Wil je deze mail niet meer? Zet hem uit op de pagina van het rapport:",
    accountAddress,
  ];
  return {
    id: `rapport-${key}`,
    messageId: `<rapport-${key}@${from.split("@").at(-1)}>`,
    date: madeAt,
    from: { name: `Rode Draad, gemeente ${municipalityName}`, address: from },
    to: { name: "", address: to },
    subject,
    text: `${lines.join("\n\n")}\n`,
    html: asHtml(subject, lines, [address, accountAddress]),
  };
}

function asHtml(title: string, lines: readonly string[], links: readonly string[]): string {
  const parts = lines.map((line) => {
    const text = escapeHtml(line);
    return `<p>${links.includes(line) ? `<a href="${text}">${text}</a>` : text}</p>`;
  });
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>`;
  return `<!DOCTYPE html>\n<html lang="nl"><head>${head}</head><body>${parts.join("\n")}</body></html>\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
