import { markSafe, type ThemeReasons } from "@rode-draad/domain";
import { expect, test } from "vitest";
import { runThemeReasons } from "./run-theme-reasons.js";

/** What is saved when every question reads most like `found` after its own theme, and people made of that what `resolve` says. */
async function nearestWhen(resolve: (id: string) => string | null): Promise<string | undefined> {
  let saved: readonly ThemeReasons[] = [];
  await runThemeReasons(
    { municipalityId: "voorbeeldstad" },
    {
      readQuestions: async () =>
        Array.from({ length: 5 }, (_, at) => ({
          themeId: "huurtoeslag",
          caseId: `c${at}`,
          text: markSafe("Wil hulp."),
        })),
      readRedirects: async () => resolve,
      tellReasons: async (questions) =>
        questions.map(() => ({ runnerUp: "woning-zoeken", margin: 1, phrases: ["huur"] })),
      save: async (_, reasons) => {
        saved = reasons;
      },
    },
  );
  expect(saved.map(({ themeId }) => themeId)).toEqual(["huurtoeslag"]);
  return saved[0]?.nearest?.themeId;
}

test("the nearest theme is what stands for it after merges, never the theme itself or one that is none", async () => {
  expect(await nearestWhen((id) => id)).toBe("woning-zoeken");
  expect(await nearestWhen(() => "dakloosheid")).toBe("dakloosheid");
  expect(await nearestWhen(() => "huurtoeslag")).toBeUndefined();
  expect(await nearestWhen(() => null)).toBeUndefined();
});
