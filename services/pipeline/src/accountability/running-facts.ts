import { readMunicipalCatalogue } from "@rode-draad/api";
import { type AccessPolicy, pairsKeptMonths } from "@rode-draad/domain";
import { loadPreviousHashKey } from "@rode-draad/runtime";
import { readAuditHead, readRetention } from "@rode-draad/store";
import { type MeasuredFigures, readMeasuredFigures } from "@rode-draad/themes";
import { anchorPath } from "../audit/anchor-path.js";
import type { Product } from "../open-product.js";

/** How long what is kept. */
interface RetentionFacts {
  /** Days that the text of a note stays after it got its themes. */
  readonly textDays: number;
  /** Months that the link between a case and a theme stays. */
  readonly caseThemeMonths: number;
}

/** What the accountability is written from: the settings in force and what they opened. */
export interface RunningFacts {
  readonly municipality: string;
  readonly catalogue: Product["catalogue"];
  readonly modelVersion: string;
  readonly measured: MeasuredFigures;
  readonly storedOn: "pglite" | "postgres";
  readonly queuedOn: "redis" | "postgres";
  readonly isMailed: boolean;
  readonly isTextEncrypted: boolean;
  readonly isHashKeyChanging: boolean;
  /** People sign in with the municipality's own accounts. */
  readonly isSignInOutside: boolean;
  /** A key in the settings opens the API on this machine. */
  readonly isTokenInSettings: boolean;
  readonly host: string;
  readonly auditEntries: number;
  readonly auditAnchor: string;
  readonly retention: RetentionFacts;
  readonly accessPolicy: AccessPolicy;
}

/** Reads the facts of a running product. */
export async function readRunningFacts(product: Product): Promise<RunningFacts> {
  const { configuration, store, queue, texts, municipalityId } = product;
  const catalogue = await readMunicipalCatalogue(store.db, municipalityId, product.catalogue);
  return {
    municipality: configuration.municipalityName,
    catalogue,
    modelVersion: await texts.modelVersion(),
    measured: readMeasuredFigures(),
    storedOn: store.engine,
    queuedOn: queue.backEnd,
    isMailed: configuration.smtpUrl !== undefined,
    isTextEncrypted: configuration.textKeys.length > 0,
    isHashKeyChanging: (await loadPreviousHashKey(configuration)) !== undefined,
    isSignInOutside: configuration.signInProvider !== undefined,
    isTokenInSettings: configuration.apiToken !== undefined,
    host: configuration.host,
    auditEntries: (await readAuditHead(store.db, municipalityId))?.number ?? 0,
    auditAnchor: anchorPath(configuration),
    accessPolicy: configuration.accessPolicy,
    retention: {
      textDays: (await readRetention(store.db, municipalityId)).textDays,
      caseThemeMonths: pairsKeptMonths(catalogue.privacyParameters.rollingWindowMonths),
    },
  };
}
