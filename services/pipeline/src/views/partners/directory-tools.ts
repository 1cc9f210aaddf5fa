import { randomUUID } from "node:crypto";
import { changed } from "@rode-draad/api";
import { readAddress } from "@rode-draad/delivery";
import { type PartnerOrganisation, ProductError } from "@rode-draad/domain";
import {
  findWebhookEndpoint,
  listAreas,
  listPartnerOrganisations,
  readPartnerOrganisation,
  savePartnerOrganisation,
} from "@rode-draad/store";
import type { DirectoryTools, PartnerChoices, PartnerDraft, SavedPartner } from "@rode-draad/web";
import { setPartnerWebhook } from "../../partners/partner-webhook.js";
import type { WebMeans } from "../web-means.js";
import { whyNotPublic } from "./public-line.js";

/** With this partner we exchange nothing, so it is no partner to be asked (domain report, chapter 3). */
const NEVER_ASKED = "veilig-thuis";

const CHANGE = { action: "change-partner", subject: "partner" } as const;

export function directoryTools({ product, actions }: WebMeans): DirectoryTools {
  const { store, municipalityId, catalogue, clock, audit } = product;

  async function choices(): Promise<PartnerChoices> {
    const areas = await listAreas(store.db, municipalityId);
    return {
      kinds: catalogue.partners.filter(({ id }) => id !== NEVER_ASKED).map(({ id, label }) => ({ id, name: label })),
      areas: areas.map(({ code, name }) => ({ code, name })),
    };
  }

  return {
    async listPartners() {
      const [organisations, areas] = await Promise.all([
        listPartnerOrganisations(store.db, municipalityId),
        listAreas(store.db, municipalityId),
      ]);
      const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
      return organisations.map(({ id, partnerId, name, email, channel, areaCodes, isActive }) => ({
        id,
        name,
        channel,
        isActive,
        kind: catalogue.partner(partnerId)?.label ?? partnerId,
        ...(email !== undefined && { email }),
        areas: areaCodes.map((code) => nameOf.get(code) ?? code),
      }));
    },

    readPartnerChoices: choices,

    async readPartner(organisationId) {
      const partner = await readPartnerOrganisation(store.db, municipalityId, organisationId);
      if (partner === undefined) return undefined;
      const endpoint = await findWebhookEndpoint(store.db, municipalityId, organisationId);
      return { ...(await choices()), partner, ...(endpoint !== undefined && { webhookUrl: endpoint.url }) };
    },

    async savePartner(draft) {
      const { kinds, areas } = await choices();
      const sentence = whyNotPublic(draft.name, actions.inspect);
      if (sentence !== undefined) return { heldBack: "name", sentence };
      const isKnown =
        kinds.some(({ id }) => id === draft.partnerId) &&
        draft.areaCodes.every((areaCode) => areas.some(({ code }) => code === areaCode));
      const before =
        draft.id === undefined ? undefined : await readPartnerOrganisation(store.db, municipalityId, draft.id);
      if (!isKnown || (draft.id !== undefined && before === undefined)) throw partnerUnknown();
      return await save(draft, before);
    },
  };

  async function save(draft: PartnerDraft, before: PartnerOrganisation | undefined): Promise<SavedPartner> {
    // Judged before anything is kept, so that a refused address changes nothing.
    const url =
      draft.channel === "webhook" && draft.webhookUrl !== undefined ? readAddress(draft.webhookUrl).href : undefined;
    const id = before?.id ?? `o-${randomUUID()}`;
    const { partnerId, name, email, channel, areaCodes, isActive } = draft;
    const organisation = { id, partnerId, name, ...(email !== undefined && { email }), channel, areaCodes, isActive };
    return await changed(
      { db: store.db, audit },
      CHANGE,
      async (db) => {
        await savePartnerOrganisation(db, municipalityId, organisation, clock());
        const present = await findWebhookEndpoint(db, municipalityId, id);
        if (url === undefined || url === present?.url) return { id };
        const { secret } = await setPartnerWebhook(db, product, id, url);
        return { id, secret };
      },
      () => ({ id }),
    );
  }
}

function partnerUnknown(): ProductError {
  return new ProductError("partner-unknown", "Deze partner of wijk kennen wij niet. Kies uit de lijst.");
}
