import type { Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import type { Request } from "express";
import { WordedError } from "../messages/worded-error.js";
import type { Words } from "../messages/words-of.js";

/** Longest answer in one field: a name per wijk of the largest municipality fits in it. */
const FIELD_BYTES_MAX = 16 * 1024;

interface UploadedFile {
  readonly fileName: string;
  readonly content: Readable;
}

interface UploadRules {
  readonly bytesMax: number;
  /** Extensions, as ".csv". */
  readonly kinds: readonly string[];
}

/**
 * Hands the one file of a multipart form on while it streams. The fields before the file are put in `fields` first; they stay there after
 * a failure, to show the form again. Throws a WordedError when there is no file, a file of another kind, or one over the limit.
 */
export async function receiveUpload<Result>(
  request: Request,
  { bytesMax, kinds }: UploadRules,
  fields: Map<string, string>,
  take: (file: UploadedFile) => Promise<Result>,
  t: Words,
): Promise<Result> {
  const type = request.get("Content-Type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw refused("upload-not-a-form", t("upload.notAForm"));
  return await new Promise<Result>((resolve, reject) => {
    const parser = new Busboy({
      headers: { ...request.headers, "content-type": type },
      limits: { files: 1, fileSize: bytesMax, fields: 8, fieldSize: FIELD_BYTES_MAX, parts: 12 },
    });
    let hasFile = false;
    const fail = (error: unknown): void => {
      request.unpipe(parser);
      request.resume();
      reject(error);
    };
    parser.on("field", (name: string, value: string) => void fields.set(name, value));
    parser.on("file", (_field: string, content, fileName: string | undefined) => {
      if (!fileName) return void content.resume();
      hasFile = true;
      if (!kinds.some((kind) => fileName.toLowerCase().endsWith(kind))) {
        content.resume();
        return fail(refused("upload-kind", t("upload.kind", { kinds: kinds.join(", ") })));
      }
      content.on("limit", () => {
        const megabytes = Math.round(bytesMax / 1024 / 1024);
        content.destroy(refused("upload-too-large", t("upload.tooLarge", { megabytes })));
      });
      // A browser that goes away in the middle would otherwise leave the reader waiting for the rest.
      request.once("close", () => {
        if (!request.complete) content.destroy(refused("upload-broken", t("upload.broken")));
      });
      take({ fileName, content }).then(resolve, fail);
    });
    parser.on("finish", () => {
      if (!hasFile) reject(refused("upload-empty", t("upload.empty")));
    });
    parser.on("error", () => fail(refused("upload-broken", t("upload.broken"))));
    request.pipe(parser);
  });
}

function refused(code: string, message: string): WordedError {
  return new WordedError(code, message);
}
