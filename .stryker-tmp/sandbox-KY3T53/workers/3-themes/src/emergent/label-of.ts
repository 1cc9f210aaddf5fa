/** The sentence a team lead reads above an emergent theme: "Vragen over renovatie, wisselwoning en flat". */
export function labelOf(terms: readonly string[]): string {
  const last = terms.at(-1);
  if (last === undefined) return "Vragen zonder herkenbaar onderwerp";
  const others = terms.slice(0, -1);
  return others.length === 0 ? `Vragen over ${last}` : `Vragen over ${others.join(", ")} en ${last}`;
}
