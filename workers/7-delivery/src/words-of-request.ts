import type { Catalogue, Theme } from "@rode-draad/catalogue";
import { monthOf, type PartnerRequest } from "@rode-draad/domain";

/** The plain words of a letter. They follow from the fields of the request and from the catalogue, and from nothing else. */

const LANDLORD = "woningcorporatie";

/** Where the catalogue's name does not read well after "collega van", or has more names in one. */
const PARTNERS: Readonly<Record<string, string>> = {
  woningcorporatie: "de woningcorporatie",
  "toeslagen-belastingdienst": "de Dienst Toeslagen of de Belastingdienst",
  svb: "de Sociale Verzekeringsbank (SVB)",
  uwv: "het UWV",
  duo: "DUO",
  "gemeente-werk-inkomen": "de afdeling Werk en Inkomen van de gemeente",
  "gemeente-wmo-jeugd": "de afdeling Wmo en Jeugd van de gemeente",
  schuldhulpverlening: "de schuldhulpverlening",
  "sociaal-raadslieden": "de sociaal raadslieden",
  "bibliotheek-ido": "de bibliotheek",
  "taalhuis-vluchtelingenwerk": "het Taalhuis of VluchtelingenWerk",
  "clientondersteuning-mee": "de cliëntondersteuning",
  "vrijwillige-inzet": "de vrijwilligersorganisatie",
  mantelzorgsteunpunt: "het mantelzorgsteunpunt",
  "ggd-jgz": "de GGD of het consultatiebureau",
  "huisarts-wijkverpleging": "de huisarts of de wijkverpleging",
  "school-kinderopvang": "de school of de kinderopvang",
  "bewoners-zelforganisaties": "de bewonersgroep",
  "ggz-verslavingszorg": "de GGZ of de verslavingszorg",
};

/** A partner in the municipality's own list has a name of its own; else the kind stands for it. */
export function partnerInWords(
  { partnerId, partnerName }: Pick<PartnerRequest, "partnerId" | "partnerName">,
  catalogue: Catalogue,
): string {
  return partnerName === catalogue.partner(partnerId)?.label ? (PARTNERS[partnerId] ?? partnerName) : partnerName;
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "Sterrenwijk, Oost en West" */
export function inOneSentence(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} en ${last}`;
}

/** "Informatieavond" for "Informatieavond met partner"; a name cut off at a hyphen takes what comes after "of". */
export function formInWords(formatLabel: string): string {
  const [short = formatLabel] = formatLabel.split(/ (?:met|of|per|in|bij|voor|en|formulieren)\b| \(|,/);
  if (!short.endsWith("-")) return short;
  const whole = formatLabel.split(" of ").at(-1) ?? formatLabel;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** The topics of a request. `composeRequest` writes several as a list of quoted names. */
export function topicsOf({ topic }: PartnerRequest): readonly string[] {
  const several = [...topic.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  return several.length === 0 ? [topic] : several;
}

/** Rule: an evening about renting is for all tenants, any other one for all residents. Nobody is picked out. */
export function audienceOf(request: PartnerRequest, catalogue: Catalogue): string {
  return themeOf(request, catalogue)?.partnerIds[0] === LANDLORD ? "alle huurders" : "alle bewoners";
}

/** What the season brings in the month of the first evening; undefined when it brings nothing. */
export function seasonOf(request: PartnerRequest, catalogue: Catalogue): string | undefined {
  const theme = themeOf(request, catalogue);
  const [day] = request.dates.map((date) => date.day).sort();
  return theme === undefined || day === undefined ? undefined : catalogue.seasonMomentOf(theme.id, monthOf(day))?.text;
}

/** A request names no theme. Its title is the catalogue's, and leads back to the theme that it was taken from. */
function themeOf({ subject }: PartnerRequest, catalogue: Catalogue): Theme | undefined {
  return catalogue.themes.find(({ invitationTitle }) => invitationTitle === subject);
}
