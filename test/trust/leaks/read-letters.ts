import PostalMime from "postal-mime";

/** A mail to a partner, with the secret of the link in it. */
export interface Letter {
  readonly token: string;
  /** It takes the agenda of a standing evening along; every other one asks for something. */
  readonly isAgenda: boolean;
}

export async function readLetters(mails: readonly { readonly raw: string }[]): Promise<Letter[]> {
  return await Promise.all(
    mails.map(async ({ raw }) => {
      const { text = "", subject = "" } = await PostalMime.parse(raw);
      return { token: /\/aanvraag\/([\w-]+)/.exec(text)?.[1] ?? "", isAgenda: subject.startsWith("De agenda ") };
    }),
  );
}
