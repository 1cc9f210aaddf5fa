import { FactList, SubmitButton } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import type { AccountView } from "../../web-tools.js";

export function AccountPage({ view }: { readonly view: AccountView }): ReactElement {
  const t = useTranslations("account");
  const { secondStep } = view;
  const secondStepFacts =
    secondStep === undefined
      ? []
      : [
          {
            term: t("secondStep.term"),
            value: secondStep.isOn ? t("secondStep.on", { codes: secondStep.recoveryCodes }) : t("secondStep.off"),
          },
        ];
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("signedInAs", { name: view.name })}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel">
          <FactList
            facts={[
              { term: t("role"), value: view.roles.map((role) => t(`roles.${role}`)).join(", ") },
              { term: t("team"), value: view.teams.length === 0 ? t("noTeam") : view.teams.join(", ") },
              { term: t("reach"), value: t(`sees.${view.reach}`) },
              ...secondStepFacts,
            ]}
            inPanel={true}
          />
          <p className="utrecht-paragraph">{t("notRight")}</p>
          {view.secondStep === undefined ? null : (
            <p className="utrecht-paragraph">
              <a
                className="utrecht-link"
                href={`/aanmelden?${new URLSearchParams({ stap: "instellen", naar: "/account" })}`}
              >
                {view.secondStep.isOn ? t("secondStep.change") : t("secondStep.setUp")}
              </a>
            </p>
          )}
        </div>
        <form className="rd-paneel rd-paneel--vlak" action="/afmelden" method="post" aria-labelledby="afmelden">
          <h2 className="utrecht-heading-3" id="afmelden">
            {t("signOut.title")}
          </h2>
          <p className="utrecht-paragraph">{t("signOut.why")}</p>
          <SubmitButton>{t("signOut.button")}</SubmitButton>
        </form>
      </div>
    </>
  );
}
