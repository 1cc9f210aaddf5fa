import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { trainModel } from "../scripts/train-model.js";
import { encodeModel } from "../src/known/model-file.js";

const corpus = fileURLToPath(new URL("../../../fixtures/corpus/", import.meta.url));

describe("building the model", () => {
  it("gives the same bytes twice, on a part of the corpus", { timeout: 120_000 }, () => {
    const build = () =>
      encodeModel(
        trainModel(
          corpus,
          () => undefined,
          (index) => index % 150 === 0,
        ),
      );
    const first = build();
    expect(build()).toEqual(first);
  });
});
