import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { ProposalPageView } from "../../web-tools.js";

/** Whom was asked, how far the request came, and what they said. */
export function RequestList({ requests }: Pick<ProposalPageView, "requests">): ReactElement {
  const t = useTranslations("proposal.asked");
  return (
    <ul className="utrecht-unordered-list">
      {requests.map((request) => (
        <li key={request.partnerName}>
          <Dutch>{request.partnerName}</Dutch>: {t(`state.${request.state}`)}
          {request.answer === undefined ? null : (
            <>
              {" "}
              <strong>{t.rich("answer", { answer: () => <Dutch>{request.answer}</Dutch> })}</strong>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
