/**
 * Remembers which notes this import has met, in two numbers a note instead of two strings (about 60 bytes, so a million
 * rows take 60 MB). With 48 bits of the hash, one in 500 files of a million rows has one row that is wrongly refused as
 * a second one; the list of refused rows shows it.
 */
export interface SeenNotes {
  /** `new`, or the id was met before with the same or with another content. */
  meet(noteId: string, contentHash: string): "new" | "same" | "other";
}

export function createSeenNotes(): SeenNotes {
  const contentById = new Map<number, number>();
  return {
    meet(noteId, contentHash) {
      const id = firstBits(noteId);
      const content = firstBits(contentHash);
      const before = contentById.get(id);
      if (before !== undefined) return before === content ? "same" : "other";
      contentById.set(id, content);
      return "new";
    },
  };
}

function firstBits(hash: string): number {
  // Eight characters of base64url are six bytes.
  return Buffer.from(hash.slice(0, 8), "base64url").readUIntBE(0, 6);
}
