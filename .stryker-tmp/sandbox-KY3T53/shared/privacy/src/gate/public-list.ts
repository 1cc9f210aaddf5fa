import type { Lexicon } from "./lexicon.js";

/** Numbers, sites and mail addresses that belong to everybody: help lines, government, national organisations. */
export interface PublicList {
  isPublicNumber(digits: string): boolean;
  isPublicSite(host: string): boolean;
  isPublicMail(address: string): boolean;
}

/** Boxes that no person owns, at a public body's own domain. */
const SHARED_BOX =
  /^(?:info|contact|klantcontact|wijkteam|wmo|loket|balie|post|receptie|secretariaat|klachten|gemeente|servicepunt|klantenservice|noreply|no-reply)[\w.-]*@/i;

export function makePublicList(lexicon: Lexicon): PublicList {
  const numbers = [...lexicon.list("publicNumbers")];
  const sites = lexicon.list("publicSites");
  const isPublicSite = (host: string): boolean => {
    const labels = host.toLowerCase().split(".");
    // A site is public with all its subdomains.
    for (let from = 0; from < labels.length - 1; from++) if (sites.has(labels.slice(from).join("."))) return true;
    return false;
  };
  return {
    isPublicNumber(digits) {
      const national = digits.replace(/^(?:00)?31(?=[1-9])/, "0");
      return numbers.some((number) =>
        number.endsWith("*") ? national.startsWith(number.slice(0, -1)) : national === number,
      );
    },
    isPublicSite,
    isPublicMail(address) {
      const host = address.split("@")[1] ?? "";
      return (
        SHARED_BOX.test(address) &&
        (isPublicSite(host) || /^(?:gemeente|wijkteam|ggd)?[\w-]*gemeente[\w-]*\.nl$/i.test(host))
      );
    },
  };
}
