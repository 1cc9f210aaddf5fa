import { createHmac, timingSafeEqual } from "node:crypto";
import { createReadStream } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { MunicipalityId } from "@rode-draad/domain";
import type { AuditAnchor } from "@rode-draad/store";

/**
 * The head of the audit log, kept where who changes the database cannot reach: a file that only grows, one signed line a
 * write. Best on a disk or machine that lets nobody change what was written (AUDIT_ANCHOR).
 */

/** Only the user who runs the product reads and writes it. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

interface Anchor extends AuditAnchor {
  readonly municipalityId: MunicipalityId;
  readonly at: Date;
}

/** Adds one line. Lines are shorter than what a system writes at once, so two processes may share a file. */
export async function appendAnchor(file: string, key: string, anchor: Anchor): Promise<void> {
  const { municipalityId, number, seal, at } = anchor;
  const facts = { municipality: municipalityId, number, seal, at: at.toISOString() };
  const line = `${JSON.stringify({ ...facts, signature: sign(key, facts) })}\n`;
  try {
    await appendFile(file, line, { mode: FILE_MODE });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    await mkdir(dirname(file), { recursive: true, mode: FOLDER_MODE });
    await appendFile(file, line, { mode: FILE_MODE });
  }
}

export interface ReadAnchors {
  readonly anchors: readonly AuditAnchor[];
  /** Lines that nobody with the key wrote, or that were changed after; the first one is line 1. */
  readonly forgedLines: readonly number[];
  /** The first line that was signed with the key; none: infinity. */
  readonly firstSignedLine: number;
  /** Lines that a crash or a full disk broke off. They say nothing, as if they were not there. */
  readonly brokenLines: number;
}

/** The anchors of a municipality; none when there is no file. */
export async function readAnchors(file: string, key: string, municipalityId: MunicipalityId): Promise<ReadAnchors> {
  const anchors: AuditAnchor[] = [];
  const forgedLines: number[] = [];
  let firstSignedLine = Number.POSITIVE_INFINITY;
  let brokenLines = 0;
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      const facts = parse(text);
      if (facts === undefined) brokenLines += 1;
      else if (!isSigned(key, facts)) forgedLines.push(line);
      else {
        firstSignedLine = Math.min(firstSignedLine, line);
        if (facts.municipality === municipalityId) anchors.push({ number: facts.number, seal: facts.seal });
      }
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return { anchors, forgedLines, firstSignedLine, brokenLines };
}

interface SignedFacts {
  readonly municipality: string;
  readonly number: number;
  readonly seal: string;
  readonly at: string;
  readonly signature: string;
}

function parse(text: string): SignedFacts | undefined {
  try {
    const { municipality, number, seal, at, signature } = JSON.parse(text) as SignedFacts;
    const strings = [municipality, seal, at, signature].every((value) => typeof value === "string");
    return strings && Number.isSafeInteger(number) ? { municipality, number, seal, at, signature } : undefined;
  } catch {
    return undefined;
  }
}

function isSigned(key: string, { signature, ...facts }: SignedFacts): boolean {
  const expected = Buffer.from(sign(key, facts));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The word in front keeps a signature of an anchor from ever being a seal of an entry. */
function sign(key: string, { municipality, number, seal, at }: Omit<SignedFacts, "signature">): string {
  const written = JSON.stringify(["anchor", municipality, number, seal, at]);
  return createHmac("sha256", key).update(written, "utf8").digest("base64url");
}
