/** What came of one text: the result, or the code of why there is none. */
export type Outcome<Result> = { readonly done: Result } | { readonly failed: string };

/** Texts for a thread, which tells in `progress[0]` at which one it is, counted from 1. */
export interface EachTask<Item> {
  readonly items: readonly Item[];
  readonly progress: Int32Array;
}
