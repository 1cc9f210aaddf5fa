import type { ApiTools } from "@rode-draad/api";
import type { AccessPolicy, Action, Actor, TeamCode } from "@rode-draad/domain";
import type { HeldUploads } from "../door/held-uploads.js";
import type { Door } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";

/** What the API does with a person's decision; the pages do it the same way. */
export type Actions = Pick<
  ApiTools,
  | "inspect"
  | "reviewProposal"
  | "startInitiative"
  | "inspectPlace"
  | "changeInitiative"
  | "joinInitiative"
  | "handBackInitiative"
  | "startFollowUp"
  | "requestPartner"
  | "correctTheme"
  | "undoCorrection"
  | "listThemeChanges"
  | "listReports"
  | "releaseMonth"
  | "hashText"
  | "readNote"
  | "releaseNote"
  | "withdrawNote"
>;

/** What the tools of the pages work with: the product, and for whom. */
export interface WebMeans {
  readonly product: Product;
  readonly door: Door;
  /** Files that wait for their columns. */
  readonly uploads: HeldUploads;
  readonly actions: Actions;
  readonly actor: Actor;
  readonly policy: AccessPolicy;
  /** False when work waits and nothing moves; see `watchProgress`. */
  moves(): boolean;
  /** Where browsers reach the pages, without a slash at the end. */
  readonly address: string;
  /** The sentence that says why this person may not do this; undefined when they may. */
  whyNot(action: Action): string | undefined;
  seesTeam(team: { readonly code: TeamCode }): boolean;
}
