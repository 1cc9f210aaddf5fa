import { Alert, DataTable, EmptyState, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import type { PartnerRowView } from "../../web-tools.js";

interface PartnerListProps {
  readonly partners: readonly PartnerRowView[];
  readonly isSaved: boolean;
}

/** The partners of the municipality, each with how it is reached and where it works. */
export function PartnerListPage({ partners, isSaved }: PartnerListProps): ReactElement {
  const t = useTranslations("partners");
  const add = (
    <p>
      <a className="utrecht-button utrecht-button--primary-action" href="/beheer/partners/nieuw">
        {t("add")}
      </a>
    </p>
  );
  if (partners.length === 0) {
    return (
      <EmptyState drawing="start" title={t("empty.title")} lead={t("empty.lead")}>
        {add}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        {isSaved ? (
          <div role="status">
            <Alert kind="ok">
              <p className="utrecht-paragraph">{t("saved")}</p>
            </Alert>
          </div>
        ) : null}
        {add}
      </div>
      <div className="rd-sectie">
        <PartnerTable partners={partners} />
      </div>
    </>
  );
}

function PartnerTable({ partners }: Pick<PartnerListProps, "partners">): ReactElement {
  const t = useTranslations("partners");
  return (
    <DataTable
      caption={t("list.caption")}
      hideCaption={true}
      columns={[
        { label: t("list.name") },
        { label: t("list.kind") },
        { label: t("list.channel") },
        { label: t("list.areas") },
        { label: t("list.state") },
      ]}
      rows={partners.map((partner) => ({
        key: partner.id,
        cells: [
          <a key="naam" className="utrecht-link" href={`/beheer/partners/${encodeURIComponent(partner.id)}`}>
            <Dutch>{partner.name}</Dutch>
          </a>,
          <Dutch key="soort">{partner.kind}</Dutch>,
          <>
            {t(`channels.${partner.channel}`)}
            {partner.channel === "mail" && partner.email !== undefined ? `: ${partner.email}` : ""}
          </>,
          partner.areas.length === 0 ? t("list.everywhere") : <Dutch key="wijken">{partner.areas.join(", ")}</Dutch>,
          <StatusBadge
            key="stand"
            kind={partner.isActive ? "success" : "neutral"}
            icon={partner.isActive ? "check" : "cross"}
          >
            {partner.isActive ? t("list.active") : t("list.inactive")}
          </StatusBadge>,
        ],
      }))}
    />
  );
}
