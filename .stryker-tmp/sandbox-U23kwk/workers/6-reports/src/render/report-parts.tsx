import { BandBars, DataTable, DirectionWord, FactList } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { worthSaying } from "../sections/changes.js";
import type { ChangeGroup, ReportWindow, RunningRow, Sentence, ThemeRow } from "../theme-report.js";

/** Parts of the report that the overview page shows as well. */

export interface LinkTargets {
  readonly theme: (themeId: string) => string;
  readonly choices: string;
}

/** The sentences of the first section, with themes as links where there are pages to link to and in bold elsewhere. */
export function linkedSentences(
  sentences: readonly Sentence[],
  links?: LinkTargets,
): { readonly key: string; readonly content: ReactNode }[] {
  return sentences.map((sentence) => ({
    key: sentence.map((part) => part.text).join(""),
    content: sentence.map((part) => {
      const href = part.themeId === undefined ? part.target && links?.choices : links?.theme(part.themeId);
      if (href !== undefined) {
        return (
          <a key={part.text} className="utrecht-link" href={href}>
            {part.text}
          </a>
        );
      }
      return part.strong === true ? <strong key={part.text}>{part.text}</strong> : part.text;
    }),
  }));
}

export interface ThemeRowsProps {
  readonly rows: readonly ThemeRow[];
  readonly window: ReportWindow;
  readonly hrefOf?: (themeId: string) => string;
}

export function ThemeChart({
  rows,
  window,
  hrefOf,
  inPanel = false,
}: ThemeRowsProps & { readonly inPanel?: boolean }): ReactElement {
  return (
    <BandBars
      inPanel={inPanel}
      caption={`Huishoudens per thema in drie maanden. Vorige periode: ${window.earlierName}.`}
      rows={rows.map((row) => ({
        key: row.themeId,
        name: row.name,
        now: row.now,
        direction: row.direction,
        directionWord: row.directionWord,
        ...(hrefOf && { href: hrefOf(row.themeId) }),
        ...("band" in row.earlier && { earlier: row.earlier.band }),
      }))}
    />
  );
}

export function ThemeTable({
  rows,
  window,
  caption,
  hrefOf,
}: ThemeRowsProps & { readonly caption: string }): ReactElement {
  return (
    <DataTable
      caption={caption}
      hasThreeShortCells={true}
      columns={[
        { label: "Thema" },
        { label: `Nu (${window.short})`, short: "Nu" },
        { label: `Eerst (${window.earlierShort})`, short: "Eerst" },
        { label: "Richting" },
      ]}
      rows={rows.map((row) => ({
        key: row.themeId,
        cells: [
          hrefOf === undefined ? (
            row.name
          ) : (
            <a key="thema" className="utrecht-link" href={hrefOf(row.themeId)}>
              {row.name}
            </a>
          ),
          row.now.label,
          "band" in row.earlier ? row.earlier.band.label : "niet getoond",
          <DirectionWord key="richting" direction={row.direction} word={row.directionWord} />,
        ],
      }))}
    />
  );
}

/** What moved by direction, each with what the catalogue says about the change; one sentence for the rest. */
export function ChangeList({ groups }: { readonly groups: readonly ChangeGroup[] }): ReactElement {
  if (groups.length === 0) return <p className="utrecht-paragraph">Er zijn nog geen thema’s om te vergelijken.</p>;
  const moved = worthSaying(groups);
  return (
    <>
      {moved.length === 0 ? null : (
        <FactList
          facts={moved.map((group) => ({
            term: group.word,
            mark: <DirectionWord direction={group.direction} word={group.word} />,
            value: <ChangeItems items={group.items} />,
          }))}
        />
      )}
      {countItems(moved) === countItems(groups) ? null : (
        <p className="utrecht-paragraph">
          {moved.length === 0 ? "De thema’s" : "De andere thema’s"} bleven gelijk of daar is nog niets over te zeggen.
        </p>
      )}
    </>
  );
}

function countItems(groups: readonly ChangeGroup[]): number {
  return groups.reduce((sum, group) => sum + group.items.length, 0);
}

function ChangeItems({ items }: { readonly items: ChangeGroup["items"] }): ReactElement {
  return (
    <ul className="rd-regels">
      {items.map((item) => (
        <li key={item.themeId}>
          {item.name}
          {item.note === undefined ? null : <small>{item.note}</small>}
        </li>
      ))}
    </ul>
  );
}

export function RunningTable({ rows }: { readonly rows: readonly RunningRow[] }): ReactElement {
  return (
    <DataTable
      caption="Aanbod dat nu loopt"
      hideCaption={true}
      columns={[{ label: "Aanbod" }, { label: "Bezoekers" }, { label: "Wat zij vonden" }, { label: "Vervolg" }]}
      rows={rows.map((row) => ({
        key: row.title,
        cells: [`${row.title} (${row.form})`, row.visitors, row.opinion, row.next],
      }))}
    />
  );
}
