import type { Direction } from "@rode-draad/domain";
import type { ReactElement } from "react";
import { Icon } from "./icon.js";

/** An arrow and its word; the arrow repeats the word, colour plays no part. */
export function DirectionWord({
  direction,
  word,
}: {
  readonly direction: Direction;
  readonly word: string;
}): ReactElement {
  return (
    <span className="rd-richting">
      <Icon name={direction} />
      {word}
    </span>
  );
}
