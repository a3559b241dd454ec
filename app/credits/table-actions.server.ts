import type { MemberCtx } from "~/identity/actor";
import { parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { type Result, refuse } from "~/platform/result";
import { agreeTable } from "./commands/agree-table.server";
import { openTableVersion } from "./commands/open-table-version.server";
import { removeTableLine } from "./commands/remove-table-line.server";
import { reopenTable } from "./commands/reopen-table.server";
import { setTableLine } from "./commands/set-table-line.server";
import { signTable } from "./commands/sign-table.server";
import { openVersionForm, reasonForm, removeLineForm, signForm, tableLineForm, versionForm } from "./schema";

/** Does what a form of a table's page asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnTable = async (
  ctx: MemberCtx,
  id: string,
  form: FormData,
): Promise<Result<unknown> | FormState> => {
  switch (String(form.get("intent") ?? "")) {
    case "line": {
      const parsed = parseForm(form, tableLineForm);
      return parsed.ok ? setTableLine(ctx, id, parsed.value) : parsed.state;
    }
    case "remove": {
      const parsed = parseForm(form, removeLineForm);
      return parsed.ok ? removeTableLine(ctx, id, parsed.value) : parsed.state;
    }
    case "agree": {
      const parsed = parseForm(form, versionForm);
      return parsed.ok ? agreeTable(ctx, id, parsed.value) : parsed.state;
    }
    case "reopen": {
      const parsed = parseForm(form, reasonForm);
      return parsed.ok ? reopenTable(ctx, id, parsed.value) : parsed.state;
    }
    case "open": {
      const parsed = parseForm(form, openVersionForm);
      return parsed.ok ? openTableVersion(ctx, id, parsed.value) : parsed.state;
    }
    case "sign": {
      const limited = await takePoint("signIn", `sign:${ctx.actor.personId}`);
      if (limited) return { ok: false, refusal: limited };
      const parsed = parseForm(form, signForm);
      return parsed.ok ? signTable(ctx, id, parsed.value) : parsed.state;
    }
    default:
      return refuse("invalid", "errors.checkFields");
  }
};
