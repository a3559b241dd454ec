import { config } from "~/platform/config/config.server";
import { migrate } from "./migrate";

migrate(config().databasePath);
await import("~/catalogues/cli/import");
