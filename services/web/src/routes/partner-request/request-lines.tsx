import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { RequestLineView } from "../../web-tools.js";

/** What was asked of partners for one proposal or initiative, with what to do when something went wrong. */
export function RequestLines({ requests }: { readonly requests: readonly RequestLineView[] }): ReactElement {
  return (
    <ul className="utrecht-unordered-list">
      {requests.map((request) => (
        <RequestLine key={request.id} request={request} />
      ))}
    </ul>
  );
}

function RequestLine({ request }: { readonly request: RequestLineView }): ReactElement {
  const t = useTranslations("partner-request");
  const { id, partnerName, answer, remindedOn, silentSince, isInSeries } = request;
  return (
    <li>
      <Dutch>{partnerName}</Dutch>: {answer === undefined ? <DeliveryWords request={request} /> : null}
      {isInSeries ? ` ${t("line.series")}` : ""}
      {remindedOn !== undefined && answer === undefined ? (
        <> {t.rich("line.reminded", { day: () => <Dutch>{remindedOn}</Dutch> })}</>
      ) : null}
      {silentSince === undefined ? null : <strong> {t("line.silent")}</strong>}
      {answer === undefined ? null : (
        <strong> {t.rich("line.answer", { answer: () => <Dutch>{answer}</Dutch> })}</strong>
      )}{" "}
      <a className="utrecht-link" href={`/partneraanvragen/${encodeURIComponent(id)}`}>
        {t("line.open")}
      </a>
    </li>
  );
}

/** How far it came, and after a failure what helps. While tries go on by themselves nothing needs to be done. */
export function DeliveryWords({
  request: { state, failure },
}: {
  readonly request: Pick<RequestLineView, "state" | "failure">;
}): ReactElement {
  const t = useTranslations("partner-request");
  return (
    <>
      {t(`states.${state}`)}
      {state === "failed" ? ` ${t(`remedies.${failure ?? "other"}`)}` : ""}
    </>
  );
}
