export type Named = { name: string; age: number };
export type ListProblem = { line: number; key: string; values?: Record<string, string | number> };
export type ClassList = { ok: true; rows: Named[] } | { ok: false; problem: ListProblem };

type Bounds = { people: number; youngest: number; oldest: number };

const ROW = /^(.+?)[\s,，、;；]+(\d{1,2})\s*岁?$/;

/**
 * Reads a class list as it is typed or pasted from a sheet. Goes in: one visitor a line, name then age ("陈小雨 13", a tab or
 * a comma will do), and what was booked: number of people, youngest and oldest. Comes out: the names in order. Refuses the
 * first line at fault: without an age, an age outside of what was booked, the same name with the same age twice (tell them
 * apart), more names than people; and an empty list. House rule.
 */
export const readClassList = (text: string, bounds: Bounds): ClassList => {
  const rows: Named[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const typed = raw.trim();
    if (typed === "") continue;
    const [, name, digits] = typed.match(ROW) ?? [];
    if (!name || !digits || name.trim().length > 40)
      return { ok: false, problem: { line, key: "resources.errors.listLine" } };
    const row = { name: name.trim(), age: Number(digits) };
    if (row.age < bounds.youngest || row.age > bounds.oldest) {
      const values = { name: row.name, youngest: bounds.youngest, oldest: bounds.oldest };
      return { ok: false, problem: { line, key: "resources.errors.listAge", values } };
    }
    const same = `${row.name}\t${row.age}`;
    if (seen.has(same))
      return { ok: false, problem: { line, key: "resources.errors.listTwice", values: { name: row.name } } };
    seen.add(same);
    rows.push(row);
    if (rows.length > bounds.people)
      return {
        ok: false,
        problem: { line, key: "resources.errors.listLong", values: { people: bounds.people } },
      };
  }
  return rows.length > 0
    ? { ok: true, rows }
    : { ok: false, problem: { line: 1, key: "resources.errors.listEmpty" } };
};
