import { Readable } from "node:stream";
import { promisify } from "node:util";
import { ProductError } from "@rode-draad/domain";
import type { NoteSource } from "@rode-draad/intake";
import express, { type Request, type Response } from "express";
import type { z } from "zod";
import { dutchMessage, toInputError } from "../../http/describe-issue.js";
import { invalidInput, Problem } from "../../http/problem.js";
import { LINES_BYTES_MAX, LIST_BYTES_MAX, listSchema, singleSchema } from "./request.js";

const parseJson = promisify<Request, Response>(express.json({ limit: LIST_BYTES_MAX, strict: false }));

/** The notes of a request as a source for the door, and whether it was one note by itself. */
export async function readNotesBody(request: Request): Promise<{ source: NoteSource; isSingle: boolean }> {
  if (request.is("application/json") !== false) return await fromJson(request);
  const encoding = request.get("content-encoding") ?? "identity";
  if (encoding !== "identity") {
    throw new Problem(415, "unsupported-encoding", "Stuur application/x-ndjson niet ingepakt.");
  }
  const totalBytes = Number(request.get("content-length") ?? Number.NaN);
  if (totalBytes > LINES_BYTES_MAX) throw tooLarge();
  const stream = Readable.from(limited(request));
  return {
    isSingle: false,
    source: { kind: "stream", name: "verzoek.ndjson", stream, ...(Number.isNaN(totalBytes) ? {} : { totalBytes }) },
  };
}

async function fromJson(request: Request): Promise<{ source: NoteSource; isSingle: boolean }> {
  await parseJson(request, request.res as Response);
  const isSingle = !Array.isArray(request.body);
  const schema: z.ZodType = isSingle ? singleSchema : listSchema;
  const result = schema.safeParse(request.body, { error: dutchMessage, reportInput: true });
  if (!result.success) throw invalidInput(result.error.issues.map((issue) => toInputError("body", issue)));
  return { isSingle, source: { kind: "values", values: isSingle ? [request.body] : (request.body as unknown[]) } };
}

async function* limited(request: Request): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LINES_BYTES_MAX) throw tooLarge();
    yield chunk;
  }
}

function tooLarge(): ProductError {
  return new ProductError(
    "api.too-large",
    `Je stuurt meer dan ${LINES_BYTES_MAX / 1024 / 1024} MB. Knip het in delen. Wat al is opgeslagen, slaan wij niet nog eens op.`,
  );
}
