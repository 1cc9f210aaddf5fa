import type { ReactElement, ReactNode } from "react";

/** "In één oogopslag": sentences as knots on the thread. */
export function GlanceList({
  sentences,
}: {
  readonly sentences: readonly { readonly key: string; readonly content: ReactNode }[];
}): ReactElement {
  return (
    <ol className="rd-oogopslag">
      {sentences.map(({ key, content }) => (
        <li key={key} className="rd-oogopslag__zin">
          {content}
        </li>
      ))}
    </ol>
  );
}
