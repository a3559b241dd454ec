import type { MemberCtx } from "~/identity/actor";
import { config } from "~/platform/config/config.server";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { qrDrawing } from "~/platform/qr.server";
import type { SurveyRow } from "../survey-scope.server";

/** Slips of one class on a sheet; classes on the list. */
const MOST_SLIPS = 300;
const MOST_CLASSES = 500;

/**
 * The slips of the own school to print and hand out. Goes in: the member, the survey, the class (null for none chosen). Comes
 * out: the classes with how many slips each has, and for the chosen one the links as QR drawings, in the order of their random
 * ids, used or not: neither a name nor a mark tells whose is whose. Empty once the survey is counted.
 */
export const surveySheets = async (ctx: MemberCtx, survey: SurveyRow, className: string | null) => {
  const where = { surveyId: survey.id, schoolId: ctx.actor.organizationId, way: "paper" };
  const classes = await read.surveyInvitation.groupBy({
    by: ["className"],
    where: { ...where, tokenSealed: { not: null } },
    _count: true,
    orderBy: { className: "asc" },
    take: MOST_CLASSES,
  });
  const chosen = classes.find((one) => one.className === className);
  const slips = chosen
    ? await read.surveyInvitation.findMany({
        where: { ...where, className: chosen.className, tokenSealed: { not: null } },
        orderBy: { id: "asc" },
        take: MOST_SLIPS,
        select: { tokenSealed: true },
      })
    : [];
  const { baseUrl } = config();
  return {
    site: baseUrl.replace(/^https?:\/\//, ""),
    className: chosen?.className ?? null,
    classes: classes.map((one) => ({ name: one.className, slips: one._count })),
    slips: slips.flatMap(({ tokenSealed }) =>
      tokenSealed
        ? [{ qr: qrDrawing(`${baseUrl}/surveys/answer/${openField("survey.token", tokenSealed)}`) }]
        : [],
    ),
  };
};
