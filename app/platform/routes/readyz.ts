import { readiness } from "../db/readiness.server";

/** The house can work: the database can be written and no migration is pending. 503 says what is missing. */
export const loader = async () => {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
};
