import type { PrivacyParameters } from "@rode-draad/catalogue";
import { ACTIONS, actorName, may } from "@rode-draad/domain";
import { withTightened } from "@rode-draad/privacy";
import { describeSecondFactor, listAreas, listReportMonths, listTeams, readOwnSettings } from "@rode-draad/store";
import type { FrameTools, FrameView } from "@rode-draad/web";
import type { Product } from "../../open-product.js";
import { PRODUCT_VERSION } from "../../product-version.js";
import type { WebMeans } from "../web-means.js";
import { describeAccount } from "./describe-account.js";

export function frameTools({ product, actor, policy, seesTeam }: WebMeans): FrameTools {
  const { store, municipalityId } = product;
  return {
    readFrame: async () => ({
      ...outsideFrame(product),
      limits: limitsIn(
        withTightened(product.catalogue.privacyParameters, (await readOwnSettings(store.db, municipalityId)).limits),
      ),
      account: { name: actorName(actor), actions: ACTIONS.filter((action) => may(actor, action, { policy })) },
    }),
    async readAccount() {
      const [teams, secondStep] = await Promise.all([
        listTeams(store.db, municipalityId),
        describeSecondFactor(store.db, municipalityId, actor.id),
      ]);
      return describeAccount(actor, policy, { teams, secondStep });
    },

    async readChoices() {
      const [months, areas, teams] = await Promise.all([
        listReportMonths(store.db, municipalityId),
        listAreas(store.db, municipalityId),
        listTeams(store.db, municipalityId),
      ]);
      return {
        months,
        areas,
        teams: teams.filter(seesTeam),
      };
    },
  };
}

/** The frame of a page for who is not signed in. */
export function outsideFrame({ configuration, catalogue }: Pick<Product, "configuration" | "catalogue">): FrameView {
  return {
    municipality: configuration.municipalityName,
    productVersion: PRODUCT_VERSION,
    limits: limitsIn(catalogue.privacyParameters),
  };
}

function limitsIn({ caseMinShared, professionalsMin }: PrivacyParameters): FrameView["limits"] {
  return { households: caseMinShared, colleagues: professionalsMin };
}
