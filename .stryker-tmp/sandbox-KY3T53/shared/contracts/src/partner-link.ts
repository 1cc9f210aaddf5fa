/** The address of the page on which a partner answers; the token of the link follows it. */
export const PARTNER_LINK_PATH = "/aanvraag/";

/** A path as it may stand in a log: whoever has the token may answer, so the token is left out. */
export function withoutLinkToken(path: string): string {
  return path.replace(/(\/aanvraag\/).+/i, "$1{token}");
}
