// How the built server is started, said once for the launcher, the demo, tests and benches. Plain JavaScript without
// dependencies, like the launcher that reads it.

/** What `npm run build` leaves beside the application: the start of the server, ready to run without a compiler. */
export const SERVER_FILE = "build/start/start.js";

/**
 * Left alone, V8 lets garbage stand until half the machine is full. The house itself needs about 140 MB; the rest is for
 * a long document or a spreadsheet being read.
 */
export const SERVER_FLAGS = ["--max-old-space-size=320", "--max-semi-space-size=8"];
