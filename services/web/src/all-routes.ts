import type { WebRoute } from "./define-route.js";
import { about } from "./routes/about/route.js";
import { account, signOut } from "./routes/account/route.js";
import { activities, importActivities, removeActivity } from "./routes/activities/route.js";
import { changes } from "./routes/changes/route.js";
import { effect } from "./routes/effect/route.js";
import {
  decideAgenda,
  evening,
  fillAgenda,
  retryEvening,
  sendAgenda,
  skipEvening,
  standingCalendar,
  stopEvening,
  tellEvening,
} from "./routes/evening/route.js";
import { addEvening, evenings, newEvening } from "./routes/evenings/route.js";
import { help } from "./routes/help/route.js";
import { refusedRows, TEMPLATE_KINDS, template } from "./routes/import/files.js";
import { importProgress } from "./routes/import/progress.js";
import { importColumns, importForm, importResult, importStart, importUpload } from "./routes/import/route.js";
import { evaluate, followUp, handBack, hold, join, plan, takeBack } from "./routes/initiative/act.js";
import { eveningCalendar, initiative } from "./routes/initiative/route.js";
import { initiatives } from "./routes/initiatives/route.js";
import { chooseLanguage } from "./routes/language/route.js";
import { note, release, withdraw } from "./routes/note/route.js";
import { operation, retryStuckNotes } from "./routes/operation/route.js";
import { overview } from "./routes/overview/route.js";
import { ownFits } from "./routes/own-fits/route.js";
import { letterFile, partnerRequest, retryRequest, sendResult } from "./routes/partner-request/route.js";
import { newPartner, partner, partners, savePartner } from "./routes/partners/route.js";
import { askPassword, setPassword } from "./routes/password/route.js";
import { decide } from "./routes/proposal/decide.js";
import { proposal } from "./routes/proposal/route.js";
import { proposals } from "./routes/proposals/route.js";
import { questionSheets } from "./routes/question-sheets/route.js";
import { releaseReport } from "./routes/report/release.js";
import { REPORT_EXTENSIONS, report, reportFile } from "./routes/report/route.js";
import { subscribe } from "./routes/report/subscribe.js";
import { editLetter, previewLetter, sendLetter } from "./routes/request/route.js";
import { answerReview, review } from "./routes/review/route.js";
import { runSheet, saveRunSheet } from "./routes/run-sheet/route.js";
import { askCode, askSetUp, giveCode, setUp } from "./routes/second-step/route.js";
import { areas, previewAreas, saveAreas } from "./routes/settings/areas.js";
import { catalogue, goBack } from "./routes/settings/catalogue.js";
import { catalogueTheme, changeWords, retireTheme } from "./routes/settings/catalogue-theme.js";
import { keys, makeKey, revokeKey } from "./routes/settings/keys.js";
import { ledger } from "./routes/settings/ledger.js";
import { limits, saveLimits } from "./routes/settings/limits.js";
import { log, verifyLog } from "./routes/settings/log.js";
import { settings } from "./routes/settings/overview.js";
import { addOwnTheme, ownTheme } from "./routes/settings/own-theme.js";
import { closePerson, invitePerson, people, renewInvitation } from "./routes/settings/people.js";
import { start } from "./routes/settings/start.js";
import { saveTeam, teams } from "./routes/settings/teams.js";
import { saveTerms, terms } from "./routes/settings/terms.js";
import { leaveForProvider, returnFromProvider } from "./routes/sign-in/outside.js";
import { askSignIn, signIn } from "./routes/sign-in/route.js";
import { correct } from "./routes/theme/correct.js";
import { theme } from "./routes/theme/route.js";
import { themes } from "./routes/themes/route.js";
import { askUndo, undo } from "./routes/undo/route.js";

/** Every page and form, with what somebody does there. GET never acts. */
export const ALL_ROUTES: readonly WebRoute[] = [
  { method: "get", path: "/", action: "figures:read", handle: overview },
  { method: "get", path: "/themas", action: "figures:read", handle: themes },
  { method: "get", path: "/themas/:id", action: "figures:read", handle: theme },
  { method: "post", path: "/themas/:id/correcties", action: "themes:correct", body: "form", handle: correct },
  { method: "get", path: "/nakijken", action: "note:correct", handle: review },
  { method: "post", path: "/nakijken", action: "note:correct", body: "form", handle: answerReview },
  { method: "get", path: "/wijzigingen", action: "figures:read", handle: changes },
  { method: "get", path: "/wijzigingen/:id", action: "figures:read", handle: askUndo },
  { method: "post", path: "/wijzigingen/:id/ongedaan", action: "themes:correct", body: "form", handle: undo },
  { method: "get", path: "/voorstellen", action: "proposals:read", handle: proposals },
  { method: "get", path: "/voorstellen/:id", action: "proposals:read", handle: proposal },
  { method: "post", path: "/voorstellen/:id/besluit", action: "proposals:decide", body: "form", handle: decide },
  { method: "post", path: "/voorstellen/:id/brief", action: "partners:ask", body: "form", handle: previewLetter },
  { method: "post", path: "/voorstellen/:id/aanpassen", action: "partners:ask", body: "form", handle: editLetter },
  { method: "post", path: "/voorstellen/:id/aanvraag", action: "partners:ask", body: "form", handle: sendLetter },
  { method: "get", path: "/sociale-kaart", action: "activities:manage", handle: activities },
  { method: "post", path: "/sociale-kaart", action: "activities:manage", body: "upload", handle: importActivities },
  { method: "post", path: "/sociale-kaart/:id/weg", action: "activities:manage", body: "form", handle: removeActivity },
  { method: "get", path: "/initiatieven", action: "proposals:read", handle: initiatives },
  { method: "get", path: "/initiatieven/:id", action: "proposals:read", handle: initiative },
  { method: "post", path: "/initiatieven/:id/planning", action: "proposals:decide", body: "form", handle: plan },
  { method: "post", path: "/initiatieven/:id/gehouden", action: "proposals:decide", body: "form", handle: hold },
  {
    method: "post",
    path: "/initiatieven/:id/niet-gehouden",
    action: "proposals:decide",
    body: "form",
    handle: takeBack,
  },
  { method: "post", path: "/initiatieven/:id/evaluatie", action: "proposals:decide", body: "form", handle: evaluate },
  { method: "post", path: "/initiatieven/:id/meedoen", action: "proposals:decide", body: "form", handle: join },
  { method: "post", path: "/initiatieven/:id/terug", action: "proposals:decide", body: "form", handle: handBack },
  { method: "post", path: "/initiatieven/:id/vervolg", action: "proposals:decide", body: "form", handle: followUp },
  { method: "get", path: "/initiatieven/:id/agenda.ics", action: "proposals:read", handle: eveningCalendar },
  { method: "get", path: "/initiatieven/:id/draaiboek", action: "proposals:read", handle: runSheet },
  // Forty steps of a line each are more than a form of a few lines.
  {
    method: "post",
    path: "/initiatieven/:id/draaiboek",
    action: "proposals:decide",
    body: "pasted",
    handle: saveRunSheet,
  },
  { method: "get", path: "/initiatieven/:id/vragenblad", action: "proposals:read", handle: questionSheets },
  { method: "get", path: "/mijn-casussen", action: "own-cases:count", handle: ownFits },
  { method: "get", path: "/effect", action: "proposals:read", handle: effect },
  { method: "get", path: "/partneraanvragen/:id", action: "proposals:read", handle: partnerRequest },
  { method: "get", path: "/partneraanvragen/:id/brief.eml", action: "partners:ask", handle: letterFile },
  { method: "post", path: "/partneraanvragen/:id/opnieuw", action: "partners:ask", body: "form", handle: retryRequest },
  {
    method: "post",
    path: "/partneraanvragen/:id/terugkoppeling",
    action: "partners:ask",
    body: "form",
    handle: sendResult,
  },
  { method: "get", path: "/vaste-avonden", action: "proposals:read", handle: evenings },
  { method: "get", path: "/vaste-avonden/nieuw", action: "partners:ask", handle: newEvening },
  { method: "post", path: "/vaste-avonden", action: "partners:ask", body: "form", handle: addEvening },
  { method: "get", path: "/vaste-avonden/:id", action: "proposals:read", handle: evening },
  { method: "get", path: "/vaste-avonden/:id/agenda.ics", action: "proposals:read", handle: standingCalendar },
  { method: "post", path: "/vaste-avonden/:id/vullen", action: "partners:ask", body: "form", handle: fillAgenda },
  { method: "post", path: "/vaste-avonden/:id/agenda", action: "partners:ask", body: "form", handle: decideAgenda },
  { method: "post", path: "/vaste-avonden/:id/versturen", action: "partners:ask", body: "form", handle: sendAgenda },
  { method: "post", path: "/vaste-avonden/:id/overslaan", action: "partners:ask", body: "form", handle: skipEvening },
  { method: "post", path: "/vaste-avonden/:id/stoppen", action: "partners:ask", body: "form", handle: stopEvening },
  { method: "post", path: "/vaste-avonden/:id/opnieuw", action: "partners:ask", body: "form", handle: retryEvening },
  {
    method: "post",
    path: "/vaste-avonden/:id/terugkoppeling",
    action: "partners:ask",
    body: "form",
    handle: tellEvening,
  },
  { method: "get", path: "/beheer/partners", action: "partners:manage", handle: partners },
  { method: "get", path: "/beheer/partners/nieuw", action: "partners:manage", handle: newPartner },
  { method: "post", path: "/beheer/partners", action: "partners:manage", body: "form", handle: savePartner },
  { method: "get", path: "/beheer/partners/:id", action: "partners:manage", handle: partner },
  { method: "post", path: "/beheer/partners/:id", action: "partners:manage", body: "form", handle: savePartner },
  { method: "get", path: "/maandrapport", action: "reports:read", handle: report },
  ...REPORT_EXTENSIONS.map(
    (extension): WebRoute => ({
      method: "get",
      path: `/maandrapport.${extension}`,
      action: "reports:read",
      handle: (tools) => reportFile(tools, extension),
    }),
  ),
  { method: "post", path: "/maandrapport/mail", action: "reports:read", body: "form", handle: subscribe },
  { method: "post", path: "/maandrapport/vrijgave", action: "reports:release", body: "form", handle: releaseReport },
  { method: "get", path: "/notities", action: "note:read", handle: note },
  { method: "post", path: "/notities/vrijgave", action: "note:release", body: "pasted", handle: release },
  { method: "post", path: "/notities/intrekking", action: "note:release", body: "form", handle: withdraw },
  { method: "get", path: "/invoer", action: "notes:import", handle: importForm },
  { method: "post", path: "/invoer", action: "notes:import", body: "upload", handle: importUpload },
  { method: "get", path: "/invoer/bestand/:id", action: "notes:import", handle: importColumns },
  // A column of a file is a field of this form.
  { method: "post", path: "/invoer/bestand/:id", action: "notes:import", body: "pasted", handle: importStart },
  ...TEMPLATE_KINDS.map(
    (kind): WebRoute => ({
      method: "get",
      path: `/invoer/sjabloon.${kind}`,
      action: "notes:import",
      handle: (tools) => template(tools, kind),
    }),
  ),
  { method: "get", path: "/invoer/:id", action: "notes:import", handle: importResult },
  { method: "get", path: "/invoer/:id/voortgang", action: "notes:import", handle: importProgress },
  { method: "get", path: "/invoer/:id/geweigerd.csv", action: "notes:import", handle: refusedRows },
  { method: "get", path: "/beheer", action: "audit:read", handle: settings },
  { method: "get", path: "/beheer/begin", action: "settings:manage", handle: start },
  { method: "get", path: "/beheer/teams", action: "settings:manage", handle: teams },
  { method: "post", path: "/beheer/teams", action: "settings:manage", body: "form", handle: saveTeam },
  { method: "get", path: "/beheer/wijken", action: "settings:manage", handle: areas },
  { method: "post", path: "/beheer/wijken/bekijken", action: "settings:manage", body: "upload", handle: previewAreas },
  { method: "post", path: "/beheer/wijken", action: "settings:manage", body: "pasted", handle: saveAreas },
  { method: "get", path: "/beheer/accounts", action: "access:manage", handle: people },
  { method: "post", path: "/beheer/accounts", action: "access:manage", body: "form", handle: invitePerson },
  { method: "post", path: "/beheer/accounts/link", action: "access:manage", body: "form", handle: renewInvitation },
  { method: "post", path: "/beheer/accounts/sluiten", action: "access:manage", body: "form", handle: closePerson },
  { method: "get", path: "/beheer/themas", action: "settings:manage", handle: catalogue },
  { method: "get", path: "/beheer/themas/:id", action: "settings:manage", handle: catalogueTheme },
  { method: "post", path: "/beheer/themas/:id/woorden", action: "settings:manage", body: "form", handle: changeWords },
  {
    method: "post",
    path: "/beheer/themas/:id/vervallen",
    action: "settings:manage",
    body: "form",
    handle: retireTheme,
  },
  { method: "get", path: "/beheer/eigen-thema", action: "settings:manage", handle: ownTheme },
  { method: "post", path: "/beheer/eigen-thema", action: "settings:manage", body: "form", handle: addOwnTheme },
  { method: "post", path: "/beheer/versies", action: "settings:manage", body: "form", handle: goBack },
  { method: "get", path: "/beheer/grenzen", action: "settings:manage", handle: limits },
  { method: "post", path: "/beheer/grenzen", action: "settings:manage", body: "form", handle: saveLimits },
  { method: "get", path: "/beheer/bewaren", action: "privacy:manage", handle: terms },
  { method: "post", path: "/beheer/bewaren", action: "privacy:manage", body: "form", handle: saveTerms },
  { method: "get", path: "/beheer/sleutels", action: "access:manage", handle: keys },
  { method: "post", path: "/beheer/sleutels", action: "access:manage", body: "form", handle: makeKey },
  { method: "post", path: "/beheer/sleutels/:id/intrekken", action: "access:manage", body: "form", handle: revokeKey },
  { method: "get", path: "/beheer/logboek", action: "audit:read", handle: log },
  { method: "post", path: "/beheer/logboek/controle", action: "audit:read", body: "form", handle: verifyLog },
  { method: "get", path: "/beheer/grootboek", action: "audit:read", handle: ledger },
  { method: "get", path: "/beheer/stand", action: "operation:manage", handle: operation },
  { method: "post", path: "/beheer/stand/opnieuw", action: "operation:manage", body: "form", handle: retryStuckNotes },
  { method: "get", path: "/account", action: "own-account", handle: account },
  { method: "post", path: "/afmelden", action: "anyone", body: "form", handle: signOut },
  { method: "get", path: "/aanmelden", action: "anyone", handle: askSignIn },
  { method: "post", path: "/aanmelden", action: "anyone", body: "form", handle: signIn },
  { method: "get", path: "/aanmelden/code", action: "anyone", handle: askCode },
  { method: "post", path: "/aanmelden/code", action: "anyone", body: "form", handle: giveCode },
  { method: "get", path: "/aanmelden/instellen", action: "anyone", handle: askSetUp },
  { method: "post", path: "/aanmelden/instellen", action: "anyone", body: "form", handle: setUp },
  { method: "get", path: "/aanmelden/extern", action: "anyone", handle: leaveForProvider },
  { method: "get", path: "/aanmelden/terug", action: "anyone", handle: returnFromProvider },
  { method: "get", path: "/wachtwoord/:secret", action: "anyone", handle: askPassword },
  { method: "post", path: "/wachtwoord/:secret", action: "anyone", body: "form", handle: setPassword },
  { method: "post", path: "/taal", action: "anyone", body: "form", handle: chooseLanguage },
  { method: "get", path: "/hulp", action: "own-account", handle: help },
  { method: "get", path: "/over", action: "own-account", handle: about },
];
