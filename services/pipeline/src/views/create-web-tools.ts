import { type Actor, may, whyNotMay } from "@rode-draad/domain";
import type { WebTools } from "@rode-draad/web";
import { activityTools } from "./activities/activity-tools.js";
import { effectTools } from "./effects/effect-tools.js";
import { eveningTools } from "./evenings/evening-tools.js";
import { frameTools } from "./frame/frame-tools.js";
import { importTools } from "./imports/import-tools.js";
import { initiativeTools } from "./initiatives/initiative-tools.js";
import { noteTools } from "./notes/note-tools.js";
import { operationTools } from "./operation/operation-tools.js";
import { overviewTools } from "./overview/overview-tools.js";
import { directoryTools } from "./partners/directory-tools.js";
import { requestTools } from "./partners/request-tools.js";
import { proposalTools } from "./proposals/proposal-tools.js";
import { reportTools } from "./reports/report-tools.js";
import { reviewTools } from "./review/review-tools.js";
import { settingsTools } from "./settings/settings-tools.js";
import { themeTools } from "./themes/theme-tools.js";
import type { Actions, WebMeans } from "./web-means.js";

/** What the pages need for one person, from what was released and stored. Nothing is counted here. */
export function createWebTools(
  { product, ...shared }: Pick<WebMeans, "product" | "door" | "address" | "uploads" | "moves">,
  actions: Actions,
  actor: Actor,
): WebTools {
  const policy = product.configuration.accessPolicy;
  const means: WebMeans = {
    product,
    ...shared,
    actions,
    actor,
    policy,
    whyNot: (action) => whyNotMay(actor, action, { policy }),
    seesTeam: ({ code }) => may(actor, "figures:read", { policy, subject: { kind: "team", teamCode: code } }),
  };
  return {
    ...frameTools(means),
    ...reportTools(means),
    ...themeTools(means),
    ...reviewTools(means),
    ...overviewTools(means),
    ...proposalTools(means),
    ...requestTools(means),
    ...eveningTools(means),
    ...directoryTools(means),
    ...initiativeTools(means),
    ...effectTools(means),
    ...importTools(means),
    ...noteTools(means),
    ...settingsTools(means),
    ...activityTools(means),
    ...operationTools(means),
  };
}
