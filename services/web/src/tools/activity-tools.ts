import type { Activity } from "@rode-draad/domain";
import type { Refused, UploadedTable } from "./settings-tools.js";

/** What exists already: the sociale kaart. */
export interface ActivityTools {
  listActivities(): Promise<readonly ActivityView[]>;
  /** Reads a CSV file or Open Referral JSON. What the same file had before and has no more goes. */
  importActivities(file: UploadedTable): Promise<ActivitiesImported | Refused>;
  removeActivity(id: string): Promise<Readonly<Record<string, never>> | Refused>;
}

export interface ActivityView extends Pick<Activity, "id" | "name" | "organisation" | "meets" | "url"> {
  /** None: the whole municipality. */
  readonly areas: readonly string[];
  /** None: it is shown with no proposal. */
  readonly themes: readonly string[];
}

export interface ActivitiesImported {
  readonly taken: number;
  readonly gone: number;
  /** Taken over, and shown with no proposal, since no theme was recognised. */
  readonly withoutTheme: number;
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}
