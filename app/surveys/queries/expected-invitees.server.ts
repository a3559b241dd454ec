import { inviteesAfter, onPaper } from "../invitees.server";
import { AUDIENCES, type Audience } from "../rules/template";

const PAGE = 500;
/** So many records are looked at for each audience; beyond them the number is "more than". */
const MOST_PAGES = 8;

export type Expected = {
  audience: Audience;
  byMail: number;
  onPaper: number;
  unreached: number;
  more: boolean;
};

const expected = async (audience: Audience, schoolId: string, on: string): Promise<Expected> => {
  const found = { audience, byMail: 0, onPaper: 0, unreached: 0, more: true };
  let after = "";
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { invitees, last } = await inviteesAfter(audience, { schoolId, on, after, take: PAGE });
    for (const { addresses } of invitees) {
      if (addresses.length > 0) found.byMail += 1;
      else if (onPaper(audience)) found.onPaper += 1;
      else found.unreached += 1;
    }
    if (last === null) return { ...found, more: false };
    after = last;
  }
  return found;
};

/**
 * Whom a school would ask today, by audience, counted from the records. Goes in: the school and a civil date. Comes out: how
 * many by mail, how many on paper, how many cannot be reached; `more` where only the first four thousand were looked at.
 */
export const expectedInvitees = async (schoolId: string, on: string): Promise<Expected[]> => {
  const found: Expected[] = [];
  for (const audience of AUDIENCES) found.push(await expected(audience, schoolId, on));
  return found;
};
