/** One fact for the data protection officer, in Dutch. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** The product cannot know it: the municipality fills it in, and `value` says what belongs there. */
  readonly toFill?: true;
}

interface FactGroup {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** What an installation can account for, from how it runs now. */
export interface Accountability {
  readonly municipality: string;
  readonly productVersion: string;
  /** The fields of the Algoritmeregister, in the order of its publication standard. */
  readonly register: readonly FactGroup[];
  /** What a data protection impact assessment asks beside those. */
  readonly assessment: readonly FactGroup[];
}

export function fact(name: string, value: string): Fact {
  return { name, value };
}

export function toFill(name: string, what: string): Fact {
  return { name, value: what, toFill: true };
}
