function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
import { type AccessPolicy, type Actor, type MunicipalityId, type NoteId, requireMay } from "@rode-draad/domain";
import { readNoteOwner, type StoreDatabase } from "@rode-draad/store";

/** What the judgement on one note rests on. */
export interface NoteAccessMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly accessPolicy: AccessPolicy;
  readonly actor: Actor;
}

/** Throws `access-denied` for a note that this actor does not see. A note that is not kept is nobody's secret. */
export async function requireNoteAccess({
  db,
  municipalityId,
  accessPolicy,
  actor
}: NoteAccessMeans, action: "note:read" | "note:correct" | "note:release", noteId: NoteId): Promise<void> {
  if (stryMutAct_9fa48("66")) {
    {}
  } else {
    stryCov_9fa48("66");
    const owner = await readNoteOwner(db, municipalityId, noteId);
    if (stryMutAct_9fa48("69") ? owner !== undefined : stryMutAct_9fa48("68") ? false : stryMutAct_9fa48("67") ? true : (stryCov_9fa48("67", "68", "69"), owner === undefined)) return;
    requireMay(actor, action, stryMutAct_9fa48("70") ? {} : (stryCov_9fa48("70"), {
      policy: accessPolicy,
      subject: stryMutAct_9fa48("71") ? {} : (stryCov_9fa48("71"), {
        kind: stryMutAct_9fa48("72") ? "" : (stryCov_9fa48("72"), "note"),
        ...owner
      })
    }));
  }
}