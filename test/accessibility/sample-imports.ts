import type { ImportNames, ImportTools, ImportView, UploadView } from "@rode-draad/web";

export interface SampleUpload extends ImportNames {
  readonly fileName: string;
  readonly bytes: number;
}

const NOTHING = { counts: [], heldBackBecause: [], refused: [], refusedUnlisted: 0 };

const IMPORTS: Readonly<Record<string, ImportView>> = {
  "i-1": {
    state: "whole",
    progress: { isOver: true, rows: 1643, percent: 100 },
    counts: [
      { kind: "stored", value: 1606 },
      { kind: "heldBack", value: 2 },
      { kind: "objected", value: 6 },
      { kind: "refused", value: 29 },
    ],
    heldBackBecause: ["De tekst was niet te lezen. Exporteer de notitie opnieuw."],
    refused: [
      {
        reason: "De wijk is onbekend",
        rows: [212, 213, 214, 215, 216, 217, 218, 219, 230, 231, 232, 233],
        moreRows: 3,
        remedy: "Vul een wijkcode in. Een wijkcode begint met WK.",
      },
      { reason: "De notitie is leeg", rows: [305, 306, 511], moreRows: 0, remedy: "Je hoeft niets te doen." },
    ],
    refusedUnlisted: 11,
  },
  "i-2": { ...NOTHING, state: "running", progress: { isOver: false, rows: 412, percent: 64 } },
  "i-3": { ...NOTHING, state: "interrupted", progress: { isOver: true, rows: 400, percent: 62 } },
};

const COLUMNS: UploadView["columns"] = [
  { name: "nr", kind: "number", field: "bronId" },
  { name: "datum_contact", kind: "date", field: "datum" },
  { name: "wijkteam", kind: "short", field: "team" },
  { name: "wijk_cbs", kind: "short", field: "wijk" },
  { name: "initialen", kind: "short" },
  { name: "verslag", kind: "text", field: "tekst" },
  { name: "registratiesysteem_contactmoment_volgnummer_hoofdaannemer_kenmerk", kind: "empty" },
  { kind: "text" },
];
const UPLOAD: UploadView = {
  fileName: "wijkteam-oost-oktober.csv",
  columns: COLUMNS,
  isRemembered: true,
  missing: [],
  rows: {
    readable: 606,
    refusedRows: 15,
    refused: [
      {
        reason: "Wij kennen deze wijk niet.",
        rows: [212, 213],
        moreRows: 13,
        remedy: 'Gebruik de CBS-wijkcode, of zeg één keer welke erbij hoort: rodedraad import --wijk "Naam=WK036301".',
      },
    ],
  },
};
const { rows: _rows, ...WITHOUT_ROWS } = UPLOAD;
const LACKING: UploadView = {
  ...WITHOUT_ROWS,
  isRemembered: false,
  columns: COLUMNS.map(({ field: _field, ...column }) => column),
  missing: ["bronId", "tekst"],
};

/** Three imports, of which one runs and one broke off, and a file that waits. */
export function sampleImportTools(uploads: SampleUpload[]): ImportTools {
  const kept = { fileName: UPLOAD.fileName, bytes: 0 };
  return {
    async keepUpload({ fileName, content }) {
      let bytes = 0;
      for await (const chunk of content) bytes += (chunk as Buffer).length;
      Object.assign(kept, { fileName, bytes });
      return { uploadId: "u-1" };
    },
    readUpload: async (uploadId) => (uploadId === "u-1" ? UPLOAD : uploadId === "u-2" ? LACKING : undefined),
    async startImport(uploadId, names) {
      if (uploadId !== "u-1") return undefined;
      uploads.push({ ...kept, ...names });
      return { importId: "i-1" };
    },
    readImport: async (importId) => IMPORTS[importId],
    readProgress: async (importId) => IMPORTS[importId]?.progress,
    listImports: async () => [
      { id: "i-2", day: "2026-11-22", state: "running", rows: 412, refused: 0 },
      { id: "i-1", day: "2026-11-03", state: "whole", rows: 1643, refused: 29 },
      { id: "i-3", day: "2026-11-02", state: "interrupted", rows: 400, refused: 0 },
    ],
    listRefusedRows: async (importId) =>
      importId === "i-1" ? [{ row: 212, reason: "De wijk is onbekend", remedy: "Vul een wijkcode in." }] : undefined,
    writeTemplate: async (kind) => Buffer.from(kind),
  };
}
