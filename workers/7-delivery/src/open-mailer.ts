import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProductError } from "@rode-draad/domain";
import { createTransport, type SendMailOptions } from "nodemailer";

/** A letter that is ready to leave. */
export interface OutgoingMail {
  /** Safe as a file name; the schema of the request sees to that. */
  readonly id: string;
  readonly messageId: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  /** Without an address the letter can be written, not sent. */
  readonly to: { readonly name: string; readonly address?: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly fileName: string; readonly content: string };
}

/** One way out. Whoever opens it closes it. */
export interface Mailer {
  readonly send: (mail: OutgoingMail) => Promise<void>;
  readonly close: () => void;
}

/** A mail server that does not answer in this time will not answer this try. */
const SMTP_TIMEOUT_MS = 20_000;
/** RFC 5321: a reply from 500 on says that trying again will not help. */
const SMTP_PERMANENT = 500;
/** Logging in or speaking failed: the settings are wrong, not the letter, so it may be tried again. */
const SETTINGS_AT_FAULT: readonly string[] = ["EAUTH", "ENOAUTH", "EOAUTH2", "ETLS", "EPROTOCOL"];

/**
 * Sends to `smtpUrl`. Without one, and for a partner without an address, writes the mail as `<id>.eml` into `directory`, to
 * be opened and sent by hand.
 */
export function openMailer(options: { readonly smtpUrl?: string; readonly directory: string }): Mailer {
  const files = openFileMailer(options.directory);
  return options.smtpUrl === undefined ? files : openSmtpMailer(options.smtpUrl, files);
}

function openSmtpMailer(smtpUrl: string, files: Mailer): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  });
  return {
    send: async (mail) => {
      if (mail.to.address === undefined) return await files.send(mail);
      try {
        await transport.sendMail(messageOf(mail));
      } catch (cause) {
        throw explainSmtpFailure(cause);
      }
    },
    close() {
      transport.close();
      files.close();
    },
  };
}

/** The mail as a file that any mail program opens. */
export async function renderMail(mail: OutgoingMail): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail(messageOf(mail));
  return message as Buffer;
}

function openFileMailer(directory: string): Mailer {
  return {
    send: async (mail) => {
      const message = await renderMail(mail);
      try {
        await mkdir(directory, { recursive: true, mode: 0o700 });
        // First beside its place and then into it: a file that is there is whole, also after a crash.
        const path = join(directory, `${mail.id}.eml`);
        await writeFile(`${path}.part`, message, { mode: 0o600 });
        await rename(`${path}.part`, path);
      } catch (cause) {
        throw new ProductError("mail-folder-unwritable", "De map voor uitgaande brieven is niet te schrijven.", {
          detail: `${directory}: ${codeOf(cause) ?? "unknown"}`,
          retryable: true,
          cause,
        });
      }
    },
    close() {},
  };
}

function messageOf(mail: OutgoingMail): SendMailOptions {
  return {
    messageId: mail.messageId,
    date: mail.date,
    from: mail.from,
    // A letter that is sent by hand gets its address then.
    ...(mail.to.address === undefined ? {} : { to: { name: mail.to.name, address: mail.to.address } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments:
      mail.calendar === undefined
        ? []
        : [
            {
              filename: mail.calendar.fileName,
              content: mail.calendar.content,
              contentType: "text/calendar; charset=utf-8; method=PUBLISH",
              // Keeps the CR LF line ends that RFC 5545 asks for, whatever a mail server does to line ends.
              contentTransferEncoding: "base64",
            },
          ],
    // A letter is made of its fields; nothing in one may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Names the kind of failure, never the server's sentence, which may quote an address. */
function explainSmtpFailure(cause: unknown): ProductError {
  const code = codeOf(cause) ?? "unknown";
  const reply = replyOf(cause);
  const permanent = reply !== undefined && reply >= SMTP_PERMANENT && !SETTINGS_AT_FAULT.includes(code);
  const detail = `code ${code}${reply === undefined ? "" : `, reply ${reply}`}`;
  return permanent
    ? new ProductError("mail-refused", "De mailserver weigert deze brief. Controleer het adres van de partner.", {
        detail,
        cause,
      })
    : new ProductError("mail-server-unreachable", "De brief is nog niet verstuurd. Wij proberen het later opnieuw.", {
        detail,
        retryable: true,
        cause,
      });
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
}

function replyOf(cause: unknown): number | undefined {
  return cause instanceof Error && "responseCode" in cause && typeof cause.responseCode === "number"
    ? cause.responseCode
    : undefined;
}
