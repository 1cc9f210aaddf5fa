import { defineRoute } from "../../http/define-route.js";
import { Problem } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { paramsSchema } from "./request.js";
import { themeSchema, toTheme } from "./response.js";

export const readThema = defineRoute({
  method: "get",
  path: "/v1/themas/{themaId}",
  action: "figures:read",
  operationId: "themaLezen",
  audit: { action: "read-theme", subject: "theme" },
  tag: "Thema's",
  summary: "Lees één thema",
  description: "Geeft één thema, met het bereik uit het laatste rapport als wij dat mogen tonen.",
  params: paramsSchema,
  query: nothing,
  responses: { 200: { description: "Het thema.", schema: themeSchema } },
  problems: [404],
  async handle({ params }, tools) {
    const theme = await tools.readTheme(params.themaId);
    if (theme === undefined) throw new Problem(404, "theme-unknown", "Dit thema bestaat niet.");
    return { status: 200, body: toTheme(theme), about: { id: theme.id } };
  },
});
