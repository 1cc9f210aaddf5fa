import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { toTheme } from "../read-thema/response.js";
import { themesSchema } from "./response.js";

export const listThemas = defineRoute({
  method: "get",
  path: "/v1/themas",
  action: "figures:read",
  operationId: "themasLezen",
  audit: { action: "list-themes", subject: "theme" },
  tag: "Thema's",
  summary: "Lees alle thema's",
  description: "Geeft de thema's uit de catalogus en de thema's die wij in de notities vonden.",
  params: nothing,
  query: nothing,
  responses: { 200: { description: "De thema's.", schema: themesSchema } },
  async handle(_input, tools) {
    const themes = await tools.listThemes();
    return { status: 200, body: { themas: themes.map(toTheme) } };
  },
});
