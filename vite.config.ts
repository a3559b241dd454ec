import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions as Parameters<typeof remix>[0])],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false },
  ssr: { external: ["better-sqlite3", "@node-rs/jieba", "@node-rs/argon2"] },
  optimizeDeps: { exclude: ["@node-rs/argon2", "@node-rs/jieba"] },
});
