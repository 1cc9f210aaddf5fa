import { BandBars, type BandBarsWords, DataTable, DirectionWord, FactList } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { worthSaying } from "../sections/changes.js";
import type { ChangeGroup, ReportWindow, RunningRow, Sentence, ShownBand, ThemeRow } from "../theme-report.js";

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

/** The words around the figures of themes: Dutch in the report itself, and on a page those of its language. */
export interface FigureWords {
  readonly bars: BandBarsWords;
  readonly chartCaption: (window: ReportWindow) => string;
  readonly theme: string;
  readonly now: string;
  readonly earlier: string;
  /** "Nu (aug–okt)" */
  readonly inWindow: (name: string, window: ReportWindow, which: "now" | "earlier") => string;
  readonly direction: string;
  readonly notShown: string;
  readonly bandName: (band: ShownBand) => string;
  readonly directionWord: (row: Pick<ThemeRow, "direction" | "directionWord">) => string;
  readonly themeName: (name: string) => ReactNode;
}

export const DUTCH_FIGURES: FigureWords = {
  bars: { certain: "zeker zoveel", range: "het bereik", earlier: "de vorige periode" },
  chartCaption: ({ earlierName }) => `Huishoudens per thema in drie maanden. Vorige periode: ${earlierName}.`,
  theme: "Thema",
  now: "Nu",
  earlier: "Eerst",
  inWindow: (name, window, which) => `${name} (${which === "now" ? window.short : window.earlierShort})`,
  direction: "Richting",
  notShown: "niet getoond",
  bandName: ({ label }) => label,
  directionWord: ({ directionWord }) => directionWord,
  themeName: (name) => name,
};

export interface ThemeRowsProps {
  readonly words: FigureWords;
  readonly rows: readonly ThemeRow[];
  readonly window: ReportWindow;
  readonly hrefOf?: (themeId: string) => string;
}

export function ThemeChart({
  words,
  rows,
  window,
  hrefOf,
  inPanel = false,
}: ThemeRowsProps & { readonly inPanel?: boolean }): ReactElement {
  return (
    <BandBars
      words={words.bars}
      inPanel={inPanel}
      caption={words.chartCaption(window)}
      rows={rows.map((row) => ({
        key: row.themeId,
        name: words.themeName(row.name),
        now: { ...row.now, label: words.bandName(row.now) },
        direction: row.direction,
        directionWord: words.directionWord(row),
        ...(hrefOf && { href: hrefOf(row.themeId) }),
        ...("band" in row.earlier && { earlier: row.earlier.band }),
      }))}
    />
  );
}

/** Columns that a page adds to the figures. */
export interface MoreColumns {
  readonly labels: readonly string[];
  readonly cellsOf: (row: ThemeRow) => readonly ReactNode[];
}

export function ThemeTable({
  words,
  rows,
  window,
  caption,
  hrefOf,
  more,
}: ThemeRowsProps & { readonly caption: string; readonly more?: MoreColumns }): ReactElement {
  return (
    <DataTable
      caption={caption}
      hasThreeShortCells={true}
      columns={[
        { label: words.theme },
        { label: words.inWindow(words.now, window, "now"), short: words.now },
        { label: words.inWindow(words.earlier, window, "earlier"), short: words.earlier },
        { label: words.direction },
        ...(more?.labels ?? []).map((label) => ({ label })),
      ]}
      rows={rows.map((row) => ({
        key: row.themeId,
        cells: [
          hrefOf === undefined ? (
            words.themeName(row.name)
          ) : (
            <a key="thema" className="utrecht-link" href={hrefOf(row.themeId)}>
              {words.themeName(row.name)}
            </a>
          ),
          words.bandName(row.now),
          "band" in row.earlier ? words.bandName(row.earlier.band) : words.notShown,
          <DirectionWord key="richting" direction={row.direction} word={words.directionWord(row)} />,
          ...(more?.cellsOf(row) ?? []),
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
