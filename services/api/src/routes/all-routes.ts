import type { Route } from "../http/define-route.js";
import { listAuditregels } from "./list-auditregels/handler.js";
import { listCorrecties } from "./list-correcties/handler.js";
import { listInitiatieven } from "./list-initiatieven/handler.js";
import { listPartneraanvragen } from "./list-partneraanvragen/handler.js";
import { listSignalen } from "./list-signalen/handler.js";
import { listThemarapporten } from "./list-themarapporten/handler.js";
import { listThemas } from "./list-themas/handler.js";
import { listThemawijzigingen } from "./list-themawijzigingen/handler.js";
import { listVoorstellen } from "./list-voorstellen/handler.js";
import { listVragen } from "./list-vragen/handler.js";
import { postBeoordeling } from "./post-beoordeling/handler.js";
import { postBezwaar } from "./post-bezwaar/handler.js";
import { postCasusnotities } from "./post-casusnotities/handler.js";
import { postDeelname } from "./post-deelname/handler.js";
import { postEvaluatie } from "./post-evaluatie/handler.js";
import { postInitiatief } from "./post-initiatief/handler.js";
import { postIntrekking } from "./post-intrekking/handler.js";
import { postNotitieIntrekking } from "./post-notitie-intrekking/handler.js";
import { postNotitieVrijgave } from "./post-notitie-vrijgave/handler.js";
import { postPartneraanvraag } from "./post-partneraanvraag/handler.js";
import { postPlanning } from "./post-planning/handler.js";
import { postTeruggave } from "./post-teruggave/handler.js";
import { postThemacorrectie } from "./post-themacorrectie/handler.js";
import { postUitvoering } from "./post-uitvoering/handler.js";
import { postVerplaatsing } from "./post-verplaatsing/handler.js";
import { postVervolg } from "./post-vervolg/handler.js";
import { postVrijgave } from "./post-vrijgave/handler.js";
import { readCasusnotitie } from "./read-casusnotitie/handler.js";
import { readInitiatief } from "./read-initiatief/handler.js";
import { readThema } from "./read-thema/handler.js";
import { readThemarapport } from "./read-themarapport/handler.js";
import { readVoorstel } from "./read-voorstel/handler.js";

/** Every route of the interface, in the order of the OpenAPI document. */
export const ALL_ROUTES: readonly Route[] = [
  postCasusnotities,
  readCasusnotitie,
  postNotitieVrijgave,
  postNotitieIntrekking,
  postBezwaar,
  listThemas,
  readThema,
  postThemacorrectie,
  listVragen,
  postVerplaatsing,
  listCorrecties,
  postIntrekking,
  listThemawijzigingen,
  listSignalen,
  listVoorstellen,
  readVoorstel,
  postBeoordeling,
  listInitiatieven,
  postInitiatief,
  readInitiatief,
  postPlanning,
  postUitvoering,
  postEvaluatie,
  postDeelname,
  postTeruggave,
  postVervolg,
  listPartneraanvragen,
  postPartneraanvraag,
  listThemarapporten,
  readThemarapport,
  postVrijgave,
  listAuditregels,
];
