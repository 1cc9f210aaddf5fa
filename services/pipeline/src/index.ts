export { storeAccess } from "./access/store-access.js";
export { type Door, dutchDay, openDoor } from "./door/receive-notes.js";
export { openProduct, type Product } from "./open-product.js";
export { PRODUCT_VERSION } from "./product-version.js";
export { type Reconciliation, reconcile } from "./reconcile.js";
export { type ServeOptions, type Serving, serveProduct } from "./serve-product.js";
export { startSchedule } from "./start-schedule.js";
export { startStages } from "./start-stages.js";
export { type WorkLeft, waitUntilWorkedOut } from "./wait-until-worked-out.js";
