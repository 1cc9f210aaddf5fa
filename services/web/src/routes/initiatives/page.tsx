import type { InitiativeState } from "@rode-draad/domain";
import { DataTable, EmptyState, SelectField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useDayName } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import type {
  ChoicesView,
  FrameView,
  InitiativeFilter,
  InitiativeGroup,
  InitiativeListView,
  InitiativePart,
} from "../../web-tools.js";

interface InitiativesPageProps {
  readonly view: InitiativeListView;
  readonly filter: InitiativeFilter;
  readonly frame: FrameView;
  readonly areas: ChoicesView["areas"];
}

/** The states on the thread; what was stopped stands apart. */
const STATES = ["idea", "planned", "held", "evaluated"] as const;

export function InitiativesPage({ view, filter, frame, areas }: InitiativesPageProps): ReactElement {
  const t = useTranslations("initiatives");
  const { totals, groups } = view;
  const isEmpty = Object.values(totals).every((total) => total === 0) && filter.areaCode === undefined;
  if (isEmpty) return <NothingYet />;
  return (
    <>
      <div className="rd-stapel rd-stapel--ruim">
        <div className="rd-stapel">
          <h1 className="utrecht-heading-1">{t("title")}</h1>
          <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
          {frame.account?.actions.includes("own-cases:count") === true ? (
            <p className="utrecht-paragraph">
              <a className="utrecht-link" href="/mijn-casussen">
                {t("ownCases")}
              </a>
            </p>
          ) : null}
        </div>
        <AreaForm filter={filter} areas={areas} />
      </div>
      <nav className="rd-sectie rd-stapel" aria-label={t("byState")}>
        <ol className="rd-standen">
          {STATES.map((state) => (
            <li key={state}>
              <a
                className="rd-standen__link"
                href={addressOf(filter, state)}
                aria-current={filter.part === state ? "page" : undefined}
              >
                <span className="rd-standen__getal">{totals[state]}</span>
                <span className="rd-standen__naam">{t(`state.${state}.name`)}</span>
                <span className="rd-standen__uitleg">{t(`state.${state}.explanation`)}</span>
              </a>
            </li>
          ))}
        </ol>
        <p className="utrecht-paragraph utrecht-paragraph--small">
          {filter.part === "ahead" ? null : (
            <>
              <a className="utrecht-link" href={addressOf(filter, "ahead")}>
                {t("toAhead")}
              </a>
              {" · "}
            </>
          )}
          <a className="utrecht-link" href={addressOf(filter, "cancelled")}>
            {t("cancelled", { count: totals.cancelled })}
          </a>
        </p>
      </nav>
      {groups.length === 0 ? <NoneHere part={filter.part} /> : null}
      {groups.map((group) => (
        <Group key={group.state} group={group} filter={filter} total={totals[group.state]} />
      ))}
      <Pages view={view} filter={filter} />
    </>
  );
}

function addressOf({ areaCode }: InitiativeFilter, part: InitiativePart, page = 1): string {
  const query = new URLSearchParams({
    ...(part !== "ahead" && { stand: part }),
    ...(areaCode !== undefined && { wijk: areaCode }),
    ...(page > 1 && { bladzijde: String(page) }),
  });
  return query.size === 0 ? "/initiatieven" : `/initiatieven?${query}`;
}

function AreaForm({ filter, areas }: Pick<InitiativesPageProps, "filter" | "areas">): ReactElement {
  const t = useTranslations("initiatives.area");
  return (
    <form className="rd-keuze" action="/initiatieven" method="get">
      {filter.part === "ahead" ? null : <input type="hidden" name="stand" value={filter.part} />}
      <SelectField
        id="wijk"
        label={t("label")}
        selected={filter.areaCode ?? ""}
        groups={[
          {
            options: [{ value: "", label: t("all") }, ...areas.map(({ code, name }) => ({ value: code, label: name }))],
          },
        ]}
      />
      <button className="utrecht-button" type="submit">
        {t("button")}
      </button>
    </form>
  );
}

function Group(props: {
  readonly group: InitiativeGroup;
  readonly filter: InitiativeFilter;
  readonly total: number;
}): ReactElement {
  const { group, filter, total } = props;
  const { state, rows, more } = group;
  const t = useTranslations("initiatives");
  const column = useTranslations("initiatives.table");
  const dayName = useDayName();
  const hasAttendance = state === "evaluated";
  return (
    <section className="rd-sectie" aria-labelledby={`h-${state}`}>
      <h2 className="utrecht-heading-2" id={`h-${state}`}>
        {t(`state.${state}.todo`)}
      </h2>
      <DataTable
        caption={t(`state.${state}.name`)}
        hideCaption={true}
        columns={[
          { label: column("initiative") },
          { label: column("form") },
          { label: column("area") },
          { label: column("day") },
          { label: hasAttendance ? column("attendance") : column("carriedBy") },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <a key="initiatief" className="utrecht-link" href={`/initiatieven/${encodeURIComponent(row.id)}`}>
              <Dutch>{row.title}</Dutch>
            </a>,
            <Dutch key="vorm">{row.form}</Dutch>,
            row.areaName,
            row.day === undefined ? column("noDay") : dayName(row.day),
            hasAttendance && row.attendance !== undefined
              ? column("people", { band: t(`band.${row.attendance}`) })
              : `${row.carriedBy === "" ? column("nobody") : row.carriedBy}${row.isYours ? ` (${column("yours")})` : ""}`,
          ],
        }))}
      />
      {more === 0 ? null : (
        <p className="utrecht-paragraph">
          <a className="utrecht-link" href={addressOf(filter, state)}>
            {t("more", { count: total })}
          </a>
        </p>
      )}
    </section>
  );
}

function NoneHere({ part }: { readonly part: InitiativePart }): ReactElement {
  const t = useTranslations("initiatives.state");
  const state: InitiativeState = part === "ahead" ? "planned" : part;
  return <p className="rd-sectie utrecht-paragraph">{t(`${state}.none`)}</p>;
}

function Pages({ view, filter }: Pick<InitiativesPageProps, "view" | "filter">): ReactElement | null {
  const t = useTranslations("initiatives.pages");
  const { page, pages } = view;
  if (pages === 1) return null;
  const link = (to: number, text: string, rel: string): ReactElement | null =>
    to < 1 || to > pages ? null : (
      <a className="utrecht-button" rel={rel} href={addressOf(filter, filter.part, to)}>
        {text}
      </a>
    );
  return (
    <nav className="rd-sectie rd-stapel" aria-label={t("label")}>
      <p className="utrecht-paragraph">{t("which", { page, pages })}</p>
      <div className="utrecht-button-group">
        {link(page - 1, t("previous"), "prev")}
        {link(page + 1, t("next"), "next")}
      </div>
    </nav>
  );
}

function NothingYet(): ReactElement {
  const t = useTranslations("initiatives.nothing");
  return (
    <EmptyState drawing="start" title={t("title")} lead={t("lead")}>
      <div className="utrecht-button-group">
        <a className="utrecht-button utrecht-button--primary-action" href="/voorstellen">
          {t("button")}
        </a>
      </div>
    </EmptyState>
  );
}
