import { type ApiTools, followProposals, readThemes } from "@rode-draad/api";
import { answerInWords, proposeDates } from "@rode-draad/delivery";
import {
  ACTIONS,
  type Actor,
  actorName,
  may,
  type PartnerRequest,
  RawText,
  type TeamCode,
  whyNotMay,
} from "@rode-draad/domain";
import {
  composeThemeList,
  concerns,
  type ProposalCard,
  placeOf,
  proposalCard,
  type ThemeReport,
  themeNamer,
} from "@rode-draad/reports";
import {
  findImport,
  listAreas,
  listInitiatives,
  listPartnerRequests,
  listProposals,
  listReports,
  listTeams,
  readProposal,
  readReport,
  type StoredProposal,
} from "@rode-draad/store";
import type { Choice, DecidedCard, FrameView, WebTools } from "@rode-draad/web";
import { type Door, dutchDay } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { PRODUCT_VERSION } from "../product-version.js";
import { previewRequest, sendRequest } from "./ask-partner.js";
import { changeLines } from "./change-lines.js";
import { correctTheme, undoCorrection } from "./correct-theme.js";
import { noChoices } from "./correction-choices.js";
import { decideOnProposal } from "./decide.js";
import { describeAccount } from "./describe-account.js";
import { describeImport } from "./describe-import.js";
import { describeNote } from "./describe-note.js";
import { readTheme } from "./read-theme.js";
import { releaseNote, withdrawNote } from "./release-note.js";
import { readShownThemes } from "./shown-themes.js";

/** How far a request came, in words for the page of its proposal. */
const REQUEST_STATES = {
  waiting: "De brief staat klaar en gaat zo weg.",
  sent: "De brief is verstuurd.",
  "ready-as-file": "De brief staat klaar als bestand, om zelf te versturen.",
  failed: "De brief kon niet weg. Controleer het adres en vraag het opnieuw.",
} as const;

/** What the API does with a person's decision; the pages do it the same way. */
export type Actions = Pick<
  ApiTools,
  | "inspect"
  | "reviewProposal"
  | "startInitiative"
  | "requestPartner"
  | "correctTheme"
  | "undoCorrection"
  | "listThemeChanges"
  | "listReports"
  | "releaseMonth"
  | "hashText"
  | "readNote"
  | "releaseNote"
  | "withdrawNote"
>;

/** What the pages need for one person, from what was released and stored. Nothing is counted here. */
export function createWebTools(product: Product, door: Door, actions: Actions, actor: Actor): WebTools {
  const { store, municipalityId, configuration } = product;
  const policy = configuration.accessPolicy;
  const seesTeam = ({ code }: { readonly code: TeamCode }): boolean =>
    may(actor, "figures:read", { policy, subject: { kind: "team", teamCode: code } });
  const whyNotDecide = whyNotMay(actor, "proposals:decide", { policy });
  const whyNotAsk = whyNotMay(actor, "partners:ask", { policy });
  const whyNotRelease = whyNotMay(actor, "reports:release", { policy });
  const whyNotCorrect = whyNotMay(actor, "themes:correct", { policy });

  /** As the mailer decides: a letter goes by mail when there is a mail server and an address. */
  const isMailed = (request: PartnerRequest): boolean =>
    configuration.smtpUrl !== undefined && request.partnerEmail !== undefined;

  const readChosenReport = async (choice: Choice): Promise<ThemeReport | undefined> => {
    if (choice.part.kind === "team" && !seesTeam(choice.part)) return undefined;
    const stored = await readReport(store.db, municipalityId, { month: choice.month, ...placeOf(choice.part) });
    return stored?.content as ThemeReport | undefined;
  };

  return {
    readFrame: async () => ({
      ...outsideFrame(product),
      account: { name: actorName(actor), actions: ACTIONS.filter((action) => may(actor, action, { policy })) },
    }),
    readAccount: async () => describeAccount(actor, policy, await listTeams(store.db, municipalityId)),

    async readChoices() {
      const [reports, areas, teams] = await Promise.all([
        listReports(store.db, municipalityId),
        listAreas(store.db, municipalityId),
        listTeams(store.db, municipalityId),
      ]);
      return {
        months: [...new Set(reports.map(({ month }) => month))].sort().reverse(),
        areas,
        teams: teams.filter(seesTeam),
      };
    },

    readReport: readChosenReport,
    async readReportState(month) {
      const report = (await actions.listReports({ month })).find(
        ({ areaCode, teamCode }) => areaCode === undefined && teamCode === undefined,
      );
      if (report === undefined) return undefined;
      if (report.isReleased) return { kind: "released" };
      return {
        kind: "draft",
        madeAt: report.madeAt.toISOString(),
        ...(whyNotRelease !== undefined && { whyNotRelease }),
      };
    },
    async releaseMonth({ month, madeAt }) {
      const outcome = await actions.releaseMonth({ month, madeAt: new Date(madeAt) });
      return "refused" in outcome ? { refused: outcome.refused } : {};
    },
    listThemes: async () => composeThemeList((await readThemes(store.db, municipalityId, product.catalogue)).catalogue),
    async readTheme(themeId, choice) {
      const read = await readTheme(product, actions, themeId, choice, await readChosenReport(choice));
      return read !== undefined && "theme" in read && whyNotCorrect !== undefined
        ? { ...read, choices: noChoices(whyNotCorrect) }
        : read;
    },
    correctTheme: (draft) => correctTheme(actions, draft),
    undoCorrection: (correctionId, reason) => undoCorrection(actions, correctionId, reason),
    async listChanges(filter = {}) {
      const lines = changeLines(await actions.listThemeChanges(filter), await readShownThemes(product));
      if (whyNotCorrect === undefined) return lines;
      return lines.map((line) => (line.undo === "possible" ? { ...line, undo: { whyNot: whyNotCorrect } } : line));
    },

    async listProposals(choice) {
      const stored = await listProposals(store.db, municipalityId);
      const { layer, card } = await cardMaker(product);
      const asked = followProposals(stored, layer).filter(({ proposal }) => concerns(proposal, choice.part));
      return await Promise.all(
        asked.map(async (one) => {
          // Few are refused, so their reviews are read one by one.
          const reviewed =
            one.state === "refused" ? await readProposal(store.db, municipalityId, one.proposal.id) : one;
          return { ...card(one), ...refusalOf(reviewed), ...(whyNotDecide !== undefined && { whyNotDecide }) };
        }),
      );
    },

    async readProposal(proposalId) {
      const stored = await readProposal(store.db, municipalityId, proposalId);
      if (stored === undefined) return undefined;
      const { layer, card } = await cardMaker(product);
      const [followed = stored] = followProposals([stored], layer);
      const { proposal } = followed;
      const initiatives = await listInitiatives(store.db, municipalityId);
      const own = new Set(initiatives.filter((one) => one.proposalId === proposalId).map(({ id }) => id));
      const requests = await listPartnerRequests(store.db, municipalityId);
      return {
        card: { ...card(followed), ...refusalOf(stored), ...(whyNotDecide !== undefined && { whyNotDecide }) },
        ...(whyNotAsk !== undefined && { whyNotAsk }),
        partners: proposal.partnerIds.map((id) => ({ id, name: product.catalogue.partner(id)?.label ?? id })),
        dates: proposeDates(dutchDay(product.clock())),
        requests: requests
          .filter(({ initiativeId }) => own.has(initiativeId))
          .map(({ request, state, answer }) => ({
            partnerName: request.partnerName,
            stateSentence: REQUEST_STATES[state === "sent" && !isMailed(request) ? "ready-as-file" : state],
            ...(answer !== undefined && { answer: answerInWords(answer.answer) }),
          })),
      };
    },

    async decide(decision) {
      const { proposalId } = decision;
      if (decision.kind === "pick-up") {
        const { discussedInTeam } = decision;
        return decideOnProposal(product, actions, { proposalId, state: "picked-up", discussedInTeam });
      }
      if (decision.kind === "later") return decideOnProposal(product, actions, { proposalId, state: "later" });
      // A remark is free text, so it passes the gate like any note; one that is held back is left out.
      const outcome = decision.remark === undefined ? undefined : actions.inspect(new RawText(decision.remark));
      const remark = outcome === undefined || outcome.decision === "quarantine" ? undefined : outcome.text;
      const { reason } = decision;
      return decideOnProposal(product, actions, { proposalId, state: "refused", reason, ...(remark && { remark }) });
    },

    previewRequest: (proposalId, draft) => previewRequest(product, proposalId, draft),
    sendRequest: (proposalId, draft) => sendRequest(product, actions, proposalId, draft),

    async importFile({ fileName, content, ...names }) {
      const { importId } = await door.receive({ kind: "stream", name: fileName, stream: content }, names);
      return { importId };
    },

    async readNote(sourceId) {
      const view = await actions.readNote(sourceId);
      return view && describeNote(view);
    },
    hashText: (text) => actions.hashText(text),
    releaseNote: (draft) => releaseNote(actions, draft),
    withdrawNote: (sourceId) => withdrawNote(actions, sourceId),

    async readImport(importId) {
      const run = await findImport(store.db, municipalityId, importId);
      if (run?.summary === undefined || run.summary === null) return undefined;
      return describeImport(run.summary as Parameters<typeof describeImport>[0]);
    },
  };
}

/** The frame of a page for who is not signed in. */
export function outsideFrame({ configuration }: Pick<Product, "configuration">): FrameView {
  return { municipality: configuration.municipalityName, productVersion: PRODUCT_VERSION };
}

/** Why a proposal is refused now: the reason of its latest refusal. */
function refusalOf(stored: Awaited<ReturnType<typeof readProposal>> | StoredProposal): Pick<DecidedCard, "refusal"> {
  if (stored?.state !== "refused" || !("reviews" in stored)) return {};
  const { reason, remark } = stored.reviews.findLast(({ decision }) => decision === "refused") ?? {};
  return reason === undefined ? {} : { refusal: { reason, ...(remark !== undefined && { remark }) } };
}

/** Turns stored proposals into cards, with the names that themes and areas have now. */
async function cardMaker(product: Product) {
  const { store, municipalityId } = product;
  const [areas, { catalogue, emergent, layer }] = await Promise.all([
    listAreas(store.db, municipalityId),
    readThemes(store.db, municipalityId, product.catalogue),
  ]);
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  const themeName = themeNamer(catalogue, emergent);
  const card = ({ proposal, state }: StoredProposal): ProposalCard =>
    proposalCard(
      { proposal, state, areaName: areaNames.get(proposal.areaCode) ?? proposal.areaCode },
      catalogue,
      themeName,
    );
  return { layer, card };
}
