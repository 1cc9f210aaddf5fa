/** The version of the product, as it stands on reports and in API answers. Equal to the root package.json; a test holds it there. */
export const PRODUCT_VERSION = "0.1.0";
