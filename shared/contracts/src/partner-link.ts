/** The address of the page on which a partner answers; the token of the link follows it. */
export const PARTNER_LINK_PATH = "/aanvraag/";
