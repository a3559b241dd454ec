import { spawn } from "node:child_process";

/** Runs a program to its end with its output on ours. Comes out: its exit code. */
export const run = (
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

/** Runs a JavaScript tool of node_modules by its file, without a shell or npx in between. */
export const tool = (
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> => run(process.execPath, [`node_modules/${file}`, ...args], env);
