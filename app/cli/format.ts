import { tool } from "./run";

process.exit(await tool("@biomejs/biome/bin/biome", ["check", "--write", "."]));
