import { type InitiativePlan, planErrors } from "@rode-draad/domain";
import { defineRoute } from "../../http/define-route.js";
import { bodyError, type InputError, invalidInput } from "../../http/problem.js";
import { nothing } from "../common-schemas.js";
import { initiativeSchema, toInitiative } from "../list-initiatieven/response.js";
import { bodySchema, paramsSchema } from "./request.js";

const POINTERS = { day: "/datum/dag", from: "/datum/van", until: "/datum/tot", capacity: "/plaatsen" } as const;

const NOT_PUBLIC =
  "Hier lijkt een naam of adres van een persoon in te staan. Is het een openbare plek? Stuur dan openbarePlek: true.";

export const postPlanning = defineRoute({
  method: "post",
  path: "/v1/initiatieven/{initiatiefId}/planning",
  action: "proposals:decide",
  operationId: "initiatiefPlannen",
  audit: { action: "plan-initiative", subject: "initiative" },
  tag: "Initiatieven",
  summary: "Plan het initiatief",
  description: "Zet datum, plek en aantal plaatsen. Een dag die al voorbij is, weigeren wij.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het initiatief zoals het nu is.", schema: initiativeSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const { datum, locatie, openbarePlek, plaatsen } = body;
    const errors: InputError[] = [];
    const place = locatie === undefined ? undefined : tools.inspectPlace(locatie, openbarePlek === true);
    if (locatie !== undefined && place === undefined) errors.push(bodyError("/locatie", "identifiers", NOT_PUBLIC));
    const plan: Omit<InitiativePlan, "dateRequestId"> = {
      ...(datum !== undefined && { date: { day: datum.dag, from: datum.van, until: datum.tot } }),
      ...(place !== undefined && { place }),
      ...(plaatsen !== undefined && { capacity: plaatsen }),
    };
    for (const [field, sentence] of Object.entries(planErrors(plan, tools.today()))) {
      errors.push(bodyError(POINTERS[field as keyof typeof POINTERS], "plan", sentence));
    }
    if (errors.length > 0) throw invalidInput(errors);
    const initiative = await tools.changeInitiative(params.initiatiefId, { kind: "plan", plan });
    return { status: 201, body: toInitiative(initiative), about: { id: initiative.id } };
  },
});
