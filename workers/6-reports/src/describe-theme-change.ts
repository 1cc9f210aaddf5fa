import type { ThemeChange, ThemeId } from "@rode-draad/domain";

/** A change, and for a renaming what the theme was called before it. */
export interface ToldChange extends ThemeChange {
  readonly formerName?: string | undefined;
}

/** A change of a theme as one Dutch sentence. Names are those of now, but for those that the change itself gave or replaced. */
export function describeThemeChange(change: ToldChange, nameOf: (id: ThemeId) => string): string {
  const theme = change.themeId === "" ? "geen thema" : `‘${nameOf(change.themeId)}’`;
  const other = change.otherId === undefined ? "geen thema" : `‘${nameOf(change.otherId)}’`;
  switch (change.kind) {
    case "new":
      return `${theme} is een nieuw thema in de notities.`;
    case "merged":
      return `${theme} is samengevoegd met ${other}.`;
    case "split":
      return `Uit ${theme} is een nieuw thema gehaald: ${change.name === undefined ? other : `‘${change.name}’`}.`;
    case "renamed":
      return describeName(change, nameOf);
    case "retired":
      return `${change.name === undefined ? theme : `‘${change.name}’`} is geen thema meer.`;
    case "quiet":
      return `Naar ${theme} is een half jaar niet gevraagd.`;
    case "back":
      return `Naar ${theme} wordt weer gevraagd.`;
    case "pinned":
      return `${theme} is vastgezet.`;
    case "asleep":
      return `${theme} sluimert: wij melden het pas als het erger wordt.`;
    case "woken":
      return `${theme} sluimert niet meer, want het is erger geworden.`;
    case "question-moved":
      if (change.themeId === change.otherId) return `Een vraag in ${theme} is nagekeken en klopt.`;
      return `Een vraag is verplaatst van ${theme} naar ${other}.`;
    case "undone":
      return describeUndo(change, theme, other);
  }
}

function describeName({ by, name, formerName, themeId }: ToldChange, nameOf: (id: ThemeId) => string): string {
  const given = `‘${name ?? nameOf(themeId)}’`;
  if (by === "machine") return `De woorden van het thema zijn veranderd. Het heet nu ${given}.`;
  return formerName === undefined ? `Het thema heet nu ${given}.` : `‘${formerName}’ heet nu ${given}.`;
}

function describeUndo({ undoes, name, formerName }: ToldChange, theme: string, other: string): string {
  switch (undoes) {
    case "rename":
      return `De naam ‘${name}’ voor ${formerName === undefined ? theme : `‘${formerName}’`} is ongedaan gemaakt.`;
    case "merge":
      return `Het samenvoegen van ${theme} met ${other} is ongedaan gemaakt.`;
    case "split":
      return `Het splitsen van ${theme} is ongedaan gemaakt.`;
    case "move":
      return "De keuze over een vraag is ongedaan gemaakt.";
    case "pin":
      return `Het vastzetten van ${theme} is ongedaan gemaakt.`;
    case "not-a-theme":
      return `${theme} is weer een thema.`;
    case "sleep":
      return `${theme} sluimert niet meer.`;
    default:
      return `Een correctie van ${theme} is ongedaan gemaakt.`;
  }
}
