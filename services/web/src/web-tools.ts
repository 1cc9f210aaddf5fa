import type { ActivityTools } from "./tools/activity-tools.js";
import type { DirectoryTools } from "./tools/directory-tools.js";
import type { EffectTools } from "./tools/effect-tools.js";
import type { EveningTools } from "./tools/evening-tools.js";
import type { FrameTools } from "./tools/frame-tools.js";
import type { ImportTools } from "./tools/import-tools.js";
import type { InitiativeTools } from "./tools/initiative-tools.js";
import type { NoteTools } from "./tools/note-tools.js";
import type { OperationTools } from "./tools/operation-tools.js";
import type { OverviewTools } from "./tools/overview-tools.js";
import type { ProposalTools } from "./tools/proposal-tools.js";
import type { ReportTools } from "./tools/report-tools.js";
import type { SettingsTools } from "./tools/settings-tools.js";

export type * from "./tools/activity-tools.js";

import type { RequestTools } from "./tools/request-tools.js";
import type { ReviewTools } from "./tools/review-tools.js";
import type { ThemeTools } from "./tools/theme-tools.js";

export type * from "./tools/directory-tools.js";
export type * from "./tools/effect-tools.js";
export type * from "./tools/evening-tools.js";
export type * from "./tools/frame-tools.js";
export * from "./tools/import-tools.js";
export * from "./tools/initiative-tools.js";
export type * from "./tools/note-tools.js";
export * from "./tools/operation-tools.js";
export type * from "./tools/overview-tools.js";
export type * from "./tools/partner-tools.js";
export type * from "./tools/proposal-tools.js";
export type * from "./tools/report-tools.js";
export type * from "./tools/request-tools.js";
export type * from "./tools/review-tools.js";
export type * from "./tools/settings-tools.js";
export type * from "./tools/theme-tools.js";

/**
 * What the pages need for one person, as functions that give back released views: texts and bands. What comes out is what this
 * person may see, and what is changed is changed in this person's name. The web layer counts nothing and reads no note. Functions
 * named read or list change nothing.
 */
export interface WebTools
  extends FrameTools,
    ReportTools,
    ThemeTools,
    ReviewTools,
    OverviewTools,
    ProposalTools,
    RequestTools,
    EveningTools,
    DirectoryTools,
    InitiativeTools,
    EffectTools,
    ImportTools,
    NoteTools,
    SettingsTools,
    ActivityTools,
    OperationTools {}
