import { StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { InitiativePageView, SheetState } from "../../web-tools.js";
import { RequestLines } from "../partner-request/request-lines.js";
import { RefusalForm } from "../proposals/refusal-form.js";
import { JoinForm } from "./join-form.js";
import { usePlannedDate } from "./planned-date.js";

/** What stands beside the plan: the sheets for the evening, the partners, the own cases, and doing it together. */
export function Beside({ view }: { readonly view: InitiativePageView }): ReactElement {
  return (
    <div className="rd-stapel rd-stapel--ruim">
      {view.state === "cancelled" ? null : <ForTheEvening view={view} />}
      <Partners view={view} />
      <OwnFit view={view} />
      <Together view={view} />
    </div>
  );
}

function ForTheEvening({ view }: { readonly view: InitiativePageView }): ReactElement {
  const t = useTranslations("initiative.evening");
  const href = `/initiatieven/${encodeURIComponent(view.id)}`;
  return (
    <section className="rd-stapel" aria-labelledby="avond-kop">
      <h2 className="utrecht-heading-3" id="avond-kop">
        {t("title")}
      </h2>
      <ul className="rd-regels">
        <li>
          <a className="utrecht-link" href={`${href}/draaiboek`}>
            {t("runSheet")}
          </a>
        </li>
        {view.questionSheets.map((sheet) => (
          <li key={sheet.themeId}>
            <a className="utrecht-link" href={`${href}/vragenblad#blad-${sheet.themeId}`}>
              {t.rich("questionSheet", { theme: () => <Dutch>{sheet.themeName}</Dutch> })}
            </a>{" "}
            <SheetBadge sheet={sheet} />
          </li>
        ))}
        {view.themesWithoutSheet.map((name) => (
          <li key={name}>{t.rich("noSheet", { theme: () => <Dutch>{name}</Dutch> })}</li>
        ))}
        {view.plan.date === undefined ? null : (
          <li>
            <a className="utrecht-link" href={`${href}/agenda.ics`} download={true}>
              {t("calendar")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

function SheetBadge({ sheet: { state, validUntil } }: { readonly sheet: SheetState }): ReactElement {
  const t = useTranslations("initiative.evening.sheet");
  const day = useDayName()(validUntil);
  if (state === "valid") return <small>{t("valid", { day })}</small>;
  return (
    <StatusBadge kind="warning" icon="care">
      {t(state, { day })}
    </StatusBadge>
  );
}

function Partners({ view }: { readonly view: InitiativePageView }): ReactElement {
  const t = useTranslations("initiative");
  const plannedDate = usePlannedDate();
  const mayAsk = (view.state === "idea" || view.state === "planned") && view.whyNotDecide === undefined;
  return (
    <section className="rd-stapel" aria-labelledby="partners-kop">
      <h2 className="utrecht-heading-3" id="partners-kop">
        {t("partners.title")}
      </h2>
      {view.requests.length === 0 ? (
        <p className="utrecht-paragraph">{t("partners.none")}</p>
      ) : (
        <RequestLines requests={view.requests} />
      )}
      {view.otherDates.map(({ partnerName, date }) => (
        <p key={partnerName} className="utrecht-paragraph">
          {t.rich("otherDate", { partner: () => <Dutch>{partnerName}</Dutch>, date: plannedDate(date) })}
        </p>
      ))}
      {mayAsk ? (
        <p>
          <a className="utrecht-button" href={`/voorstellen/${encodeURIComponent(view.proposalId)}#partner-kop`}>
            {t("partners.ask")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** The number for this person alone; who has no cases of their own reads nothing here. */
function OwnFit({ view: { ownFit, state } }: { readonly view: InitiativePageView }): ReactElement | null {
  const t = useTranslations("initiative.ownFit");
  if (state !== "idea" && state !== "planned") return null;
  const whyNot = "whyNot" in ownFit ? ownFit.whyNot : undefined;
  if (whyNot === "role") return null;
  return (
    <section className="rd-paneel rd-paneel--vlak" aria-labelledby="casussen-kop">
      <h2 className="utrecht-heading-3" id="casussen-kop">
        {t("title")}
      </h2>
      {"cases" in ownFit ? (
        <>
          <p className="utrecht-paragraph">{t("cases", { count: ownFit.cases })}</p>
          <p className="utrecht-paragraph utrecht-paragraph--small">{t("onlyYou")}</p>
        </>
      ) : null}
      {whyNot === undefined ? null : <p className="utrecht-paragraph">{t(`whyNot.${whyNot}`)}</p>}
      <p className="utrecht-paragraph utrecht-paragraph--small">
        <a className="utrecht-link" href="/mijn-casussen">
          {t("all")}
        </a>
      </p>
    </section>
  );
}

/** Joining, handing back and stopping. "Nee" costs as little as "ja". */
function Together({ view }: { readonly view: InitiativePageView }): ReactElement | null {
  const t = useTranslations("initiative.carry");
  const stop = useTranslations("initiative.stop");
  const { id, state, mayJoin, carriedBy, requests } = view;
  const isAhead = state === "idea" || state === "planned";
  const mayChange = view.whyNotDecide === undefined && view.whyNotChange === undefined;
  // Who must join first finds that beside the sentence that says so.
  if (!isAhead || !mayChange) return null;
  const others = carriedBy.some(({ isYou }) => !isYou);
  const isYours = carriedBy.some(({ isYou }) => isYou);
  // A letter that was brought by hand is called off by hand.
  const open = requests.filter((request) => request.state !== "withdrawn" && request.state !== "failed");
  const isToldByUs = open.some((request) => request.state !== "ready-as-file");
  const act = (what: string): string => `/initiatieven/${encodeURIComponent(id)}/${what}`;
  return (
    <section className="rd-stapel" aria-labelledby="samen-kop">
      <h2 className="utrecht-heading-3" id="samen-kop">
        {t("title")}
      </h2>
      {mayJoin ? <JoinForm initiativeId={id} /> : null}
      {open.length === 0 ? null : <p className="utrecht-paragraph">{t(isToldByUs ? "asked" : "askedByHand")}</p>}
      <form className="rd-stapel" action={act("terug")} method="post">
        <p className="utrecht-paragraph">
          {t(!isYours ? "handBackForOthers" : others ? "handBackTogether" : "handBackAlone")}
        </p>
        <div className="utrecht-button-group">
          <button className="utrecht-button" type="submit">
            {t("handBack")}
          </button>
        </div>
      </form>
      <RefusalForm proposalId={view.proposalId} title={stop("title")} />
    </section>
  );
}
