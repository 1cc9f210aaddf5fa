import type { LoggedCorrection } from "./correction.js";

/**
 * The name that people had given a theme when somebody renamed it; undefined when they had given none. What was undone by then
 * does not count, what was undone later does: that is how it was called.
 */
export function nameBefore(
  renaming: Extract<LoggedCorrection, { kind: "rename" }>,
  log: readonly LoggedCorrection[],
): string | undefined {
  const place = log.findIndex(({ id }) => id === renaming.id);
  const names = log.slice(0, place).flatMap((earlier): string[] => {
    if (earlier.undone !== undefined && earlier.undone.at < renaming.at) return [];
    if (earlier.kind === "rename" && earlier.themeId === renaming.themeId) return [earlier.name];
    return earlier.kind === "split" && earlier.newThemeId === renaming.themeId ? [earlier.name] : [];
  });
  return names.at(-1);
}
