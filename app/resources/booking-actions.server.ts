import type { MemberCtx } from "~/identity/actor";
import { parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { notFound, type Result } from "~/platform/result";
import { cancelBooking } from "./commands/cancel-booking.server";
import { recordAttendance } from "./commands/record-attendance.server";
import { recordPaperAnswer } from "./commands/record-paper-answer.server";
import { setClassList } from "./commands/set-class-list.server";
import { attendanceForm, cancelBookingForm, classListForm, paperForm } from "./schema";

export const BOOKING_DONE = ["booked", "list", "paper", "held", "cancelled"] as const;
type Outcome = { state: FormState } | { done: (typeof BOOKING_DONE)[number]; result: Result<unknown> };

/** What the buttons of a booking do. Comes out: the command's outcome, or the state of a form that could not be read. */
export const actOnBooking = async (ctx: MemberCtx, id: string, form: FormData): Promise<Outcome> => {
  switch (form.get("intent")) {
    case "list": {
      const parsed = parseForm(form, classListForm);
      if (!parsed.ok) return parsed;
      const { version, list = "" } = parsed.value;
      return { done: "list", result: await setClassList(ctx, id, { version, list }) };
    }
    case "paper": {
      const parsed = parseForm(form, paperForm);
      if (!parsed.ok) return parsed;
      return { done: "paper", result: await recordPaperAnswer(ctx, id, parsed.value) };
    }
    case "attend": {
      const parsed = parseForm(form, attendanceForm);
      if (!parsed.ok) return parsed;
      const { visitors = [], ...rest } = parsed.value;
      return { done: "held", result: await recordAttendance(ctx, id, { ...rest, visitors }) };
    }
    case "cancel": {
      const parsed = parseForm(form, cancelBookingForm);
      if (!parsed.ok) return parsed;
      return { done: "cancelled", result: await cancelBooking(ctx, id, parsed.value) };
    }
    default:
      return { done: "list", result: notFound() };
  }
};
