import { comesFromOurPage } from "@rode-draad/access";
import type { RequestHandler } from "express";
import { wordedError } from "../messages/worded-error.js";
import { wordsOf } from "../messages/words-of.js";

/** Lets a request that changes something pass only when it comes from a page of our own; programs use the API. */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD" || comesFromOurPage(request.headers)) return next();
  const detail = `${request.method} ${request.path} with Sec-Fetch-Site ${request.get("Sec-Fetch-Site") ?? "absent"}`;
  next(wordedError(wordsOf(response), "form-from-elsewhere", detail));
};
