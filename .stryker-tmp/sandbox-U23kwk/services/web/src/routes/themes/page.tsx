import { type ThemeGroup, type ThemeReport, ThemeTable } from "@rode-draad/reports";
import { Disclosure, StatusBadge } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { withChoice } from "../../choice.js";
import { ChoiceForm } from "../choice-form.js";
import type { Chosen } from "../chosen-route.js";

export interface ThemesPageProps {
  readonly report: ThemeReport | undefined;
  readonly groups: readonly ThemeGroup[];
  readonly chosen: Chosen;
}

export function ThemesPage({ report, groups, chosen }: ThemesPageProps): ReactElement {
  const { frame, choices, choice, place } = chosen;
  const hrefOf = (themeId: string): string => withChoice(`/themas/${encodeURIComponent(themeId)}`, choice);
  const rows = report?.sections.recurring.all ?? [];
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">Thema’s in {place}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">
            Een thema is een vraag die in veel huishoudens terugkomt.
          </p>
        </div>
        <ChoiceForm action="/themas" choice={choice} choices={choices} municipality={frame.municipality} />
      </div>
      <section className="rd-sectie" aria-labelledby="gezien">
        <h2 className="utrecht-heading-2" id="gezien">
          Dit zien wij nu
        </h2>
        {report === undefined || rows.length === 0 ? (
          <p className="utrecht-paragraph">Nog geen thema komt bij 10 huishoudens of meer.</p>
        ) : (
          <ThemeTable rows={rows} window={report.window} hrefOf={hrefOf} caption="Thema’s vanaf 10 huishoudens" />
        )}
      </section>
      <section className="rd-sectie" aria-labelledby="lijst">
        <div className="rd-sectie__kop">
          <h2 className="utrecht-heading-2" id="lijst">
            De hele themalijst
          </h2>
          <p className="utrecht-paragraph">
            Deze lijst zegt niet wat er in de wijk speelt. Hij is in de hele gemeente gelijk.
          </p>
          <p className="utrecht-paragraph">
            <a className="utrecht-link" href="/wijzigingen">
              Bekijk wat er aan de thema’s is veranderd
            </a>
          </p>
        </div>
        <div>
          {groups.map((group) => (
            <Disclosure key={group.domain} title={group.domain}>
              <ul className="rd-regels">
                {group.themes.map((theme) => (
                  <li key={theme.id}>
                    <a className="utrecht-link" href={hrefOf(theme.id)}>
                      {theme.name}
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
  if (collective === "suitable") return null;
  return collective === "never" ? (
    <StatusBadge kind="neutral" icon="info">
      Alleen via een specialist
    </StatusBadge>
  ) : (
    <StatusBadge kind="warning" icon="care">
      Alleen met zorg
    </StatusBadge>
  );
}
