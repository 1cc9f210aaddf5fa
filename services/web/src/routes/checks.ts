/** Checks of what is typed that several forms share. */

/** `HH:MM` */
export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function isMailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/** Ten digits or more, with spaces or dashes between them. */
export function isPhone(text: string): boolean {
  return /\d(?:[\s-]?\d){8,}/.test(text);
}
