import type { ThemeId, Week } from "@rode-draad/domain";

/**
 * What happened to an emergent theme, in the week of the question that brought it about. Together, in order, the changes tell the
 * whole history: which themes there are, under which words, and where they went.
 */
export type ThemeChange =
  | { readonly kind: "new"; readonly week: Week; readonly themeId: ThemeId; readonly terms: readonly string[] }
  /** The theme became part of another; its id leads there from now on. */
  | { readonly kind: "merged"; readonly week: Week; readonly themeId: ThemeId; readonly into: ThemeId }
  /** Other words tell more about the theme than those it was shown under. */
  | {
      readonly kind: "renamed";
      readonly week: Week;
      readonly themeId: ThemeId;
      readonly from: readonly string[];
      readonly to: readonly string[];
    }
  /** Nobody asked for half a year. The theme keeps its id and can come back. */
  | { readonly kind: "retired"; readonly week: Week; readonly themeId: ThemeId }
  | { readonly kind: "back"; readonly week: Week; readonly themeId: ThemeId }
  /** Everybody who asked was erased. The id is never used again. */
  | { readonly kind: "erased"; readonly week: Week; readonly themeId: ThemeId };
