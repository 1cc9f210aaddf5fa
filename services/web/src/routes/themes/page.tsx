import { type ThemeGroup, type ThemeReport, ThemeTable } from "@rode-draad/reports";
import { Disclosure, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { Dutch } from "../../messages/dutch.js";
import { useFigureWords } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import { ChoiceForm } from "../choice-form.js";
import type { Chosen } from "../chosen-route.js";

export interface ThemesPageProps {
  readonly report: ThemeReport | undefined;
  readonly groups: readonly ThemeGroup[];
  readonly chosen: Chosen;
}

export function ThemesPage({ report, groups, chosen }: ThemesPageProps): ReactElement {
  const t = useTranslations("themes");
  const words = useFigureWords();
  const { frame, choices, choice, place } = chosen;
  const hrefOf = (themeId: string): string => withChoice(`/themas/${encodeURIComponent(themeId)}`, choice);
  const rows = report?.sections.recurring.all ?? [];
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("heading", { place })}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        </div>
        <ChoiceForm action="/themas" choice={choice} choices={choices} municipality={frame.municipality} />
      </div>
      <section className="rd-sectie" aria-labelledby="gezien">
        <h2 className="utrecht-heading-2" id="gezien">
          {t("now")}
        </h2>
        {report === undefined || rows.length === 0 ? (
          <p className="utrecht-paragraph">{t("none")}</p>
        ) : (
          <ThemeTable words={words} rows={rows} window={report.window} hrefOf={hrefOf} caption={t("caption")} />
        )}
      </section>
      <section className="rd-sectie" aria-labelledby="lijst">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="lijst">
            {t("list.title")}
          </h2>
          <p className="utrecht-paragraph">{t("list.about")}</p>
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href="/wijzigingen">
              {t("list.changes")}
            </a>
          </p>
        </div>
        <div>
          {groups.map((group) => (
            <Disclosure key={group.domain} title={<Dutch>{group.domain}</Dutch>}>
              <ul className="rd-regels">
                {group.themes.map((theme) => (
                  <li key={theme.id}>
                    <a className="utrecht-link" href={hrefOf(theme.id)}>
                      <Dutch>{theme.name}</Dutch>
                    </a>{" "}
                    <Suitability collective={theme.collective} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          ))}
        </div>
      </section>
    </>
  );
}

function Suitability({
  collective,
}: {
  readonly collective: ThemeGroup["themes"][number]["collective"];
}): ReactElement | null {
  const t = useTranslations("shared");
  if (collective === "suitable") return null;
  return collective === "never" ? (
    <StatusBadge kind="neutral" icon="info">
      {t("specialistOnly")}
    </StatusBadge>
  ) : (
    <StatusBadge kind="warning" icon="care">
      {t("withCare")}
    </StatusBadge>
  );
}
