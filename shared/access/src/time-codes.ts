import { Secret, TOTP } from "otpauth";

/**
 * Codes that an app counts out of a shared secret and the time (TOTP, RFC 6238): HMAC-SHA-1, six digits, half a minute, since apps
 * ignore every other choice. SHA-1 is no weakness here: HMAC does not rest on its resistance to collisions.
 */
const SHAPE = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** People read a code and then type it: the one of the half minute before is taken too, and none that is still to come. */
const STEPS_BACK = 1;

/** A new secret of 160 bits, as RFC 4226 recommends, in the letters that people can type over (base32). */
export function newTimeSecret(): string {
  return new Secret().base32;
}

/** The half minute that a code belongs to; undefined for a wrong one. Whether it was used before is for the caller to see. */
export function findTimeStep(secret: string, code: string, now: Date): number | undefined {
  // The library looks at how many signs there are, and throws on six of them that take more than six bytes.
  if (/\D/.test(code)) return undefined;
  const timestamp = now.getTime();
  const totp = new TOTP({ ...SHAPE, secret });
  const delta = totp.validate({ token: code, timestamp, window: STEPS_BACK });
  return delta === null || delta > 0 ? undefined : totp.counter({ timestamp }) + delta;
}

/** The address behind the square that an app scans. */
export function codeAppAddress(app: {
  readonly issuer: string;
  readonly login: string;
  readonly secret: string;
}): string {
  return new TOTP({ ...SHAPE, issuer: app.issuer, label: app.login, secret: app.secret }).toString();
}
