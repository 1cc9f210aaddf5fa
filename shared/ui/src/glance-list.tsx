import type { ReactElement, ReactNode } from "react";

/** Sentences at a glance, as knots on the thread. */
export function GlanceList({
  lang,
  sentences,
}: {
  /** The language of the sentences, where it is not that of the page. */
  readonly lang?: string | undefined;
  readonly sentences: readonly { readonly key: string; readonly content: ReactNode }[];
}): ReactElement {
  return (
    <ol className="rd-oogopslag" lang={lang}>
      {sentences.map(({ key, content }) => (
        <li key={key} className="rd-oogopslag__zin">
          {content}
        </li>
      ))}
    </ol>
  );
}
