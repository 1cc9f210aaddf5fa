import type { MunicipalityId } from "@rode-draad/domain";
import { keyedHash } from "@rode-draad/runtime";
import type { StoredEndpoint } from "@rode-draad/store";

/**
 * The secret of an endpoint, as standardwebhooks.com writes it: 256 bits that follow from the key of the installation, so
 * that the store holds no secret. A new version of the endpoint has a secret that has nothing to do with the old one.
 */
export function webhookSecret(
  key: string,
  municipalityId: MunicipalityId,
  { partnerId, secretVersion }: Pick<StoredEndpoint, "partnerId" | "secretVersion">,
): string {
  const hash = keyedHash(key, "webhook-secret", JSON.stringify([municipalityId, partnerId, secretVersion]));
  return `whsec_${Buffer.from(hash, "base64url").toString("base64")}`;
}
