import { createPost } from "~/organizations/commands/create-post.server";
import { createProgramme } from "~/organizations/commands/create-programme.server";
import type { Cast } from "./cast";
import { ENTERPRISES } from "./enterprises";
import { must } from "./must";
import { SCHOOLS } from "./schools";
import { type Calendar, ctxAt } from "./time";

/** Posts of the firms and programmes of the schools, through the same commands people use. */
export const offerWork = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  let posts = 0;
  for (const firm of ENTERPRISES) {
    const speaker = cast.speakers.get(firm.short)!;
    for (const [name, occupation, headcount, payYuan, labourIntensity] of firm.posts) {
      must(
        await createPost(ctxAt(speaker, calendar.at(-180)), {
          name,
          occupation,
          headcount,
          samePostPay: payYuan * 100,
          labourIntensity,
          hazards: [],
        }),
      );
      posts += 1;
    }
  }
  let programmes = 0;
  const year = Number(calendar.today.slice(0, 4));
  for (const school of SCHOOLS) {
    const speaker = cast.speakers.get(school.short)!;
    for (const [major, seats, practiceShare] of school.programmes) {
      const [from, to] = [calendar.day(60), calendar.day(240)];
      must(
        await createProgramme(ctxAt(speaker, calendar.at(-170)), {
          major,
          seats,
          practiceShare,
          cohorts: [
            { entryYear: year - 2, students: Math.round(seats * 0.94), practiceFrom: from, practiceTo: to },
            {
              entryYear: year - 1,
              students: Math.round(seats * 0.97),
              practiceFrom: calendar.day(420),
              practiceTo: calendar.day(600),
            },
          ],
        }),
      );
      programmes += 1;
    }
  }
  say(`  ${posts} posts, ${programmes} programmes`);
};
