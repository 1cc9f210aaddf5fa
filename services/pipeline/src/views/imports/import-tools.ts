import { ProductError } from "@rode-draad/domain";
import {
  fieldOf,
  type KeptSummary,
  type LookedColumn,
  lookAtColumns,
  REQUIRED_FIELDS,
  writeTemplate,
} from "@rode-draad/intake";
import { findImport, findImportProfile, type ImportRun, keepImportProfile, listImports } from "@rode-draad/store";
import type { ImportNames, ImportTools, ImportView, UploadView } from "@rode-draad/web";
import { sourceOf } from "../../door/held-uploads.js";
import { isBrokenOff } from "../../door/is-broken-off.js";
import { dutchDay } from "../../door/receive-notes.js";
import type { WebMeans } from "../web-means.js";
import { describeImport, refusedByReason, splitReason } from "./describe-import.js";

/** Files shown on the page where a person chooses one. */
const IMPORTS_SHOWN = 8;

type Kept = KeptSummary | { readonly interrupted: true };

export function importTools({ product, door, uploads, actor }: WebMeans): ImportTools {
  const { store, municipalityId, clock, reader, logger } = product;
  const { db } = store;
  /** Headings in their order, without case and signs, under the key of the installation. */
  const profileOf = (columns: readonly LookedColumn[]): string =>
    door.hash("import-profile", columns.map(({ heading }) => heading.toLowerCase()).join("\u0000"));

  const stateOf = (run: ImportRun): ImportView["state"] => {
    if (run.finishedAt === undefined) return isBrokenOff(run, clock()) ? "interrupted" : "running";
    return "interrupted" in (run.summary as Kept) ? "interrupted" : "whole";
  };
  const progressOf = (run: ImportRun) => ({
    isOver: stateOf(run) !== "running",
    rows: run.rowsRead,
    percent: Math.round(run.shareRead * 100),
  });

  return {
    async keepUpload({ fileName, content }) {
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of content) {
        size += (piece as Buffer).length;
        uploads.reserve(size);
        pieces.push(piece as Buffer);
      }
      const bytes = Buffer.concat(pieces);
      const columns = await lookAtColumns(sourceOf(fileName, bytes), reader);
      if (columns.length === 0) throw noNotes();
      return { uploadId: uploads.hold({ accountId: actor.id, fileName, columns, bytes }).id };
    },

    async readUpload(uploadId, names) {
      const upload = uploads.find(uploadId, actor.id);
      if (upload === undefined) return undefined;
      const { columns, fileName } = upload;
      const remembered =
        names === undefined ? await findImportProfile(db, municipalityId, profileOf(columns)) : undefined;
      const fields = columns.map(({ guess }, index) => {
        if (names !== undefined) return names.fields[index];
        return remembered === undefined ? guess : fieldOf(remembered[index] ?? "");
      });
      const missing = REQUIRED_FIELDS.filter((field) => !fields.includes(field));
      const view: UploadView = {
        fileName,
        columns: columns.map(({ name, kind }, index) => {
          const field = fields[index];
          return { ...(name !== undefined && { name }), kind, ...(field !== undefined && { field }) };
        }),
        isRemembered: remembered !== undefined,
        missing,
      };
      if (missing.length > 0) return view;
      const mapping = mappingOf(columns, fields);
      try {
        const summary = await door.tryOut(upload.source(), { mapping, namedAreas: names?.namedAreas ?? {} });
        const readable = summary.rows - summary.refusedRows;
        return { ...view, rows: { readable, refusedRows: summary.refusedRows, refused: refusedByReason(summary) } };
      } catch (error) {
        if (!(error instanceof ProductError) || error.retryable) throw error;
        return { ...view, problem: error.message };
      }
    },

    async startImport(uploadId, names) {
      const upload = uploads.find(uploadId, actor.id);
      if (upload === undefined) return undefined;
      const { importId, done } = await door.begin(upload.source(), {
        mapping: mappingOf(upload.columns, names.fields),
        namedAreas: names.namedAreas,
      });
      uploads.drop(uploadId);
      const fields = upload.columns.map((_column, index) => names.fields[index] ?? null);
      await keepImportProfile(db, municipalityId, profileOf(upload.columns), fields, clock());
      // What became of it stands with the import; here nobody waits for it.
      done.catch((error: unknown) => {
        const code = error instanceof ProductError ? error.code : "unexpected";
        logger.warn({ importId, code }, "an import stopped before the end");
      });
      return { importId };
    },

    async readImport(importId) {
      const run = await findImport(db, municipalityId, importId);
      if (run === undefined) return undefined;
      const state = stateOf(run);
      const kept = state === "whole" ? (run.summary as KeptSummary) : undefined;
      return { state, progress: progressOf(run), ...describeImport(kept) };
    },

    async readProgress(importId) {
      const run = await findImport(db, municipalityId, importId);
      return run && progressOf(run);
    },

    async listImports() {
      const runs = await listImports(db, municipalityId, IMPORTS_SHOWN);
      return runs.map((run) => {
        const summary = run.summary as Kept | undefined;
        const whole = summary === undefined || "interrupted" in summary ? undefined : summary;
        return {
          id: run.id,
          day: dutchDay(run.startedAt),
          state: stateOf(run),
          rows: whole?.rows ?? run.rowsRead,
          refused: whole?.refusedRows ?? 0,
        };
      });
    },

    async listRefusedRows(importId) {
      const run = await findImport(db, municipalityId, importId);
      if (run === undefined || stateOf(run) !== "whole") return undefined;
      return (run.summary as KeptSummary).refused.map(({ row, reason }) => ({ row, ...splitReason(reason) }));
    },

    writeTemplate: (kind) => writeTemplate(kind),
  };
}

/** As the door takes it: heading → field, and nothing for a column that is not to be read. */
function mappingOf(columns: readonly LookedColumn[], fields: ImportNames["fields"]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ heading }, index) => [heading, fields[index] ?? ""]));
}

function noNotes(): ProductError {
  return new ProductError(
    "intake.no-notes",
    "Er staan geen notities in het bestand, alleen kolomnamen of lege regels. Exporteer de notities opnieuw.",
  );
}
