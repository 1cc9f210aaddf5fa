import { type GivenActivity, unreadable } from "./given-activity.js";

/**
 * Reads the services of the Human Services Data Specification 3 (Open Referral, docs.openreferral.org): one service, a list of them, a
 * page of the API (`contents`), or organisations with their services. Services that are not active are left out. Wijken are names of
 * `service_areas`; a service without any is for the whole municipality.
 */
export function readHsdsServices(bytes: Buffer): GivenActivity[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw unreadable("Dit is geen JSON. Kies het bestand dat Open Referral (HSDS) geeft, of een CSV-bestand.");
  }
  return servicesIn(parsed)
    .filter(({ service }) => service.status === undefined || service.status === "active")
    .map(({ service, organisation }, index) => toGiven(service, organisation, index + 1));
}

type Fields = Readonly<Record<string, unknown>>;
interface FoundService {
  readonly service: Fields;
  readonly organisation: string;
}

function servicesIn(value: unknown): FoundService[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one): FoundService[] => {
    if (!isObject(one)) return [];
    for (const inside of ["contents", "service", "organization", "organizations"]) {
      if (Array.isArray(one[inside])) return servicesIn(one[inside]);
    }
    // An organisation has its services beside its own fields.
    if (Array.isArray(one.services)) {
      const organisation = textOf(one.name);
      return one.services.filter(isObject).map((service) => ({ service, organisation }));
    }
    if (textOf(one.name) === "") return [];
    return [{ service: one, organisation: isObject(one.organization) ? textOf(one.organization.name) : "" }];
  });
}

function toGiven(service: Fields, organisation: string, line: number): GivenActivity {
  const meets = listOf(service.schedules)
    .map(({ description }) => textOf(description))
    .find((text) => text !== "");
  const url = textOf(service.url);
  const id = textOf(service.id);
  return {
    line,
    ...(id !== "" && { sourceId: id }),
    name: textOf(service.name),
    organisation,
    ...(meets !== undefined && { meets }),
    ...(url !== "" && { url }),
    areas: listOf(service.service_areas)
      .map(({ name }) => textOf(name))
      .filter((name) => name !== ""),
    subjects: listOf(service.attributes).flatMap(({ taxonomy_term: term, label }) => [
      ...(isObject(term) ? [textOf(term.code), textOf(term.name)].filter((text) => text !== "") : []),
      ...(textOf(label) === "" ? [] : [textOf(label)]),
    ]),
    description: textOf(service.description),
  };
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
}
