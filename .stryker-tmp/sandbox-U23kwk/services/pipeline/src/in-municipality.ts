import type { MunicipalityId } from "@rode-draad/domain";
import type { Product } from "./open-product.js";

/** The product as it works for one municipality: its store sees the rows of that one and of no other. */
export function inMunicipality(product: Product, municipalityId: MunicipalityId): Product {
  if (municipalityId === product.municipalityId) return product;
  return { ...product, municipalityId, store: { ...product.store, db: product.store.of(municipalityId) } };
}
