import { z } from "zod";

/** As long as the door lets it be. */
const SOURCE_ID_CHARACTERS_MAX = 200;

export const paramsSchema = z.strictObject({
  // Written as the door writes it, or the hash would be of another id.
  bronId: z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(SOURCE_ID_CHARACTERS_MAX)
    .describe("Id van de notitie in het bronsysteem, zoals je haar aanleverde."),
});
