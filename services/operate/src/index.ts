export type { BackupHead } from "./backup/backup-form.js";
export { restoreBackup } from "./backup/restore-backup.js";
export { writeBackup } from "./backup/write-backup.js";
export type { Check } from "./doctor/check.js";
export { examine, examineQueue, examineRunning } from "./doctor/examine.js";
export type { ExportManifest } from "./export/export-form.js";
export { readExport } from "./export/read-export.js";
export { writeExport } from "./export/write-export.js";
export {
  admitKeys,
  dropPreviousHashKey,
  forgetKeyMarks,
  keepKeyMarks,
  readKeyring,
  replaceHashKey,
  requireFitOfStore,
} from "./keys/keep-keys.js";
export { KEY_NAMES } from "./keys/keys-differ.js";
export { moveStore } from "./move/move-store.js";
export { observeProduct } from "./telemetry/observe-product.js";
export { startTelemetry } from "./telemetry/start-telemetry.js";
