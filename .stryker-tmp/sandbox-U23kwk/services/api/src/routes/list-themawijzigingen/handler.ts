import { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import { idSchema, nothing } from "../common-schemas.js";
import { themeChangesSchema, toThemeChange } from "./response.js";

export const listThemawijzigingen = defineRoute({
  method: "get",
  path: "/v1/themawijzigingen",
  action: "figures:read",
  operationId: "themawijzigingenLezen",
  audit: { action: "list-theme-changes", subject: "theme" },
  tag: "Correcties",
  summary: "Lees wat er aan de thema's veranderde",
  description: "Geeft wat mensen en het programma aan de thema's veranderden, het laatste eerst.",
  params: nothing,
  query: z.strictObject({ themaId: idSchema.optional().describe("Alleen de wijzigingen van dit thema.") }),
  responses: { 200: { description: "De wijzigingen.", schema: themeChangesSchema } },
  async handle({ query }, tools) {
    const changes = await tools.listThemeChanges(query.themaId === undefined ? {} : { themeId: query.themaId });
    return { status: 200, body: { themawijzigingen: changes.map(toThemeChange) } };
  },
});
