import { migrate } from "~/cli/migrate";
import { config } from "~/platform/config/config.server";
import { closeDatabase } from "~/platform/db/client.server";
import { loadCity } from "./load";

migrate(config().databasePath);
await loadCity(console.log);
await closeDatabase();
