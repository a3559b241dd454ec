import { offerRecordKind } from "~/agreements/record-kinds/kinds.server";
import { PLACEMENT_RECORDS } from "~/placements/placement-records.server";

/** What the HTTP server and the command line need of the built house: one module graph, one set of connections. */
export { config, readConfig } from "~/platform/config/config.server";
export { closeDatabase, rawReader, read } from "~/platform/db/client.server";
export { gateDrained, inTransaction } from "~/platform/db/gate.server";
export { mayChange } from "~/platform/http/origin";
export { takePoint } from "~/platform/http/rate-limit.server";
export { securityHeaders } from "~/platform/http/security-headers";
export { log } from "~/platform/log/log.server";
export { requestSeconds } from "~/platform/log/metrics.server";
export { closeMail } from "~/platform/mail/mail.server";
export { startJobs } from "./jobs.server";

offerRecordKind(PLACEMENT_RECORDS);
