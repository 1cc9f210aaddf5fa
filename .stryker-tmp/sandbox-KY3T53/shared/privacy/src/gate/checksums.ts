/**
 * Check digits of Dutch identifiers and bank accounts. Sources: BSN and onderwijsnummer: Logisch Ontwerp GBA and the
 * DUO education number (11-test, remainder 0 and 5); A-nummer: Logisch Ontwerp GBA; IBAN: ISO 13616 / ISO 7064 mod 97-10.
 */

function weightedBsnSum(digits: string): number {
  let sum = -Number(digits.charAt(8));
  for (let index = 0; index < 8; index++) sum += (9 - index) * Number(digits.charAt(index));
  return sum;
}

/** Nine digits (eight get a leading zero) that pass the 11-test; all zeros is no number. */
export function isBsn(digits: string): boolean {
  const nine = digits.length === 8 ? `0${digits}` : digits;
  return /^\d{9}$/.test(nine) && !/^0+$/.test(nine) && weightedBsnSum(nine) % 11 === 0;
}

/** An education number (PGN): nine digits, the 11-test leaves 5. */
export function isEducationNumber(digits: string): boolean {
  return /^\d{9}$/.test(digits) && ((weightedBsnSum(digits) % 11) + 11) % 11 === 5;
}

/** Ten digits: no leading zero, no two equal neighbours, digit sum mod 11 is 0 or 5, powers-of-two sum divides by 11. */
export function isANumber(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits) || /(\d)\1/.test(digits)) return false;
  let sum = 0;
  let powers = 0;
  for (let index = 0; index < 10; index++) {
    const digit = Number(digits.charAt(index));
    sum += digit;
    powers += digit * 2 ** index;
  }
  return [0, 5].includes(sum % 11) && powers % 11 === 0;
}

/** The Dutch account number before IBAN: nine digits, weights 9 to 1, divisible by 11. */
export function isOldAccountNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += (9 - index) * Number(digits.charAt(index));
  return sum % 11 === 0;
}

/** ISO 7064 mod 97-10 over an IBAN without separators, in capitals. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
