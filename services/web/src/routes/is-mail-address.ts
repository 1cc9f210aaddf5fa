/** Whether this looks like the address of a mailbox; only sending a mail tells whether there is one. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
