import type { QuestionId } from "@rode-draad/domain";
import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { hashKey } from "./hash-key.js";

/** A question as it was read: of one version of its note. */
export interface Reading {
  readonly id: QuestionId;
  /** Absent: 1. */
  readonly noteVersion?: number;
}

/**
 * Hashes of every question taken in, so that handing one in twice changes nothing. One pair in four billion shares a hash; the second of
 * such a pair stays unassigned, and nothing else happens.
 */
export class TakenQuestions {
  #keys = new Set<number>();

  has(reading: Reading): boolean {
    return this.#keys.has(keyOf(reading));
  }

  add(reading: Reading): void {
    this.#keys.add(keyOf(reading));
  }

  forget(readings: Iterable<Reading>): void {
    for (const reading of readings) this.#keys.delete(keyOf(reading));
  }

  write(writer: ByteWriter): void {
    writer.ints([...this.#keys]);
  }

  read(reader: ByteReader): void {
    this.#keys = new Set(reader.ints());
  }
}

function keyOf({ id, noteVersion = 1 }: Reading): number {
  return hashKey(`${id}@${noteVersion}`);
}
