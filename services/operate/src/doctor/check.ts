/** One thing that was looked at. `act`: something must be done; `warn`: it works, but somebody should know. */
export interface Check {
  /** Stable, for programs that read the outcome. */
  readonly id: string;
  readonly state: "good" | "warn" | "act";
  /** What was found, one Dutch sentence. */
  readonly found: string;
  /** What to do, one Dutch sentence or two. */
  readonly toDo?: string;
}

export function good(id: string, found: string): Check {
  return { id, state: "good", found };
}

export function warn(id: string, found: string, toDo: string): Check {
  return { id, state: "warn", found, toDo };
}

export function act(id: string, found: string, toDo: string): Check {
  return { id, state: "act", found, toDo };
}
