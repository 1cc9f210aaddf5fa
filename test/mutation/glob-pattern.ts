/** A glob as a pattern of a whole path; those of the areas know `*` and `{a,b}` only. */
export function globPattern(glob: string): RegExp {
  const pattern = glob
    .replace(/\./g, "\\.")
    .replace(/\*/g, "[^/]*")
    .replace(/\{([^}]+)\}/g, (_, names: string) => `(?:${names.replaceAll(",", "|")})`);
  return new RegExp(`^${pattern}$`);
}
