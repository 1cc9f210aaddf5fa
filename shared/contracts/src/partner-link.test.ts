import { expect, it } from "vitest";
import { PARTNER_LINK_PATH, withoutLinkToken } from "./partner-link.js";

it("leaves the token of a link out of a path that goes to the log, however the path is written", () => {
  expect(withoutLinkToken(`${PARTNER_LINK_PATH}geheim-token`)).toBe("/aanvraag/{token}");
  expect(withoutLinkToken("/Aanvraag/geheim?x=1/geheim")).toBe("/Aanvraag/{token}");
  for (const path of ["/aanvraag/", "/voorstellen/v-1/aanvraag", "/themas"]) expect(withoutLinkToken(path)).toBe(path);
});
