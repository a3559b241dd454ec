import type { ActorSnapshot } from "~/platform/command";
import { ok, type Result, refuse } from "~/platform/result";

/** Catalogues are changed by the machine (command line, jobs) or a platform operator; never by a user. */
export const mayImport = (actor: ActorSnapshot & { isOperator?: boolean }): Result<true> =>
  actor.kind === "system" || actor.isOperator === true ? ok(true) : refuse("forbidden", "errors.forbidden");
