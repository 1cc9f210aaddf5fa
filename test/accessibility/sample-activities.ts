import type { ActivityTools, DecidedCard } from "@rode-draad/web";

/** Activities that exist already: one with everything, and one with a name alone. */
export const SAMPLE_EXISTING: NonNullable<DecidedCard["existing"]> = [
  {
    id: "a-1",
    name: "Spreekuur huurtoeslag",
    organisation: "Buurthuis De Ster",
    meets: "elke dinsdag van 10.00 tot 12.00 uur",
    url: "https://dester.example/spreekuur",
  },
  { id: "a-2", name: "Formulierenbrigade", organisation: "" },
];

export const sampleActivityTools: ActivityTools = {
  listActivities: async () =>
    SAMPLE_EXISTING.map((activity, index) => ({
      ...activity,
      areas: index === 0 ? ["Sterrenwijk"] : [],
      themes: index === 0 ? ["Huurtoeslag"] : [],
    })),
  async importActivities({ content }) {
    let text = "";
    for await (const piece of content) text += String(piece);
    if (text.trim() === "") return { refused: "Er staan geen activiteiten in dit bestand." };
    const problems = [{ line: 3, reason: "De naam ontbreekt. Vul in hoe de activiteit heet." }];
    return { taken: 2, gone: 1, withoutTheme: 1, problems };
  },
  removeActivity: async (id) => (id === "a-9" ? { refused: "Deze activiteit staat niet meer op de kaart." } : {}),
};
