import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalogue } from "@rode-draad/catalogue";
import type { PartnerRequest } from "@rode-draad/domain";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest } from "../test/build-request.js";
import { startSmtpServer } from "../test/start-smtp-server.js";
import { makeMail } from "./make-mail.js";
import { type OutgoingMail, openMailer } from "./open-mailer.js";

const catalogue = loadCatalogue();
const mailOf = (request: PartnerRequest): OutgoingMail =>
  makeMail(
    {
      municipalityId: "voorbeeldstad",
      now: [request],
      earlier: [],
      answerAddress: "https://rodedraad.example/aanvraag/abc",
      madeAt: new Date("2026-11-22T09:30:00Z"),
    },
    catalogue,
  );
const mail = mailOf(buildRequest());

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rode-draad-mail-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function overSmtp(outgoing: OutgoingMail, refuse?: (address: string) => number | undefined) {
  const server = await startSmtpServer(refuse);
  const mailer = openMailer({ smtpUrl: server.url, directory });
  try {
    await mailer.send(outgoing);
    return server.received;
  } finally {
    mailer.close();
    await server.stop();
  }
}

describe("with a mail server", () => {
  it("delivers letter and calendar to the partner and nobody else", async () => {
    const received = await overSmtp(mail);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from: "noor@wijkteam.example", to: ["wijkbeheer@corporatie.example"] });
    const parsed = await PostalMime.parse(received[0]?.raw ?? "");
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.html?.trim()).toBe(mail.html.trim());
    expect(parsed.messageId).toBe(mail.messageId);
    expect(parsed.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ["voorgestelde-data.ics", "text/calendar"],
    ]);
    const calendar = new TextDecoder().decode(parsed.attachments[0]?.content as ArrayBuffer);
    expect(calendar.trim()).toBe(mail.calendar?.content.replaceAll("\r\n", "\n").trim());
    // The parser turns line ends into its own; on the wire they are the file's.
    expect(received[0]?.raw.replaceAll("\r\n", "")).toContain(
      Buffer.from(mail.calendar?.content ?? "").toString("base64"),
    );
  });

  it.each(["subject", "name", "messageId"] as const)("cannot be given another header by its %s", async (field) => {
    const sly = "Hallo\r\nBcc: dief@elders.example\r\nX-Sly: 1\r\n\r\ninhoud";
    const slyMail: OutgoingMail = {
      ...mail,
      ...(field === "subject" ? { subject: sly } : {}),
      ...(field === "messageId" ? { messageId: `<${sly}@x.example>` } : {}),
      ...(field === "name" ? { from: { ...mail.from, name: sly }, to: { ...mail.to, name: sly } } : {}),
    };
    const received = await overSmtp(slyMail);
    expect(received[0]?.to).toEqual(["wijkbeheer@corporatie.example"]);
    const parsed = await PostalMime.parse(received[0]?.raw ?? "");
    expect(parsed.bcc ?? []).toEqual([]);
    expect(parsed.headers.map(({ key }) => key)).not.toContain("x-sly");
    expect(parsed.text?.trim()).toBe(mail.text.trim());
  });

  it("tells a refused address from a server that may come back", async () => {
    await expect(overSmtp(mail, () => 550)).rejects.toMatchObject({ code: "mail-refused", retryable: false });
    await expect(overSmtp(mail, () => 451)).rejects.toMatchObject({
      code: "mail-server-unreachable",
      retryable: true,
    });
  });

  it("says in one sentence that no server answers, without the address", async () => {
    const port = await freePort();
    const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, directory });
    const failure = await mailer.send(mail).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "mail-server-unreachable", retryable: true });
    expect(JSON.stringify(failure)).not.toContain("corporatie.example");
  });

  it("writes the letter as a file when the partner has no address", async () => {
    const { partnerEmail: _, ...request } = buildRequest();
    const mailer = openMailer({ smtpUrl: "smtp://127.0.0.1:1", directory });
    await mailer.send(mailOf(request));
    mailer.close();
    expect(await readdir(directory)).toEqual([`${request.id}.eml`]);
  });
});

describe("without a mail server", () => {
  it("writes one whole file per request, whether the address is known or not", async () => {
    const mailer = openMailer({ directory: join(directory, "uit") });
    const { partnerEmail: _, ...byHand } = buildRequest({ id: "aanvraag-2" });
    await mailer.send(mail);
    await mailer.send(mail);
    await mailer.send(mailOf(byHand));
    expect((await readdir(join(directory, "uit"))).sort()).toEqual(["aanvraag-1.eml", "aanvraag-2.eml"]);
    const parsed = await PostalMime.parse(await readFile(join(directory, "uit", "aanvraag-2.eml")));
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.to).toBeUndefined();
    expect(parsed.attachments).toHaveLength(1);
  });

  it("says that the folder cannot be written", async () => {
    await writeFile(join(directory, "vol"), "");
    const mailer = openMailer({ directory: join(directory, "vol") });
    await expect(mailer.send(mail)).rejects.toMatchObject({ code: "mail-folder-unwritable", retryable: true });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 1;
}
