import { comesFromOurPage } from "@rode-draad/access";
import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";

/** Lets a request that changes something pass only when it comes from a page of our own; programs use the API. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (request.method === "GET" || request.method === "HEAD" || comesFromOurPage(request.headers)) return next();
  next(
    new ProductError("form-from-elsewhere", "Dit formulier kwam niet van deze website. Open de pagina opnieuw.", {
      detail: `${request.method} ${request.path} with Sec-Fetch-Site ${request.get("Sec-Fetch-Site") ?? "absent"}`,
    }),
  );
};
